"""What is to be measured: sets, each with how it is written and how it is measured."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from quality.forms import Form
from quality.lines import Line
from quality.reading import read_sets
from quality.rows import Row

# Of the name of a set, its rows, and its folder.
Measure = Callable[[str, list[Row], Path], tuple[Line, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A set to measure.

    Attributes:
        name: What it is called in the table.
        path: Where it lies.
        form: How its rows are written.
        measure: How it is measured.
    """

    name: str
    path: Path
    form: Form
    measure: Measure


def measure_tasks(tasks: Iterable[Task]) -> tuple[Line, ...]:
    """Return the lines of all sets, in order; all are read before the first is measured.

    Raises:
        SetError: Some cannot be used; nothing has been measured.
    """
    given = tuple(tasks)
    sets = read_sets((task.path, task.form) for task in given)
    return tuple(
        line
        for task, rows in zip(given, sets, strict=True)
        for line in task.measure(task.name, rows, task.path.parent)
    )
