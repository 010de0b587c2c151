"""The database file and the lock file, in a real folder."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from feeds.cli.held import find_database
from feeds.errors import DataError, DataLocked, DataTooNew
from feeds.model import SourceState
from feeds.store import (
    count_stories,
    hold_data,
    open_store,
    read_source_states,
    save_source_states,
)
from feeds.store.tables import SCHEMA, metadata


def test_migrations_make_the_tables_the_code_knows(tmp_path: Path) -> None:
    """What alembic builds is what tables.py says."""
    with open_store(tmp_path / "wiredesk.db") as store, store.read() as tx:
        assert [] == compare_metadata(MigrationContext.configure(tx), metadata)


def test_the_schema_named_in_the_code_is_the_last_step(tmp_path: Path) -> None:
    """A new step that is not named would be run at every start."""
    with open_store(tmp_path / "wiredesk.db") as store, store.read() as tx:
        assert SCHEMA == MigrationContext.configure(tx).get_current_revision()


def test_a_store_can_be_opened_again(tmp_path: Path) -> None:
    """Opening a current database writes nothing."""
    path = tmp_path / "wiredesk.db"
    open_store(path).close()
    before = path.read_bytes()
    open_store(path).close()

    assert before == path.read_bytes()


def test_a_store_in_memory_serves_tests() -> None:
    """No file at all."""
    with open_store(None) as store, store.read() as tx:
        assert 0 == count_stories(tx)


@pytest.mark.case("S-14")
def test_a_database_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    """Nothing is written to what we do not understand."""
    path = tmp_path / "wiredesk.db"
    open_store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(DataTooNew, match="newer version"):
        open_store(path)

    assert before == path.read_bytes()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    """The message says which file; no traceback of a library."""
    path = tmp_path / "wiredesk.db"
    path.write_text("these are notes, not a database, and they are long enough to be read as one")
    with pytest.raises(DataError, match=r"wiredesk\.db: file is not a database"):
        open_store(path)


def test_a_damaged_database_comes_with_advice(tmp_path: Path) -> None:
    """The message says what the file is, and how most stories come back."""
    path = tmp_path / "wiredesk.db"
    open_store(path).close()
    content = bytearray(path.read_bytes())
    content[100:4096] = bytes(3996)
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"malformed; this file is the memory .* wiredesk fetch"):
        open_store(path)


@pytest.mark.case("S-07")
def test_a_file_in_place_of_the_data_folder_is_called_a_file(tmp_path: Path) -> None:
    """``--data`` names a folder."""
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(DataError, match="data is a file"), hold_data(tmp_path / "data", "run"):
        pass


_WRITE_AND_STAY = """
import sys
from pathlib import Path
from feeds.model import SourceState
from feeds.store import open_store, save_source_states
with open_store(Path(sys.argv[1])) as store:
    with store.write() as tx:
        save_source_states(tx, [SourceState(source_id="written")])
    print("written", flush=True)
    sys.stdin.read()
"""


@contextmanager
def be_guest() -> Iterator[None]:
    """Give up the rights of root, where tests run as root, until the block ends."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@contextmanager
