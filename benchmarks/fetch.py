"""What ``wiredesk fetch`` costs: one process for each mode, against publishers on this machine.

``.venv/bin/python benchmarks/fetch.py --feeds 200 --repeat 3``. Each mode but the first begins
with what a cold poll left, so modes do not depend on each other. Exit code 1 if the program found
anything else than the workload holds: then the figures mean nothing.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from publisher import name_address, name_path
from rich.console import Console
from rich.table import Table

_HERE = Path(__file__).resolve().parent
_PYTHON = Path(sys.executable)
_WIREDESK = _PYTHON.with_name("wiredesk")
_MODES = ("cold", "not-modified", "unchanged", "churn")
_ANSWERED = {
    "cold": {"fetched"},
    "not-modified": {"not modified"},
    "unchanged": {"not modified"},
    "churn": {"fetched", "not modified"},
}
_PIPE_WIDTH = 110
_TOPICS = [
    {"slug": "everything", "match": "*"},
    {"slug": "water", "match": 'harbour OR ferr* OR "the lighthouse" NOT section:sport'},
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One poll of every feed: what it took and what it found.

    Attributes:
        mode: One of the modes.
        cpu: Seconds, of the program and its workers, start-up included.
        wall: Seconds.
        main_mib: Largest resident memory of the program's own process.
        child_mib: Largest resident memory of one of its workers.
        new: Stories.
        revised: Stories.
        unchanged: Stories that were read and compared.
        wrong: What is not as the workload says; empty if all is well.
    """

    mode: str
    cpu: float
    wall: float
    main_mib: float
    child_mib: float
    new: int
    revised: int
    unchanged: int
    wrong: tuple[str, ...]


