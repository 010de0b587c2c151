"""The tables of the README: a row for each set, so that they can be taken in at a look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from quality.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One measure of a table.

    Attributes:
        title: What stands above it.
        what: Which part of the desk; of several parts, with what their names begin.
        measure: Which measure of it: of several parts the lowest value.
    """

    title: str
    what: str
    measure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One table: a row for each set, a column for each measure.

    Attributes:
        title: What is measured.
        unit: What its sets hold.
        columns: The measures.
    """

    title: str
    unit: str
    columns: tuple[Column, ...]


SUMMARIES: Final = (
    Summary(
        title="Copies",
        unit="stories",
        columns=(
            Column(title="pairs right", what="copies", measure="precision"),
            Column(title="pairs found", what="copies", measure="recall"),
            Column(title="folds right", what="copies", measure="matches right"),
            Column(title="stories found", what="copies", measure="stories found"),
        ),
    ),
    Summary(
        title="Events",
        unit="reports",
        columns=(
            Column(title="F1, full text", what="events, full text", measure="B-cubed F1"),
            Column(title="F1, 60 words", what="events, 60 words", measure="B-cubed F1"),
            Column(title="F1, headline", what="events, headline", measure="B-cubed F1"),
            Column(title="folds right", what="events, as told", measure="fold precision"),
            Column(title="found at .95", what="events, as told", measure="recall at .95"),
        ),
    ),
    Summary(
        title="Edits, the lowest of all kinds",
        unit="largest kind",
        columns=(
            Column(title="right", what="edits, ", measure="precision"),
            Column(title="found", what="edits, ", measure="recall"),
        ),
    ),
)


def write_summaries(lines: Sequence[Line]) -> str:
    """Return the tables as Markdown: those of sets, and below them what is measured of texts."""
    aimed = [line for line in lines if line.aim is not None]
    tables = [_write_summary(summary, aimed) for summary in SUMMARIES]
    shown = tuple(column.what for summary in SUMMARIES for column in summary.columns)
    rest = [line for line in aimed if not line.what.startswith((*shown, "events, "))]
    return "\n".join([*tables, _write_texts(rest)])


def _write_summary(summary: Summary, lines: Iterable[Line]) -> str:
    """Return one table; without lines an empty text."""
    cells = [_find_lines(column, lines) for column in summary.columns]
    names = list(dict.fromkeys(line.set for some in cells for line in some))
    if not names:
        return ""
    head = [summary.title, summary.unit, *(column.title for column in summary.columns)]
    aims = ["*aim*", "", *(f"*{some[0].aim:.3f}*" if some else "" for some in cells)]
    rows = [_write_set(name, cells) for name in names]
    return _write_rows([head, ["---", *["--:"] * (len(head) - 1)], aims, *rows])


def _find_lines(column: Column, lines: Iterable[Line]) -> list[Line]:
    """Return the lines of which a column shows the values."""
    return [it for it in lines if it.what.startswith(column.what) and it.measure == column.measure]


def _write_set(name: str, cells: Sequence[Sequence[Line]]) -> list[str]:
    """Return the row of a set: its size, and the lowest value of each column."""
    own = [[line for line in some if line.set == name] for some in cells]
    size = max(line.size for some in own for line in some)
    lowest = [min(some, key=lambda line: line.value, default=None) for some in own]
    return [name, str(size), *(_write_value(line) if line else "" for line in lowest)]


def _write_texts(lines: Sequence[Line]) -> str:
    """Return the table of what is read from texts."""
    rows = [
        [
            f"{_name_part(it, lines)}, {it.measure}",
            str(it.size),
            _write_value(it),
            f"*{it.aim:.3f}*",
        ]
        for it in lines
    ]
    head = [["Texts", "texts", "value", "*aim*"], ["---", "--:", "--:", "--:"]]
    return _write_rows([*head, *rows]) if rows else ""


def _name_part(line: Line, lines: Iterable[Line]) -> str:
    """Return what was measured, with its set where it was measured on several."""
    several = len({other.set for other in lines if other.what == line.what}) > 1
    return f"{line.what} of *{line.set}*" if several else line.what


def _write_value(line: Line) -> str:
    """Return a value, in bold where it reaches its aim."""
    return f"**{line.value:.3f}**" if line.met else f"{line.value:.3f}"


def _write_rows(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as Markdown."""
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)
