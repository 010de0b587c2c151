"""The database as a file: copied before its schema changes, made elsewhere and put in place."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from feeds.errors import DataError

_BEGIN_ANEW = (
    "put a backup in its place, or move the data folder away and run wiredesk fetch, which brings "
    "back what the sources still tell"
)


def refuse_empty(path: Path) -> None:
    """Look whether a database was lost: the desk never leaves an empty file, or a log alone.

    Raises:
        DataError: It was; to begin anew is the user's decision.
    """
    log = path.with_name(f"{path.name}-wal")
    try:
        if path.exists() and not path.stat().st_size:
            raise DataError(f"{path} is empty, and wiredesk never leaves it so; {_BEGIN_ANEW}")
        if not path.exists() and log.exists() and log.stat().st_size:
            raise DataError(f"{path} is missing, but its log {log.name} is there; {_BEGIN_ANEW}")
    except OSError as error:
        raise DataError(f"cannot look at {path}: {error.strerror}") from error


def put_in_place(path: Path, make: Callable[[Path], None]) -> None:
    """Make a new database under another name, and rename it when it is whole.

    Args:
        path: Where it is to be.
        make: Makes it, and closes it.

    Raises:
        DataError: It cannot be made.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        _sweep(part)
        make(part)
        if part.with_name(f"{part.name}-wal").exists():
            raise DataError(
                f"cannot make {path}: its log cannot be written into it; is there space?"
            )
        _sync(part)
        part.replace(path)
        _sync(path.parent)
    except OSError as error:
        raise DataError(f"cannot make {path}: {error.strerror}") from error


def _sweep(part: Path) -> None:
    """Remove what a desk that was killed left of a database."""
    for stray in part.parent.glob(f"{part.name}*"):
        stray.unlink()


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


def read_if_there(path: Path) -> str | None:
    """Return the text of a file; None if there is none.

    Raises:
        DataError: It cannot be read, or is no text.
    """
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DataError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}:{line}: this is not written in UTF-8: mend it") from error


def replace_text(path: Path, text: str) -> None:
    """Write a file in one step: whoever reads it meanwhile gets the old or the new one whole.

    Raises:
        DataError: It cannot be written; the old one stays.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(text, "utf-8")
        _sync(part)
        part.replace(path)
        _sync(path.parent)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise DataError(f"cannot write {path}: {error.strerror}") from error
