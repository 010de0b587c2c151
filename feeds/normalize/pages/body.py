"""Where the report stands in a page: the element around it, and the others that go on with it."""

import re
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import Final, TypeAlias

from lxml import etree

from feeds.normalize.furniture.lines import ends_sentence, names_furniture
from feeds.normalize.pages.boxes import DROPPED, is_furniture
from feeds.normalize.pages.loose import count_parted
from feeds.text.markup import element_to_text

_MIN_WORDS: Final = 40
_PART_WORDS: Final = 8
_LEAST_PARAGRAPHS: Final = 2
# So many empty boxes stand between two parts at most.
_MOST_BETWEEN: Final = 20
_MIN_SHARE: Final = 0.15
_MOST: Final = 0.6
_APART: Final = frozenset({"aside", "footer", "nav", "dialog", "noscript"})
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
# An article with one of these is another report: of a list, or the next one to read.
_OWN_HEAD: Final = ("h1", "header", "time")
_PARTING: Final = (*_OWN_HEAD, "hr")

_NUMBERS: Final = re.compile(r"\d+")

# How many words the paragraphs of each element have; of a page, in order.
_Words: TypeAlias = "dict[etree._Element, int]"  # noqa: SLF001 - lxml has no other name for it


def count_words(root: "etree._Element") -> _Words:
    """Return for every element, in order, how many words its paragraphs have."""
    words = {
        element: count_parted("".join(map(str, element.itertext()))) if element.tag == "p" else 0
        for element in root.iter()
    }
    for element in reversed(words):
        parent = element.getparent()
        if parent is not None:
            words[parent] += words[element]
    return words


def count_unlinked(root: "etree._Element") -> _Words:
    """Return for every element how many words stand in it, but for links and what is never read."""
    words = {
        element: sum(map(count_parted, filter(None, (element.text, *(it.tail for it in element)))))
        for element in root.iter()
    }
    for element in reversed(words):
        parent = element.getparent()
        silent = element.tag == "a" or (element.tag in DROPPED and element.tag != "form")
        if parent in words and not silent:
            words[parent] += words[element]
    return words


def find_body(root: "etree._Element", words: _Words) -> "etree._Element | None":
    """Return the element with the report in it; None where there is not even a body.

    Looked for in this order: what the page marks as ``articleBody``, the article element, the
    main element, the element whose own paragraphs have most words (or the one around it and others
    of its class); and, of a page without paragraphs, what is marked, or the article or main element
    with most of its words. Where others beside it go on with the report, or it holds the first
    lines only, all of them are put into one.

    Args:
        root: Of the page.
        words: Of its elements; gets those of an element that is made.
    """
    elements = list(words)
    marked = [it for it in elements if "articleBody" in it.get("itemprop", "").split()]
    places = (
        marked,
        [element for element in elements if element.tag == "article"],
        [element for element in elements if "main" in (element.tag, element.get("role"))],
    )
    least = max(_MIN_WORDS, words[root] * _MIN_SHARE)
    for found in places:
        own = [element for element in found if words[element] >= least]
        best = max((it for it in own if not _stands_apart(it)), key=words.__getitem__, default=None)
        if best is not None:
            return _join_parts(_list_parts(best, words) + _list_longer(best, words), words)
    densest = _find_densest(root)
    if densest is not None:
        return _join_parts(_list_parts(densest, words), words)
    most = max(_MIN_WORDS, _MOST * count_parted(element_to_text(root)))
    wordiest = [_find_wordiest(marked, _MIN_WORDS), *(_find_wordiest(it, most) for it in places)]
    return next((it for it in wordiest if it is not None), root.find("body"))


def _stands_apart(element: "etree._Element") -> bool:
    """Tell whether an element is a comment or stands in a footer, a side column or a menu."""
    return any(
        ancestor.tag in _APART or "comment" in ancestor.get("class", "").lower()
        for ancestor in (element, *element.iterancestors())
        if ancestor.tag not in {"html", "body"}
    )


def _list_parts(best: "etree._Element", words: _Words) -> "list[etree._Element]":
    """Return an element and those beside it that go on with its report.

    They may stand beside the box that holds nothing but the element, too.
    """
    around = best.getparent()
    if around is None or best.tag == "body":
        return [best]
    parts = [it for it in around if it is best or _goes_on(it, best, words)]
    box = best
    while len(parts) == 1 and around is not None and around.tag != "body":
        if words[around] > words[best]:
            return [best]
        box, around = around, around.getparent()
        beside = () if around is None else around
        parts = [
            it for it in beside if it is box or (_goes_on(it, box, words) and _tells_more(it, box))
        ]
    return parts if len(parts) > 1 else [best]


def _goes_on(element: "etree._Element", best: "etree._Element", words: _Words) -> bool:
    """Tell whether an element goes on with the report that another holds most of."""
    if words[element] < _PART_WORDS or _is_apart(element):
        return False
    if not _is_alike(element, best) and not _tells_more(element, best):
        return False
    linked = sum(count_parted(element_to_text(link)) for link in element.iter("a"))
    return 2 * linked < words[element] and not has_linked_heading(element)


def _is_alike(element: "etree._Element", best: "etree._Element") -> bool:
    """Tell whether an element may be a part as another is: both marked, or of one tag and class.

    Without a class they are articles, or stand in a box of their own; and what has a name or begins
    with a heading is another thing. Loose paragraphs of the whole page are rather the site's.
    """
    inside = next(element.iterancestors()).tag != "body"
    if element.tag == "p":
        return inside
    if "articleBody" in element.get("itemprop", "") and "articleBody" in best.get("itemprop", ""):
        return True
    if element.tag != best.tag or name_kind(element) != name_kind(best):
        return False
    if element.tag == "article" and next(element.iter(*_OWN_HEAD), None) is not None:
        return False
    named = element.get("id") is not None or best.get("id") is not None
    plain = not named and (inside or element.tag == "article")
    return not _begins_with_heading(element) and (bool(element.get("class")) or plain)


