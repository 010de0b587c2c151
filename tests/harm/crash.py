"""Kill the daemon at random instants, again and again, and look at what it left.

::

    python -m harm crash --kills 1000 --seed 1

Every life begins with a new address of every source, so that all are due. It ends by SIGKILL (of
the main process alone, or of its whole group) or, with ``--signal TERM``, as users end it. The
instants are drawn log-uniformly: from the start of the process, from its first word, from its first
request, or from its first word of new stories, while others are being edited and published; the
first five lives take each of these once. At the end one undisturbed pass must bring everything that
was ever told, and a receiver of alerts must have got each at least once and at most twice.
"""

import argparse
import json
import math
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from harm.invariants import (
    CONFIG_TOPIC,
    Held,
    list_faults,
    list_strays,
    list_torn_files,
    read_held,
)
from harm.publisher import ChangingPublisher
from harm.receiver import Receiver

PROGRAM = Path(sys.executable).with_name("wiredesk")
_PAPERS = 6
_SHORTEST = 0.02
_ORPHANS_END_WITHIN = 60.0
_HUNG = 120.0
_TOLD_WITHIN = 5.0
_MENDS = 3
# From which moment on the rest of a life is drawn, and how often that is one.
_MOMENTS = {"start": 1, "word": 1, "poll": 2, "edit": 6, "tell": 4}
_STORIES = re.compile(r'"new": (\d+)')


@dataclass(kw_only=True)
class Tally:
    """What was seen so far."""

    lives: int = 0
    restarts: list[float] = field(default_factory=list)
    stops: list[float] = field(default_factory=list)
    orphans: list[float] = field(default_factory=list)
    acknowledged: int = 0
    doubled: int = 0
    doubtful: int = 0
    faults: list[str] = field(default_factory=list)


