"""Turns: how many requests are under way at once, so that a slow source holds up no other."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final, final
from weakref import WeakValueDictionary

SECONDS: Final = 0.5
"""How long a turn lasts at most while there is overtime left."""
OVERTIME: Final = 64
"""Requests at once that took longer than their turn lasts."""


@final
@dataclass(slots=True, weakref_slot=True, kw_only=True)
class _Host:
    """A host that is being asked, or was a moment ago.

    Attributes:
        turns: So many requests to it may be under way at once.
        door: Requests to it begin one after the other.
        begun: When the last one did, by the event loop's clock; None if none did.
        rests_until: It asked to be left alone until then, by the same clock; None if it did not.
    """

    turns: asyncio.Semaphore
    door: asyncio.Lock = field(default_factory=asyncio.Lock)
    begun: float | None = None
    rests_until: float | None = None


@final
class Turns:
    """The turns of all requests together, and those of each host.

    Attributes:
        hosts: Those being asked now, or less than a pause ago; others are forgotten.
    """

    def __init__(
        self, *, at_once: int, per_host: int, pause: float = 0.0, seconds: float = SECONDS
    ) -> None:
        """Take how many requests may be under way at once, of all hosts and of one.

        Args:
            at_once: Turns of all hosts together.
            per_host: Turns of each host.
            pause: Seconds between two requests to one host, where they are kept apart.
            seconds: How long a turn lasts.
        """
        self.hosts: WeakValueDictionary[str, _Host] = WeakValueDictionary()
        self._per_host = per_host
        self._pause = pause
        self._seconds = seconds
        self._turns = asyncio.Semaphore(at_once)
        self._overtime = asyncio.Semaphore(OVERTIME)
        self._lately: deque[tuple[float, _Host]] = deque()

    @asynccontextmanager
    async def take(self, host: str, *, apart: bool) -> AsyncIterator["Turn"]:
        """Wait for a turn at the host, then for one at all: a busy host holds up no other.

        The host's turn lasts as long as the context; the other for its seconds, then it is given
        to the next and the request goes on in overtime.

        Args:
            host: The host's name.
            apart: Whether the request has to begin a pause after the one before it.
        """
        asked = self.hosts.setdefault(host, _Host(turns=asyncio.Semaphore(self._per_host)))
        async with asked.turns:
            async with asked.door:
                pausing = apart and not asked.rests_until
                await _wait_until((asked.begun or 0.0) + self._pause if pausing else 0.0)
                await self._turns.acquire()
                self._note(asked)
            rests_until = asked.rests_until if apart else None
            turn = Turn(self._turns, self._overtime, self._seconds, rests_until)
            try:
                yield turn
            finally:
                turn.give_back()

    def let_rest(self, host: str, seconds: float) -> None:
        """Tell those who wait for a turn at a host that it asked to be left alone for so long."""
        waiting = self.hosts.get(host)
        until = asyncio.get_running_loop().time() + seconds
        # Who is not asked is told whole seconds, and would have it rest for longer each time.
        if waiting and until > (waiting.rests_until or 0.0) + 1:
            waiting.rests_until = until

    def _note(self, host: _Host) -> None:
        """Note that a request begins; the host is kept in mind for as long as that matters."""
        host.begun = asyncio.get_running_loop().time()
        self._lately.append((host.begun, host))
        while self._lately[0][0] + self._pause < host.begun:
            self._lately.popleft()


@final
class Turn:
    """A turn that was taken, given to the next after some time if there is overtime left.

    Most requests are over by then. Those that are not, because a server is slow or silent, go on
    beside the others: so many of them are needed to hold up anybody that a few never do.
    """

    def __init__(
        self,
        turns: asyncio.Semaphore,
        overtime: asyncio.Semaphore,
        seconds: float,
        rests_until: float | None,
    ) -> None:
        """Begin the turn; it was acquired from ``turns``."""
        self._rests_until = rests_until
        self._held: asyncio.Semaphore | None = turns
        self._overtime = overtime
        self._moving: asyncio.Task[None] | None = None
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(seconds, self._begin_overtime)

    def rest(self) -> float:
        """Return for how many seconds the host wants to be left alone: 0 if it may be asked."""
        if self._rests_until is None:
            return 0.0
        return max(self._rests_until - asyncio.get_running_loop().time(), 0.0)

    def give_back(self) -> None:
        """Let another request begin; nothing happens the second time."""
        self._timer.cancel()
        if self._moving:
            self._moving.cancel()
        if self._held:
            self._held.release()
        self._held = None

    def _begin_overtime(self) -> None:
        """Look for overtime while the request goes on."""
        self._moving = asyncio.create_task(self._move())

    async def _move(self) -> None:
        """Change the turn for overtime when some is left."""
        await self._overtime.acquire()
        if self._held:
            self._held.release()
        self._held = self._overtime


async def _wait_until(time: float) -> None:
    """Wait until a time of the event loop's clock."""
    seconds = time - asyncio.get_running_loop().time()
    if seconds > 0:
        await asyncio.sleep(seconds)
