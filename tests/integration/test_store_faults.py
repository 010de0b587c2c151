"""A data directory that cannot be used, or not by this command."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import QueuePool, create_engine
from typer.testing import CliRunner

from feeds.cli.commands import make_app
from feeds.errors import DataError, DataTooNew
from feeds.store import Store, hold_data, open_store

CONFIG = "sources:\n  - https://post.example/rss\n"


def make_database(folder: Path, version: str) -> Path:
    """Make a database whose last step has this name."""
    path = folder / "wiredesk.db"
    open_store(path).close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = ?", [version])
    raw.commit()
    raw.close()
    return path


def open_files(path: Path) -> list[str]:
    """Return this process's open files whose name begins like that."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("no list of open files here")
    links = [Path("/proc/self/fd") / name for name in os.listdir("/proc/self/fd")]  # noqa: PTH208
    named = [str(link.readlink()) for link in links if link.is_symlink()]
    return [name for name in named if name.startswith(str(path))]


def test_a_store_that_is_refused_leaves_no_file_open(tmp_path: Path) -> None:
    """Whoever catches the error can move the file away."""
    path = make_database(tmp_path, "9999")
    with pytest.raises(DataTooNew) as refused:
        open_store(path)

    assert [] == open_files(path), refused


def test_a_database_not_up_to_date_is_left_alone_when_only_read(tmp_path: Path) -> None:
    """It says what to do, and makes nothing."""
    path = make_database(tmp_path, "0001")
    before = path.read_bytes()
    with pytest.raises(DataError, match="run wiredesk fetch"):
        open_store(path, upgrade=False)

    assert before == path.read_bytes()


@pytest.mark.case("S-14")
def test_a_newer_database_is_refused_when_only_read(tmp_path: Path) -> None:
    """To run fetch would not help."""
    path = make_database(tmp_path, "9999")
    with pytest.raises(DataTooNew, match="newer version"):
        open_store(path, upgrade=False)


def test_a_current_database_is_read(tmp_path: Path) -> None:
    """Nothing to do."""
    path = tmp_path / "wiredesk.db"
    open_store(path).close()

    open_store(path, upgrade=False).close()


@pytest.mark.parametrize("words", [["status"], ["show", "id-dam"]])
def test_status_and_show_never_migrate(tmp_path: Path, words: list[str]) -> None:
    """They do not hold the data directory, so they may not change the schema."""
    (tmp_path / "sources.yaml").write_text(CONFIG)
    (tmp_path / "data").mkdir()
    make_database(tmp_path / "data", "0001")
    options = ["--data", str(tmp_path / "data")]
    if words == ["status"]:
        options += ["--config", str(tmp_path / "sources.yaml")]
    ended = CliRunner().invoke(make_app(words), [*words, *options])

    assert isinstance(ended.exception, DataError)
    assert "run wiredesk fetch" in str(ended.exception)


@pytest.mark.case("S-07")
def test_a_lock_file_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    """A pipe in its place can be opened and locked, but not signed."""
    os.mkfifo(tmp_path / "wiredesk.lock")
    told = "cannot lock the data directory .*--data"
    with pytest.raises(DataError, match=told), hold_data(tmp_path, "run"):
        pass


def test_a_lock_that_does_not_fit_on_the_disk_is_told_in_words(tmp_path: Path) -> None:
    """No file may have a single byte."""
    code = """
import resource, sys
from pathlib import Path
from feeds.errors import DataError
from feeds.store import hold_data
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    with hold_data(Path(sys.argv[1]), "run"):
        pass
except DataError as error:
    sys.stdout.write(str(error))
"""
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], check=True, capture_output=True, text=True
    )

    assert ended.stdout.startswith(f"cannot lock the data directory {tmp_path}: File too large")


def test_a_store_that_too_many_use_says_so_in_words() -> None:
    """All its connections are out; the program is no bug's victim and tries again later."""
    pool = {"pool_size": 1, "max_overflow": 0, "pool_timeout": 0.01}
    engine = create_engine("sqlite://", poolclass=QueuePool, **pool)
    with Store(engine) as store, store.read():
        refused = pytest.raises(DataError, match="too many use it")
        with refused, store.read():
            pass
