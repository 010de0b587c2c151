"""Where cases are played: the hostile server, the real door, real workers and a real store."""

import asyncio
import fcntl
import json
import os
import ssl
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import truststore
from hostile.cases import Case, Seen
from hostile.judge import DEADLINE, SECRET, list_faults, name_answer
from hostile.server import OTHER, PUBLIC, HostileServer

from feeds.fetch import Web, open_web
from feeds.fetch.addresses import is_public_address
from feeds.fetch.network import resolve_host
from feeds.model import (
    Config,
    Fetched,
    Moved,
    NotModified,
    Outcome,
    Secret,
    Settings,
    Source,
    SourceReport,
    SourceState,
)
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.poll import Polled, poll_source
from feeds.pipeline.read import READING
from feeds.processes import Limits, Workers
from feeds.store import Store, open_store, read_source_states

Verdict = tuple[Seen | None, list[str]]
"""What was seen of a case (nothing, if it never ended), and what was wrong."""

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
AT_ONCE = 16
# Processor time is what hostile bytes are held to; a busy machine may take longer by the clock.
LIMITS = Limits(wall=30.0, cpu=4)
SETTINGS = Settings(
    deadline=timedelta(seconds=DEADLINE),
    concurrency=AT_ONCE,
    per_host=AT_ONCE,
    host_pause=timedelta(),
    contact="a test",
)
# Where nothing is slow on purpose, large bodies get the usual time: the machine may be busy.
PATIENT = replace(SETTINGS, deadline=timedelta(seconds=30))
_SLOW_GROUPS = {"network", "redirect", "status"}
# A poll that takes longer than fetching and reading may is hanging.
_HUNG = 120.0
_AUTHORITY = Path(__file__).resolve().parents[1] / "corpus" / "fetch" / "authority.pem"
_HEADERS = (("X-Api-Key", Secret(SECRET)), ("Authorization", Secret(f"Bearer {SECRET}")))
_RESTING = ".rest.test"
_NAMES = {
    "feed.test": (PUBLIC,),
    "other.test": (OTHER,),
    "mixed.test": (PUBLIC, "10.0.0.1"),
    "private.test": ("10.0.0.1",),
    "loop.test": ("127.0.0.1",),
    "meta.test": ("169.254.169.254",),
    "metadata.google.internal": ("169.254.169.254",),
    "empty.test": (),
}


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Everything open that a case needs."""

    server: HostileServer
    web: Web
    workers: Workers
    store: Store
    one_edit: asyncio.Lock = field(default_factory=asyncio.Lock)


def is_public_here(address: str) -> bool:
    """Call two loopback addresses public; the real rule holds for all others."""
    return address in {PUBLIC, OTHER} or is_public_address(address)


@asynccontextmanager
async def open_bench(cases: Sequence[Case], folder: Path) -> AsyncIterator[Bench]:
    """Open everything for these cases."""
    rebinding = [("127.0.0.1",), (PUBLIC,)]
    async with AsyncExitStack() as stack:
        threads = stack.enter_context(ThreadPoolExecutor(AT_ONCE))

        async def resolve(host: str) -> tuple[str, ...]:
            """Answer from the table; numbers in any spelling are read by the system."""
            match host:
                case "slow.test":
                    await asyncio.Event().wait()
                case "rebind.test":
                    return rebinding.pop()
            if host.endswith(_RESTING):
                return (PUBLIC,)
            return _NAMES[host] if host in _NAMES else await resolve_host(host, threads)

        tls = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        tls.load_verify_locations(_AUTHORITY)
        plays = {case.name: case.serve for case in cases}
        slow = any(case.group in _SLOW_GROUPS for case in cases)
        settings = SETTINGS if slow else PATIENT
        yield Bench(
            server=await stack.enter_async_context(HostileServer(plays)),
            web=await stack.enter_async_context(
                open_web(settings, is_public=is_public_here, resolve=resolve, tls=tls)
            ),
            workers=await stack.enter_async_context(Workers(limits=LIMITS, preload=READING)),
            store=stack.enter_context(open_store(folder / "hostile.db")),
        )


@asynccontextmanager
async def play_alone() -> AsyncIterator[None]:
    """Wait until no other process plays hostile cases: two at once would slow each other down."""
    with (Path(tempfile.gettempdir()) / "wiredesk-hostile.lock").open("w") as lock:
        await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_EX)
        yield


async def play_cases(bench: Bench, cases: Sequence[Case]) -> dict[str, Verdict]:
    """Play cases, sixteen at once; return what was seen and what was wrong, by name."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def play(case: Case) -> Verdict:
        async with turns:
            try:
                async with asyncio.timeout(_HUNG):
                    seen = await play_case(bench, case)
            except TimeoutError:
                return None, ["it never ended"]
        return seen, list_faults(case, seen)

    verdicts = await asyncio.gather(*map(play, cases))
    return {case.name: verdict for case, verdict in zip(cases, verdicts, strict=True)}


