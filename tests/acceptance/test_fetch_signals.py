"""How a pass that is interrupted ends: with what has come, or at once when it is asked again."""

import asyncio
import os
import pty
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from desk import PROGRAM, DeskFolder
from loopback import Page, Publisher

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>
<link>https://post.example/</link><description>News</description>
<item><title>The dam holds</title><link>https://post.example/dam</link></item></channel></rss>"""


def listen(desk: DeskFolder, **urls: str) -> None:
    """Configure sources at these addresses."""
    rows = [
        f"  - {{id: {name}, url: '{url}', allow_private: true}}\n" for name, url in urls.items()
    ]
    topic = "topics:\n  - {slug: dams, match: dam}\nsettings: {per_host: 20}\n"
    desk.configure(f"sources:\n{''.join(rows)}{topic}")


class Watched:
    """A fetch whose standard error is a terminal: what it says is read as it comes."""

    def __init__(self, process: asyncio.subprocess.Process, terminal: int) -> None:
        """Take the process, and the end of its terminal that is read."""
        self.process = process
        self._terminal = terminal
        self.said = b""

    async def read_until(self, words: bytes) -> None:
        """Read until it said something."""
        while words not in self.said:
            self.said += await asyncio.to_thread(os.read, self._terminal, 4096)

    async def end(self) -> str:
        """Return what it printed, when it has ended; what it said meanwhile is read, too."""
        assert self.process.stdout
        out = await self.process.stdout.read()
        await self.process.wait()
        with os.fdopen(os.dup(self._terminal), "rb", buffering=0) as rest:
            os.set_blocking(self._terminal, False)
            self.said += rest.read(65536) or b""
        return out.decode()


@asynccontextmanager
async def fetching(desk: DeskFolder) -> AsyncIterator[Watched]:
    """Start a fetch on a terminal; it does not outlive the block."""
    reading, writing = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        *(PROGRAM, "fetch"),
        cwd=desk.folder,
        env={"PATH": os.environ["PATH"], "HOME": str(desk.folder), "TERM": "xterm"},
        stdout=asyncio.subprocess.PIPE,
        stderr=writing,
    )
    try:
        yield Watched(process, reading)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        os.close(writing)
        os.close(reading)


@pytest.mark.case("T-07")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_fetch_that_is_interrupted_publishes_what_has_come(
    desk: DeskFolder, number: signal.Signals
) -> None:
    """The first source never answers; the second, which has, is not lost for it."""
    async with Publisher() as publisher:
        silent = publisher.serve("/silent", Page(hang=True, raw=b""))
        listen(desk, silent=silent, post=publisher.serve("/rss", Page(body=FEED)))
        async with fetching(desk) as fetch:
            await fetch.read_until(b"1/2")
            fetch.process.send_signal(number)
            out = await fetch.end()
    told = " ".join(fetch.said.decode().split())
    status = await desk.run("status", "--json")
    polled = {source["source_id"]: source["last_polled"] for source in status.json["sources"]}

    assert 128 + number == fetch.process.returncode, (out, told)
    assert "interrupted: 1 of 2 sources is kept, 1 was not asked to the end" in told
    assert "Traceback" not in told + out
    assert ["The dam holds"] == [item["title"] for item in desk.feed("dams")["items"]]
    assert polled["post"]
    assert polled["silent"] is None


@pytest.mark.case("T-07")
async def test_a_fetch_that_is_interrupted_again_ends_at_once(desk: DeskFolder) -> None:
    """Another program locks the database, so it cannot keep what has come."""
    async with Publisher() as publisher:
        silent = publisher.serve("/silent", Page(hang=True, raw=b""))
        listen(desk, silent=silent, post=publisher.serve("/rss", Page(body=FEED)))
        async with fetching(desk) as fetch:
            await fetch.read_until(b"1/2")
            raw = sqlite3.connect(desk.folder / "data" / "wiredesk.db", isolation_level=None)
            raw.execute("BEGIN IMMEDIATE")
            fetch.process.send_signal(signal.SIGINT)
            await fetch.read_until(b"interrupt again")
            fetch.process.send_signal(signal.SIGINT)
            out = await fetch.end()
            raw.close()
        fetched = await desk.run("fetch", "post")

    assert 130 == fetch.process.returncode, (out, fetch.said)
    assert b"\x1b[?25h" in fetch.said, "the cursor is left hidden"
    assert 0 == fetched.code
    assert ["The dam holds"] == [item["title"] for item in desk.feed("dams")["items"]]


@pytest.mark.case("T-07")
async def test_an_interruption_that_a_script_ignores_ends_no_fetch(desk: DeskFolder) -> None:
    """What was started in its background is not meant by Ctrl-C."""
    async with Publisher() as publisher:
        gate = asyncio.Event()
        listen(desk, post=publisher.serve("/rss", Page(body=FEED, gate=gate)))
        fetch = await asyncio.create_subprocess_exec(
            *("sh", "-c", 'trap "" INT; exec "$0" fetch', PROGRAM), cwd=desk.folder
        )
        while not publisher.requests:
            await asyncio.wait((asyncio.ensure_future(fetch.wait()),), timeout=0.05)
            assert fetch.returncode is None
        fetch.send_signal(signal.SIGINT)
        gate.set()
        await fetch.wait()

    assert 0 == fetch.returncode
    assert ["The dam holds"] == [item["title"] for item in desk.feed("dams")["items"]]
