"""Lines that somebody quoted as mails do, with ``>`` before each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from feeds.normalize.furniture import Line, ends_sentence, names_furniture

_MARK: Final = ">"


def mark_quotations(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, those of a quotation as sentences, however short: its last one ends as such.

    Links to other reports have the same sign before them, and no stop.
    """
    marked: list[Line] = []
    for quoted, group in groupby(lines, key=_is_quoted):
        some = tuple(group)
        if quoted and ends_sentence(some[-1].text) and not any(map(_is_site, some)):
            some = tuple(_tell(line) for line in some)
        marked += some
    return tuple(marked)


def _is_quoted(line: Line) -> bool:
    """Tell whether a line has the sign of a quotation before it."""
    return line.text.startswith(_MARK)


def _is_site(line: Line) -> bool:
    """Tell whether a line is the site's by what stands behind the sign."""
    return names_furniture(line.text.lstrip("> "))


def _tell(line: Line) -> Line:
    """Return a line as a sentence if nothing is known of it."""
    return replace(line, kind="sentence") if line.kind == "title" and line.words else line
