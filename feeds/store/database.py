"""The database: opened, migrated, and asked inside transactions only."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

import sqlalchemy
from sqlalchemy import URL, Connection, Engine, StaticPool, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from feeds.errors import DataError
from feeds.store.damage import ADVICE, tell_damage
from feeds.store.files import back_up_database, put_in_place, refuse_empty
from feeds.store.recent import Recent
from feeds.store.tables import SCHEMA

# What rooms of the store call a connection inside a transaction.
Transaction = Connection

_BUSY_MS = 30_000

# The log grows while somebody reads an old state; when the reader is gone it is cut to this.
_LOG_BYTES = 32 << 20

# How the driver says that a text is none.
_NO_TEXT = "decode to UTF-8"


class Store:
    """The memory. Everything is read and written inside :meth:`read` or :meth:`write`."""

    def __init__(self, engine: Engine, path: Path | None = None) -> None:
        """Take an engine whose schema is current; use :func:`open_store` instead."""
        self._engine = engine
        self._recent: Recent | None = None
        self._writes = 0
        self.path: Final = path

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Give one transaction that alone may write; all of it is kept, or nothing.

        Raises:
            DataError: The database cannot be written (no space, read-only, locked for long).
        """
        with _for_people(self._engine), self._engine.begin() as connection:
            recent, self._recent = self._recent or Recent(), None
            self._writes = taken = self._writes + 1
            yield connection.execution_options(wiredesk_recent=recent)
        # Only now: what a transaction that failed has learnt never was.
        if self._writes == taken:
            self._recent = recent

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Give one consistent view that waits for no writer.

        Raises:
            DataError: The database cannot be read.
        """
        with _for_people(self._engine), self._engine.connect() as connection:
            yield connection.execution_options(wiredesk_read=True, wiredesk_recent=Recent())

    def close(self) -> None:
        """Let go of the files."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Use the store in a ``with`` block."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close it."""
        self.close()


def open_store(path: Path | None, *, upgrade: bool = True) -> Store:
    """Open the database at ``path`` (None: in memory).

    Args:
        path: The file.
        upgrade: Whether it is made or migrated as needed: only for who holds the data directory.
            Without it, a user who may only read the file can open it too.

    Raises:
        DataTooNew: A newer version made it.
        DataError: It cannot be opened, is no database, is empty, or is not up to date and may not
            be upgraded.
    """
    if path:
        refuse_empty(path)
    if path and upgrade and not path.exists():
        put_in_place(path, lambda part: _open_file(part, upgrade=True).close())
    return _open_file(path, upgrade=upgrade)


def _open_file(path: Path | None, *, upgrade: bool) -> Store:
    """Open a database that is what it seems to be."""
    address = _name_for_reading(path) if path and not upgrade else None
    engine = _open_for_reading(path, address) if address else _create_engine(path)
    event.listen(engine, "connect", _prepare_reading if address else _prepare_connection)
    event.listen(engine, "begin", _begin_transaction)
    store = Store(engine, path)
    try:
        found = _read_schema(store)
        if found != SCHEMA:
            _upgrade(store, path, found, allowed=upgrade)
    except BaseException:
        store.close()
        raise
    return store


def _read_schema(store: Store) -> str | None:
    """Return the last step the database took; None for an empty one."""
    with store.read() as tx:
        if not inspect(tx).has_table("alembic_version"):
            return None
        version: str | None = tx.scalar(text("SELECT version_num FROM alembic_version"))
        return version


def _upgrade(store: Store, path: Path | None, found: str | None, *, allowed: bool) -> None:
    """Take the missing steps, after a copy was made of what is there.

    Alembic is imported only now, because it slows down every start.
    """
    from feeds.store.upgrade import refuse_newer, upgrade_schema  # noqa: PLC0415 - see above

    with store.read() as tx:
        refuse_newer(tx)
    if not allowed:
        raise DataError(f"{path} is not up to date: run wiredesk fetch, which brings it up to date")
    if path and found:
        back_up_database(path, found)
    with store.write() as tx:
        upgrade_schema(tx)


def _create_engine(path: Path | None) -> Engine:
    """Make the engine; a database in memory lives in the one connection all threads share."""
    if path:
        return sqlalchemy.create_engine(URL.create("sqlite", database=str(path)))
    return sqlalchemy.create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )


def _name_for_reading(path: Path) -> str | None:
    """Return SQLite's address of a file that this user may only read; None if it may write.

    Who reads beside a writer needs the writer's log (https://sqlite.org/wal.html#readonly); where
    there is none, nobody writes, and the file is read as it lies there.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return None
    log = path.with_name(f"{path.name}-wal")
    return f"{path.absolute().as_uri()}?{'mode=ro' if log.exists() else 'immutable=1'}"


def _open_for_reading(path: Path | None, address: str) -> Engine:
    """Make an engine whose connections cannot write; the path is for messages."""
    url = URL.create("sqlite", database=str(path))
    return sqlalchemy.create_engine(url, creator=lambda: sqlite3.connect(address, uri=True))


def _prepare_reading(connection: Any, record: object) -> None:
    """Set what SQLite wants set on a connection that only reads."""
    del record
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}")


def _prepare_connection(connection: Any, record: object) -> None:
    """Set what SQLite wants set on each connection.

    FULL: what is committed survives a power cut, alerts included; there are few commits a run.
    """
    del record
    connection.isolation_level = None  # the driver must not begin or commit by itself
    for pragma in (
        f"busy_timeout={_BUSY_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"journal_size_limit={_LOG_BYTES}",
    ):
        try:
            connection.execute(f"PRAGMA {pragma}")
        except UnicodeDecodeError as error:
            raise tell_damage("the list of tables") from error


def _begin_transaction(connection: Connection) -> None:
    """Take the write lock at once, so that a read never finds itself unable to write later."""
    deferred = connection.get_execution_options().get("wiredesk_read", False)
    connection.exec_driver_sql("BEGIN" if deferred else "BEGIN IMMEDIATE")


@contextmanager
def _for_people(engine: Engine) -> Iterator[None]:
    """Say which file failed and why, without a traceback."""
    where = engine.url.database or "the database"
    try:
        yield
    except sqlalchemy.exc.TimeoutError as error:
        raise DataError(f"{where}: too many use it at once") from error
    except (OperationalError, DatabaseError) as error:
        if isinstance(error, sqlalchemy.exc.ProgrammingError | sqlalchemy.exc.IntegrityError):
            raise
        raise DataError(f"{where}: {error.orig}{_advise(error.orig)}") from error


def _advise(error: object) -> str:
    """Return what to do about a database that is damaged, or may not be read."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_CANTOPEN:
        return "; it is not readable for this user as it lies there"
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB} or _NO_TEXT in str(error):
        return f"; {ADVICE}"
    return ""
