"""A database that was damaged, cut, emptied, or lost its side files."""

import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from harm.invariants import Held, list_faults, read_held
from harm.small import STORIES, make_memory, tell, walk

from feeds.errors import DataError
from feeds.store import open_store, read_memberships

_PAGE = 4096


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    """A database of some stories, at rest."""
    path = tmp_path / "data" / "wiredesk.db"
    path.parent.mkdir()
    make_memory(path)
    return path


@contextmanager
def leave_log(path: Path) -> Iterator[Path]:
    """Copy a database as a killed desk leaves it: two walks are in its log and not in the file."""
    killed = path.parent.with_name("killed") / path.name
    with open_store(path) as store:
        tell(store, "ferry")
        tell(store, "bridge")
        killed.parent.mkdir()
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            shutil.copy(path.with_name(name), killed.with_name(name))
    yield killed


@pytest.mark.case("S-12")
@pytest.mark.parametrize("seed", range(4))
def test_a_page_of_noise_is_told_or_harmless(memory: Path, tmp_path: Path, seed: int) -> None:
    """At 25 places for each seed: a clear error with advice, or every story is still there."""
    draw = random.Random(seed)  # noqa: S311 - a seed is the point
    whole = memory.read_bytes()
    told = 0
    for _ in range(25):
        content = bytearray(whole)
        at = draw.randrange(len(whole) // _PAGE) * _PAGE
        content[at : at + _PAGE] = draw.randbytes(_PAGE)
        memory.write_bytes(content)
        try:
            assert STORIES + 1 == walk(memory, tmp_path / "output")
        except DataError as error:
            told += 1
            assert "put a backup in its place" in str(error)  # noqa: PT017 - one of two good ends

    assert told > 10


@pytest.mark.case("S-12")
@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.7, 0.98])
def test_a_database_that_was_cut_is_told(memory: Path, tmp_path: Path, share: float) -> None:
    """Its end is missing: it is never taken for a smaller one."""
    os.truncate(memory, int(memory.stat().st_size * share))
    with pytest.raises(DataError, match="put a backup in its place"):
        walk(memory, tmp_path / "output")


@pytest.mark.case("S-12")
@pytest.mark.parametrize("upgrade", [True, False])
def test_an_empty_database_is_not_begun_anew(memory: Path, upgrade: bool) -> None:  # noqa: FBT001
    """A file without a byte was one once: to begin anew is the user's decision."""
    memory.write_bytes(b"")
    with pytest.raises(DataError, match=r"is empty, and wiredesk never leaves it so; put a backup"):
        open_store(memory, upgrade=upgrade)

    assert b"" == memory.read_bytes()


@pytest.mark.case("S-12", "S-13")
def test_a_log_without_its_database_is_not_thrown_away(memory: Path) -> None:
    """It holds what was committed last."""
    with leave_log(memory) as killed:
        killed.unlink()
        with pytest.raises(DataError, match=r"is missing, but its log wiredesk\.db-wal is there"):
            open_store(killed)

        assert killed.with_name("wiredesk.db-wal").stat().st_size > 0


def test_what_a_killed_start_left_is_swept_away(tmp_path: Path) -> None:
    """A new database is made beside its place."""
    path = tmp_path / "wiredesk.db"
    for name in ("wiredesk.db.part", "wiredesk.db.part-wal", "wiredesk.db.part-journal"):
        (tmp_path / name).write_bytes(b"half")
    open_store(path).close()

    assert ["wiredesk.db"] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.case("S-12")
def test_a_story_that_is_no_story_is_named(memory: Path, tmp_path: Path) -> None:
    """SQLite reads the row well, and we cannot."""
    with closing(sqlite3.connect(memory)) as raw:
        raw.execute("UPDATE revisions SET story = '{\"id\"' WHERE story_id = 'id-dam-7'")
        raw.commit()
    with pytest.raises(DataError, match=r"revision 1 of story id-dam-7 .*put a backup"):
        walk(memory, tmp_path / "output")


@pytest.mark.case("S-12")
def test_a_story_without_its_place_is_told(memory: Path) -> None:
    """Every story held belongs somewhere."""
    with (
        open_store(memory) as store,
        pytest.raises(DataError, match=r"the place of 1 stories .*put a backup"),
        store.read() as tx,
    ):
        read_memberships(tx, ["id-dam-7", "id-lost"])


@pytest.mark.case("S-13")
def test_a_deleted_shm_is_harmless(memory: Path, tmp_path: Path) -> None:
    """It is made again from the log."""
    with leave_log(memory) as killed:
        killed.with_name("wiredesk.db-shm").unlink()

        assert STORIES + 2 == walk(killed, tmp_path / "output")


@pytest.mark.case("S-13")
def test_a_deleted_log_costs_what_was_in_it_and_no_more(memory: Path, tmp_path: Path) -> None:
    """The memory is as it was before, sources included: their next poll brings the rest."""
    before = read_held(memory.parent)
    with leave_log(memory) as killed:
        killed.with_name("wiredesk.db-wal").unlink()

        assert before == read_held(killed.parent)
        assert STORIES + 1 == walk(killed, tmp_path / "output")
        assert [] == list_faults(read_held(killed.parent), before)


@pytest.mark.case("S-13")
def test_a_log_of_another_database_is_told_or_harmless(memory: Path, tmp_path: Path) -> None:
    """A clear error, or the stories of one of the two."""
    other = tmp_path / "other" / "wiredesk.db"
    other.parent.mkdir()
    make_memory(other, 5)
    with leave_log(memory) as killed:
        shutil.copy(killed.with_name("wiredesk.db-wal"), other.with_name("wiredesk.db-wal"))
        try:
            assert walk(other, tmp_path / "output") in {6, STORIES + 2}
        except DataError as error:
            assert "put a backup in its place" in str(error)  # noqa: PT017 - one of two good ends


@pytest.mark.case("S-03")
def test_a_power_cut_costs_only_what_was_not_committed(memory: Path, tmp_path: Path) -> None:
    """The log is cut at every page: each commit is there whole, or not at all."""
    with leave_log(memory) as killed:
        log = killed.with_name("wiredesk.db-wal")
        whole = log.read_bytes()
        seen: list[int] = []
        before = Held()
        for end in range(0, len(whole) + _PAGE, _PAGE):
            place = tmp_path / "cut"
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            shutil.copy(killed, place)
            (place / log.name).write_bytes(whole[:end])
            held = read_held(place)
            assert [] == list_faults(held, before)
            before = held
            seen.append(len(held.owners))

    assert {STORIES, STORIES + 1, STORIES + 2} == set(seen)
    assert sorted(seen) == seen
