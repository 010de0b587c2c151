"""Rows of tables and lists: lines in a row that are built alike, with numbers in them."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

_LEAST: Final = 4
_LONGEST: Final = 200
_SHAPE: Final = 3
_SCORE: Final = 3
# So many words and a colon announce a list; fewer are the label of a box.
_ANNOUNCING_WORDS: Final = 6
_FEWEST_ITEMS: Final = 2
_MARK: Final = re.compile(r"[*•‣▪●◦·–—-](?=\s+\S)")
_TOKEN: Final = re.compile(r"\d[\d.,:/]*|[^\W\d_]+|[-–—|:=+]+")


def find_rows(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines that belong to a table or a list of dates, results or prices.

    Four lines or more, one below the other, whose words, numbers and dashes begin in one order; and
    two or more with one mark before them, where the sentence above announces them with a colon.
    """
    shapes = [_shape_line(line) for line in lines]
    rows: set[int] = set()
    start = 0
    for place in range(1, len(lines) + 1):
        if place < len(lines) and shapes[place] and shapes[place] == shapes[start]:
            continue
        if shapes[start] and place - start >= _LEAST:
            rows.update(range(start, place))
        start = place
    return frozenset(rows).union(*_find_items(lines))


def _find_items(lines: Sequence[str]) -> Iterator[range]:
    """Yield the places of the items of each list that is announced."""
    marks = [_read_mark(line) for line in lines]
    for place in range(1, len(lines)):
        mark, before = marks[place], marks[place - 1]
        if mark and mark != before and _announces(lines[place - 1]):
            items = len(list(takewhile(mark.__eq__, marks[place:])))
            if items >= _FEWEST_ITEMS:
                yield range(place, place + items)


def _announces(line: str) -> bool:
    """Tell whether a line is a sentence that ends with a colon."""
    return line.endswith((":", "\uff1a")) and len(line.split()) >= _ANNOUNCING_WORDS


def _read_mark(line: str) -> str:
    """Return the mark of an item of a list; empty if the line has none."""
    found = _MARK.match(line)
    return found[0] if found else ""


def _shape_line(line: str) -> str:
    """Return how a line begins: ``a9-`` is a word, a number and a dash.

    Empty if there is no number among the first three parts, or nothing behind them.
    """
    if len(line) > _LONGEST:
        return ""
    shape = ""
    for match in _TOKEN.finditer(line):
        sign = _sign_token(match[0])
        if sign != "a" or not shape.endswith("a"):
            shape += sign
        if len(shape) == _SHAPE:
            return shape if "9" in shape else ""
    return ""


def _sign_token(token: str) -> str:
    """Return the sign that stands for a part of a line."""
    if token[0].isdigit():
        return "9"
    return "a" if token[0].isalpha() else "-"
