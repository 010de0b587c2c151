"""What stands below the end of a report: readers' comments, and what is for newsrooms only."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from feeds.normalize.furniture import Line
from feeds.normalize.press_words import begins_note, is_hashes, marks_end
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

    It is that of the readers' comments, of a mark of the end, or of a note to newsrooms. A mark
    has at least as many paragraphs above as below it; a note has two above it, or as many; and
    below the mark ``###`` stands none.

    Args:
        lines: With their kinds, in order.
    """
    comments = find_comments(lines)
    above = [0, *accumulate(line.kind == "prose" for line in lines[:comments])]
    ends = (it for it in range(comments) if _ends(lines[it], above[it], above[-1] - above[it]))
    return next(ends, comments)


def _ends(line: Line, above: int, below: int) -> bool:
    """Tell whether a line ends the report, with so many paragraphs above and not above it."""
    if not above:
        return False
    if begins_note(line.folded):
        return above >= min(_PARAGRAPHS, below)
    return (marks_end(line.text) and above >= below) or (is_hashes(line.text) and not below)
