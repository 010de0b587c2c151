"""What stands below the end of a report: readers' comments, and what is for newsrooms only."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from feeds.normalize.furniture.lines import Line
from feeds.normalize.furniture.press_words import is_hashes, marks_end, names_contact, names_note
from feeds.normalize.pasted.reader_comments import find_comments

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
    last = {line.folded: place for place, line in enumerate(lines)}
    for place, line in enumerate(lines[:comments]):
        above = bisect(prose, place)
        if names_note(line.folded) and above >= _PARAGRAPHS:
            return place
        if above and _marks_end(line):
            # Where it stands again it is that of the next text.
            below = lines[place + 1 : place + 2] if last[line.folded] == place else ()
            if above == len(prose) or any(map(_is_for_newsrooms, below)):
                return place
    return comments


def _marks_end(line: Line) -> bool:
    """Tell whether a line is a mark of the end of a text."""
    return marks_end(line.text) or is_hashes(line.text)


def _is_for_newsrooms(line: Line) -> bool:
    """Tell whether a line is a label above notes or contacts."""
    return names_note(line.folded) or names_contact(line.text, line.folded)