class Life:
    """One run of the daemon."""

    def __init__(self, folder: Path, number: int) -> None:
        """Start it, in a process group of its own."""
        self.number = number
        self.began = time.monotonic()
        self.spoke = threading.Event()
        self.edited = threading.Event()
        self.log: list[str] = []
        self.process = subprocess.Popen(
            [PROGRAM, "run", "--log-json"],
            cwd=folder,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        """Keep its log; somebody may be waiting for its words."""
        for line in self.process.stderr or ():
            self.log.append(line)
            self.spoke.set()
            if _STORIES.search(line):
                self.edited.set()
        self.spoke.set()
        self.edited.set()

    def end(self, number: signal.Signals, *, group: bool) -> int:
        """Send a signal, wait for the end of the main process, return its exit code."""
        send = os.killpg if group else os.kill
        with suppress(ProcessLookupError):
            send(self.process.pid, number)
        return self.process.wait(_HUNG)

    def wait_for_orphans(self) -> float:
        """Wait for the last process of the group; return the seconds since the main one ended."""
        ended = time.monotonic()
        while _lives(self.process.pid) and time.monotonic() - ended < _ORPHANS_END_WITHIN:
            time.sleep(0.02)
        self._reader.join(1)
        return time.monotonic() - ended

    @property
    def acknowledged(self) -> int:
        """How many new stories it said it had committed."""
        return sum(int(found[1]) for line in self.log if (found := _STORIES.search(line)))


def _lives(group: int) -> bool:
    """Tell whether any process of a group is alive."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def _open_publisher(seed: int) -> Iterator[ChangingPublisher]:
    """Let a publisher listen."""
    publisher = ChangingPublisher(seed, papers=_PAPERS, slowest=1.0)
    try:
        yield publisher
    finally:
        publisher.close()


@contextmanager
def _open_receiver(seed: int) -> Iterator[Receiver]:
    """Let a receiver of alerts listen."""
    receiver = Receiver(seed)
    try:
        yield receiver
    finally:
        receiver.close()


class Loop:
    """Lives in one folder, one after the other, and what was seen of them.

    Attributes:
        tally: What was seen.
        held: What the last life left.
    """

    def __init__(
        self, folder: Path, publisher: ChangingPublisher, receiver: Receiver, seed: int
    ) -> None:
        """Take a folder, who tells and who is told, and a seed."""
        self.tally = Tally()
        self.held = Held()
        self._folder = folder
        self._publisher = publisher
        self._receiver = receiver
        self._draw = random.Random(seed)  # noqa: S311 - a seed is the point
        # Each moment once; then as they are drawn.
        self._first = self._draw.sample(list(_MOMENTS), len(_MOMENTS))

    @property
    def received(self) -> Mapping[str, int]:
        """How often each message was received, by id."""
        return self._receiver.messages

    def play(self, longest: float, number: signal.Signals) -> None:
        """Begin a life, end it at a random instant, and look at what it left."""
        self._publisher.asked.clear()
        self._receiver.asked.clear()
        self.tally.lives += 1
        life = self._begin()
        code = self._end(life, longest, number)
        before, self.held = self.held, read_held(self._folder / "data")
        self._judge(life, code, number, before)
        if asked := self._publisher.first_asked.get(str(life.number)):
            self.tally.restarts.append(asked - life.began)
        self._publisher.retire(self.held.headlines)

    def _begin(self) -> Life:
        """Start a daemon for which every source is due."""
        configure(self._folder, self._publisher, self.tally.lives, self._receiver)
        return Life(self._folder, self.tally.lives)

    def _end(self, life: Life, longest: float, number: signal.Signals) -> int:
        """Wait for the instant, send the signal, and wait until every process has ended."""
        if self._first:
            begin = self._first.pop()
        else:
            (begin,) = self._draw.choices(list(_MOMENTS), list(_MOMENTS.values()))
        if begin != "start":
            life.spoke.wait(_HUNG)
        if begin in {"poll", "edit", "tell"}:
            self._publisher.asked.wait(_HUNG)
        if begin in {"edit", "tell"}:
            life.edited.wait(_HUNG)
        if begin == "tell":
            self._receiver.asked.wait(_TOLD_WITHIN)
            longest = _SHORTEST * 2
        least = _SHORTEST / 20 if begin == "tell" else _SHORTEST
        time.sleep(math.exp(self._draw.uniform(math.log(least), math.log(longest))))
        asked = time.monotonic()
        code = life.end(number, group=number is signal.SIGKILL and self._draw.random() < 0.5)
        self.tally.stops.append(time.monotonic() - asked)
        self.tally.orphans.append(life.wait_for_orphans())
        return code

    def _judge(self, life: Life, code: int, number: signal.Signals, before: Held) -> None:
        """Note what was wrong with what a life left."""
        self.tally.acknowledged += life.acknowledged
        found = [
            *list_faults(self.held, before),
            *(f"torn: {line}" for line in list_torn_files(self._folder / "output")),
            *_judge_end(life, code, number),
        ]
        if len(before.owners) + life.acknowledged > len(self.held.owners):
            found.append(f"held {len(before.owners)}, {life.acknowledged} more acknowledged")
        for line in found:
            self.tally.faults.append(f"life {life.number}: {line}")
            say(self.tally.faults[-1])

    def finish(self) -> None:
        """One undisturbed pass brings the rest, publishes it and sweeps up."""
        folder = self._folder
        configure(folder, self._publisher, "last", self._receiver)
        ended = subprocess.run(
            [PROGRAM, "fetch"], cwd=folder, check=False, capture_output=True, text=True
        )
        # The receiver may have refused something: whoever mends it says so.
        for _ in range(_MENDS):
            if not _waits(read_held(folder / "data")):
                break
            for words in (("alerts", "unmute", "hook"), ("fetch",)):
                subprocess.run([PROGRAM, *words], cwd=folder, check=False, capture_output=True)
        before, self.held = self.held, read_held(folder / "data")
        if ended.returncode != 1:  # the hostile ones fail
            self.tally.faults.append(f"the last pass: {ended.returncode} {ended.stderr}")
        self.tally.faults += [
            *list_faults(self.held, before),
            *list_torn_files(folder / "output"),
            *(f"left over: {name}" for name in list_strays(folder / "data", folder / "output")),
            *_compare_with_told(self.held, self._publisher.told),
            *_compare_with_received(self.held, self._receiver, self.tally),
        ]


def configure(folder: Path, publisher: ChangingPublisher, life: object, receiver: Receiver) -> None:
    """Write a configuration in which every source is due."""
    hook = f"channels:\n  hook: {{url: '{receiver.url}', allow_private: true}}\n"
    topic = CONFIG_TOPIC.replace("alerts: [{", "alerts: [{to: [hook], ")
    (folder / "sources.yaml").write_text(publisher.list_sources(life) + topic + hook)


def _waits(held: Held) -> bool:
    """Tell whether an alert has neither arrived nor been given up."""
    return any(state not in {"sent", "failed"} for _, state, *_ in held.deliveries)


def _compare_with_told(held: Held, told: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """Yield how what is held at the end differs from what was told."""
    papers = {paper for paper, _ in told}
    headlines = {key: line for key, line in held.headlines.items() if key[0] in papers}
    yield from (f"never came: {key}" for key in told.keys() - headlines)
    yield from (f"never told: {key}" for key in headlines.keys() - told)
    for key in told.keys() & headlines:
        if told[key] != headlines[key]:
            yield f"an older headline stays: {key}"


def _compare_with_received(held: Held, receiver: Receiver, tally: Tally) -> Iterator[str]:
    """Yield which alerts did not arrive, or too often; those in doubt twice may not have come."""
    for told_id, state, message_id, reason in held.deliveries:
        match state:
            case "sent" if not receiver.messages[message_id]:
                yield f"{told_id}: sent, and never received"
            case "failed" if "perhaps received" in reason:
                tally.doubtful += not receiver.messages[message_id]
            case "sent":
                pass
            case _:
                yield f"{told_id}: {state} at the end: {reason}"
    for kind, counts in (("message", receiver.messages), ("alert", receiver.alerts)):
        yield from (f"{kind} {it}: received {n} times" for it, n in counts.items() if n > 2)
    tally.doubled = sum(n > 1 for n in receiver.messages.values())


def _judge_end(life: Life, code: int, number: signal.Signals) -> Iterator[str]:
    """Yield what was wrong with how a process ended and what it said."""
    young = not life.log  # it may not listen to signals yet
    right = {-number} if number is signal.SIGKILL else {0, -number} if young else {0}
    if code not in right:
        yield f"exit code {code}: {''.join(life.log)[-2000:]}"
    if _lives(life.process.pid):
        yield "processes of it are still alive"
        os.killpg(life.process.pid, signal.SIGKILL)
    if any("Traceback" in line or '"level": "error"' in line for line in life.log):
        yield f"log: {''.join(life.log)[-2000:]}"


def say(line: str) -> None:
    """Show progress."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - a program


def _describe(loop: Loop, seed: int) -> dict[str, object]:
    """Return the summary."""
    tally, held = loop.tally, loop.held

    def spread(seconds: Sequence[float]) -> dict[str, float]:
        """Median, 95th percentile and most."""
        if not seconds:
            return {}
        high = sorted(seconds)[math.ceil(len(seconds) * 0.95) - 1]
        return {
            "median": round(statistics.median(seconds), 2),
            "p95": round(high, 2),
            "most": round(max(seconds), 2),
        }

    return {
        "seed": seed,
        "lives": tally.lives,
        "stories": len(held.owners),
        "revisions": sum(held.last.values()),
        "told": len(held.alerts),
        "acknowledged": tally.acknowledged,
        "received": len(loop.received),
        "received_twice": tally.doubled,
        "perhaps_never_received": tally.doubtful,
        "restart_seconds": spread(tally.restarts),
        "stop_seconds": spread(tally.stops),
        "orphan_seconds": spread(tally.orphans),
        "faults": tally.faults[:50],
    }


def main(words: Sequence[str]) -> int:
    """Run, print the summary as JSON, and return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--longest", type=float, default=5.0, help="seconds of the longest life")
    parser.add_argument("--signal", default="KILL", choices=("KILL", "TERM"))
    parser.add_argument("--every", type=int, default=20, help="say something so often")
    parser.add_argument("--folder", type=Path, help="where; a temporary folder unless said")
    args = parser.parse_args(words)
    number = signal.Signals[f"SIG{args.signal}"]
    say(f"seed {args.seed}")
    with (
        tempfile.TemporaryDirectory() as name,
        _open_publisher(args.seed) as publisher,
        _open_receiver(args.seed) as receiver,
    ):
        loop = Loop(args.folder or Path(name), publisher, receiver, args.seed)
        for count in range(1, args.kills + 1):
            loop.play(args.longest, number)
            if count % args.every == 0:
                stories, faults = len(loop.held.owners), len(loop.tally.faults)
                say(f"{count} ended, {stories} stories, {faults} faults")
        loop.finish()
    print(json.dumps(_describe(loop, args.seed), indent=1))  # noqa: T201 - a program
    return 1 if loop.tally.faults else 0
