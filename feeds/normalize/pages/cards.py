"""Cards in a page's report: one link around the title of another report and what it says."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from lxml import etree

from feeds.normalize.furniture.lines import count_line_words, judge_lines
from feeds.normalize.pages.listed import count_listed
from feeds.normalize.pasted.content import tells_sentence
from feeds.text.characters import join_line
from feeds.text.markup import BLOCKS, element_to_text
from feeds.text.sentences import split_sentences

_FEWEST_LINES: Final = 2
# A line of fewer words is no title, but a name, a score or an address.
_TITLE_WORDS: Final = 4
_MOST_SENTENCES: Final = 1
# So many sentences the one paragraph has at most.
_MOST_TOLD: Final = 2
_MOST_WORDS: Final = 60
# A label above cards has so many words at most.
_LABEL_WORDS: Final = 6
# What a report lists is so much of it at least.
_LISTED_SHARE: Final = 0.25
_BOXES: Final = frozenset({"div", "section", "article", "ul", "ol", "li", "figure"})
# What may hold a label as a heading does.
_LABELS: Final = frozenset({"div", "span", "strong", "b", "small", "header"})
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
# What heads the page, and what holds words that no card has.
_NEVER: Final = ("h1", "li", "td", "blockquote")


def list_cards(body: "etree._Element", known: Iterable[str]) -> "list[etree._Element]":
    """Return the cards of a report, each with the box around it that holds but a label, or labels.

    A link inside a paragraph is the report's, and so is one around several sentences, which a page
    forgot to close. What the report itself lists (``listed``) stays, and so do cards that say
    most of its words.

    Args:
        body: The element with the report in it.
        known: What is held apart from the body: headline, standfirst.
    """
    found = [link for link in body.iterdescendants("a") if _is_card(link)]
    words = {link: _count_words(link) for link in found}
    listed = _list_listed(body, words, known) if found else frozenset()
    cards = [link for link in found if link not in listed]
    if 2 * sum(words[link] for link in cards) > _count_words(body):  # the report is a list of links
        return []
    besides: dict[etree._Element, int] = {}
    for link in cards:
        for box in takewhile(lambda it: it is not body, link.iterancestors(*_BOXES)):
            if box not in besides:
                besides[box] = _count_words(box)
            besides[box] -= words[link]
    boxes = list(dict.fromkeys(_find_box(link, besides) for link in cards))
    return [*boxes, *_list_labels(frozenset(boxes))]


def _is_card(link: "etree._Element") -> bool:
    """Tell whether a link holds several lines, one sentence at most among them."""
    if link.get("href", "#").startswith("#") or next(link.iterdescendants(*BLOCKS), None) is None:
        return False
    if (
        next(link.iterancestors("p"), None) is not None
        or next(link.iter(*_NEVER), None) is not None
    ):
        return False
    lines = [join_line(it) for it in element_to_text(link).split("\n\n")]
    told = list(filter(None, lines))
    if sum(len(split_sentences(it)) for it in told if tells_sentence(it)) > _MOST_TOLD:
        return False
    if len(told) < _FEWEST_LINES or sum(map(count_line_words, told)) > _MOST_WORDS:
        return False
    titled = any(count_line_words(it) >= _TITLE_WORDS for it in told)
    return titled and sum(map(tells_sentence, told)) <= _MOST_SENTENCES


def _list_listed(
    body: "etree._Element", words: "dict[etree._Element, int]", known: Iterable[str]
) -> "frozenset[etree._Element]":
    """Return the cards of things that the report lists; those of one kind stand in boxes alike.

    Each tells a sentence, and together they are a good part of the report.
    """
    groups: dict[tuple[str | None, ...], list[etree._Element]] = {}
    for link in words:
        around = next(link.iterancestors())
        kind = (link.get("class"), str(around.tag), around.get("class"))
        groups.setdefault(kind, []).append(link)
    listed: list[etree._Element] = []
    least = _LISTED_SHARE * _count_words(body)
    for links in groups.values():
        if sum(words[it] for it in links) < least:
            continue
        texts = [element_to_text(it) for it in links]
        sentences = [any(map(tells_sentence, map(join_line, it.split("\n\n")))) for it in texts]
        above = tuple(_list_above(body, links[0]))
        if all(sentences) and not any(it.kind == "related" for it in judge_lines(above)):
            addresses = [it.get("href", "") for it in links]
            listed += links[: count_listed(texts, addresses, known, above)]
    return frozenset(listed)


def _list_above(body: "etree._Element", link: "etree._Element") -> Iterator[str]:
    """Yield the last heading and paragraph above a link, and what stands in no box between."""
    above: dict[str, str] = {}
    for element in takewhile(lambda it: it is not link, body.iter()):
        if element.tag == "p" or element.tag in _HEADINGS:
            above["p" if element.tag == "p" else "heading"] = element_to_text(element)
            above.pop("label", None)
        elif element.tag in _LABELS and (element.text or "").strip():
            above["label"] = element_to_text(element)
    yield from above.values()


def _find_box(link: "etree._Element", besides: "dict[etree._Element, int]") -> "etree._Element":
    """Return the outermost box around a card in which little stands besides cards."""
    boxes = takewhile(
        lambda it: besides.get(it, _LABEL_WORDS + 1) <= _LABEL_WORDS, link.iterancestors()
    )
    return next(iter(deque(boxes, maxlen=1)), link)


def _list_labels(boxes: "frozenset[etree._Element]") -> "Iterator[etree._Element]":
    """Yield the headings right above cards, where nothing but another heading is below these."""
    for box in boxes:
        label = box.getprevious()
        if label is None or label.tag not in _HEADINGS or (label.tail or "").strip():
            continue
        below = next((it for it in box.itersiblings() if it not in boxes), None)
        if (below is None or below.tag in _HEADINGS) and _count_words(label) <= _LABEL_WORDS:
            yield label


def _count_words(element: "etree._Element") -> int:
    return count_line_words(element_to_text(element))
