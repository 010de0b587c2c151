"""Corrections that stand above the headline of a report."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from feeds.normalize.furniture import READ, Line
from feeds.text.notices import compile_notices, is_correcting_note, is_notice

_HEADLINE_WORDS: Final = 3


def take_notices(
    lines: Sequence[Line], language: str | None
) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return lines without the corrections above the headline, and those.

    They are marked as furniture, so that the headline and what stands below it are found as if
    they were not there. Below a line that may be the headline they are paragraphs like any other,
    and above a paragraph, too.

    Args:
        lines: As judged.
        language: BCP 47 tag, if it is known.
    """
    end = next((it for it, line in enumerate(lines) if _may_head(line)), 0)
    read = [place for place in range(end) if lines[place].kind in READ]
    found = {*takewhile(lambda place: _corrects(lines[place].text, language), reversed(read))}
    rest = tuple(
        replace(line, kind="furniture") if place in found else line
        for place, line in enumerate(lines)
    )
    return rest, tuple(lines[place].text for place in sorted(found))


def _corrects(text: str, language: str | None) -> bool:
    """Tell whether a line says that something was wrong."""
    return is_notice(text, *compile_notices(language)) or is_correcting_note(text)


def _may_head(line: Line) -> bool:
    """Tell whether a line may be a headline."""
    return line.kind == "title" and line.words >= _HEADLINE_WORDS