def name_kind(element: "etree._Element") -> str | None:
    """Return the class of an element without numbers: parts are numbered."""
    name = element.get("class")
    return None if name is None else _NUMBERS.sub("", name)


def _tells_more(element: "etree._Element", best: "etree._Element") -> bool:
    """Tell whether a box of another kind has paragraphs, and no head of its own.

    Both stand in one box; or one right behind the other in the page, and the site says nothing.
    """
    if element.tag not in {"div", "section"} or _begins_with_heading(element):
        return False
    loose = next(element.iterancestors()).tag == "body"
    if loose and not (_stands_behind(element, best) or _stands_behind(best, element)):
        return False
    if next(element.iter(*_PARTING), None) is not None:
        return False
    texts = map(element_to_text, element.iter("p"))
    told = [it for it in texts if count_parted(it) >= _PART_WORDS and ends_sentence(it)]
    return len(told) >= _LEAST_PARAGRAPHS and not (loose and any(map(names_furniture, told)))


def _stands_behind(element: "etree._Element", other: "etree._Element") -> bool:
    """Tell whether an element is the next with words behind another, but for the site's boxes."""
    near = islice(other.itersiblings(), _MOST_BETWEEN)
    behind = (it for it in near if element_to_text(it) and not is_furniture(it))
    return next(behind, None) is element


def _begins_with_heading(element: "etree._Element") -> bool:
    """Tell whether a heading stands above the first paragraph of an element."""
    first = next(element.iter(*_HEADINGS, "p"), None)
    return first is not None and first.tag in _HEADINGS


def _is_apart(element: "etree._Element") -> bool:
    """Tell whether an element is a box of the site's, or stands in one."""
    around = (element, *element.iterancestors())
    boxes = (it for it in around if it.tag not in {"html", "body"})
    return _stands_apart(element) or any(map(is_furniture, boxes))


def has_linked_heading(element: "etree._Element") -> bool:
    """Tell whether a heading is a link: then another page has what it heads.

    In a box of the site's it stands beside other words.
    """
    linked = (
        it
        for it in element.iter(*_HEADINGS)
        if it.find(".//a") is not None or next(it.iterancestors("a"), None) is not None
    )
    return any(not _stands_in_furniture(it, element) for it in linked)


def _stands_in_furniture(inner: "etree._Element", element: "etree._Element") -> bool:
    """Tell whether a box of the site's stands around something inside of an element."""
    around = takewhile(lambda it: it is not element, inner.iterancestors())
    return any(map(is_furniture, around))


def _list_longer(best: "etree._Element", words: _Words) -> "list[etree._Element]":
    """Return the element outside of another whose own paragraphs say more than all of that."""
    own: _Words = {}
    for element in words:
        parent = element.getparent() if element.tag == "p" else None
        if parent is not None:
            own[parent] = own.get(parent, 0) + words[element]
    longer = [it for it in own if own[it] > words[best] and best not in it.iterancestors()]
    near = [it for it in longer if it is not best and _stands_near(it, best) and not _is_apart(it)]
    return [max(near, key=own.__getitem__)] if near else []


def _stands_near(element: "etree._Element", best: "etree._Element") -> bool:
    """Tell whether an element is the page's main one, or in a box with another: no banner is."""
    around = set(best.iterancestors())
    shared = next((it for it in element.iterancestors() if it in around), None)
    inside = shared is not None and shared.tag not in {"html", "body"}
    return element.tag == "main" or inside


def _join_parts(parts: "Sequence[etree._Element]", words: _Words) -> "etree._Element":
    """Return one element with others in it, and with what stands between them."""
    if len(parts) == 1:
        return parts[0]
    around = _find_around(parts)
    inside = {it for part in parts for it in (part, *part.iterancestors())}
    holding = [it for it in around if it in inside]
    if not holding or around in parts:
        return around
    box = around.makeelement("div")
    holding[0].addprevious(box)
    end = around.index(holding[-1]) + 1
    between = list(around)[around.index(box) + 1 : end]
    box.extend(between)
    words[box] = sum(words[it] for it in between)
    return box


def _find_wordiest(found: "Sequence[etree._Element]", least: float) -> "etree._Element | None":
    """Return the element around those with more than a few words; None if it has too few."""
    parts = [it for it in found if count_parted(element_to_text(it)) >= _PART_WORDS]
    if not parts or any(map(_stands_apart, parts)):
        return None
    around = _find_around(parts)
    return around if count_parted(element_to_text(around)) >= least else None


def _find_densest(root: "etree._Element") -> "etree._Element | None":
    """Return the element whose own paragraphs have most words; None if none has many.

    Where others of its class have paragraphs, too, the report stands in parts: then it is the
    nearest element around all of them.
    """
    words: _Words = {}
    for paragraph in root.iter("p"):
        parent = paragraph.getparent()
        if parent is not None:
            words[parent] = words.get(parent, 0) + count_parted(element_to_text(paragraph))
    best = max(words, key=lambda element: words[element], default=None)
    if best is None or words[best] < _MIN_WORDS:
        return None
    name = best.get("class")
    parts = [it for it in words if name and it.get("class") == name and words[it] >= _PART_WORDS]
    return _find_around(parts) if len(parts) > 1 else best


def _find_around(parts: "Sequence[etree._Element]") -> "etree._Element":
    """Return the nearest element around others, or the one of them that holds the others."""
    first, *rest = parts
    shared = [{it, *it.iterancestors()} for it in rest]
    return next(
        it for it in (first, *first.iterancestors()) if all(it in around for around in shared)
    )
