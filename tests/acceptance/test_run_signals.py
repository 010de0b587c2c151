"""How the daemon is stopped, and what it does when nobody listens to it."""

import asyncio
import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from desk import PROGRAM, DeskFolder
from loopback import Page, Publisher
from reading import read_until

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>
<link>https://post.example/</link><description>News</description>
<item><title>The dam holds</title><link>https://post.example/dam</link></item></channel></rss>"""

DESK = "topics:\n  - {slug: dams, match: dam}\nsettings: {concurrency: 100, per_host: 20}\n"


def listen(desk: DeskFolder, *urls: str) -> None:
    """Configure sources at these addresses."""
    rows = [f"  - {{id: s{n}, url: '{url}', allow_private: true}}\n" for n, url in enumerate(urls)]
    desk.configure(f"sources:\n{''.join(rows)}{DESK}")


async def wait_until(process: asyncio.subprocess.Process, happened: Callable[[], bool]) -> None:
    """Wait until something happened; the process must live meanwhile."""
    ended = asyncio.ensure_future(process.wait())
    while not happened():
        await asyncio.wait((ended,), timeout=0.05)
        assert not ended.done(), process.returncode
    ended.cancel()


@contextmanager
def locked(desk: DeskFolder) -> Iterator[None]:
    """Hold the database's write lock, as another program might."""
    raw = sqlite3.connect(desk.folder / "data" / "wiredesk.db", isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    yield
    raw.close()


async def stop(process: asyncio.subprocess.Process, *signals: signal.Signals) -> float:
    """Send signals and return how many seconds the end took."""
    loop = asyncio.get_running_loop()
    started = loop.time()
    for number in signals:
        process.send_signal(number)
    await process.communicate()
    return loop.time() - started


def ignores_hangup(process: asyncio.subprocess.Process) -> bool:
    """Tell from the kernel's own table whether SIGHUP would do nothing to a process."""
    status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
    ignored = next(line for line in status.splitlines() if line.startswith("SigIgn:"))
    return bool(int(ignored.split()[1], 16) >> (signal.SIGHUP - 1) & 1)


@pytest.mark.case("T-06")
async def test_a_hangup_while_it_starts_is_no_end(desk: DeskFolder) -> None:
    """It is ready for one before it has loaded anything large, and then goes on."""
    desk.configure("sources:\n  - {id: inbox, path: inbox}\n" + DESK)
    daemon = await desk.start("run")
    while not ignores_hangup(daemon):
        await asyncio.to_thread(os.sched_yield)
    loaded = await asyncio.to_thread(Path(f"/proc/{daemon.pid}/maps").read_text, "utf-8")
    for _ in range(5):
        daemon.send_signal(signal.SIGHUP)
    log = await read_until(daemon.stderr, b"started")
    daemon.terminate()
    await daemon.communicate()

    assert "pydantic" not in loaded
    assert b"started" in log
    assert 0 == daemon.returncode


@pytest.mark.case("T-05")
async def test_a_hundred_polls_under_way_do_not_delay_the_stop(desk: DeskFolder) -> None:
    """They are dropped, and are due again at the next start."""
    async with Publisher("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5") as all_:
        all_.serve("/silent", Page(hang=True, raw=b""))
        listen(desk, *(all_.url(f"/silent?{n}", f"127.0.0.{n % 5 + 1}") for n in range(100)))
        daemon = await desk.start("run")
        await wait_until(daemon, lambda: len(all_.requests) == 100)
        seconds = await stop(daemon, signal.SIGTERM)

    assert 0 == daemon.returncode
    assert seconds < 10


async def start_locked(desk: DeskFolder, publisher: Publisher) -> asyncio.subprocess.Process:
    """Start the daemon on a database that another program locks, and wait until it edits."""
    listen(desk, publisher.serve("/rss", Page(body=FEED)))
    daemon = await desk.start("run", "--verbose")
    await read_until(daemon.stderr, b"editing")
    return daemon


async def prepare(desk: DeskFolder) -> None:
    """Make the database."""
    desk.folder.joinpath("inbox").mkdir()
    desk.configure(f"sources:\n  - {{id: inbox, path: inbox}}\n{DESK}")
    await desk.run("fetch")


@pytest.mark.case("T-05", "T-07", "S-10")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_an_edit_under_way_is_finished_before_the_stop(
    desk: DeskFolder, number: signal.Signals
) -> None:
    """Another program locks the database when the signal comes, and then lets go of it."""
    await desk.begin_after(prepare)
    async with Publisher() as publisher:
        with locked(desk):
            daemon = await start_locked(desk, publisher)
            daemon.send_signal(number)
        await daemon.communicate()

    assert 0 == daemon.returncode
    assert ["The dam holds"] == [item["title"] for item in desk.feed("dams")["items"]]


FAULTY = """
import asyncio, contextlib, pathlib, threading
from feeds.clock import SystemClock
from feeds.model import Config, Source
from feeds.schedule.daemon import run_daemon
from feeds.schedule.desk import Desk
from feeds.store import open_store

@contextlib.asynccontextmanager
async def hang(*_):
    waiting = asyncio.ensure_future(asyncio.to_thread(threading.Event().wait))
    await asyncio.wait((waiting,), timeout=0.1)
    yield

async def run(store, folder):
    inbox = Source(id="inbox", kind="inbox", path=folder / "inbox")
    desk = Desk(config=Config(sources=(inbox,)), store=store, output=folder / "output",
                clock=SystemClock())
    await run_daemon(desk, load=lambda: desk.config, serve=hang, patience=1)

with open_store(None) as store:
    with store.write() as tx:
        tx.exec_driver_sql(
            "CREATE TRIGGER fault BEFORE INSERT ON sources BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    asyncio.run(run(store, pathlib.Path.cwd()))
"""


@pytest.mark.case("T-19")
async def test_a_fault_in_the_desk_ends_it_though_something_hangs(desk: DeskFolder) -> None:
    """A thread that waits for ever does not keep a process alive that polls nothing any more."""
    desk.folder.joinpath("inbox").mkdir()
    daemon = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", FAULTY),
        cwd=desk.folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        told, _ = await asyncio.wait_for(daemon.communicate(), 30)
    finally:
        with contextlib.suppress(ProcessLookupError):
            daemon.kill()

    assert 5 == daemon.returncode
    assert b"IntegrityError" in told


@pytest.mark.case("T-05")
async def test_asked_again_it_stops_at_once(desk: DeskFolder) -> None:
    """Whatever it waits for, and nothing is half done."""
    await desk.begin_after(prepare)
    async with Publisher() as publisher:
        with locked(desk):
            daemon = await start_locked(desk, publisher)
            seconds = await stop(daemon, signal.SIGTERM, signal.SIGINT)
    fetched = await desk.run("fetch", "--json")

    assert daemon.returncode in {128 + signal.SIGTERM, 128 + signal.SIGINT}
    assert seconds < 2
    assert fetched.code in {0, 1}


@pytest.mark.case("S-10")
async def test_a_database_locked_by_another_program_delays_and_loses_nothing(
    desk: DeskFolder,
) -> None:
    """What was fetched meanwhile is edited as soon as it can be, and there is no traceback."""
    await desk.begin_after(prepare)
    async with Publisher() as publisher:
        with locked(desk):
            daemon = await start_locked(desk, publisher)
        await wait_until(daemon, lambda: b"The dam holds" in read(desk.output / "dams.json"))
        daemon.terminate()
        _, log = await daemon.communicate()

    assert (0, 1) == (daemon.returncode, len(publisher.requests))
    assert b"Traceback" not in log


@pytest.mark.case("T-07")
async def test_a_log_that_nobody_reads_stops_nothing(desk: DeskFolder) -> None:
    """The pipe is full before it says its first word."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", Page(body=FEED)))
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        with contextlib.suppress(BlockingIOError):
            while True:
                os.write(writer, b"x" * 4096)
        os.set_blocking(writer, True)
        daemon = await asyncio.create_subprocess_exec(
            PROGRAM, "run", "--verbose", cwd=desk.folder, stderr=writer
        )
        os.close(writer)
        await wait_until(daemon, lambda: b"The dam holds" in read(desk.output / "dams.json"))
        seconds = await stop(daemon, signal.SIGTERM)
        os.close(reader)

    assert 0 == daemon.returncode
    assert seconds < 10


@pytest.mark.case("T-07")
@pytest.mark.parametrize("closed", ["2>&-", ">&- 2>&-", "</dev/null 2>/dev/full"])
async def test_a_daemon_whose_output_is_closed_works_all_the_same(
    desk: DeskFolder, closed: str
) -> None:
    """What was started by something that is gone."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", Page(body=FEED)))
        daemon = await asyncio.create_subprocess_exec(
            "sh", "-c", f'exec "$0" run {closed}', PROGRAM, cwd=desk.folder
        )
        await wait_until(daemon, lambda: b"The dam holds" in read(desk.output / "dams.json"))
        await stop(daemon, signal.SIGTERM)

    assert 0 == daemon.returncode


