"""Looks at the configuration files without reading them."""

from collections.abc import Iterable
from pathlib import Path

# Of each file: when it was changed, how long it is, which one it is; None where there is none now.
Look = tuple[tuple[int, int, int] | None, ...]


def look_at_files(paths: Iterable[Path]) -> Look:
    """Return what tells one state of these files from another."""
    return tuple(_look_at_file(path) for path in paths)


def _look_at_file(path: Path) -> tuple[int, int, int] | None:
    """Return what tells one state of a file from another; behind a link, of what it leads to."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
