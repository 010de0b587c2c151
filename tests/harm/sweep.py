"""The moving fault: let the n-th write of ``wiredesk fetch`` fail, for n = 1, 2, … until none does.

::

    python -m harm sweep --scenario grown --error EIO

A run is the whole command, in this process, so that it costs no start: only the first one starts
a server for workers. After each run: one clear line and an exit code that tells; no story lost,
none twice, no file torn; and the next run, unharmed, brings everything.
"""

import argparse
import errno
import json
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from itertools import product
from pathlib import Path

from harm.invariants import (
    CONFIG_TOPIC,
    Held,
    list_faults,
    list_strays,
    list_torn_files,
    list_unpublished,
    read_held,
)
from harm.older import list_older_schemas, make_older
from harm.shim import Shim

from feeds.cli.commands import make_app
from feeds.cli.main import end_clearly
from feeds.log import configure_log

SCENARIOS = ("fresh", "grown", "older")
ERRORS = ("EIO", "ENOSPC", "EROFS")
_UNUSABLE = 5
_LONGEST_LINE = 300
_FEED = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title>"
    "<link>https://post.example/</link><description>News</description>{}</channel></rss>"
)
_ITEM = (
    "<item><title>{0}</title><guid isPermaLink='false'>{1}</guid>"
    "<link>https://post.example/{1}</link>"
    "<description>The council met about {1}.</description></item>"
)


@dataclass(frozen=True, kw_only=True)
class Ran:
    """A command that ended."""

    code: int
    out: str
    err: str


class Paper:
    """A publisher whose feed has an older and a newer state."""

    def __init__(self) -> None:
        """Listen on loopback."""
        self.headlines: dict[str, str] = {}
        paper = self

        class Handler(BaseHTTPRequestHandler):
            """Answers every request with the feed."""

            def do_GET(self) -> None:
                """Send it."""
                body = paper.render()
                self.send_response(200)
                self.send_header("Content-Type", "application/rss+xml")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/rss"

    def render(self) -> bytes:
        """Return the feed as it stands."""
        items = "".join(_ITEM.format(line, guid) for guid, line in self.headlines.items())
        return _FEED.format(items).encode()

    def tell_old(self) -> None:
        """Tell four stories."""
        self.headlines = {f"item-{n}": f"The ferry {n} sails" for n in range(4)}

    def tell_new(self) -> None:
        """Tell two more, and one in other words."""
        self.tell_old()
        self.headlines |= {f"item-{n}": f"The ferry {n} sails" for n in range(4, 6)}
        self.headlines["item-1"] = "The ferry 1 is late"


class Bench:
    """A folder in which the command is run, and a template of it that is never harmed."""

    def __init__(self, folder: Path, scenario: str) -> None:
        """Bring the template into the state in which the faults begin."""
        self.paper = Paper()
        self.template = folder / "template"
        self.place = folder / "place"
        self.shim = Shim()
        self.place.mkdir()
        (folder / "sources.yaml").write_text(
            f"sources:\n  - {{id: post, url: '{self.paper.url}', allow_private: true}}\n"
            f"{CONFIG_TOPIC}"
        )
        self.config = folder / "sources.yaml"
        if scenario != "fresh":
            self.paper.tell_old()
            self.run("--all")
            self._make_due()
        if scenario == "older":
            current = self.place / "data" / "wiredesk.db"
            current.rename(folder / "current.db")
            make_older(current, list_older_schemas()[-1], folder / "current.db")
        self.place.rename(self.template)
        self.paper.tell_new()

    def _make_due(self) -> None:
        """Let the next pass poll the source: its address is another one."""
        text = self.config.read_text()
        self.config.write_text(text.replace("/rss", "/rss?again"))

    @property
    def data(self) -> Path:
        """Where the memory is."""
        return self.place / "data"

    @property
    def output(self) -> Path:
        """Where the feeds are."""
        return self.place / "output"

    def begin(self) -> Held:
        """Begin anew from the template; return what it holds."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.template, self.place)
        return read_held(self.data)

    def run(self, *words: str) -> Ran:
        """Run ``wiredesk fetch`` to its end."""
        args = ["fetch", "--config", str(self.config), *words]
        args += ["--data", str(self.data), "--output", str(self.output)]
        out, err = StringIO(), StringIO()
        code = 0
        with redirect_stdout(out), redirect_stderr(err):
            configure_log(sys.stderr)
            try:
                end_clearly(partial(make_app(args), args=args, prog_name="wiredesk"))
            except SystemExit as ended:
                code = int(ended.code or 0)
        return Ran(code=code, out=out.getvalue(), err=err.getvalue())

    def run_harmed(self, number: int, code: int, *, lasting: bool) -> tuple[Ran, str]:
        """Run it with a fault; return how it ended and the call that failed."""
        self.shim.arm((self.data, self.output), number, code, lasting=lasting)
        try:
            ran = self.run()
        finally:
            call = self.shim.disarm()
        return ran, call


@dataclass(kw_only=True)
class Tally:
    """What was seen: how many runs had a fault, and what was wrong."""

    runs: int = 0
    ignored: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Add what another sweep saw."""
        self.runs += other.runs
        self.ignored += other.ignored
        self.faults += other.faults