class Publishers:
    """The process that serves the feeds."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Read what it says of itself: its port, its size, and what must be found."""
        self._process = process
        self.hello = self._read()

    def turn(self, mode: str) -> dict[str, int]:
        """Serve a mode from now on; return how many answers there were since the last turn."""
        assert self._process.stdin is not None  # noqa: S101 - it was opened as a pipe
        self._process.stdin.write(f"{mode}\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        """Read one line."""
        assert self._process.stdout is not None  # noqa: S101 - it was opened as a pipe
        line: dict[str, Any] = json.loads(self._process.stdout.readline())
        return line


@contextmanager
def start_publishers(feeds: int, seed: int) -> Iterator[Publishers]:
    """Serve so many feeds while a block runs."""
    command: list[str | Path] = [
        _PYTHON,
        _HERE / "publisher.py",
        f"--feeds={feeds}",
        f"--seed={seed}",
    ]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield Publishers(process)


def write_config(folder: Path, feeds: int, port: int) -> None:
    """Write a ``sources.yaml`` with every feed and two topics; JSON is YAML, too."""
    sources = [
        {
            "id": f"paper-{number}",
            "url": f"http://{name_address(number)}:{port}{name_path(number)}",
            "allow_private": True,
        }
        for number in range(feeds)
    ]
    config = {"sources": sources, "topics": _TOPICS}
    (folder / "sources.yaml").write_text(json.dumps(config, indent=1))


def run_modes(publishers: Publishers, modes: Sequence[str], feeds: int) -> Iterator[Run]:
    """Poll cold into an empty folder, then every other mode from a copy of what that left."""
    with tempfile.TemporaryDirectory(prefix="wiredesk-benchmark-") as name:
        cold = Path(name) / "cold"
        cold.mkdir()
        write_config(cold, feeds, publishers.hello["port"])
        yield run_mode(publishers, "cold", cold)
        for mode in modes:
            if mode != "cold":
                folder = Path(name) / mode
                shutil.copytree(cold, folder)
                yield run_mode(publishers, mode, folder)


def run_mode(publishers: Publishers, mode: str, folder: Path) -> Run:
    """Run ``wiredesk fetch --all`` in a folder and compare what it found with the workload."""
    command: list[str | Path] = [_PYTHON, _HERE / "measure.py", folder / "taken.json"]
    command += [_WIREDESK, "fetch", "--all", "--json", "--config", folder / "sources.yaml"]
    command += ["--data", folder / "data", "--output", folder / "output"]
    publishers.turn(mode)
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    answered = publishers.turn(mode)
    taken = json.loads((folder / "taken.json").read_text())
    exit_code = taken.pop("exit_code")
    if exit_code != 0:
        sys.exit(f"{mode}: wiredesk ended with exit code {exit_code}:\n{done.stdout[-3000:]}")
    report = json.loads(done.stdout)
    found = {
        kind: sum(source[kind] for source in report["sources"])
        for kind in ("new", "revised", "unchanged")
    }
    expected = publishers.hello["expected"][mode]
    wrong = find_wrong({**found, "answered": answered}, expected, report, _ANSWERED[mode])
    return Run(mode=mode, **taken, **found, wrong=tuple(wrong))


def find_wrong(
    found: dict[str, Any], expected: dict[str, Any], report: dict[str, Any], answers: set[str]
) -> Iterator[str]:
    """Yield what differs from the workload: counts, statuses, answers, empty topics."""
    for name, value in expected.items():
        if found[name] != value:
            yield f"{name}: {found[name]}, and {value} was to be found"
    others = {source["answer"] for source in report["sources"]} - answers
    if others:
        yield f"answers nobody gave: {', '.join(sorted(others))}"
    for topic in report["topics"]:
        if not topic["entries"]:
            yield f"the feed {topic['slug']} is empty"


def take_medians(runs: Sequence[Run], mode: str) -> dict[str, Any]:
    """Return one row: the medians of a mode's runs; counts are the same in all of them."""
    some = [run for run in runs if run.mode == mode]
    row = asdict(some[-1])
    for name in ("cpu", "wall", "main_mib", "child_mib"):
        row[name] = statistics.median(getattr(run, name) for run in some)
    return row


def print_table(rows: Sequence[dict[str, Any]], feeds: int) -> None:
    """Print a row for each mode."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Mode")
    heads = ("CPU s", "ms/feed", "Wall s", "Main MiB", "Worker MiB", "New", "Revised", "Unchanged")
    for head in heads:
        table.add_column(head, justify="right")
    for row in rows:
        table.add_row(
            row["mode"],
            f"{row['cpu']:.2f}",
            f"{row['cpu'] * 1000 / feeds:.1f}",
            f"{row['wall']:.2f}",
            f"{row['main_mib']:.0f}",
            f"{row['child_mib']:.0f}",
            *(str(row[kind]) for kind in ("new", "revised", "unchanged")),
        )
    Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH).print(table)


def read_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--feeds", type=int, default=200, help="how many (200)")
    parser.add_argument("--repeat", type=int, default=1, help="medians of so many runs (1)")
    parser.add_argument("--modes", nargs="+", choices=_MODES, default=_MODES, metavar="MODE")
    parser.add_argument("--seed", type=int, default=1, help="other news of the same shape (1)")
    parser.add_argument("--json", action="store_true", help="print every run as JSON")
    return parser.parse_args()


def main() -> int:
    """Run, print, and say whether everything was found that is there."""
    given = read_arguments()
    runs: list[Run] = []
    with start_publishers(given.feeds, given.seed) as publishers:
        size = publishers.hello["bytes"] / 1e6
        for _ in range(given.repeat):
            runs += run_modes(publishers, given.modes, given.feeds)
    wrong = [f"{run.mode}: {what}" for run in runs for what in run.wrong]
    if given.json:
        print(json.dumps([asdict(run) for run in runs], indent=1))
    else:
        print(f"{given.feeds} feeds, {size:.1f} MB, medians of {given.repeat}")
        rows = [take_medians(runs, mode) for mode in _MODES if mode in given.modes]
        print_table(rows, given.feeds)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
