"""What stands below the end of a report: readers' comments, and what is for newsrooms only."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from feeds.normalize.furniture import Line
from feeds.normalize.press_words import is_hashes, marks_end, names_contact, names_note
from feeds.normalize.reader_comments import find_comments

_PARAGRAPHS: Final = 2


def mark_past(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, those past the end of the report as what leads elsewhere.

    Args:
        lines: With their kinds, in order.
    """
    end = find_end(lines)
    return (*lines[:end], *(replace(line, kind="related") for line in lines[end:]))


def find_end(lines: Sequence[Line]) -> int:
    """Return the place behind the last line that may be the report's.

    It is that of the readers' comments, of a label above notes to newsrooms with two paragraphs
    above it, or of a mark of the end that has one, and below it none, or first such a label or one
    above contacts. What else stands below a mark may be the next part, or another report.

    Args:
        lines: With their kinds, in order.
    """
    comments = find_comments(lines)
    prose = [place for place, line in enumerate(lines[:comments]) if line.kind == "prose"]
    ends = (it for it in range(comments) if _ends(lines, it, bisect(prose, it), len(prose)))
    return next(ends, comments)


def _ends(lines: Sequence[Line], place: int, above: int, told: int) -> bool:
    """Tell whether a line ends the report, with so many of its paragraphs above it."""
    line = lines[place]
    if names_note(line.folded):
        return above >= _PARAGRAPHS
    if not above or not (marks_end(line.text) or is_hashes(line.text)):
        return False
    if any(it.folded == line.folded for it in lines[place + 1 :]):  # that of the next text
        return above == told
    below = next(iter(lines[place + 1 :]), line)
    return above == told or names_note(below.folded) or names_contact(below.text, below.folded)
