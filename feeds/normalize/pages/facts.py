"""Boxes beside the text of a report that are part of it: facts, numbers, who is who."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from feeds.normalize.furniture.lines import PROSE_WORDS, count_line_words, names_furniture
from feeds.normalize.pages.boxes import is_named_furniture
from feeds.normalize.pasted.content import tells_sentence
from feeds.text.characters import join_line
from feeds.text.markup import element_to_text
from feeds.text.words import fold_text

_FEWEST_ITEMS: Final = 2
_LINKED: Final = 1 / 3
# What asks the reader for something is the site's.
_ASKING: Final = ("form", "button", "input", "iframe", "select", "nav", "time")
_ITEMS: Final = ("li", "dd", "tr")
_ALONE: Final = frozenset({"aside", "div", "section", "li", "p", "h2", "h3", "h4", "h5", "h6"})
_WORD: Final = re.compile(r"[a-z]+")
# Names of boxes that tell of people of the site, and those that boxes of facts have.
_SITE_NAMES: Final = frozenset({"author", "authors", "bio", "profile", "teaser", "teasers", "more"})
_FACT_NAMES: Final = frozenset(
    {
        *("fact", "facts", "factbox", "factsheet", "keyfacts", "info", "infobox", "background"),
        *("explainer", "glossary", "timeline", "hintergrund", "fakten", "infokasten", "encadre"),
        *("recuadro", "despiece", "scheda", "riquadro", "ficha", "kader", "faktaruta", "faktaboks"),
    }
)


def list_fact_boxes(body: "etree._Element") -> "frozenset[etree._Element]":
    """Return the ``aside`` elements of a report that are part of it.

    They stand between two of its paragraphs, or are named as boxes of facts. They hold a sentence
    or a list, ask for nothing, have few links and none on a line of its own, and do not say again
    what the report says, as quotes in large letters do.

    Args:
        body: The element with the report in it.
    """
    if next(body.iterdescendants("aside"), None) is None:
        return frozenset()
    told = False
    between: list[etree._Element] = []
    waiting: list[etree._Element] = []
    for element in body.iterdescendants("aside", "p"):
        if element.tag == "aside":
            waiting += [element] if told else []
        elif _is_prose(element) and next(element.iterancestors("aside"), None) is None:
            between += waiting
            told, waiting = True, []
    below = [it for it in waiting if _FACT_NAMES & _list_names(it)]
    boxes = [it for it in (*between, *below) if _tells_facts(it)]
    own = "\n".join(map(_fold_line, _list_own(body))) if boxes else ""
    return frozenset(it for it in boxes if _longest_line(it) not in own)


def _tells_facts(box: "etree._Element") -> bool:
    """Tell whether a box holds a sentence or a list, and nothing of the site."""
    if is_named_furniture(box) or _SITE_NAMES & _list_names(box):
        return False
    if next(box.iter(*_ASKING), None) is not None:
        return False
    text = element_to_text(box)
    words = count_line_words(text)
    linked = sum(count_line_words(element_to_text(it)) for it in box.iter("a"))
    if words < PROSE_WORDS or linked > _LINKED * words or _has_lone_link(box):
        return False
    listed = sum(1 for _ in box.iter(*_ITEMS)) >= _FEWEST_ITEMS
    lines = [join_line(it) for it in text.split("\n\n")]
    told = listed or any(map(tells_sentence, lines))
    return told and not any(map(names_furniture, lines))


def _has_lone_link(box: "etree._Element") -> bool:
    """Tell whether a link is all that stands in the block around it."""
    told: dict[etree._Element, list[str]] = {}
    for link in box.iter("a"):
        around = next(it for it in link.iterancestors() if it.tag in _ALONE)
        if around not in told:
            told[around] = _list_words(around)
        if told[around] == _list_words(link):
            return True
    return False


def _list_words(element: "etree._Element") -> list[str]:
    return "".join(map(str, element.itertext())).split()


def _list_own(body: "etree._Element") -> Iterator[str]:
    """Yield the paragraphs and items of a report that stand in no such box."""
    for element in body.iter("p", "li"):
        if next(element.iterancestors("aside"), None) is None:
            yield element_to_text(element)


def _longest_line(box: "etree._Element") -> str:
    """Return the longest line of a box, for comparing, without quotes and stops around it."""
    lines = map(_fold_line, element_to_text(box).split("\n\n"))
    return max(lines, key=len).strip(" \"'“”„«»‘’.…")


def _fold_line(text: str) -> str:
    """Return text on one line, for comparing."""
    return fold_text(join_line(text))


def _is_prose(element: "etree._Element") -> bool:
    """Tell whether an element is a paragraph of more than a few words."""
    return count_line_words(element_to_text(element)) >= PROSE_WORDS


def _list_names(element: "etree._Element") -> frozenset[str]:
    """Return the words of an element's class and id."""
    return frozenset(_WORD.findall(f"{element.get('class', '')} {element.get('id', '')}".lower()))
