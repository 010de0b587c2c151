"""A database of an older version is brought up to date: whole, after a copy was made."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from harm.invariants import read_held
from harm.older import list_older_schemas, make_older
from harm.shim import is_possible
from polls import a_config, a_poll
from stories import a_source, a_story

from feeds.errors import DataError
from feeds.pipeline.edit import edit_batch
from feeds.schedule.state import remember_poll
from feeds.store import open_store
from feeds.store.tables import SCHEMA

_TESTS = Path(__file__).resolve().parents[1]


@pytest.fixture
def current(tmp_path: Path) -> Path:
    """A database of this version that holds two stories."""
    path = tmp_path / "current.db"
    with open_store(path) as store:
        poll = a_poll(a_story("dam"), a_story("ferry"), source=a_source())
        edit_batch(store, [poll], a_config(), remember_poll)
    return path


def read_schema(path: Path) -> str:
    """Return the name of a database's schema."""
    with closing(sqlite3.connect(path)) as raw:
        (name,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(name)


def names(folder: Path) -> set[str]:
    """Return what lies in a folder."""
    return {path.name for path in folder.iterdir()}


@pytest.mark.case("S-15")
@pytest.mark.parametrize("schema", list_older_schemas())
def test_a_database_of_an_older_version_keeps_all_it_holds(
    tmp_path: Path, current: Path, schema: str
) -> None:
    """Beside it lies a copy of what was there, named by its schema; the copy is whole."""
    data = tmp_path / "data"
    data.mkdir()
    make_older(data / "wiredesk.db", schema, current)
    before = read_held(data)
    open_store(data / "wiredesk.db").close()
    copy = data / f"wiredesk.{schema}.backup.db"

    assert 2 == len(before.owners)
    assert before.versions == read_held(data).versions
    assert (SCHEMA, schema) == (read_schema(data / "wiredesk.db"), read_schema(copy))
    copy.replace(data / "wiredesk.db")
    assert before == read_held(data)


@pytest.mark.case("S-15")
def test_without_a_copy_nothing_is_changed(tmp_path: Path, current: Path) -> None:
    """Where the copy cannot be written, the older database stays as it was."""
    data = tmp_path / "data"
    data.mkdir()
    (oldest, *_) = list_older_schemas()
    make_older(data / "wiredesk.db", oldest, current)
    (data / f"wiredesk.{oldest}.backup.db").mkdir()
    with pytest.raises(DataError, match=f"cannot be copied to .*{oldest}.backup.db .*nothing was"):
        open_store(data / "wiredesk.db")

    assert oldest == read_schema(data / "wiredesk.db")
    assert not [name for name in names(data) if name.endswith(".part")]


def test_a_new_and_a_current_database_are_not_copied(tmp_path: Path) -> None:
    """There is nothing to go back to."""
    for _ in range(2):
        open_store(tmp_path / "wiredesk.db").close()

    assert {"wiredesk.db"} == names(tmp_path)


def kill(*words: str) -> Any:
    """Let a process die at one write after the other; return the summary."""
    ended = subprocess.run(
        [sys.executable, "-m", "harm", "kill", *words],
        env={"PYTHONPATH": str(_TESTS), "PATH": os.environ["PATH"]},
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.stdout, ended.stderr
    return json.loads(ended.stdout)


@pytest.mark.skipif(not is_possible(), reason="needs Linux with glibc, and a compiler")
@pytest.mark.timeout(600)
@pytest.mark.case("S-15")
def test_a_desk_killed_while_it_is_brought_up_to_date_is_old_or_new() -> None:
    """At every seventh write: what was held is there, and the next start ends the work."""
    summary = kill("--scenario", "older", "--stride", "7")

    assert [] == summary["faults"]
    assert summary["runs"] > 20
