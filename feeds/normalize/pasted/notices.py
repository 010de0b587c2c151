"""Corrections and editor's notes that stand above a report."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from feeds.normalize.furniture.lines import READ, Line
from feeds.text.notices import compile_notices, is_correcting_note, is_hold, is_note, is_notice
from feeds.text.words import fold_text

_HEADLINE_WORDS: Final = 3
_TO_NEWSROOMS: Final = ("eds:", "eds.:", "attn editors:", "attn. editors:", "attention editors:")


def take_notices(
    lines: Sequence[Line], language: str | None
) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return lines without the notices above the headline and right below it, and those.

    So the headline and what stands below it are found as if they were not there. Behind a
    paragraph they are paragraphs like any other, and above one without a headline, too.

    Args:
        lines: As judged.
        language: BCP 47 tag, if it is known.
    """
    asides = {it for it, line in enumerate(lines) if _is_aside(line, language)}
    end = next((it for it, line in enumerate(lines) if it not in asides and _may_head(line)), 0)
    read = [it for it, line in enumerate(lines) if it in asides or line.kind in READ]
    above = reversed([place for place in read if place < end])
    below = (place for place in read if place > end and _may_head(lines[end]))
    found = {
        *takewhile(lambda place: is_of_desk(lines[place].text, language), above),
        *takewhile(lambda place: is_of_desk(lines[place].text, language), below),
    }
    rest = tuple(line for place, line in enumerate(lines) if place not in found)
    return rest, tuple(lines[place].text for place in sorted(found))


def is_of_desk(text: str, language: str | None) -> bool:
    """Tell whether a line says that something was wrong, holds back, or is an editor's note."""
    corrects = is_notice(text, *compile_notices(language)) or is_correcting_note(text)
    return corrects or is_note(text) or is_hold(fold_text(text))


def _is_aside(line: Line, language: str | None) -> bool:
    """Tell whether a line that may be a headline says to newsrooms that something was wrong."""
    enclosed = line.text.startswith(("(", "[")) and line.text.endswith((")", "]"))
    told = enclosed or line.folded.startswith(_TO_NEWSROOMS)
    return told and line.kind == "title" and is_of_desk(line.text, language)


def _may_head(line: Line) -> bool:
    """Tell whether a line may be a headline."""
    return line.kind == "title" and line.words >= _HEADLINE_WORDS
