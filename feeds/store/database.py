"""The database: opened, migrated, and asked inside transactions only."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import sqlalchemy
from sqlalchemy import URL, Connection, Engine, StaticPool, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from feeds.errors import DataError
from feeds.store.tables import SCHEMA

# What rooms of the store call a connection inside a transaction.
Transaction = Connection

_BUSY_MS = 30_000


class Store:
    """The memory. Everything is read and written inside :meth:`read` or :meth:`write`."""

    def __init__(self, engine: Engine) -> None:
        """Take an engine whose schema is current; use :func:`open_store` instead."""
        self._engine = engine

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Give one transaction that alone may write; all of it is kept, or nothing.

        Raises:
            DataError: The database cannot be written (no space, read-only, locked for long).
        """
        with _for_people(self._engine), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Give one consistent view that waits for no writer.

        Raises:
            DataError: The database cannot be read.
        """
        with _for_people(self._engine), self._engine.connect() as connection:
            yield connection.execution_options(wiredesk_read=True)

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

    Raises:
        DataTooNew: A newer version made it.
        DataError: It cannot be opened, is no database, or is not up to date and may not be
            upgraded.
    """
    engine = _create_engine(path)
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin_transaction)
    store = Store(engine)
    try:
        if _read_schema(store) != SCHEMA:
            _upgrade(store, path, allowed=upgrade)
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


def _upgrade(store: Store, path: Path | None, *, allowed: bool) -> None:
    """Take the missing steps; alembic is imported only now, because it slows down every start."""
    from feeds.store.upgrade import refuse_newer, upgrade_schema  # noqa: PLC0415 - see above

    if allowed:
        with store.write() as tx:
            upgrade_schema(tx)
        return
    with store.read() as tx:
        refuse_newer(tx)
    raise DataError(f"{path} is not up to date: run wiredesk fetch, which brings it up to date")


def _create_engine(path: Path | None) -> Engine:
    """Make the engine; a database in memory lives in the one connection all threads share."""
    if path:
        return sqlalchemy.create_engine(URL.create("sqlite", database=str(path)))
    return sqlalchemy.create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )


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
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_transaction(connection: Connection) -> None:
    """Take the write lock at once, so that a read never finds itself unable to write later."""
    deferred = connection.get_execution_options().get("wiredesk_read", False)
    connection.exec_driver_sql("BEGIN" if deferred else "BEGIN IMMEDIATE")


@contextmanager
def _for_people(engine: Engine) -> Iterator[None]:
    """Say which file failed and why, without a traceback."""
    try:
        yield
    except (OperationalError, DatabaseError) as error:
        if isinstance(error, sqlalchemy.exc.ProgrammingError | sqlalchemy.exc.IntegrityError):
            raise
        where = engine.url.database or "the database"
        raise DataError(f"{where}: {error.orig}") from error
