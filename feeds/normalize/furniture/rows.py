"""Rows of tables and lists: lines in a row that are built alike, with numbers in them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_LEAST: Final = 4
_LONGEST: Final = 200
_SHAPE: Final = 3
_SCORE: Final = 3
_LEAST_CELLED: Final = 3
_FEWEST_CELLS: Final = 3
_PARTED: Final = re.compile(r"\s{2,}")
_NUMBER: Final = re.compile(r"\d")
_TOKEN: Final = re.compile(r"\d[\d.,:/]*|[^\W\d_]+|[-–—|:=+]+")


def find_rows(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines that belong to a table or a list of dates, results or prices.

    Four lines or more, one below the other, whose words, numbers and dashes begin in one order; or
    three with as many cells, all with a number but for the names of the columns.
    """
    shapes = [_shape_line(line) for line in lines]
    alike = (it for it in _list_runs(shapes) if len(it) >= _LEAST)
    cells = [_count_cells(line) for line in lines]
    tables = (it for it in _list_runs(cells) if len(it) >= _LEAST_CELLED)
    told = (it for it in tables if all(_NUMBER.search(lines[place]) for place in it[1:]))
    return frozenset(place for run in (*alike, *told) for place in run)


def _list_runs(shapes: "Sequence[str] | Sequence[int]") -> Iterator[range]:
    """Yield the places of neighbours with one shape, where they have any."""
    start = 0
    for place in range(1, len(shapes) + 1):
        if place < len(shapes) and shapes[place] and shapes[place] == shapes[start]:
            continue
        if shapes and shapes[start]:
            yield range(start, place)
        start = place


def _count_cells(line: str) -> int:
    """Return into how many cells a line is parted; 0 for fewer than three."""
    if "  " not in line or len(line) > _LONGEST:
        return 0
    cells = len(_PARTED.split(line.strip()))
    return cells if cells >= _FEWEST_CELLS else 0


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
