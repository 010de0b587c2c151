"""The same sweep with SIGKILL: the process dies at its n-th write, for n = 1, 2, … until it lives.

::

    python -m harm kill --scenario older

A run is the half of the walk that writes, from the opening of the memory to the last feed, in a
fork of this process: a publisher was read once, before.
"""

import argparse
import json
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from harm.invariants import Held, list_faults, list_strays, list_torn_files, read_held
from harm.shim import KILL
from harm.sweep import SCENARIOS, Bench, Tally, list_missing, say
from polls import StandingClock

from feeds.model import Body, Fetched, SourceState
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.poll import Polled
from feeds.pipeline.publish import publish_feeds
from feeds.pipeline.read import read_bodies
from feeds.schedule.desk import open_desk
from feeds.schedule.once import read_states
from feeds.schedule.state import remember_poll
from feeds.sources import load_config


class Walk:
    """The half of the walk that writes, with what a poll brought."""

    def __init__(self, bench: Bench) -> None:
        """Read what the publisher says now."""
        self._bench = bench
        self._config = load_config(bench.config, {})
        self._now = datetime.now(UTC) + timedelta(hours=1)  # noqa: TID251 - after the bench's runs
        (source,) = self._config.sources
        body = Body(
            content=bench.paper.render(), media_type="application/rss+xml", url=source.url or ""
        )
        self._reading = read_bodies((body,), source, self._now)

    def begin(self, number: int) -> int:
        """Walk in a fork that dies at this write (0: at none); return how it ended."""
        child = os.fork()
        if child:
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        bench = self._bench
        try:
            if number:
                bench.shim.arm((bench.data, bench.output), number, KILL, lasting=False)
            self._write()
        except BaseException:  # noqa: BLE001 - a fork must not return into its parent's work
            traceback.print_exc()
            os._exit(1)
        os._exit(0)

    def _write(self) -> None:
        """Edit what was read, and publish."""
        data, output = self._bench.data, self._bench.output
        (source,) = self._config.sources
        with open_desk(self._config, data, output, StandingClock(self._now), command="run") as desk:
            polled = Polled(
                source=source,
                state=read_states(desk).get(source.id, SourceState(source_id=source.id)),
                outcome=Fetched(bodies=(), body_hash="h"),
                reading=self._reading,
                now=self._now,
            )
            edit_batch(desk.store, [polled], self._config, remember_poll)
            publish_feeds(desk.store, self._config, output, self._now)


def sweep(bench: Bench, numbers: Iterator[int]) -> Tally:
    """Move the kill until a run lives, or the numbers end."""
    tally = Tally()
    walk = Walk(bench)
    for number in numbers:
        before = bench.begin()
        if (code := walk.begin(number)) == 0:
            break
        tally.runs += 1
        found = [*_judge(bench, code, before), *_judge_next(bench, walk, before)]
        tally.faults += [f"killed at {number}: {line}" for line in found]
    return tally


def _judge(bench: Bench, code: int, before: Held) -> Iterator[str]:
    """Yield what was wrong with what a killed process left."""
    if code != -signal.SIGKILL:
        yield f"exit code {code}"
    yield from list_faults(read_held(bench.data), before)
    yield from (f"torn: {line}" for line in list_torn_files(bench.output))


def _judge_next(bench: Bench, walk: Walk, before: Held) -> Iterator[str]:
    """Yield what the next walk did not mend."""
    if code := walk.begin(0):
        yield f"the next run: exit code {code}"
        return
    held = read_held(bench.data)
    yield from (f"after the next run: {line}" for line in list_faults(held, before))
    yield from (f"after the next run: {line}" for line in list_missing(bench, held))
    yield from (f"left over: {line}" for line in list_strays(bench.data, bench.output))


def main(words: Sequence[str]) -> int:
    """Sweep, print the summary as JSON, and return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenario", choices=SCENARIOS, help="all unless said")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--stride", type=int, default=1)
    args = parser.parse_args(words)
    total = Tally()
    for scenario in (args.scenario,) if args.scenario else SCENARIOS:
        with tempfile.TemporaryDirectory() as name:
            bench = Bench(Path(name), scenario)
            tally = sweep(bench, iter(range(args.first, 10**6, args.stride)))
        say(f"{scenario}: {tally.runs} kills")
        total.add(tally)
    print(json.dumps({"runs": total.runs, "faults": total.faults[:50]}, indent=1))  # noqa: T201
    sys.stdout.flush()
    return 1 if total.faults or not total.runs else 0
