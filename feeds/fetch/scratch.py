"""Scratch files: where a large answer is put until there is room to read it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from tempfile import SpooledTemporaryFile
from typing import Final, Self, final

from feeds.fetch.failures import FetchError
from feeds.fetch.space import LARGE

FILES: Final = 32
"""Scratch files at once, each as large as one answer may be."""


@final
class Scratch:
    """One answer as it comes: in memory while it is small, then in a file without a name.

    So a large answer that stalls, or waits to be read, takes no memory from the others.
    """

    def __init__(self, files: asyncio.Semaphore) -> None:
        """Take the files, which are there for all polls."""
        self.size = 0
        self._files = files
        self._taken = False
        self._kept = SpooledTemporaryFile(max_size=LARGE)  # noqa: SIM115 - closed on leaving

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of what was written."""
        with suppress(OSError):  # what could not be written before
            self._kept.close()
        if self._taken:
            self._files.release()

    def needs_file(self, count: int) -> bool:
        """Return whether a file has to be taken before so many bytes more are written."""
        return self.size + count > LARGE and not self._taken

    async def take_file(self, seconds: float) -> None:
        """Wait for a file.

        Raises:
            FetchError: Kind ``timeout``, where none was free in time.
        """
        try:
            async with asyncio.timeout(seconds):
                await self._files.acquire()
        except TimeoutError as error:
            raise FetchError("timeout", "too many large answers came at once") from error
        self._taken = True

    def write(self, piece: bytes) -> None:
        """Put a piece behind the others.

        Raises:
            FetchError: Kind ``too large``, where the disk does not take it.
        """
        with _tell_disk():
            self._kept.write(piece)
        self.size += len(piece)

    def read(self) -> bytes:
        """Return all that was written.

        Raises:
            FetchError: Kind ``too large``, where the disk did not take it.
        """
        with _tell_disk():
            self._kept.seek(0)
            return self._kept.read()


@contextmanager
def _tell_disk() -> Iterator[None]:
    """Say that it is our disk that fails, not the connection."""
    try:
        yield
    except OSError as error:
        what = f"the answer could not be kept in the folder for temporary files: {error.strerror}"
        raise FetchError("too large", what) from error
