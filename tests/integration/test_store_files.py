"""The database file and the lock file, in a real folder."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from feeds.errors import DataError, DataLocked, DataTooNew
from feeds.store import count_stories, hold_data, open_store
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


def test_a_second_instance_is_refused_and_told_who_holds_it(tmp_path: Path) -> None:
    """The lock names its process."""
    code = "import sys; from pathlib import Path; from feeds.store import hold_data\n"
    code += "with hold_data(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout
        assert "held" == holder.stdout.readline().strip()
        with pytest.raises(DataLocked, match=f"process {holder.pid}"), hold_data(tmp_path):
            pass
        holder.kill()
    with hold_data(tmp_path):
        pass


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """The message says what to do."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DataError, match="--data"), hold_data(tmp_path / "file" / "data"):
        pass
