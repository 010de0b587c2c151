"""Lines that somebody quoted as mails do, with ``>`` before each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from feeds.normalize.furniture.lines import COLONS, Line, ends_sentence, names_furniture

_MARK: Final = ">"
_SIGNS: Final = re.compile(r"\s*(?:>\s?)*")
# Programs for mail break what they quote to about these widths.
_WIDTHS: Final = range(40, 100)
# Longer ones are lines of scripts that part no words.
_WORD: Final = 30


def join_quotations(lines: Sequence[str]) -> list[str]:
    """Return lines, those of a quotation joined that were broken to one width.

    A paragraph ends where the next word would have fitted, or only the sign stands; it is joined if
    it ends as a sentence does.

    Args:
        lines: Between which none is empty.
    """
    joined: list[str] = []
    for depth, group in groupby(lines, key=_count_marks):
        some = list(group)
        joined += _join_quoted(some) if depth and len(some) > 1 else some
    return joined


def _join_quoted(lines: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs of a quotation, each with the signs of its first line."""
    texts = [line[_measure_signs(line) :] for line in lines]
    width = max(map(len, texts))
    start = 0
    for place in range(1, len(lines) + 1):
        if place < len(lines) and _is_broken(texts[place - 1], texts[place], width):
            continue
        yield from _join_paragraph(lines[start:place], texts[start:place])
        start = place


def _join_paragraph(lines: Sequence[str], texts: Sequence[str]) -> Sequence[str]:
    """Return lines as one if a sentence ends with the last one, and not with most of the others."""
    if len(lines) == 1 or not (ends_sentence(texts[-1]) or texts[-1].endswith(COLONS)):
        return lines
    if 2 * sum(map(ends_sentence, texts[:-1])) > len(texts) - 1:
        return lines
    return [lines[0][: _measure_signs(lines[0])] + " ".join(map(str.strip, texts))]


def _is_broken(above: str, line: str, width: int) -> bool:
    """Tell whether a line was broken off the one above: its first word would not have fitted."""
    if width not in _WIDTHS or not above.strip() or not line.strip():
        return False
    word = len(line.split(maxsplit=1)[0])
    return word <= _WORD and len(above) + 1 + word > width


def _count_marks(line: str) -> int:
    """Return how deep a line is quoted."""
    return line[: _measure_signs(line)].count(_MARK)


def _measure_signs(line: str) -> int:
    """Return how long the signs before a line are; 0 for a line that is none of a quotation."""
    found = _SIGNS.match(line)
    return found.end() if found and _MARK in found[0] else 0


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
