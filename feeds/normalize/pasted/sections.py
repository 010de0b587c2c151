"""Short sections at the end of a report: towns and their weather, points, hours of a day."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from feeds.normalize.days.stamps import names_clock, says_when
from feeds.normalize.furniture.lines import READ, Kind, Line, ends_sentence, is_advert
from feeds.normalize.furniture.point_titles import names_points
from feeds.normalize.furniture.pointing import points_elsewhere

Head: TypeAlias = Literal["clock", "number", "short"]

# Headlines of other reports, which are announced with a sentence each, are longer.
_SHORT: Final = 4
_LEAST: Final = 2
_NUMBERED: Final = re.compile(r"^\d{1,3}[.)] ")


def mark_sections(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, what stands above short sentences as rows of a list, and those as sentences.

    Two sections or more with heads of one kind, or one below a title that is usual for points,
    right behind a paragraph or sentence; labels of advertisements may stand between.
    """
    told = [place for place, line in enumerate(lines) if not is_advert(line)]
    kinds = _find_sections([lines[place] for place in told])
    found = {told[place]: kind for place, kind in kinds.items()}
    return tuple(
        replace(line, kind=found[place]) if place in found else line
        for place, line in enumerate(lines)
    )


def _find_sections(lines: Sequence[Line]) -> dict[int, Kind]:
    """Return the places of lines whose kind sections tell, with that kind."""
    heads = [_tell_head(line) for line in lines]
    found: dict[int, Kind] = {}
    for place in range(1, len(lines)):
        if place not in found and heads[place] and lines[place - 1].kind in READ:
            run = _list_run(lines, heads, place)
            usual = names_points(lines[place].text) and not _lead_elsewhere(lines, run)
            found.update(run if usual or [*run.values()].count("row") >= _LEAST else {})
    return found


def _list_run(lines: Sequence[Line], heads: Sequence[Head | None], start: int) -> dict[int, Kind]:
    """Return the heads of one kind that follow, and the words said alone below them."""
    run: dict[int, Kind] = {}
    head = start
    while head < len(lines) and heads[head] == heads[start]:
        below = head + 1
        while below < len(lines) and _is_said(lines[below]):
            below += 1
        if below == head + 1:
            break
        run[head] = "row"
        run.update({it: "sentence" for it in range(head + 1, below) if lines[it].kind == "title"})
        head = below
    return run


def _lead_elsewhere(lines: Sequence[Line], places: Iterable[int]) -> bool:
    """Tell whether one of some lines speaks of other reports, or of the site."""
    return any(points_elsewhere(lines[place]) for place in places)


def _is_said(line: Line) -> bool:
    """Tell whether a line is a sentence, if only of a single word."""
    return line.kind in READ or (line.kind == "title" and ends_sentence(line.text))


def _tell_head(line: Line) -> Head | None:
    """Return of which kind the head of a section is; None if a line is none."""
    if names_points(line.text):
        return "short"  # "BY THE NUMBERS" looks like a name
    if line.kind == "stamp":
        return "clock" if names_clock(line.text) and not says_when(line.text) else None
    if line.kind != "title" or ends_sentence(line.text):
        return None
    if _NUMBERED.match(line.text):
        return "number"
    return "short" if line.words <= _SHORT else None
