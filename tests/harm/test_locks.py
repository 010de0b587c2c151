"""Several desks, other programs and slow readers at one database."""

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from harm.small import STORIES, make_memory, tell, walk
from sqlalchemy import text

from feeds.store import open_store

_LOG_LIMIT = 32 << 20


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
