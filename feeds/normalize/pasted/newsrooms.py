"""Lines that are for newsrooms above a report or below it, and the report's own inside of it."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from feeds.normalize.furniture.lines import PROSE_WORDS, Kind, Line, ends_sentence
from feeds.normalize.furniture.press_words import announces_contact, names_contact
from feeds.normalize.furniture.wire import is_for_newsrooms


def keep_inside(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, those for newsrooms as any others where the report stands around them.

    A remark in brackets between two paragraphs may be a hint of the report's; and a subheading
    below the contacts of an office would be taken for the headline of another report. What
    announces contacts goes with them.

    Args:
        lines: With their kinds, in order.
    """
    return _tell_announcing(_tell_contacts(_tell_inside(lines)))


def _tell_inside(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, those between paragraphs as the report's that elsewhere are for newsrooms."""
    prose = [place for place, line in enumerate(lines) if line.kind == "prose"]
    inside = range(prose[0], prose[-1]) if prose else range(0)
    return tuple(
        replace(line, kind=_judge_told(line.text, line.words))
        if place in inside and line.kind == "furniture" and is_for_newsrooms(line.text, line.folded)
        else line
        for place, line in enumerate(lines)
    )


def _judge_told(text: str, words: int) -> Kind:
    """Return what a line is whose words and looks say nothing."""
    if not ends_sentence(text):
        return "title"
    return "prose" if words >= PROSE_WORDS else "sentence"


def _tell_contacts(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, labels above contacts as unknown where a subheading stands above what follows.

    Below what leads elsewhere it would be the headline of another report.
    """
    prose = [place for place, line in enumerate(lines) if line.kind == "prose"]
    return tuple(
        replace(line, kind="title")
        if line.kind == "related"
        and names_contact(line.text, line.folded)
        and (below := prose[(it := bisect(prose, place)) : it + 1])
        and lines[below[0] - 1].kind == "title"
        else line
        for place, line in enumerate(lines)
    )


def _tell_announcing(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, those that announce the contacts right below them as what these are."""
    return tuple(
        replace(line, kind="related")
        if label is not None
        and label.kind == "related"
        and names_contact(label.text, label.folded)
        and announces_contact(line.text, line.folded)
        else line
        for line, label in zip_longest(lines, lines[1:])
    )
