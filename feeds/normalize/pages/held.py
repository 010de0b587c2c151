"""Boxes of a page that hold its report, though they have names of what is none of it.

Programs name a box after what else is in it (``paragraphWithShareButton``), or after who wrote
what is in it, as in a debate of several authors.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from lxml import etree

from feeds.normalize.furniture.lines import names_furniture
from feeds.normalize.pages.body import has_linked_heading, name_kind
from feeds.normalize.pages.boxes import is_only_named, names_author, names_others
from feeds.normalize.pages.loose import count_parted
from feeds.text.characters import join_line
from feeds.text.markup import element_to_text
from feeds.text.words import fold_text

_PART_WORDS: Final = 8
_LEAST_PARAGRAPHS: Final = 2
# Of the report's words so many at least, where it goes on below; and where it does not.
_SHARE_WITHIN: Final = 1 / 3
_SHARE_BELOW: Final = 1 / 2
# Several authors that have boxes among its paragraphs speak in them; notes on them stand below.
_SHARE_OF_AUTHORS: Final = 1 / 5
# Boxes in boxes are looked at so deep.
_MOST_ROUNDS: Final = 4
_ASKING: Final = ("form", "input")

# What a site offers to readers, and how it talks to them; folded. Both stand in one paragraph of a
# few: a report on newsletters is longer, or talks to nobody.
_OFFERED: Final = re.compile(
    r"\b(?:newsletters?|mailing list|podcasts?|apps?|subscri\w{2,8}|infolettre|abonn\w{1,8}|abos?"
    r"|digitalabo|boletin(?:es)?|suscri\w{2,9}|abbona\w{2,7}|iscri\w{2,8}|boletim|assin(?:e|atura|ar)"
    r"|nieuwsbrief|nyhetsbrev\w{0,3}|uutiskirje\w{0,4}|biuletyn\w{0,2}|prenumer\w{1,6}|bulten\w{0,5}"
    r"|рассылк\w{1,2}|подпи[сш]\w{1,7}|розсилк\w{1,2})\b|ニュースレター|メルマガ|订阅|訂閱|電子報|구독|뉴스레터"
)
_ADDRESSED: Final = re.compile(
    r"\b(?:our|your|you|we|us|unser\w{0,2}|ihr\w{0,2}|ihnen|sie|du|dein\w{0,2}|wir|notre|nos|votre"
    r"|vos|vous|nous|nuestr[oa]s?|tus?|te|usted|nostr[oiae]|tu[oa]|tuoi|vostr[oiae]|ti|noss[oa]s?"
    r"|seus?|voce|ons|onze|je|jouw?|uw|nasz\w{0,2}|twoj\w{0,2}|var[at]?|din[a]?|vores|наш\w{0,2}"
    r"|ваш\w{0,2}|вам|вы|size)\b|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_FEW_PARAGRAPHS: Final = 3

_Words: TypeAlias = "Mapping[etree._Element, int]"  # noqa: SLF001 - lxml has no other name for it
_Boxes: TypeAlias = "Sequence[etree._Element]"  # noqa: SLF001
_Kind: TypeAlias = tuple[str, str | None]


def list_held(body: "etree._Element", boxes: _Boxes, words: _Words) -> "frozenset[etree._Element]":
    """Return the boxes that hold much of the report, alone or with others of their kind.

    They are compared with what stands in no box at all. Below the report other reports stand, and
    notes on its authors: there boxes must hold half of it. What others wrote is none of it, unless
    no paragraph stands elsewhere.

    Args:
        body: The element with the report in it.
        boxes: What is none of it by its tag or names, in order.
        words: Of the paragraphs of each element.
    """
    told = [it for it in boxes if words[it] >= _PART_WORDS]
    held: set[etree._Element] = set()
    for _ in range(_MOST_ROUNDS if any(map(is_only_named, told)) else 0):
        found = _list_more(body, [it for it in told if it not in held], words)
        if not found:
            break
        held |= found
    return frozenset(held)


def _list_more(body: "etree._Element", boxes: _Boxes, words: _Words) -> "set[etree._Element]":
    """Return those of the outermost boxes that hold much of the report."""
    # What stands in a box with most of the words is looked at, too.
    most = {it for it in boxes if 2 * words[it] > words[body] and is_only_named(it)}
    apart = {it for it in boxes if it not in most}
    outer = [it for it in boxes if it in apart and apart.isdisjoint(it.iterancestors())]
    own = words[body] - sum(words[it] for it in outer)
    groups = _group(it for it in outer if is_only_named(it) and not _asks(it))
    around = _group(most)
    large = []
    for kind, group in groups.items():
        if own >= _PART_WORDS and _offers(group):
            continue
        alike = around.get(kind, [])
        if alike or _is_large(body, group, own, words, apart):
            large += [group] if _is_told([*alike, *group], words) else []
    ours = [it for it in large if not any(map(names_others, it))]
    return {box for group in ours or (large if own < _PART_WORDS else ()) for box in group}


def _offers(group: _Boxes) -> bool:
    """Tell whether boxes hold a few paragraphs, one of which offers a newsletter or the like."""
    texts = [element_to_text(it) for box in group for it in box.iter("p")]
    told = [fold_text(join_line(it)) for it in texts if count_parted(it) >= _PART_WORDS]
    if len(told) > _FEW_PARAGRAPHS:
        return False
    return any(_OFFERED.search(it) and _ADDRESSED.search(it) for it in told)


def _asks(box: "etree._Element") -> bool:
    """Tell whether a box asks the reader for something."""
    return next(box.iter(*_ASKING), None) is not None


def _group(boxes: "Iterable[etree._Element]") -> "dict[_Kind, list[etree._Element]]":
    """Return boxes by their kinds."""
    groups: dict[_Kind, list[etree._Element]] = {}
    for box in boxes:
        groups.setdefault(_find_kind(box), []).append(box)
    return groups


def _find_kind(box: "etree._Element") -> _Kind:
    """Return what boxes of one kind share: tag and class; the first of those of authors.

    Sides of a debate have others behind it: "author-box author-box--left".
    """
    name = name_kind(box)
    return (str(box.tag), name.split(maxsplit=1)[0] if name and names_author(box) else name)


def _is_large(
    body: "etree._Element", group: _Boxes, own: int, words: _Words, apart: "set[etree._Element]"
) -> bool:
    """Tell whether boxes hold much of the report.

    Args:
        body: The element with the report in it.
        group: The boxes.
        own: How many words stand in no box.
        words: Of the paragraphs of each element.
        apart: All such boxes.
    """
    here = sum(words[it] for it in group)
    if here >= _SHARE_BELOW * (own + here):
        return True
    several = len(group) > 1 and names_author(group[0])
    within = _SHARE_OF_AUTHORS if several else _SHARE_WITHIN
    return here >= within * (own + here) and _goes_on(body, group[-1], apart)


def _goes_on(body: "etree._Element", box: "etree._Element", apart: "set[etree._Element]") -> bool:
    """Tell whether a paragraph stands behind a box, and in no other."""
    behind = iter(body.iter())
    for element in behind:
        if element is box:
            break
    return any(
        count_parted(element_to_text(it)) >= _PART_WORDS and apart.isdisjoint(it.iterancestors())
        for it in behind
        if it.tag == "p"
    )


def _is_told(group: _Boxes, words: _Words) -> bool:
    """Tell whether boxes hold several paragraphs that are neither links nor the site's."""
    if any(map(has_linked_heading, group)):
        return False
    texts = [element_to_text(it) for box in group for it in box.iter("p")]
    told = [it for it in texts if count_parted(it) >= _PART_WORDS and not names_furniture(it)]
    linked = sum(_count(box.iter("a")) for box in group)
    here = sum(words[it] for it in group)
    return len(told) >= _LEAST_PARAGRAPHS and 2 * linked < here < 2 * sum(map(count_parted, told))


def _count(elements: "Iterable[etree._Element]") -> int:
    return sum(count_parted(element_to_text(it)) for it in elements)
