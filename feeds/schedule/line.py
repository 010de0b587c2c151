"""The polls of one pass, in line: no more is asked for than can be edited. Quiet."""

import asyncio
from asyncio import FIRST_COMPLETED
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from typing import Any, Final, final

from feeds.model import Source
from feeds.pipeline.poll import Polled
from feeds.schedule.batch import MOST_HELD, measure_work

# More than have a turn or go on in overtime, so that silent servers hold up nobody.
MOST_UNDER_WAY: Final = 128

_Poll = Callable[[Source], Coroutine[Any, Any, Polled]]


@final
class Line:
    """Sources that are polled side by side, and taken in their order.

    The order of the configuration decides, not the network: the same news gives the same feeds.
    """

    def __init__(
        self,
        sources: Iterable[Source],
        poll: _Poll,
        under_way: int = MOST_UNDER_WAY,
        held: int = MOST_HELD,
        *,
        ending: "asyncio.Future[int] | None" = None,
    ) -> None:
        """Ask nobody yet.

        Args:
            sources: Those to poll.
            poll: Polls one.
            under_way: So many polls may be under way.
            held: While there is so much to edit of polls that are over, none begins.
            ending: Once it is over, no poll is waited for, and none begins; None never ends so.
        """
        self._waiting = deque(sources)
        self._poll = poll
        self._most_under_way = under_way
        self._most_held = held
        self._ending = ending or asyncio.get_running_loop().create_future()
        self._begun: deque[asyncio.Task[Polled]] = deque()
        self._dropped: list[asyncio.Task[Polled]] = []
        self._under_way = 0
        self._held = 0

    async def take(self) -> AsyncIterator[Polled]:
        """Yield what polls bring, each when it has come, and let go of it.

        When the pass is asked to end, those that have come are yielded, and the others dropped.
        """
        self._begin()
        while self._begun:
            # To await the task itself would hand an interruption on to it, and it might take
            # that in.
            await asyncio.wait([self._begun[0], self._ending], return_when=FIRST_COMPLETED)
            poll = self._begun.popleft()
            if not poll.done():
                poll.cancel()
                self._dropped.append(poll)
                continue
            polled = poll.result()
            self._held -= measure_work([polled])
            self._begin()
            yield polled

    async def drop(self) -> None:
        """End polls that nobody waits for any more: the pass is over, or it failed."""
        self._waiting.clear()
        for poll in self._begun:
            poll.cancel()
        await asyncio.gather(*self._begun, *self._dropped, return_exceptions=True)

    def _begin(self) -> None:
        """Let polls begin for which there is room."""
        while self._waiting and self._has_room():
            poll = asyncio.create_task(self._poll(self._waiting.popleft()))
            poll.add_done_callback(self._end)
            self._begun.append(poll)
            self._under_way += 1

    def _has_room(self) -> bool:
        if self._ending.done():
            return False
        return self._under_way < self._most_under_way and self._held < self._most_held

    def _end(self, poll: asyncio.Task[Polled]) -> None:
        """Count what a poll brought, and let the next begin."""
        self._under_way -= 1
        if not poll.cancelled() and not poll.exception():
            self._held += measure_work([poll.result()])
        self._begin()
