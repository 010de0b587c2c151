"""``make eval``: how good the desk is, as a table.

Without a file, the sets that come with the project; exit code 1 if a line misses its floor. With
files (docs/reference/evaluation.md), those alone.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from quality.copies import measure_copies
from quality.corpora import measure_corpora
from quality.edits import measure_edits
from quality.events import measure_events
from quality.furniture import measure_furniture
from quality.kept import SETS, keep_results, read_floors
from quality.lines import Line, describe_lines, find_fallen
from quality.pages import measure_pages
from quality.rows import read_rows, read_stories
from quality.table import print_lines
from quality.words import measure_words

Measure = Callable[[str, Path], tuple[Line, ...]]
KINDS: Mapping[str, Measure] = {
    "copies": lambda name, path: measure_copies(name, read_stories(path)),
    "events": lambda name, path: measure_events(name, read_stories(path)),
    "edits": lambda name, path: measure_edits(name, list(read_rows(path))),
    "pages": lambda name, path: measure_pages(name, list(read_rows(path)), path.parent),
    "furniture": lambda name, path: measure_furniture(name, list(read_rows(path))),
    "words": lambda name, path: measure_words(name, list(read_rows(path))),
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
    asked = parse_arguments()
    files = [(kind, path) for kind in KINDS for path in getattr(asked, kind)]
    if files or asked.shared:
        lines = (*measure_files(files), *(measure_corpora(asked.shared) if asked.shared else ()))
        show_lines(lines, as_json=asked.json)
        return 0
    lines = tuple(measure_shipped(KINDS))
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


def measure_files(files: Sequence[tuple[str, Path]]) -> Iterator[Line]:
    """Yield the lines of files of known kinds."""
    for kind, path in files:
        yield from KINDS[kind](name_set(path), path)


def measure_shipped(kinds: Iterable[str]) -> Iterator[Line]:
    """Yield the lines of the sets that come with the project, of these kinds."""
    for kind in kinds:
        for path in (SETS / f"{name}.jsonl" for name in SHIPPED[kind]):
            if path.exists():
                yield from KINDS[kind](name_set(path), path)


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
