"""The database as a file: copied before its schema changes, made elsewhere and put in place."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from feeds.errors import DataError


def back_up_database(path: Path, schema: str) -> Path:
    """Copy a database beside itself, whole or not at all, and return where.

    Nobody else may be writing to it. An older copy of the same schema is replaced: what is held
    now is held by the newer one.

    Args:
        path: The database.
        schema: The name of its schema, which names the copy.

    Raises:
        DataError: The copy cannot be written.
    """
    kept = path.with_name(f"{path.stem}.{schema}.backup.db")
    part = kept.with_suffix(".part")
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as copy:
            # What is half written is thrown away: it needs no way back.
            copy.execute("PRAGMA journal_mode=OFF")
            source.backup(copy)
        _sync(part)
        part.replace(kept)
        _sync(path.parent)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise DataError(
            f"{path} was made by an older version, and cannot be copied to {kept} before it is "
            f"brought up to date: {getattr(error, 'strerror', None) or error}; nothing was changed"
        ) from error
    return kept


def _sync(path: Path) -> None:
    """Make a file, or the names in a folder, last through a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
