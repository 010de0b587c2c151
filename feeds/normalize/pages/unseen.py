"""What programs show or hide of a page, and is the report's; and marks that they leave in it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from lxml import etree

from feeds.normalize.furniture.lines import count_line_words, names_furniture
from feeds.normalize.pasted.content import tells_sentence
from feeds.text.characters import join_line
from feeds.text.markup import element_to_text

_UNSEEN: Final = ("noscript", "template")
_FEWEST: Final = 2
# Paragraphs of each are looked for among all.
_MOST_BOXES: Final = 50
_REPORTS: Final = ("article", "main")
# Programs fill in what stands there.
_BLANKS: Final = ("{{", "${", "<%")
# A report about markup shows it as code.
_CODE: Final = frozenset({"pre", "code", "kbd", "samp", "tt"})
_REMAINS: Final = re.compile(
    r"<!--[^<>]{0,200}-->|<!\[CDATA\[|\]\]>"
    r"|^\s*-->|-->\s*$|<!--\s*$|^\s*(?:<\?(?:php|xml)?\s[^<>]{0,200})?\?>"
)


def open_unseen(root: "etree._Element") -> None:
    """Make boxes of what a page shows without programs only, or with them only, if it is a report.

    It has two paragraphs that stand nowhere else in the page, and is most of it or stands in an
    article. That a page wants programs is no report.

    Args:
        root: Of the page.
    """
    boxes = [(box, _list_prose(box)) for box in root.iter(*_UNSEEN)]
    told = [(box, own) for box, own in boxes if len(own) >= _FEWEST][:_MOST_BOXES]
    every = Counter(map(_read_line, root.iter("p"))) if told else Counter[str]()
    words = sum(count_line_words(it) * count for it, count in every.items())
    reports = {box for box, own in told if _is_report(box, own, every, words)}
    for box, _ in boxes:
        box.tag = "div" if box in reports else _UNSEEN[0]


def drop_remains(body: "etree._Element") -> None:
    """Take marks of comments and the like out of the words of a report, where it shows no code.

    Args:
        body: The element with the report in it.
    """
    for element in body.iter():
        if element.text and _may_remain(element.text) and not _shows_code(element):
            element.text = _REMAINS.sub("", element.text)
        parent = element.getparent()
        if element.tail and _may_remain(element.tail) and parent is not None:
            element.tail = element.tail if _shows_code(parent) else _REMAINS.sub("", element.tail)


def _is_report(
    box: "etree._Element", own: Sequence[str], every: Mapping[str, int], words: int
) -> bool:
    """Tell whether a box holds paragraphs of the page's report.

    Args:
        box: The box.
        own: Its paragraphs.
        every: How often each paragraph stands in the page.
        words: Of all these.
    """
    if any(map(names_furniture, own)):
        return False
    if any(blank in text for text in own for blank in _BLANKS):
        return False
    inside = Counter(map(_read_line, box.iter("p")))
    if any(every[text] > inside[text] for text in own):
        return False
    here = sum(count_line_words(it) * count for it, count in inside.items())
    return 2 * here > words or next(box.iterancestors(*_REPORTS), None) is not None


def _read_line(element: "etree._Element") -> str:
    return join_line(element_to_text(element))


def _list_prose(box: "etree._Element") -> list[str]:
    """Return the paragraphs in a box that are sentences of more than a few words."""
    texts = map(_read_line, box.iter("p"))
    return list(filter(tells_sentence, texts))


def _may_remain(text: str) -> bool:
    """Tell whether there may be marks in a text; quick."""
    return ">" in text or "<!" in text


def _shows_code(element: "etree._Element") -> bool:
    """Tell whether an element shows code as such."""
    return any(it.tag in _CODE for it in (element, *element.iterancestors()))
