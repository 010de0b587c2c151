"""What it takes to start the commands, and to read a configuration of ten thousand sources.

``starting.py`` runs each several times in an empty folder and prints medians of CPU seconds, with
what a bare Python takes beside them. None of them polls anything.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

_PROGRAM = Path(sys.executable).with_name("wiredesk")
_MANY = 10_000
_ONE = "sources: [https://valley.example/rss.xml]\n"
_COMMANDS = (
    "--version",
    "--help",
    "why x",
    "show x",
    "status",
    "decisions",
    "check",
    "split x",
    "fetch nobody",
)


def write_many(path: Path) -> None:
    """Write a configuration of many sources."""
    items = (
        f"- {{id: s{number}, url: https://valley.example/{number}.xml, every: 10m, rank: 3}}\n"
        for number in range(_MANY)
    )
    path.write_text("sources:\n" + "".join(items), "utf-8")


def measure_start(command: Sequence[str | Path], folder: Path, repeat: int) -> float:
    """Return the median CPU seconds of a command, user and system."""
    spent = []
    for _ in range(repeat):
        before = _count_children()
        subprocess.run(command, cwd=folder, capture_output=True, check=False)
        spent.append(_count_children() - before)
    return statistics.median(spent)


def _count_children() -> float:
    """Return the CPU seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=7)
    repeat = parser.parse_args().repeat
    table = Table("Command", "CPU s", box=None, header_style="bold")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sources.yaml").write_text(_ONE, "utf-8")
        write_many(folder / "many.yaml")
        bare = measure_start([sys.executable, "-c", ""], folder, repeat)
        table.add_row("python -c ''", f"{bare:.2f}")
        for words in (*_COMMANDS, "check --config many.yaml"):
            spent = measure_start([_PROGRAM, *words.split()], folder, repeat)
            table.add_row(f"wiredesk {words}", f"{spent:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
