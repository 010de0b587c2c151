"""Paragraphs of a page that stand loose in its boxes: they are marked as paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from feeds.normalize.furniture.lines import WITHOUT_SPACES
from feeds.normalize.pages.boxes import is_furniture
from feeds.text.markup import BLOCKS, element_to_text

_BOXES: Final = ("body", "div", "section", "article", "main", "center", "form", "td")
# Two of them part paragraphs.
_BREAKS: Final = 2
_LEAST_WORDS: Final = 8
_LEAST_LETTERS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Loose text between blocks or breaks.

    Attributes:
        before: The element behind which it stands; None for the first.
        text: Of the box itself, up to the first element.
        inside: The elements of it, each with the text behind it.
    """

    before: "etree._Element | None"
    text: str
    inside: "list[etree._Element]" = field(default_factory=list)


def mark_loose(root: "etree._Element") -> None:
    """Put the paragraphs that stand loose in boxes into elements of their own.

    Programs write ``<div>One.<br><br>Two.</div>``, or a ``div`` for each paragraph. What is mostly
    a link, or has but a few words, stays as it is; so do the cells of tables with one paragraph.

    Args:
        root: Of the page.
    """
    for box in list(root.iter(*_BOXES)):
        if _has_loose(box):
            _mark_box(box)


def count_parted(text: str) -> int:
    """Return how many words stand between spaces; where none are parted, two signs are one."""
    unparted = 0 if text.isascii() else len(WITHOUT_SPACES.findall(text)) // 2
    return len(text.split()) + unparted


def _has_loose(box: "etree._Element") -> bool:
    """Tell whether enough of an element's words stand in no element inside: quick."""
    letters = len((box.text or "").strip())
    parted = 0
    for child in box:
        letters += len((child.tail or "").strip())
        parted += child.tag in {"br", "p", "div"}
    return letters >= _LEAST_LETTERS and (box.tag != "td" or parted >= _BREAKS)


def _mark_box(box: "etree._Element") -> None:
    """Put each paragraph that stands loose in a box into one of its own, or make it one."""
    runs = [run for run in _list_runs(box) if _is_paragraph(run)]
    if not runs or next(box.iterancestors("a"), None) is not None:
        return
    if len(runs) == 1 and box.tag == "div" and _is_whole(box):
        # What is marked as a whole report is no paragraph.
        if not is_furniture(box) and box.get("itemprop") is None:
            box.tag = "p"
        return
    for run in runs:
        _mark_run(box, run)


def _is_whole(box: "etree._Element") -> bool:
    """Tell whether no blocks stand in a box, nor breaks that part its words."""
    if next(box.iterdescendants(*BLOCKS), None) is not None:
        return False
    behind = (it.getnext() for it in box.iter("br"))
    return all(it is None or it.tag != "br" for it in behind)


def _list_runs(box: "etree._Element") -> Iterator[_Run]:
    """Yield the runs of loose text in a box, in order; one or more breaks, or blocks, part them."""
    run = _Run(before=None, text=box.text or "")
    breaks: list[etree._Element] = []
    for child in box:
        if child.tag == "br" and not (child.tail or "").strip():
            breaks.append(child)
            continue
        if child.tag == "br":
            breaks.append(child)
        elif _holds_block(child):
            breaks = []
            yield run
            run = _Run(before=child, text=child.tail or "")
            continue
        if len(breaks) >= _BREAKS:
            yield run
            last = breaks[-1]
            run = _Run(before=last, text=last.tail or "")
        else:
            run.inside.extend(breaks)
        breaks = []
        if child.tag != "br":
            run.inside.append(child)
    yield run


def _holds_block(element: "etree._Element") -> bool:
    """Tell whether an element is a block, or one stands in it."""
    return element.tag in BLOCKS or next(element.iterdescendants(*BLOCKS), None) is not None


def _mark_run(box: "etree._Element", run: _Run) -> None:
    """Put a run of text into a paragraph."""
    paragraph = box.makeelement("p")
    paragraph.text = run.text
    if run.before is None:
        box.text = None
        box.insert(0, paragraph)
    else:
        run.before.tail = None
        run.before.addnext(paragraph)
    paragraph.extend(run.inside)


def _is_paragraph(run: _Run) -> bool:
    """Tell whether a run has the words of a paragraph, and most of them in no link."""
    plain = run.text + "".join(it.tail or "" for it in run.inside)
    linked = ""
    for element in run.inside:
        if element.tag == "a":
            linked += element_to_text(element)
        else:
            plain += element_to_text(element)
    count = count_parted(plain)
    return count >= _LEAST_WORDS and count_parted(linked) < count
