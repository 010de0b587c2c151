"""One run of the installed program over hundreds of hostile sources and a hundred good ones."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from desk import PROGRAM
from hostile.answers import make_all, reply
from hostile.bench import play_alone
from hostile.cases import Case
from hostile.catalogue import CASES
from hostile.documents import item, rss
from hostile.redirect_cases import OUTWARD
from hostile.server import HostileServer

_GOOD = [f"good_{number}" for number in range(100)]
_BAD_ANSWERS = {"failed", "gone", "throttled"}
_MOST_MEMORY = 300 * 1024
# A process counts as its own what its parent held when it was begun (getrusage(2), ``ru_maxrss``):
# the parent must be a small one, and not that of the tests.
_MEASURE = """
import resource, subprocess, sys
from pathlib import Path
code = subprocess.run(sys.argv[2:], check=False).returncode
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
Path(sys.argv[1]).write_text(str(most), "utf-8")
sys.exit(code)
"""
# Whoever waits for a bad one to end waits for its deadline at least.
_DEADLINE = 8.0
_LONGEST = 2 * _DEADLINE
# A machine that was busy with something else for a moment is given another chance.
_RUNS = 3
# The bounds are those of a machine that has nothing else to do. One on which even the publishers
# waited so many times longer for a processor than they ran says nothing about delays.
_STARVED = 2.0
_SETTINGS = f"""
settings: {{deadline: {_DEADLINE:.0f}s, per_host: 20}}
topics:
  - {{slug: all, title: Everything, match: 'engineers OR bridge OR gate', limit: 1000}}
