"""Who may ask now, and who goes on in overtime."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from feeds.fetch.turns import OVERTIME, Turns


class Crowd:
    """Requests that begin in their turn and end when they are told to."""

    def __init__(self, turns: Turns) -> None:
        """Take the turns they wait for."""
        self.turns = turns
        self.begun: list[str] = []
        self.over = asyncio.Event()
        self.tasks: list[asyncio.Task[None]] = []

    def ask(self, *hosts: str) -> None:
        """Begin a request for each host."""
        self.tasks += [asyncio.create_task(self._request(host)) for host in hosts]

    async def _request(self, host: str) -> None:
        async with self.turns.take(host, apart=False):
            self.begun.append(host)
            await self.over.wait()

    async def settle(self, seconds: float = 0.0) -> int:
        """Let everything happen that can; return how many have begun."""
        await asyncio.wait(self.tasks, timeout=seconds)
        return len(self.begun)

    async def until(self, reached: Callable[[], bool]) -> None:
        """Wait for something that will happen."""
        while not reached():
            await self.settle(0.001)


@asynccontextmanager
async def gather(turns: Turns) -> AsyncIterator[Crowd]:
    """Open a crowd, and end its requests."""
    crowd = Crowd(turns)
    yield crowd
    crowd.over.set()
    await asyncio.gather(*crowd.tasks, return_exceptions=True)


async def test_a_turn_is_given_to_the_next_after_its_time() -> None:
    """Four requests hang, with a turn for one; the fifth is asked nevertheless."""
    async with gather(Turns(at_once=1, per_host=1, seconds=0.01)) as crowd:
        crowd.ask("a", "b", "c", "d", "good")
        await crowd.until(lambda: "good" in crowd.begun)


async def test_nobody_gives_a_turn_back_before_its_time() -> None:
    """Quick requests keep to the number that may be under way at once."""
    async with gather(Turns(at_once=2, per_host=1, seconds=60)) as crowd:
        crowd.ask(*"abcdef")
        assert await crowd.settle(0.05) == 2


async def test_overtime_is_bounded() -> None:
    """When all hang, no more are under way than there are turns and overtime."""
    async with gather(Turns(at_once=8, per_host=1, seconds=0.01)) as crowd:
        crowd.ask(*map(str, range(100)))
        await crowd.until(lambda: len(crowd.begun) >= 8 + OVERTIME)
        assert await crowd.settle(0.1) == 8 + OVERTIME


async def test_a_host_has_no_overtime() -> None:
    """One host's requests wait for each other however long they take."""
    async with gather(Turns(at_once=8, per_host=2, seconds=0.01)) as crowd:
        crowd.ask(*["slow"] * 5)
        assert await crowd.settle(0.1) == 2


async def test_every_turn_comes_back_however_a_request_ends() -> None:
    """In its turn, in overtime, while it waits for overtime, cancelled or not: none is lost."""
    turns = Turns(at_once=8, per_host=1, seconds=0.01)
    async with gather(turns) as crowd:
        crowd.ask(*map(str, range(100)))
        await crowd.until(lambda: len(crowd.begun) >= 8 + OVERTIME)
        await crowd.settle(0.05)
        for task in crowd.tasks[::2]:
            task.cancel()
        await crowd.until(lambda: len(crowd.begun) > 8 + OVERTIME)
    async with gather(turns) as crowd:
        crowd.ask(*map(str, range(100)))
        await crowd.until(lambda: len(crowd.begun) >= 8 + OVERTIME)
        assert await crowd.settle(0.1) == 8 + OVERTIME


async def test_a_turn_given_back_early_is_free_at_once() -> None:
    """Whoever waits for something else holds up nobody, and gives back only once."""
    turns = Turns(at_once=1, per_host=1, seconds=60)
    async with turns.take("large", apart=False) as turn, gather(turns) as crowd:
        crowd.ask(*"abc")
        assert await crowd.settle() == 0
        turn.give_back()
        turn.give_back()
        assert await crowd.settle(0.05) == 1


async def _visit(turns: Turns, *hosts: str) -> None:
    """Begin and end a request at each host, one after the other."""
    for host in hosts:
        async with turns.take(host, apart=False):
            pass


async def test_hosts_are_forgotten_when_their_pause_is_over() -> None:
    """However many are asked in a year, only those of the last moment are kept in mind."""
    turns = Turns(at_once=4, per_host=2, pause=0.05)
    await _visit(turns, *map(str, range(50)))
    kept = len(turns.hosts)
    async with gather(turns) as crowd:
        crowd.ask("later")
        await crowd.settle(0.1)
        await _visit(turns, "last")
        assert set(turns.hosts) == {"later", "last"}

    assert kept > 1
