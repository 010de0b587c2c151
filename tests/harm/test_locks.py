"""Several desks, other programs and slow readers at one database."""

import asyncio
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from desk import DeskFolder
from harm.small import STORIES, make_memory, tell, walk
from loopback import Page, Publisher
from sqlalchemy import text

from feeds.store import open_store

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>
<link>https://post.example/</link><description>News</description>
<item><title>The dam holds</title><link>https://post.example/dam</link></item></channel></rss>"""
_LOG_LIMIT = 32 << 20

Ended = asyncio.Task[tuple[bytes, bytes]]
"""A daemon that runs or has ended: what it said."""


@pytest.mark.timeout(300)
@pytest.mark.case("S-08", "S-09")
async def test_of_ten_desks_started_at_once_one_lives(desk: DeskFolder) -> None:
    """The others end with exit code 3 and one line that names it; it goes on undisturbed."""
    async with Publisher() as publisher:
        url = publisher.serve("/rss", Page(body=FEED))
        desk.configure(
            f"sources:\n  - {{id: post, url: '{url}', allow_private: true}}\n"
            "topics:\n  - {slug: dams, match: dam}\n"
        )
        daemons = [await desk.start("run") for _ in range(10)]
        ends = [asyncio.create_task(daemon.communicate()) for daemon in daemons]
        while len(_running(ends)) > 1:
            await asyncio.wait(_running(ends), return_when="FIRST_COMPLETED")
        (alive,) = [daemon for daemon in daemons if daemon.returncode is None]
        alive.terminate()
        said = await asyncio.gather(*ends)

    codes = sorted(daemon.returncode or 0 for daemon in daemons)
    refusals = [err.decode() for (_, err), d in zip(said, daemons, strict=True) if d is not alive]
    assert [0, *[3] * 9] == codes
    assert all(f"process {alive.pid}" in line and line.count("\n") == 1 for line in refusals)


def _running(ends: Sequence[Ended]) -> list[Ended]:
    """Return those that have not ended."""
    return [end for end in ends if not end.done()]


@pytest.mark.case("S-10")
def test_a_lock_of_another_program_is_waited_for(tmp_path: Path) -> None:
    """While it has the database for itself nothing can be written; then the walk goes on."""
    path = tmp_path / "wiredesk.db"
    make_memory(path)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        asyncio.run(_walk_meanwhile(path, tmp_path / "output", other))

    assert time.monotonic() - began < 30  # the desk's own patience, after which it says so


async def _walk_meanwhile(path: Path, output: Path, other: sqlite3.Connection) -> None:
    """Walk in a thread; the lock is given up when the walk has been waiting."""
    walking = asyncio.create_task(asyncio.to_thread(walk, path, output))
    done, _ = await asyncio.wait([walking], timeout=1)
    assert not done
    other.execute("ROLLBACK")

    assert STORIES + 1 == await walking


@pytest.mark.case("S-11")
def test_the_log_is_cut_when_a_long_reader_is_gone(tmp_path: Path) -> None:
    """While somebody reads an old state the log grows; afterwards it is bounded again."""
    path = tmp_path / "wiredesk.db"
    log = tmp_path / "wiredesk.db-wal"
    make_memory(path)
    with open_store(path) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM stories").fetchone()
            for _ in range(12):
                with store.write() as tx:
                    tx.execute(text("CREATE TABLE IF NOT EXISTS ballast (content BLOB)"))
                    tx.execute(text("INSERT INTO ballast VALUES (randomblob(4 << 20))"))
            grown = log.stat().st_size
            assert STORIES == reader.execute("SELECT count(*) FROM stories").fetchone()[0]
        tell(store, "ferry")
        tell(store, "bridge")
        cut = log.stat().st_size

    assert grown > _LOG_LIMIT
    assert cut <= _LOG_LIMIT
