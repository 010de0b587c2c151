"""The bytes of a file that somebody named, or why they cannot be had."""

import gzip
import zlib
from pathlib import Path

_GZIP = b"\x1f\x8b"


class UnreadableError(Exception):
    """A file cannot be read; its text says why and what to do, for people."""


def read_content(path: Path) -> bytes:
    """Return what a file holds; one that ends in ``.gz`` is unpacked.

    Raises:
        UnreadableError: It is not there, may not be read, or is not what its ending says.
    """
    content = _read_bytes(path)
    if path.suffix != ".gz":
        if content.startswith(_GZIP):
            raise UnreadableError(f"is compressed with gzip; name it {path.name}.gz")
        return content
    if not content.startswith(_GZIP):
        raise UnreadableError("is not compressed with gzip; take .gz from its name, or compress it")
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        raise UnreadableError("is cut or damaged, and cannot be unpacked; make it again") from None


def _read_bytes(path: Path) -> bytes:
    """Return what lies on the disk."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("is not there; is its path right?") from None
    except IsADirectoryError:
        raise UnreadableError("is a folder; name a file in it") from None
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}") from None
    except ValueError:
        raise UnreadableError("cannot be read: its path is none") from None
