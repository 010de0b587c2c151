"""Space for large answers: few are held at once, from the wire until they were read."""

import asyncio
from typing import Final, final

LARGE: Final = 1024 * 1024
"""Bytes from which on an answer counts as large; nearly all feeds are smaller."""
PLACES: Final = 2
"""Large answers at once."""


@final
class Space:
    """What the answers of one poll take up together; beyond :data:`LARGE` that needs a place.

    Places are given in the order of asking. So that nobody waits in a circle, who waits for a place
    holds no turn but its host's, and who waits for a turn holds no place.
    """

    def __init__(self, places: asyncio.Semaphore) -> None:
        """Take the places, which are there for all polls."""
        self._places = places
        self._size = 0
        self._placed = False

    def grow(self, count: int) -> bool:
        """Count bytes that came; return whether a place is needed for them now."""
        self._size += count
        return self._size > LARGE and not self._placed

    async def take_place(self) -> None:
        """Wait for a place."""
        await self._places.acquire()
        self._placed = True

    def give_back(self) -> None:
        """Let another large answer in; nothing happens where no place was taken."""
        if self._placed:
            self._places.release()
        self._placed = False
