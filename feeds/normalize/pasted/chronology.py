"""Days inside a report, which tell when something happened, and not when it was published."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from feeds.normalize.furniture.lines import READ, Line, goes_on, tells_happened

_LEAST_BEGUN: Final = 3
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_DIGITS: Final = re.compile(r"\d+")


def mark_chronology(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, days of one form that stand right above paragraphs as their titles.

    The first may stand right below the headline, the others between paragraphs. Below a byline
    stands the day of the report.
    """
    found: dict[str, dict[int, str]] = {}
    inside: set[str] = set()
    for place, (line, below) in enumerate(pairwise(lines)):
        above = lines[place - 1].kind if place else None
        if tells_happened(line) and below.kind in READ and above != "byline":
            form = _LETTERS.sub("a", _DIGITS.sub("9", line.text))
            found.setdefault(form, {})[place] = line.folded
            inside.update((form,) if above in READ else ())
    several = (found[form] for form in inside if len(set(found[form].values())) > 1)
    return _make_titles(lines, {place for days in several for place in days})


def mark_days(lines: Sequence[Line], opening: int) -> tuple[Line, ...]:
    """Return lines, days between lines of the report as its titles, several in a row as well.

    Args:
        lines: As judged.
        opening: Where the report begins.
    """
    places = {*_list_wrapped(lines, opening)}
    start = opening
    for place in range(opening + 1, len(lines)):
        if lines[place].kind in READ:
            if lines[start].kind in READ and _lists_days(lines[start + 1 : place]):
                places.update(it for it in range(start + 1, place) if lines[it].day)
            start = place
        elif lines[place].kind != "title" and not tells_happened(lines[place]):
            start = place
    return _make_titles(lines, places)


def _lists_days(lines: Sequence[Line]) -> bool:
    """Tell whether lines between paragraphs are days, or different days and what happened then.

    In comments on a report the name of who wrote one stands above its day.
    """
    days = {line.folded for line in lines if line.day}
    return all(line.day for line in lines) or (len(days) > 1 and lines[0].day)


def _list_wrapped(lines: Sequence[Line], opening: int) -> Iterator[int]:
    """Yield where a sentence goes on below a day: they were one line once.

    The names of those who comment on a report are shorter, or end in a colon.
    """
    for place in range(opening + 1, len(lines) - 1):
        above = lines[place - 1]
        begun = above.words >= _LEAST_BEGUN and above.text[-1].isalpha()
        if begun and tells_happened(lines[place]) and goes_on(lines[place + 1]):
            yield place


def _make_titles(lines: Sequence[Line], places: set[int]) -> tuple[Line, ...]:
    """Return lines, some of them as titles."""
    return tuple(
        replace(line, kind="title") if place in places else line for place, line in enumerate(lines)
    )
