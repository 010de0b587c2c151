"""What a mail answers, where that stands below it once more: no part of the report in it."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from feeds.parse.forwards import count_words, find_header, is_quoted
from feeds.text.characters import join_line

# "On Mon, 12 Oct 2026 at 16:02, Vera Bell <vera@harlow.example> wrote:", in whatever language.
_MOST_LINES: Final = 3
_LONGEST: Final = 300
_STOPS: Final = (".", "!", "?", "。")
_COLONS: Final = (":", "\uff1a")
_DAY: Final = re.compile(r"\d")
_TIME_OR_ADDRESS: Final = re.compile(r"\d{1,2}[:.h\u6642\u65f6\uc2dc]\d\d|\S@\S")
_RULE: Final = re.compile(r"[-_=]{3,}")
_SIGNATURE: Final = "-- "


def find_answered(lines: Sequence[str], subject: str) -> range:
    """Return the places of the lines of a message that another one answers; none in doubt.

    They are set off by signs ``>`` below a line that says who wrote it and when, or stand below the
    header of the message. They end what was sent, and are fewer than the words of the answer: of
    one that stands between the lines, or only says "see below", all is kept.

    Args:
        lines: Of the whole text, those of a quotation with ``>`` before them.
        subject: Of the answer, without prefixes.
    """
    end = _find_end(lines)
    start = _find_quoted(lines, end)
    if start is None:
        start = _find_header(lines, subject)
        end = len(lines)
    if start is None or count_words(lines[:start]) <= count_words(lines[start:end]):
        return range(0)
    return range(start, end)


def _find_end(lines: Sequence[str]) -> int:
    """Return the place behind the last line with words above the signature, if there is one."""
    marks = (it for it in range(len(lines) - 1, -1, -1) if lines[it].rstrip("\r") == _SIGNATURE)
    end = next(marks, len(lines))
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def _find_quoted(lines: Sequence[str], end: int) -> int | None:
    """Return where it is said who wrote the quotation that ends a text, and when.

    That stands above it, on a line or a few; or it is set off, too, and the first line of it.
    """
    start = end
    while start and (is_quoted(lines[start - 1]) or not lines[start - 1].strip()):
        start -= 1
    first = next((it for it in range(start, end) if lines[it].strip()), end)
    if first == end:
        return None
    if _says_who(lines[first].lstrip("> ")):
        return first
    places = range(start - 1, max(-1, start - 1 - _MOST_LINES), -1)
    for place in takewhile(lambda it: lines[it].strip(), places):
        if place < start - 1 and lines[place].rstrip().endswith(_STOPS):
            return None
        if _says_who(" ".join(lines[place:start])):
            return place
    return None


def _says_who(line: str) -> bool:
    """Tell whether a line says who wrote what stands below it, and when."""
    said = join_line(line[:_LONGEST])
    when = _DAY.search(said) is not None and _TIME_OR_ADDRESS.search(said) is not None
    return when and said.endswith(_COLONS)


def _find_header(lines: Sequence[str], subject: str) -> int | None:
    """Return where the header of the answered message stands, with the rule above it."""
    found = find_header(lines, subject)
    if found is None:
        return None
    start = found.start
    while start and not lines[start - 1].strip():
        start -= 1
    return start - 1 if start and _RULE.match(lines[start - 1].strip()) else found.start