def sweep(bench: Bench, numbers: Iterator[int], code: int, *, lasting: bool) -> Tally:
    """Move the fault until a run has none, or the numbers end."""
    tally = Tally()
    for number in numbers:
        before = bench.begin()
        ran, call = bench.run_harmed(number, code, lasting=lasting)
        if not call:
            break
        tally.runs += 1
        if ran.code == 0:
            tally.ignored.append(call)
        found = [*_judge_run(bench, ran, before), *_judge_next(bench, before)]
        how = "from" if lasting else "at"
        tally.faults += [f"{errno.errorcode[code]} {how} {number} ({call}): {it}" for it in found]
    return tally


def _judge_run(bench: Bench, ran: Ran, before: Held) -> Iterator[str]:
    """Yield what was wrong with a run that met a fault."""
    held = read_held(bench.data)
    yield from list_faults(held, before)
    yield from (f"torn: {line}" for line in list_torn_files(bench.output))
    if ran.code == 0:
        yield from (f"exit code 0, but {line}" for line in list_missing(bench, held))
        return
    lines = ran.err.splitlines()
    if ran.code != _UNUSABLE or len(lines) != 1 or len(ran.err) > _LONGEST_LINE:
        yield f"exit code {ran.code}: {ran.err}"


def _judge_next(bench: Bench, before: Held) -> Iterator[str]:
    """Yield what the next run, unharmed, did not mend."""
    ran = bench.run()
    if ran.code != 0:
        yield f"the next run: exit code {ran.code}: {ran.err}"
        return
    held = read_held(bench.data)
    yield from (f"after the next run: {line}" for line in list_faults(held, before))
    yield from (f"after the next run: {line}" for line in list_missing(bench, held))
    yield from (f"left over: {line}" for line in list_strays(bench.data, bench.output))


def list_missing(bench: Bench, held: Held) -> Iterator[str]:
    """Yield what is told and not held, or held and not published."""
    told = {("post", guid): line for guid, line in bench.paper.headlines.items()}
    yield from (f"not held: {key}" for key in told if held.headlines.get(key) != told[key])
    yield from list_unpublished(held, bench.output)


def say(line: str) -> None:
    """Show progress."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - a program


def main(words: Sequence[str]) -> int:
    """Sweep, print the summary as JSON, and return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenario", choices=SCENARIOS, help="all unless said")
    parser.add_argument("--error", choices=ERRORS, help="all unless said")
    parser.add_argument("--once", action="store_true", help="never let all later calls fail too")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--stride", type=int, default=1)
    args = parser.parse_args(words)
    scenarios = (args.scenario,) if args.scenario else SCENARIOS
    errors = (args.error,) if args.error else ERRORS
    total = Tally()
    for scenario in scenarios:
        with tempfile.TemporaryDirectory() as name:
            bench = Bench(Path(name), scenario)
            for error, lasting in product(errors, (False, True)):
                if args.once and lasting:
                    continue
                numbers = iter(range(args.first, 10**6, args.stride))
                tally = sweep(bench, numbers, getattr(errno, error), lasting=lasting)
                say(f"{scenario} {error} {'lasting' if lasting else 'once'}: {tally.runs} runs")
                total.add(tally)
    summary = {
        "runs": total.runs,
        "harmless": sorted(set(total.ignored)),
        "faults": total.faults[:50],
    }
    print(json.dumps(summary, indent=1))  # noqa: T201 - a program
    return 1 if total.faults or not total.runs else 0
