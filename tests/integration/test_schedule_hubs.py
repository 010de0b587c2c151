"""Hubs asked, pushes polled, polls put off: a clock that stands, a memory in memory."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from polls import StandingClock, a_config, a_poll
from stories import NOON, a_source, a_story
from subscriptions import BASE, HUB, TOPIC, a_state, a_subscription, a_trusted_one, sign

from feeds.model import (
    Failed,
    NotModified,
    Posted,
    Settings,
    Source,
    SourceState,
    Subscription,
    Validators,
)
from feeds.pipeline.poll import Polled
from feeds.pipeline.read import Reading
from feeds.schedule.desk import Desk
from feeds.schedule.pulse import Pulse
from feeds.schedule.websub.asking import Hubs
from feeds.schedule.websub.callbacks import Callbacks
from feeds.store import (
    Store,
    open_store,
    read_source_states,
    read_subscriptions,
    save_source_states,
    save_subscriptions,
)

MINUTES = timedelta(minutes=1)
HOUR = timedelta(hours=1)
A = a_source("a")


@dataclass
class Newsroom:
    """A desk whose polls and hub are scripted.

    Attributes:
        desk: It stands at noon, and follows the source a every half an hour.
        stories: Numbers of the stories that the next polls bring; afterwards they bring nothing.
        asked: What the hub was asked: fields, and whether it might be private.
        answer: What the hub says.
        polled: The sources polled, with their headers.
    """

    desk: Desk
    stories: Iterator[int] = field(default_factory=lambda: iter(()))
    asked: list[tuple[dict[str, str], bool]] = field(default_factory=list)
    answer: Posted | Failed = field(default_factory=lambda: Posted(status=202, reason=""))
    polled: list[Source] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with an empty plan."""
        self.tokens = map("t-{}".format, count())
        self.start()

    def start(self, *, heard: bool = True) -> None:
        """Start the daemon's parts, as after a restart."""
        self.pulse = Pulse(self.desk, self.poll)
        self.hubs = Hubs(self.post, lambda: next(self.tokens), self.pulse.hurry, heard=heard)
        self.callbacks = Callbacks(self.desk.store, self.desk.clock, self.pulse.hurry)

    async def begin(self) -> None:
        """Read the plan."""
        await self.pulse.begin()
        await self.hubs.begin(self.desk)

    async def poll(self, source: Source, state: SourceState, *, now: datetime) -> Polled:
        """Bring a story, or nothing new."""
        self.polled.append(source)
        number = next(self.stories, None)
        if number is None:
            nothing = NotModified(status=304, validators=Validators())
            return a_poll(source=source, state=state, now=now, outcome=nothing)
        story = a_story(f"dam {number}", source_id=source.id)
        reading = Reading(stories=(story,), hubs=(HUB,), self_url=TOPIC)
        return a_poll(source=source, state=state, now=now, reading=reading)

    async def post(
        self, url: str, fields: Sequence[tuple[str, str]], *, allow_private: bool
    ) -> Posted | Failed:
        """Be a hub."""
        assert HUB == url
        self.asked.append((dict(fields), allow_private))
        return self.answer

    async def beat(self) -> int:
        """Beat once, edit what came, and return how many polls it was."""
        polls = await asyncio.gather(*await self.pulse.beat())
        await self.pulse.edit_waiting()
        return len(polls)

    async def ask(self) -> None:
        """Look once at what is to be asked, and wait for the answers."""
        await asyncio.gather(*await self.hubs.ask_hubs(self.desk))

    async def push(self) -> None:
        """Push what is signed right."""

        async def body() -> AsyncIterator[bytes]:
            yield b"new"

        assert await self.callbacks.take_push("t-0", sign(b"new", secret="planted"), body())

    def move(self, by: timedelta) -> None:
        """Move the clock."""
        assert isinstance(self.desk.clock, StandingClock)
        self.desk.clock.time += by

    def hold(self, *held: Subscription, **state: object) -> None:
        """Keep subscriptions, and the state of the source."""
        with self.desk.store.write() as tx:
            save_subscriptions(tx, held)
            save_source_states(tx, [a_state(url=A.url, first_ok=NOON, **state)])

    @property
    def held(self) -> Subscription:
        """The subscription that is kept."""
        with self.desk.store.read() as tx:
            (held,) = read_subscriptions(tx)
        return held

    @property
    def wait(self) -> timedelta:
        """How long the source rests from now."""
        with self.desk.store.read() as tx:
            due = read_source_states(tx)["a"].next_due
        assert due
        return due - self.desk.clock.now()


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory."""
    with open_store(None) as opened:
        yield opened


@pytest.fixture
def room(store: Store, tmp_path: Path) -> Newsroom:
    """A newsroom that hubs can reach."""
    config = replace(a_config(A), settings=Settings(websub=BASE))
    return Newsroom(desk=Desk(config=config, store=store, output=tmp_path, clock=StandingClock()))


async def test_a_hub_is_asked_once_and_that_is_kept_before_it_is(room: Newsroom) -> None:
    """It may ask back before it answers; it must not be a private host for a public source."""
    room.hold(next_due=NOON + HOUR)
    kept = []

    async def post(
        url: str, fields: Sequence[tuple[str, str]], *, allow_private: bool
    ) -> Posted | Failed:
        kept.append(room.held.state)
        return await Newsroom.post(room, url, fields, allow_private=allow_private)

    room.hubs = Hubs(post, lambda: next(room.tokens), room.pulse.hurry)
    await room.ask()
    await room.ask()
    room.start()
    await room.ask()

    wanted = {
        "hub.mode": "subscribe",
        "hub.topic": TOPIC,
        "hub.callback": f"{BASE}websub/t-0",
        "hub.lease_seconds": "604800",
        "hub.secret": "t-1",
    }
    assert [(wanted, False)] == room.asked
    assert ["asked"] == kept


async def test_a_desk_without_hubs_does_not_look_through_its_sources(room: Newsroom) -> None:
    """It would do so every few seconds: here they cannot be read at all."""
    config = replace(room.desk.config, settings=Settings())
    room.desk = replace(room.desk, config=config)
    with room.desk.store.write() as tx:
        tx.exec_driver_sql("DROP TABLE sources")
    await room.ask()

    assert [] == room.asked


@pytest.mark.parametrize(
    ("url", "hub_may_be_private"),
    [("http://hub.example:8080/rss", True), ("http://10.0.0.1/rss", False)],
)
async def test_a_hub_may_be_private_only_at_the_host_of_its_source(
    room: Newsroom, url: str, *, hub_may_be_private: bool
) -> None:
    """Whatever a document names."""
    source = a_source("a", url=url, allow_private=True)
    room.desk = replace(room.desk, config=replace(room.desk.config, sources=(source,)))
    with room.desk.store.write() as tx:
        save_source_states(tx, [a_state(url=url)])
    await room.ask()

    assert [hub_may_be_private] == [private for _, private in room.asked]


async def test_a_hub_that_will_not_is_kept_with_its_reason_and_polling_goes_on(
    room: Newsroom,
) -> None:
    """Nothing is put off, and it is asked again an hour later."""
    room.answer = Posted(status=403, reason="hub.example: answered 403 Forbidden")
    room.hold(next_due=NOON)
    await room.ask()
    await room.begin()
    await room.beat()

    assert "hub.example: answered 403 Forbidden" == room.held.reason
    assert room.wait <= 33 * MINUTES
    room.move(HOUR)
    await room.ask()
    assert (2, 2) == (len(room.asked), room.held.tries)


async def test_many_sources_are_not_asked_for_at_once(room: Newsroom) -> None:
    """Ten at each look."""
    sources = tuple(a_source(f"s{number}") for number in range(25))
    room.desk = replace(room.desk, config=replace(room.desk.config, sources=sources))
    with room.desk.store.write() as tx:
        save_source_states(tx, [a_state(source_id=each.id, url=each.url) for each in sources])
    counts = []
    for _ in range(4):
        await room.ask()
        counts.append(len(room.asked))

    assert [10, 20, 25, 25] == counts


async def test_a_push_is_polled_at_once_and_earns_trust(room: Newsroom) -> None:
    """Long before the source is due, past caches; then its polls are put off to six hours."""
    room.hold(replace(a_trusted_one(), pushes=0, last_push=None), next_due=NOON + HOUR)
    await room.begin()
    room.move(10 * MINUTES)
    before = await room.beat()
    await room.push()
    room.stories = iter([1])
    polled = await room.beat()

    assert (0, 1, 1) == (before, polled, room.held.pushes)
    assert ["Cache-Control"] == [name for name, _ in room.polled[0].headers]
    assert 6 * HOUR == room.wait
    assert room.held.due
    assert NOON + 40 * MINUTES <= room.held.due <= NOON + 43 * MINUTES


async def test_however_many_pushes_come_there_is_one_poll_a_minute(room: Newsroom) -> None:
    """The last of them is not forgotten."""
    room.hold(a_trusted_one(), next_due=NOON + HOUR)
    await room.begin()
    polls = []
    for _ in range(9):
        room.move(timedelta(seconds=20))
        await room.push()
        polls.append(await room.beat())
    for _ in range(6):
        room.move(timedelta(seconds=20))
        polls.append(await room.beat())

    assert [1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0] == polls


async def test_a_poll_that_finds_a_story_first_brings_the_interval_back(room: Newsroom) -> None:
    """A push closes it; three without one are told as broken, and asked for anew a day later."""
    room.hold(a_trusted_one(), next_due=NOON + 6 * HOUR)
    await room.begin()
    room.stories = iter([1, 2, 3])
    seen = []
    room.move(6 * HOUR)
    for _ in range(3):
        await room.beat()
        seen.append((room.held.state, room.held.missed, room.wait <= 33 * MINUTES))
        room.move(33 * MINUTES)
    room.move(23 * HOUR)
    await room.ask()
    early = len(room.asked)
    room.move(HOUR)
    await room.ask()

    assert [("active", 1, True), ("active", 2, True), ("broken", 3, True)] == seen
    assert (0, 1, "asked") == (early, len(room.asked), room.held.state)


async def test_after_a_restart_nothing_that_was_put_off_is_slept_through(room: Newsroom) -> None:
    """Pushes may have been lost meanwhile; who was due sooner without a hub is polled then."""
    room.hold(a_trusted_one(due=NOON + 30 * MINUTES), next_due=NOON + 6 * HOUR)
    await room.begin()
    first = await room.beat()
    room.move(30 * MINUTES)
    second = await room.beat()
    room.start()
    await room.begin()
    third = await room.beat()

    assert (0, 1, 0) == (first, second, third)


async def test_a_push_that_was_taken_is_polled_after_a_crash(room: Newsroom) -> None:
    """It was kept before the hub was told that it came."""
    room.hold(a_trusted_one(last_push=NOON + MINUTES), next_due=NOON + 6 * HOUR)
    room.move(2 * MINUTES)
    await room.begin()

    assert 1 == await room.beat()


async def test_a_failing_source_is_not_hurried_and_a_story_behind_it_is_not_missed(
    room: Newsroom,
) -> None:
    """It may have asked to be left alone; and what a push told of may be what comes now."""
    room.hold(a_trusted_one(), next_due=NOON + HOUR, failures=1, last_error="503")
    await room.begin()
    await room.push()
    at_once = await room.beat()
    room.move(HOUR)
    room.stories = iter([1])
    later = await room.beat()

    assert (0, 1) == (at_once, later)
    assert ("active", 0) == (room.held.state, room.held.missed)


async def test_what_ends_is_polled_as_if_there_had_been_no_hub(room: Newsroom) -> None:
    """The setting is gone: the hub is told, the source is due when it would have been."""
    room.hold(a_trusted_one(due=NOON + 30 * MINUTES), next_due=NOON + 6 * HOUR)
    await room.pulse.begin()
    room.desk = replace(room.desk, config=replace(room.desk.config, settings=Settings()))
    await room.ask()
    room.move(30 * MINUTES)

    assert ["unsubscribe"] == [fields["hub.mode"] for fields, _ in room.asked]
    assert ["hub.mode", "hub.topic", "hub.callback"] == list(room.asked[0][0])
    assert 1 == await room.beat()


async def test_where_no_hub_can_be_heard_polls_are_not_put_off_and_subscriptions_end(
    room: Newsroom,
) -> None:
    """Though the setting stands; no hub can confirm the end, so it is forgotten after its tries.

    The source is hurried once for it, not each time that the hub is asked to end.
    """
    room.hold(a_trusted_one(due=NOON + 30 * MINUTES), next_due=NOON + 6 * HOUR)
    room.start(heard=False)
    await room.begin()
    await room.ask()
    early = await room.beat()
    room.move(30 * MINUTES)
    on_time = await room.beat()
    wait = room.wait
    polls = []
    for minutes in (5, 26, 34, 5, 175, 5):
        room.move(minutes * MINUTES)
        await room.ask()
        polls.append(await room.beat())
    room.move(24 * HOUR)
    await room.ask()

    assert (0, 1) == (early, on_time)
    assert 25 * MINUTES < wait <= 33 * MINUTES
    assert [0, 0, 1, 0, 1, 0] == polls
    assert ["unsubscribe"] * 3 == [fields["hub.mode"] for fields, _ in room.asked]
    with room.desk.store.read() as tx:
        assert () == read_subscriptions(tx)


async def test_hubs_that_do_not_answer_do_not_hold_up_the_end(room: Newsroom) -> None:
    """They are hung up on."""

    async def never(
        url: str, fields: Sequence[tuple[str, str]], *, allow_private: bool
    ) -> Posted | Failed:
        del url, fields, allow_private
        return await asyncio.get_running_loop().create_future()

    room.hold(next_due=NOON)
    hubs = Hubs(never, lambda: next(room.tokens), room.pulse.hurry)
    (task,) = await hubs.ask_hubs(room.desk)
    await asyncio.wait([task], timeout=0)
    await hubs.end()

    assert task.cancelled()


def test_the_memory_keeps_every_word_of_a_subscription(store: Store) -> None:
    """And gives them back by source, one that is ending behind its successor."""
    successor = a_trusted_one(token="t-9", due=NOON, reason="none", refused=3, missed=2)
    ending = a_subscription(state="ending")
    other = replace(ending, token="t-1", source_id="b")
    with store.write() as tx:
        save_subscriptions(tx, [other, ending, successor])
    with store.read() as tx:
        assert (successor, ending, other) == read_subscriptions(tx)
