"""The terminal: tables and JSON on standard output, progress and remarks on standard error."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, is_dataclass
from datetime import datetime, timedelta

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Column
from rich.text import Text

# Wide enough that a line in a file or a pipe is not folded.
_PIPE_WIDTH = 200
_INDENT = "  "
# Short, so that there is room for ids beside it on a terminal of 60 columns.
_BAR_WIDTH = 10
_MOST_NAMED = 2
# When so many are left, they are what is waited for; before, they are merely the next.
_FEW = 10

# Units of time, their seconds, and how many of one there are before it is used.
_UNITS = ((86400, "d", 2), (3600, "h", 1), (60, "min", 1))


def open_console() -> Console:
    """Return a console on standard output: colours only on a terminal and without NO_COLOR."""
    return Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH, highlight=False)


def print_item(console: Console, text: Text) -> None:
    """Print a line of a list, set in: wrapped between words on a terminal, in a pipe never."""
    if not console.is_terminal:
        console.print(Text(_INDENT) + text, soft_wrap=True)
        return
    lines = text.wrap(console, max(1, console.width - 2 * len(_INDENT)))
    for number, line in enumerate(lines):
        line.rstrip()
        console.print(Text(2 * _INDENT if number else _INDENT) + line, soft_wrap=True)


def say(text: str) -> None:
    """Print one remark on standard error."""
    Console(stderr=True, highlight=False, emoji=False, soft_wrap=True).print(escape(text))


def print_json(value: object) -> None:
    """Print a value as one JSON document: times as ISO 8601, durations as seconds."""
    sys.stdout.write(json.dumps(value, default=_plain, ensure_ascii=False, indent=2) + "\n")


def count(number: int, one: str, many: str) -> str:
    """Return a number with its word."""
    return f"{number} {one if number == 1 else many}"


def show_time(moment: datetime) -> str:
    """Return a moment by the clock."""
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def show_second(moment: datetime) -> str:
    """Return a moment by the clock, to the second."""
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"


def show_moment(moment: datetime | None, now: datetime) -> str:
    """Return a moment the way people say it: how long ago, or in how long."""
    if moment is None:
        return "never"
    distance = moment - now
    if abs(distance) < timedelta(seconds=1):
        return "now"
    length = show_length(abs(distance))
    return f"in {length}" if distance > timedelta() else f"{length} ago"


def show_length(length: timedelta) -> str:
    """Return a length in its largest unit."""
    seconds = length.total_seconds()
    for size, unit, least in _UNITS:
        if seconds >= least * size:
            return f"{round(seconds / size)} {unit}"
    return f"{round(seconds)} s"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressBar:
    """A bar that is shown while something works.

    Attributes:
        advance: Moves it by one: that of this name is done.
        stop: Takes it away, and leaves the terminal as it was.
    """

    advance: Callable[[str], None]
    stop: Callable[[], None]


def tell_waiting(names: Iterable[str]) -> str:
    """Say what is waited for, where few are left; empty while there are many."""
    left = list(names)
    if not 0 < len(left) <= _FEW:
        return ""
    more = len(left) - _MOST_NAMED
    return f"waiting for {', '.join(left[:_MOST_NAMED])}" + (
        f" and {more} more" if more > 0 else ""
    )


@contextmanager
def progress_bar(title: str, names: Iterable[str]) -> Iterator[ProgressBar]:
    """Show a bar on standard error while a block works; nothing where it is no terminal.

    Args:
        title: What is done.
        names: Of what it is done, each another; the last few that are left are named.
    """
    left = dict.fromkeys(names)
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=_BAR_WIDTH),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.fields[what]}", table_column=Column(ratio=1, no_wrap=True)),
    )
    hidden = not console.is_terminal
    with Progress(*columns, console=console, transient=True, expand=True, disable=hidden) as bar:
        task = bar.add_task(title, total=len(left), what=escape(tell_waiting(left)))

        def advance(name: str) -> None:
            del left[name]
            bar.update(task, advance=1, what=escape(tell_waiting(left) or name))

        yield ProgressBar(advance=advance, stop=bar.stop)


def _plain(value: object) -> object:
    """Return a value JSON has no word for in words it has."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return str(value)