def open_folder_to_guests() -> Iterator[Path]:
    """Give a folder that others can enter: those of pytest are for their owner only."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.case("S-22")
def test_a_copy_made_beside_a_running_desk_is_whole(tmp_path: Path) -> None:
    """SQLite's own way to copy, while somebody holds the database open and has just written."""
    path, copy = tmp_path / "wiredesk.db", tmp_path / "backup.db"
    with subprocess.Popen(
        [sys.executable, "-c", _WRITE_AND_STAY, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as desk:
        assert desk.stdout
        assert "written" == desk.stdout.readline().strip()
        with closing(sqlite3.connect(path)) as raw, closing(sqlite3.connect(copy)) as backup:
            raw.backup(backup)
        desk.kill()
    with open_store(copy) as store, store.read() as tx:
        assert {"written"} == set(read_source_states(tx))


def forbid_writing(folder: Path) -> None:
    """Leave a folder and its files for reading only."""
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555)


def test_who_may_only_read_can_read_while_nobody_writes() -> None:
    """Another user reads the database as it lies there, and leaves nothing behind."""
    with open_folder_to_guests() as folder:
        open_store(folder / "wiredesk.db").close()
        forbid_writing(folder)
        with be_guest(), open_store(folder / "wiredesk.db", upgrade=False) as store:
            with store.read() as tx:
                assert 0 == count_stories(tx)
            with pytest.raises(DataError, match="readonly"), store.write() as tx:
                save_source_states(tx, [SourceState(source_id="a")])

        assert [folder / "wiredesk.db"] == list(folder.iterdir())


def test_who_may_only_read_can_read_beside_a_running_desk() -> None:
    """What the desk committed a moment ago is there."""
    with open_folder_to_guests() as folder:
        path = folder / "wiredesk.db"
        with subprocess.Popen(
            [sys.executable, "-c", _WRITE_AND_STAY, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as desk:
            assert desk.stdout
            assert "written" == desk.stdout.readline().strip()
            forbid_writing(folder)
            with be_guest(), open_store(path, upgrade=False) as store, store.read() as tx:
                assert {"written"} == set(read_source_states(tx))
            folder.chmod(0o755)
            desk.kill()


def test_who_may_not_read_is_told_so() -> None:
    """The message names the file and the user, not a line of the code."""
    with open_folder_to_guests() as folder:
        path = folder / "wiredesk.db"
        open_store(path).close()
        path.chmod(0)
        with be_guest(), pytest.raises(DataError, match="not readable for this user"):
            find_database(folder)
        path.chmod(0o644)
        folder.chmod(0)
        with be_guest(), pytest.raises(DataError, match="not readable for this user"):
            find_database(folder)


@pytest.mark.case("S-07")
@pytest.mark.parametrize(
    ("name", "blocked", "mend"),
    [
        ("", "", "chown -R {user} {folder}"),
        ("new data/deep", "", "install -d -o {user} '{folder}/new data/deep'"),
        ("locked", "/locked/wiredesk.lock", "chown -R {user} {folder}/locked"),
    ],
)
def test_who_may_not_write_is_told_the_owner_and_the_command(
    name: str, blocked: str, mend: str
) -> None:
    """A folder of somebody else, one that cannot be made in it, and a lock of somebody else."""
    with open_folder_to_guests() as folder:
        locked = folder / "locked"
        locked.mkdir()
        locked.chmod(0o777)
        (locked / "wiredesk.lock").touch(0o444)
        folder.chmod(0o555)
        with be_guest(), pytest.raises(DataError) as refused, hold_data(folder / name, "run"):
            pass
        user, mode = 65534 if os.geteuid() == 0 else os.geteuid(), "0444" if blocked else "0555"

    assert str(refused.value) == (
        f"cannot write to the data directory {folder / name}: Permission denied; "
        f"{folder}{blocked} belongs to user id {os.geteuid()} with mode {mode}, and this is "
        f"user id {user}: as root run {mend.format(user=user, folder=folder)}, "
        "or name another with --data"
    )


def test_a_second_instance_is_refused_and_told_who_holds_it(tmp_path: Path) -> None:
    """The lock names its command and its process."""
    code = "import sys; from pathlib import Path; from feeds.store import hold_data\n"
    code += (
        "with hold_data(Path(sys.argv[1]), 'fetch'): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout
        assert "held" == holder.stdout.readline().strip()
        with (
            pytest.raises(DataLocked, match=rf"^wiredesk fetch \(process {holder.pid}\)"),
            hold_data(tmp_path, "run"),
        ):
            pass
        holder.kill()
    with hold_data(tmp_path, "run"):
        pass


@pytest.mark.case("S-07")
def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """The message says what to do."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DataError, match="--data"), hold_data(tmp_path / "file" / "data", "run"):
        pass