def _place(case: Case) -> str:
    """Return the address of a case; one that asks for rest has a host of its own, which rests."""
    if "throttled" not in case.kinds or case.url:
        return case.address
    host = f"{case.name.replace('_', '-')}{_RESTING}"
    return f"http://{host}:{{http}}/{case.name}"


async def play_case(bench: Bench, case: Case) -> Seen:
    """Poll one source as often as its case says, and edit what came after each poll."""
    source = Source(
        id=case.name.replace("_", "-"),
        kind="feed",
        url=_place(case).format(**bench.server.ports),
        headers=_HEADERS,
    )
    polls: list[Polled] = []
    reports: list[SourceReport] = []
    longest = 0.0
    loop = asyncio.get_running_loop()
    for number in range(case.polls):
        state = _read_state(bench.store, source)
        started = loop.time()
        polled = await poll_source(
            source,
            state,
            web=bench.web,
            workers=bench.workers,
            now=NOW + timedelta(hours=number),
        )
        longest = max(longest, loop.time() - started)
        polls.append(polled)
        reports.append(await _edit(bench, polled))
    asked = tuple(it for it in bench.server.asked if it.case == case.name)
    return Seen(polls=tuple(polls), reports=tuple(reports), asked=asked, seconds=longest)


def _read_state(store: Store, source: Source) -> SourceState:
    """Return what is remembered of a source."""
    with store.read() as tx:
        return read_source_states(tx).get(source.id, SourceState(source_id=source.id))


async def _edit(bench: Bench, polled: Polled) -> SourceReport:
    """Walk what came through the second half; one at a time, as in the program."""
    config = Config(sources=(polled.source,))
    run = partial(edit_batch, bench.store, [polled], config, _remember)
    async with bench.one_edit:
        (edited,) = await asyncio.to_thread(run)
    return replace(edited.report, problems=polled.reading.problems)


def _remember(_source: Source, state: SourceState, outcome: Outcome, _now: datetime) -> SourceState:
    """Remember what the next request needs; when it is due is another matter."""
    match outcome:
        case Moved(answer=answer):
            return _remember(_source, state, answer, _now)
        case Fetched(validators=validators, body_hash=body_hash):
            return replace(state, validators=validators, body_hash=body_hash)
        case NotModified(validators=validators):
            return replace(state, validators=validators)
        case _:
            return state


def write_record(path: Path, cases: Sequence[Case], verdicts: Mapping[str, Verdict]) -> None:
    """Write what each case did, for whoever measures."""
    rows = [_describe(case, *verdicts[case.name]) for case in cases]
    path.write_text(json.dumps(rows, indent=1), "utf-8")


def _describe(case: Case, seen: Seen | None, faults: list[str]) -> dict[str, object]:
    """Return a row of the record."""
    told = (
        {}
        if seen is None
        else {
            "answer": name_answer(seen),
            "reason": seen.report.reason,
            "stories": len(seen.stories),
            "problems": seen.problems[:3],
            "seconds": round(seen.seconds, 2),
        }
    )
    return {"name": case.name, "expected": case.expected, "faults": faults, **told}


def count_descriptors() -> int:
    """Return how many descriptors this process holds."""
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - Path.iterdir would hold one more


def list_grandchildren() -> list[int]:
    """Return the processes below our children: a pool's workers below its fork server."""
    return [below for child in _list_children(os.getpid()) for below in _list_children(child)]


def _list_children(pid: int) -> list[int]:
    """Return the children of a process."""
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for thread in threads for child in thread.read_text().split()]
