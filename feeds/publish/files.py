"""Renditions become files: whole or not at all, and only when they differ."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from feeds.errors import DataError
from feeds.model import Rendition

_PREFIX = ".wiredesk-"
_SUFFIX = ".part"
_MODE = 0o644


def write_renditions(renditions: Iterable[Rendition], folder: Path) -> tuple[str, ...]:
    """Bring the folder up to date; it is created where it is missing.

    A file is replaced in one step, so whoever reads it meanwhile gets the old or the new one
    whole. A file that already holds the bytes is not touched: its time of change, and with it
    what servers derive from that, holds. Files of topics that are gone stay: somebody may be
    subscribed to them. Only one process may write into a folder at a time.

    Args:
        renditions: What the folder should hold.
        folder: Where.

    Returns:
        The paths of the files that were written, in the order given.

    Raises:
        DataError: A file cannot be read or written. What was written before it stays, and the
            next call does the rest.
        ValueError: A path is not a plain file name; nothing was written.
    """
    wanted = tuple(renditions)
    for rendition in wanted:
        _check_name(rendition.path)
    try:
        return _update_folder(wanted, folder)
    except OSError as error:
        where = error.filename2 or error.filename or folder
        raise DataError(
            f"cannot publish to {where}: {error.strerror or error}; "
            f"check that {folder} is a folder this user may write to and that there is space left"
        ) from error


def _check_name(name: str) -> None:
    """Refuse what could leave the folder, or what the sweep would take for a part."""
    if not name or name.startswith(".") or any(char in name for char in "/\\\0"):
        raise ValueError(f"a rendition's path must be a plain file name, not {name!r}")


def _update_folder(renditions: tuple[Rendition, ...], folder: Path) -> tuple[str, ...]:
    """Write what differs and return the paths of it."""
    folder.mkdir(parents=True, exist_ok=True)
    _sweep_parts(folder)
    stale = [one for one in renditions if not _holds(folder / one.path, one.content)]
    for rendition in stale:
        _replace_file(folder / rendition.path, rendition.content)
    if stale:
        _sync_folder(folder)
    return tuple(rendition.path for rendition in stale)


def _sweep_parts(folder: Path) -> None:
    """Remove what a writer that was killed left behind."""
    for stray in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        stray.unlink(missing_ok=True)


def _holds(path: Path, content: bytes) -> bool:
    """Tell whether the file is there and holds exactly the bytes."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False


def _replace_file(path: Path, content: bytes) -> None:
    """Write beside the file, then rename over it: on one file system that is one step."""
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    part = Path(name)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 - a descriptor has no path
            os.fchmod(handle, _MODE)
            stream.write(content)
            stream.flush()
            os.fsync(handle)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the renames last through a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