"""


@dataclass(frozen=True, kw_only=True)
class Run:
    """A run that ended.

    Attributes:
        folder: Where it ran.
        code: Its exit code.
        report: What it printed.
        err: What it said beside that.
        kilobytes: Its own memory at most.
        left: Temporary files it left.
        delays: How long after the first request each good source was asked, sorted.
        starved: How much longer than it ran the server waited for a processor meanwhile.
    """

    folder: Path
    code: int
    report: Any
    err: str
    kilobytes: int
    left: list[str]
    delays: list[float] = field(default_factory=list)
    starved: float = 0.0

    @property
    def in_time(self) -> bool:
        """Whether 95 good sources of a hundred were asked soon, and the last not late."""
        return self.delays[94] < _DEADLINE and self.delays[-1] < _LONGEST

    @property
    def told(self) -> dict[str, Any]:
        """What it told of each source."""
        return {source["source_id"]: source for source in self.report["sources"]}


def _run(folder: Path, *args: str) -> Run:
    """Run the program to its end, its files for a moment in a folder of their own."""
    # Not below the test's folder: the fork server's socket needs a short path.
    with (
        TemporaryDirectory(prefix="wiredesk-") as scratch,
        (folder / "out").open("wb") as out,
        (folder / "err").open("wb") as err,
    ):
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": scratch}
        command = (sys.executable, "-c", _MEASURE, str(folder / "memory"), str(PROGRAM), *args)
        process = subprocess.run(
            command, check=False, cwd=folder, env=environment, stdout=out, stderr=err
        )
        left = [path.name for path in Path(scratch).iterdir()]
    return Run(
        folder=folder,
        code=process.returncode,
        report=json.loads((folder / "out").read_text("utf-8")),
        err=(folder / "err").read_text("utf-8"),
        kilobytes=int((folder / "memory").read_text("utf-8")),
        left=left,
    )


def _choose_bad() -> list[Case]:
    """Return the cases that stay on this machine although private addresses are allowed."""
    return [
        case
        for case in CASES
        if case.name not in OUTWARD and ".test" not in case.address and case.group != "control"
    ]


def _place(case: Case, number: int, server: HostileServer) -> str:
    """Return the address of a case, on a host of its own."""
    host = f"127.2.{number // 200}.{number % 200 + 1}"
    return (case.url or f"http://{host}:{{http}}/{case.name}").format(**server.ports)


def _configure(folder: Path, bad: Sequence[Case], server: HostileServer) -> None:
    """Write sources.yaml, good sources among bad ones."""
    folder.mkdir()
    rows = [(case.name, _place(case, number, server)) for number, case in enumerate(bad)]
    for number, name in enumerate(_GOOD):
        url = f"http://127.1.0.{number + 1}:{server.ports['http']}/{name}"
        rows.insert(number * 4 + 2, (name, url))
    lines = (f"  - {{id: {name}, url: '{url}', allow_private: true}}\n" for name, url in rows)
    (folder / "sources.yaml").write_text(f"sources:\n{''.join(lines)}{_SETTINGS}", "utf-8")


def _delays(server: HostileServer) -> list[float]:
    """Return how long after the first request each good source was asked, sorted."""
    first = min(asked.at for asked in server.asked)
    return sorted(asked.at - first for asked in server.asked if asked.case in _GOOD)


def _check_files(output: Path) -> None:
    """Every published file is whole (I5)."""
    for path in output.iterdir():
        match path.suffix:
            case ".rss" | ".atom" | ".opml":
                ET.fromstring(path.read_bytes())  # noqa: S314 - our own files
            case ".json":
                json.loads(path.read_text("utf-8"))
    assert {"all.rss", "all.atom", "all.json"} <= {path.name for path in output.iterdir()}


async def _play(folder: Path, bad: Sequence[Case]) -> Run:
    """Run the program over bad and good sources, in a folder of its own."""
    plays = {case.name: case.serve for case in bad}
    plays |= {name: reply(rss(item(f"{name}-{n}") for n in range(3))) for name in _GOOD}
    async with HostileServer(plays, every_host=True) as server:
        _configure(folder, bad, server)
        before = _read_schedule()
        run = await asyncio.to_thread(_run, folder, "fetch", "--all", "--json")
        ran, waited = (now - then for now, then in zip(_read_schedule(), before, strict=True))
        return replace(run, delays=_delays(server), starved=waited / ran)


def _read_schedule() -> tuple[int, int]:
    """Return how long this thread has run and waited to run, in nanoseconds."""
    ran, waited, _ = Path("/proc/thread-self/schedstat").read_text().split()
    return int(ran), int(waited)


async def _play_in_time(folder: Path, bad: Sequence[Case]) -> Run:
    """Run it; once or twice more if something else kept the machine busy."""
    async with play_alone():
        for number in range(1, _RUNS + 1):
            run = await _play(folder / f"run-{number}", bad)
            if run.in_time:
                break
    return run


def _write_record(path: Path, run: Run, bad: Sequence[Case]) -> None:
    """Write what was measured, for whoever measures."""
    record = {
        "bad": len(bad),
        "seconds": run.report["seconds"],
        "p95": run.delays[94],
        "max": run.delays[-1],
        "kilobytes": run.kilobytes,
        "starved": run.starved,
        "told": run.told,
    }
    path.write_text(json.dumps(record, indent=1), "utf-8")


@pytest.mark.case("T-03")
@pytest.mark.timeout(600)
async def test_a_hundred_good_sources_among_the_bad_are_all_updated(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Nobody is harmed or delayed by a neighbour, whatever it does; the run tells who failed."""
    make_all()
    bad = _choose_bad()
    run = await _play_in_time(tmp_path, bad)
    if folder := request.config.getoption("--record", default=""):
        _write_record(Path(folder) / "isolation.run", run, bad)
    told = run.told

    assert len(bad) >= 200
    assert 1 == run.code, run.err
    assert "Traceback" not in run.err
    assert {("fetched", 3)} == {(told[name]["answer"], told[name]["new"]) for name in _GOOD}
    assert {case.name for case in bad} <= told.keys()
    assert [] == [name for name, source in told.items() if "wiredesk itself" in source["reason"]]
    read = {"xml", "feed", "html"}
    assert [] == [
        (case.name, told[case.name]["reason"])
        for case in bad
        if case.group in read
        and not told[case.name]["reason"].startswith("timeout")  # a busy machine
        and (told[case.name]["answer"] in _BAD_ANSWERS) != (case.expected == "error")
    ]
    assert run.kilobytes < _MOST_MEMORY
    assert [] == run.left
    _check_files(run.folder / "output")
    if not run.in_time and run.starved > _STARVED:
        pytest.skip(f"too busy to tell delays: p95 {run.delays[94]:.1f} s")
    assert run.in_time, (run.delays[94], run.delays[-1])
