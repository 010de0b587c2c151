"""Rounds of visits beside the pulse: one at each host, and nobody waits for them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from pages import PARAGRAPHS
from polls import StandingClock, a_desk, a_poll
from stories import a_source, a_story

from feeds.errors import DataError
from feeds.model import Failed, Source, SourceState, Visit, Visited
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.poll import Polled
from feeds.schedule.desk import Desk
from feeds.schedule.pulse import Pulse
from feeds.schedule.state import remember_poll
from feeds.schedule.visiting import Visiting, visit_due
from feeds.store import Store, read_due_visits, read_visits

POST = a_source("post", full_text=True)


@dataclass
class Pages:
    """Pages that come when they are let; one may not come at all."""

    asked: list[str] = field(default_factory=list)
    came: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    most: int = 0
    failing: str = ""
    _now: int = 0

    async def visit(self, visit: Visit, source: Source, *, now: datetime) -> Visited:
        """Visit a page."""
        self.asked.append(visit.url)
        self.came.put_nowait(visit.url)
        self._now += 1
        self.most = max(self.most, self._now)
        await self.gate.wait()
        self._now -= 1
        if visit.url == self.failing:
            return Visited(visit=visit, failure=Failed(kind="timeout", reason="x"), at=now)
        story = a_story(visit.url, source_id=source.id, body_text="\n\n".join(PARAGRAPHS))
        return Visited(visit=visit, page=story, at=now)


def newsroom(store: Store, folder: Path, *names: str) -> Desk:
    """A desk that has just heard stories of these names, and is to visit their pages."""
    desk = a_desk(store, folder, POST)
    stories = [a_story(name, body_text="") for name in names]
    edit_batch(store, [a_poll(*stories, source=POST)], desk.config, remember_poll)
    return desk


async def poll_nobody(source: Source, state: SourceState, *, now: datetime) -> Polled:
    """A poll that brings nothing."""
    return a_poll(source=source, state=state, now=now)


async def settle(tasks: Sequence[asyncio.Task[None]]) -> None:
    """Wait for rounds."""
    await asyncio.gather(*tasks)


async def test_pages_of_one_host_are_visited_one_after_the_other(
    store: Store, tmp_path: Path
) -> None:
    """And while a round is under way, no other is begun at its host."""
    pages, taken = Pages(), list[Visited]()
    desk = newsroom(store, tmp_path, "dam", "dyke", "mill")
    visiting = Visiting(pages.visit, taken.extend)
    first, second = await visiting.look(desk), await visiting.look(desk)
    pages.gate.set()
    await settle(first)

    assert (1, 0) == (len(first), len(second))
    assert (1, 3, 3) == (pages.most, len(pages.asked), len(taken))


async def test_a_host_that_fails_is_left_alone(store: Store, tmp_path: Path) -> None:
    """Its other pages wait, though they are due and not yet put off in the memory."""
    pages, taken = Pages(failing="https://post.example/dam"), list[Visited]()
    desk = newsroom(store, tmp_path, "dam", "dyke", "mill")
    pages.gate.set()
    visiting = Visiting(pages.visit, taken.extend)
    await settle(await visiting.look(desk))
    count = pages.asked.index("https://post.example/dam") + 1
    again = await visiting.look(desk)

    assert () == again
    assert count == len(pages.asked) == len(taken)


async def test_that_a_page_is_asked_for_is_kept_before_it_is(store: Store, tmp_path: Path) -> None:
    """A desk that dies meanwhile does not ask again at its next start."""
    pages = Pages()
    desk = newsroom(store, tmp_path, "dam")
    visiting = Visiting(pages.visit, list[Visited]().extend)
    await visiting.look(desk)
    await pages.came.get()
    await visiting.end()
    with store.read() as tx:
        due = read_due_visits(tx, desk.clock.now())
        visit = read_visits(tx, ["id-dam"])["id-dam"]

    assert () == due
    assert 1 == visit.tries


async def test_what_came_before_the_end_is_handed_over(store: Store, tmp_path: Path) -> None:
    """One page came, the next one hangs when the desk is stopped: the first is not lost."""
    pages, taken = Pages(), list[Visited]()
    desk = newsroom(store, tmp_path, "dam", "dyke")
    pages.gate.set()

    async def visit(visit: Visit, source: Source, *, now: datetime) -> Visited:
        if pages.asked:
            pages.gate.clear()
        return await pages.visit(visit, source, now=now)

    visiting = Visiting(visit, taken.extend)
    await visiting.look(desk)
    for _ in range(2):
        await pages.came.get()
    await visiting.end()

    assert 1 == len(taken)


async def test_the_editor_puts_pages_into_stories_and_publishes(
    store: Store, tmp_path: Path
) -> None:
    """As soon as they are handed over."""
    pages = Pages()
    desk = newsroom(store, tmp_path, "dam")
    pulse = Pulse(desk, poll_nobody)
    await pulse.begin()
    before = (tmp_path / "dams.atom").read_text("utf-8")
    pages.gate.set()
    await settle(await Visiting(pages.visit, pulse.take_visited).look(desk))
    await pulse.edit_waiting()

    assert "ninety beds" not in before
    assert "ninety beds" in (tmp_path / "dams.atom").read_text("utf-8")


async def test_nobody_is_visited_for_a_source_that_does_not_ask_any_more(
    store: Store, tmp_path: Path
) -> None:
    """The configuration of now counts, not that of when it was planned."""
    pages = Pages()
    newsroom(store, tmp_path, "dam")
    desk = a_desk(store, tmp_path, a_source("post"), a_source("mail", full_text=True))

    assert () == await Visiting(pages.visit, list[Visited]().extend).look(desk)


async def test_pages_that_came_before_the_memory_failed_are_kept(
    store: Store, tmp_path: Path
) -> None:
    """The trouble is told beside them, as it is."""
    pages, trouble = Pages(), DataError("the disk is full")
    desk = newsroom(store, tmp_path, "dam", "dyke")
    pages.gate.set()

    async def visit(visit: Visit, source: Source, *, now: datetime) -> Visited:
        if pages.asked:
            raise trouble
        return await pages.visit(visit, source, now=now)

    made = await visit_due(desk, [POST], visit, asyncio.get_running_loop().create_future())

    assert pages.asked == [visited.visit.url for visited in made.visited]
    assert 1 == len(made.visited)
    assert trouble is made.trouble


async def test_a_pass_that_is_asked_to_end_begins_no_further_visit(
    store: Store, tmp_path: Path
) -> None:
    """The page under way is waited for, and what it says is kept."""
    pages = Pages()
    desk = newsroom(store, tmp_path, "dam", "dyke")
    pages.gate.set()
    ending: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def visit(visit: Visit, source: Source, *, now: datetime) -> Visited:
        ending.set_result(2)
        return await pages.visit(visit, source, now=now)

    made = await visit_due(desk, [POST], visit, ending)

    assert 1 == len(made.visited) == len(pages.asked)


async def test_a_long_round_makes_room_for_another(store: Store, tmp_path: Path) -> None:
    """After a minute no further page is asked for; the others are due at the next look."""
    pages, taken = Pages(), list[Visited]()
    desk = newsroom(store, tmp_path, "dam", "dyke", "mill")
    assert isinstance(desk.clock, StandingClock)
    clock = desk.clock
    pages.gate.set()

    async def visit(visit: Visit, source: Source, *, now: datetime) -> Visited:
        clock.time += timedelta(seconds=50)
        return await pages.visit(visit, source, now=now)

    visiting = Visiting(visit, taken.extend)
    await settle(await visiting.look(desk))
    first = len(pages.asked)
    await settle(await visiting.look(desk))

    assert (2, 3) == (first, len(pages.asked))
