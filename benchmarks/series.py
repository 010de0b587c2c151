"""Is exactly what was edited announced? ``series.py FOLDER…`` replays captures of real feeds.

Each folder holds successive captures of one feed, ``NNNN_TIME.xml`` or ``.xml.gz`` with the time as
in ``20260716T190740Z``. They walk through the program into a real database, with a topic that tells
all kinds but trivial edits and moved dates; and they are compared plainly (``captures.py``). The
table sets what was announced against what was edited. Exit code 1 if anything was missed, or
announced without a cause.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from captures import read_captures, read_plainly
from judging import Row, judge_series
from replay import replay_captures
from rich.console import Console
from rich.table import Table

# What the columns are, the fields of a row say.
_COLUMNS = {
    "series": "Series",
    "captures": "Captures",
    "entries": "Entries",
    "new": "New",
    "edits": "Edits",
    "announced": "Told",
    "missed": "Missed",
    "again": "Lately",
    "restless": "Restless",
    "invented": "Invented",
    "dates": "Dates",
    "order": "Order",
    "returned": "Returned",
    "renamed": "Other id",
}
_WIDTH = 120


def replay_series(folder: Path, most: int | None = None) -> Row:
    """Return the line of a folder of captures.

    Args:
        folder: With the captures.
        most: How many captures at most, from the first on; None for all.
    """
    captures = tuple(read_captures(folder, most))
    with tempfile.TemporaryDirectory(prefix="wiredesk-series-") as place:
        told = replay_captures(captures, Path(place))
    plain = [(capture.taken, read_plainly(capture)) for capture in captures]
    return judge_series(folder.name, plain, told)


def print_rows(rows: Sequence[Row]) -> None:
    """Print the table, and the faults below it."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH)
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1))
    for column, title in _COLUMNS.items():
        table.add_column(title, justify="left" if column == "series" else "right")
    for row in rows:
        table.add_row(*(str(getattr(row, column)) for column in _COLUMNS))
    console.print(table)
    for row in rows:
        for fault in row.faults:
            console.print(f"{row.series} {fault}", markup=False, soft_wrap=True)


def main() -> int:
    """Replay, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--most", type=int, metavar="N", help="only the first captures of each")
    parser.add_argument("--json", action="store_true", help="print the rows for machines")
    asked = parser.parse_args()
    rows = [replay_series(folder, asked.most) for folder in asked.folders]
    if asked.json:
        sys.stdout.write(json.dumps([asdict(row) for row in rows], indent=1) + "\n")
    else:
        print_rows(rows)
    return 1 if any(row.faults for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
