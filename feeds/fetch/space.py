"""Space for large answers: few are in memory at once, from their last byte until they were read."""

import asyncio
from typing import Final, final

LARGE: Final = 1024 * 1024
"""Bytes from which on an answer counts as large; nearly all feeds are smaller."""
PLACES: Final = 2
"""Polls at once that hold large answers in memory."""


@final
class Space:
    """What the answers of one poll take up together; beyond :data:`LARGE` that needs a place.

    Places are given in the order of asking. So that nobody waits in a circle, who waits for a place
    holds nothing that others wait for without end.
    """

    def __init__(self, places: asyncio.Semaphore) -> None:
        """Take the places, which are there for all polls."""
        self._places = places
        self._size = 0
        self._placed = False

    async def make_room(self, count: int) -> None:
        """Count an answer that is to be held, and wait for a place if one is needed now."""
        self._size += count
        if self._size > LARGE and not self._placed:
            await self._places.acquire()
            self._placed = True

    def give_back(self) -> None:
        """Let another large answer in; nothing happens where no place was taken."""
        if self._placed:
            self._places.release()
        self._placed = False
