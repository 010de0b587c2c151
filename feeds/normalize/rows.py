"""Rows of tables and lists: lines in a row that are built alike, with numbers in them."""

import re
from collections.abc import Sequence
from typing import Final

_LEAST: Final = 4
_LONGEST: Final = 200
_SHAPE: Final = 3
_SCORE: Final = 3
_TOKEN: Final = re.compile(r"\d[\d.,:/]*|[^\W\d_]+|[-–—|:=+]+")


def find_rows(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines that belong to a table or a list of dates, results or prices.

    Four lines or more, one below the other, whose words, numbers and dashes begin in one order.
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
    return frozenset(rows)


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
