"""One instance for one data directory."""

import fcntl
import os
import shlex
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from feeds.errors import DataError, DataLocked

# More bytes than a process and a command have.
_SIGNED: Final = 64


@contextmanager
def hold_data(folder: Path, command: str) -> Iterator[None]:
    """Hold the data directory, made if missing, until the block ends.

    The lock is flock(2): a killed process leaves none behind.

    Args:
        folder: The data directory.
        command: Which command of wiredesk holds it, to tell others.

    Raises:
        DataLocked: Another instance holds it; the message names its command and process.
        DataError: The directory cannot be made, locked or written.
    """
    handle = _open_lock(folder)
    try:
        _take_lock(handle, folder, command)
        yield
    finally:
        os.close(handle)


def _open_lock(folder: Path) -> int:
    """Open the lock file."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder / "wiredesk.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        if folder.is_file():
            raise DataError(f"{folder} is a file; --data names the folder of the memory") from error
        why = f"cannot write to the data directory {folder}: {error.strerror}"
        raise DataError(f"{why}{_advise(error, folder)}, or name another with --data") from error


def _advise(error: OSError, folder: Path) -> str:
    """Return what stands in the way of this user, and the command that mends it."""
    user = os.geteuid()
    if not isinstance(error, PermissionError):
        return f" (user id {user}); make it writable"
    paths = (Path(error.filename or folder), folder, *folder.absolute().parents)
    there = next(path for path in paths if os.path.exists(path))  # noqa: PTH110 - it never raises
    owned = there.stat()
    mend = f"chown -R {user}" if there in paths[:2] else f"install -d -o {user}"
    return (
        f"; {there} belongs to user id {owned.st_uid} with mode {stat.S_IMODE(owned.st_mode):04o}, "
        f"and this is user id {user}: as root run {mend} {shlex.quote(str(folder))}"
    )


def _take_lock(handle: int, folder: Path, command: str) -> None:
    """Take the lock at once or not at all, and sign it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n{command}\n".encode())
    except BlockingIOError as error:
        process, holder = _read_holder(handle)
        message = f"{holder} (process {process}) is using {folder}: wait for it, or stop it"
        raise DataLocked(message, holder=holder) from error
    except OSError as error:
        message = (
            f"cannot lock the data directory {folder}: {error.strerror}; check that there is space "
            "left and that its file system knows locks, or name another with --data"
        )
        raise DataError(message) from error


def _read_holder(handle: int) -> tuple[str, str]:
    """Return process and command of who signed the lock, as far as they are known."""
    lines = os.pread(handle, _SIGNED, 0).decode("ascii", "replace").splitlines()
    process, command = (*lines, "", "")[:2]
    return process or "unknown", f"wiredesk {command}" if command else "another wiredesk"
