"""``make eval``: how good the desk is, as a table.

Without a file, the sets that come with the project; exit code 1 if a line misses its floor. With
files (docs/reference/evaluation.md), those alone. Exit code 2 if a file cannot be used: all that is
wrong with it is said, and nothing is measured.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from quality.copies import measure_copies
from quality.corpora import list_corpora
from quality.edits import measure_edits
from quality.events import measure_events
from quality.forms import COPIES, EDITS, EVENTS, PAGES, PASTES, WORDS, Form
from quality.furniture import measure_furniture
from quality.kept import SETS, keep_results, read_floors
from quality.lines import Line, describe_lines, find_fallen
from quality.pages import measure_pages
from quality.reading import SetError
from quality.rows import read_stories
from quality.table import print_lines
from quality.tasks import Measure, Task, measure_tasks
from quality.words import measure_words

# Of each kind, how it is written and how it is measured.
KINDS: Mapping[str, tuple[Form, Measure]] = {
    "copies": (COPIES, lambda name, rows, _: measure_copies(name, read_stories(rows))),
    "events": (EVENTS, lambda name, rows, _: measure_events(name, read_stories(rows))),
    "edits": (EDITS, lambda name, rows, _: measure_edits(name, rows)),
    "pages": (PAGES, measure_pages),
    "furniture": (PASTES, lambda name, rows, _: measure_furniture(name, rows)),
    "words": (WORDS, lambda name, rows, _: measure_words(name, rows)),
}
# The sets that come with the project, by their names.
SHIPPED: Mapping[str, tuple[str, ...]] = {
    "copies": ("copies", "scripts-copies"),
    "events": (
        *("events", "week", "week-unseen", "themes", "themes-unseen", "towns", "towns-unseen"),
        *("scripts", "scripts-unseen", "passages", "passages-unseen"),
    ),
    "edits": ("edits", "edits-unseen"),
    "pages": ("pages",),
    "furniture": ("furniture",),
    "words": ("words", "dates"),
}
# What a set is called where its file has another name.
CALLED: Mapping[str, str] = {
    "edits-unseen": "unseen edits",
    "passages-unseen": "unseen passages",
    "scripts-copies": "scripts",
    "scripts-unseen": "unseen scripts",
    "themes-unseen": "unseen themes",
    "towns-unseen": "unseen towns",
    "week-unseen": "unseen week",
}


def main() -> int:
    """Measure, print, and return the exit code."""
    try:
        return measure(parse_arguments())
    except SetError as error:
        sys.stderr.write(f"{error}\n")
        return 2


def measure(asked: argparse.Namespace) -> int:
    """Measure what was asked for, print, and return the exit code.

    Raises:
        SetError: A set cannot be used; nothing has been measured.
    """
    named = [name_task(kind, path) for kind in KINDS for path in getattr(asked, kind)]
    if named or asked.shared:
        corpora = list_corpora(asked.shared) if asked.shared else ()
        show_lines(measure_tasks([*named, *corpora]), as_json=asked.json)
        return 0
    lines = measure_shipped(KINDS)
    show_lines(lines, as_json=asked.json)
    if asked.keep:
        keep_results(lines)
    fallen = find_fallen(lines, read_floors())
    for line in fallen:
        sys.stderr.write(f"{line.key} has fallen to {line.value}\n")
    return 1 if fallen else 0


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(prog="make eval", description=__doc__)
    for kind in KINDS:
        parser.add_argument(
            f"--{kind}",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help=f"a set of {kind}",
        )
    parser.add_argument(
        "--shared", type=Path, metavar="FOLDER", help="a folder of published corpora"
    )
    parser.add_argument("--json", action="store_true", help="print the lines for machines")
    parser.add_argument(
        "--keep", action="store_true", help="keep the results, raise the floors, write the tables"
    )
    return parser.parse_args()


def measure_shipped(kinds: Iterable[str]) -> tuple[Line, ...]:
    """Return the lines of the sets that come with the project, of these kinds."""
    paths = [(kind, SETS / f"{name}.jsonl") for kind in kinds for name in SHIPPED[kind]]
    return measure_tasks(name_task(kind, path) for kind, path in paths if path.exists())


def name_task(kind: str, path: Path) -> Task:
    """Return the task to measure a file of a kind."""
    form, measured = KINDS[kind]
    return Task(name=name_set(path), path=path, form=form, measure=measured)


def name_set(path: Path) -> str:
    """Return what the set of a file is called in the table."""
    name = path.name.partition(".")[0]
    return CALLED.get(name, name)


def show_lines(lines: Sequence[Line], *, as_json: bool) -> None:
    """Print the lines, for people or for machines."""
    if as_json:
        sys.stdout.write(json.dumps(describe_lines(lines), indent=1) + "\n")
    else:
        print_lines(lines)


if __name__ == "__main__":
    sys.exit(main())
