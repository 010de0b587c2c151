"""In which order polls are taken, how many are under way, and what an interruption ends."""

import asyncio
from collections.abc import Sequence

import pytest
from polls import a_poll
from stories import a_source, a_story

from feeds.model import Source
from feeds.pipeline.poll import Polled
from feeds.schedule.line import Line

SOURCES = tuple(a_source(f"s{number}") for number in range(6))


class Desk:
    """Polls made by hand: each ends when it may.

    Attributes:
        begun: The sources that were asked, in order.
        may_end: By source, whether its poll may end.
    """

    def __init__(self, sources: Sequence[Source] = SOURCES, stories: int = 0) -> None:
        """Take how many stories each poll brings."""
        self.begun: list[str] = []
        self.may_end = {source.id: asyncio.Event() for source in sources}
        self._stories = stories

    async def poll(self, source: Source) -> Polled:
        """Poll a source."""
        self.begun.append(source.id)
        await self.may_end[source.id].wait()
        stories = [a_story(f"{source.id} {n}", source_id=source.id) for n in range(self._stories)]
        return a_poll(*stories, source=source)

    async def end(self, *names: str) -> None:
        """Let polls end, and what follows from it happen."""
        for name in names:
            self.may_end[name].set()
        for _ in range(5):
            await asyncio.create_task(_do_nothing())


async def test_polls_are_taken_in_the_order_of_the_sources_whichever_ends_first() -> None:
    """The order of the configuration decides, not the network."""
    desk = Desk()
    line = Line(SOURCES, desk.poll)
    taking = asyncio.ensure_future(_take_all(line))
    await desk.end()
    for source in reversed(SOURCES):
        await desk.end(source.id)

    assert [source.id for source in SOURCES] == await taking


async def test_no_more_polls_are_under_way_than_may_be() -> None:
    """One that is over makes room for the next, though nobody has taken it."""
    desk = Desk()
    line = Line(SOURCES, desk.poll, under_way=2)
    taking = asyncio.ensure_future(_take_all(line))
    await desk.end()
    first = list(desk.begun)
    await desk.end("s1")
    second = list(desk.begun)
    await desk.end(*(source.id for source in SOURCES))

    assert ["s0", "s1"] == first
    assert ["s0", "s1", "s2"] == second
    assert 6 == len(await taking)


async def test_nobody_is_asked_while_enough_waits_to_be_edited() -> None:
    """Of hundreds of new sources the stories would fill the memory; each is asked in the end."""
    desk = Desk(stories=3)
    line = Line(SOURCES, desk.poll, under_way=2, held=8)
    coming = line.take()
    taking = asyncio.ensure_future(anext(coming))
    await desk.end()
    await desk.end("s1", "s2", "s3", "s4", "s5")
    full = list(desk.begun)
    await desk.end("s0")
    taken = [await taking, await anext(coming)]
    await desk.end()
    again = list(desk.begun)
    taken += [polled async for polled in coming]

    assert ["s0", "s1", "s2"] == full
    assert ["s0", "s1", "s2", "s3"] == again[:4]
    assert [source.id for source in SOURCES] == [polled.source.id for polled in taken]


async def test_an_interruption_ends_the_wait_though_the_poll_would_take_it_in() -> None:
    """A library that swallows a cancellation keeps nobody from ending the pass."""
    begun, may_end = asyncio.Event(), asyncio.Event()
    taken_in: list[str] = []

    async def take_in(source: Source) -> Polled:
        begun.set()
        try:
            await may_end.wait()
        except asyncio.CancelledError:
            taken_in.append(source.id)
        return a_poll(source=source)

    line = Line(SOURCES[:1], take_in)
    waiting = asyncio.ensure_future(_take_all(line))
    await begun.wait()
    waiting.cancel()

    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert [] == taken_in
    may_end.set()
    await line.drop()


async def test_a_pass_that_is_asked_to_end_yields_what_has_come_and_drops_the_rest() -> None:
    """One that waits in front of others keeps none of them, and nobody else is asked."""
    desk = Desk()
    ending: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    line = Line(SOURCES, desk.poll, under_way=4, ending=ending)
    taking = asyncio.ensure_future(_take_all(line))
    await desk.end()
    await desk.end("s1")
    ending.set_result(2)

    assert ["s1"] == await taking
    assert ["s0", "s1", "s2", "s3", "s4"] == desk.begun
    await line.drop()


async def test_a_pass_that_is_over_drops_what_is_under_way_and_begins_no_more() -> None:
    """Nobody is asked for what nobody will take."""
    desk = Desk()
    line = Line(SOURCES, desk.poll, under_way=2)
    taking = asyncio.ensure_future(anext(line.take()))
    await desk.end()
    taking.cancel()
    await line.drop()
    await desk.end(*(source.id for source in SOURCES))

    assert ["s0", "s1"] == desk.begun


async def test_a_poll_that_raises_ends_the_pass_and_nothing_else_hangs() -> None:
    """Polls never raise; a fault in the desk must be seen, not waited for."""

    async def fail(source: Source) -> Polled:
        raise RuntimeError(source.id)

    line = Line(SOURCES, fail, under_way=2)
    with pytest.raises(RuntimeError, match="s0"):
        await _take_all(line)
    await line.drop()


async def _do_nothing() -> None:
    """Let what was to happen before this happen."""


async def _take_all(line: Line) -> list[str]:
    """Return the ids of the sources, as their polls were taken."""
    return [polled.source.id async for polled in line.take()]