@pytest.mark.case("T-08")
async def test_as_the_first_process_it_stops_when_asked_and_buries_the_dead(
    desk: DeskFolder,
) -> None:
    """The kernel gives it the orphans, and no signal that it does not ask for."""
    if os.geteuid() or call("unshare", "--pid", "--fork", "true"):
        pytest.skip("no right to make a first process")
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", Page(body=FEED)))
        unshare = await asyncio.create_subprocess_exec(
            *("unshare", "--pid", "--fork", "--mount-proc", "--kill-child", PROGRAM, "run"),
            cwd=desk.folder,
            stderr=asyncio.subprocess.PIPE,
        )
        await wait_until(unshare, lambda: b"The dam holds" in read(desk.output / "dams.json"))
        (first,) = children(unshare.pid)
        orphan = "sh -c 'sleep 0.1' & exit"
        assert 0 == call("nsenter", "-t", str(first), "-p", "sh", "-c", orphan)
        await wait_until(unshare, lambda: len(children(first)) == 1)
        os.kill(first, signal.SIGTERM)
        _, log = await unshare.communicate()

    assert 0 == unshare.returncode
    assert b"stopped" in log


def call(*command: str) -> int:
    """Run a command to its end, and return its exit code."""
    return subprocess.run(command, check=False).returncode


def children(pid: int) -> list[int]:
    """Return the children of a process, dead ones that nobody buried too."""
    return [int(child) for child in read(Path(f"/proc/{pid}/task/{pid}/children")).split()]


def read(path: Path) -> bytes:
    """Return what is in a file; nothing if it is not there."""
    return path.read_bytes() if path.exists() else b""
