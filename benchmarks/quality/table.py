"""The table of all lines: on a terminal, and in the reference."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from quality.lines import Line

_NAMES = ("What", "Set", "Size", "Measure", "Value", "Aim")
_WIDTH = 80


def print_lines(lines: Sequence[Line]) -> None:
    """Print the table; colours only on a terminal and without NO_COLOR."""
    console = Console(highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1))
    for name in (*_NAMES, ""):
        right = name in {"Size", "Value", "Aim"}
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for line in lines:
        style = "" if line.aim is None else "green" if line.met else "yellow"
        table.add_row(*map(escape, _list_cells(line)), style=style)
    console.print(table, width=None if console.is_terminal else _WIDTH)


def write_table(lines: Iterable[Line]) -> str:
    """Return the lines that have an aim as Markdown."""
    rows = [(*_NAMES, "Met"), ("---", "---", "--:", "---", "--:", "--:", "---")]
    rows += [_list_cells(line) for line in lines if line.aim is not None]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _list_cells(line: Line) -> tuple[str, ...]:
    """Return what stands in the row of a line."""
    aim = "" if line.aim is None else f"{line.aim:.3f}"
    met = "" if line.aim is None else "yes" if line.met else "no"
    return (line.what, line.set, str(line.size), line.measure, f"{line.value:.3f}", aim, met)
