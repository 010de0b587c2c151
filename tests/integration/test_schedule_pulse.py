"""The pulse, beat by beat: a clock that stands, a memory in memory, polls made by hand."""

import asyncio
import json
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from polls import DAMS, StandingClock, a_config, a_desk, a_poll, stumble_over
from sqlalchemy.exc import IntegrityError
from stories import NOON, a_source, a_story
from structlog.testing import capture_logs

from feeds.model import Config, Failed, Outcome, Secret, Source, SourceState, Topic
from feeds.pipeline.poll import Polled
from feeds.pipeline.read import Reading
from feeds.schedule.batch import MOST_HELD
from feeds.schedule.desk import Desk
from feeds.schedule.pulse import Pulse
from feeds.schedule.state import remember_poll
from feeds.store import (
    Store,
    count_stories,
    open_store,
    read_alerts,
    read_source_states,
)

A, B = a_source("a"), a_source("b")


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory."""
    with open_store(None) as opened:
        yield opened


@pytest.fixture
def newsroom(store: Store, tmp_path: Path) -> Desk:
    """A desk with the sources a and b."""
    return a_desk(store, tmp_path, A, B)


async def bring(source: Source, state: SourceState, *, now: datetime) -> Polled:
    """A poll that brings one story."""
    story = a_story(f"dam of {source.id}", source_id=source.id)
    return a_poll(story, source=source, state=state, now=now)


async def beat(pulse: Pulse) -> int:
    """Beat once, wait for the polls it started, and return how many they were."""
    return len(await asyncio.gather(*await pulse.beat()))


def move(desk: Desk, by: timedelta) -> None:
    """Move the clock."""
    assert isinstance(desk.clock, StandingClock)
    desk.clock.time += by


def break_store(store: Store, *, broken: bool) -> None:
    """Let every write fail, or mend it."""
    with store.read() as tx:
        tx.exec_driver_sql(f"PRAGMA query_only={'ON' if broken else 'OFF'}")


def held(desk: Desk) -> int:
    """Return how many stories are held."""
    with desk.store.read() as tx:
        return count_stories(tx)


def published(desk: Desk) -> set[str]:
    """Return the headlines of the published feed."""
    feed = json.loads((desk.output / "dams.json").read_text("utf-8"))
    return {item["title"] for item in feed["items"]}


async def test_a_source_is_polled_again_when_it_is_due_and_not_before(newsroom: Desk) -> None:
    """Not while its poll is under way, not while it rests, and then again."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    first, under_way = await beat(pulse), await beat(pulse)
    await pulse.edit_waiting()
    resting = await beat(pulse)
    move(newsroom, 2 * A.every)

    assert (2, 0, 0, 2) == (first, under_way, resting, await beat(pulse))


@pytest.mark.case("T-01", "T-02")
async def test_many_sources_that_are_due_begin_a_few_at_each_beat(
    store: Store, tmp_path: Path
) -> None:
    """A start, or a night in which the machine slept: each is polled once, none twice."""
    desk = a_desk(store, tmp_path, *(a_source(f"s{number}") for number in range(210)))
    pulse = Pulse(desk, bring)
    await pulse.begin()
    for _ in range(2):
        begun = []
        while number := await beat(pulse):
            begun.append(number)
            await pulse.edit_waiting()
            move(desk, timedelta(seconds=1))

        assert [5] * 42 == begun
        move(desk, timedelta(hours=8))


async def test_nobody_is_asked_while_enough_waits_to_be_edited(newsroom: Desk) -> None:
    """Of hundreds of new sources the stories would fill the memory; later each is asked."""

    async def bring_many(source: Source, state: SourceState, *, now: datetime) -> Polled:
        stories = [a_story(f"dam {n}", source_id=source.id) for n in range(MOST_HELD)]
        return a_poll(*stories, source=source, state=state, now=now)

    pulse = Pulse(newsroom, bring_many)
    await pulse.begin()
    await beat(pulse)
    configure(pulse, A, B, a_source("c"))
    full = await beat(pulse)
    # What waits is dropped with its sources, which takes less time than to edit it.
    configure(pulse, a_source("c"))
    await pulse.edit_waiting()

    assert (0, 1) == (full, await beat(pulse))


@pytest.mark.case("S-10")
async def test_a_database_that_fails_gives_everybody_a_rest(newsroom: Desk) -> None:
    """For a minute nobody is polled; what was fetched waits, and nobody is asked for it again."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    await beat(pulse)
    break_store(newsroom.store, broken=True)
    await pulse.edit_waiting()
    break_store(newsroom.store, broken=False)
    configure(pulse, A, B, a_source("c"))
    move(newsroom, timedelta(seconds=59))
    await pulse.edit_waiting()
    nearly, begun = held(newsroom), await beat(pulse)
    move(newsroom, timedelta(seconds=1))
    again = await beat(pulse)
    await pulse.edit_waiting()

    assert (0, 0, 0, 2) == (nearly, begun, again, held(newsroom))
    assert 1 == await beat(pulse)


@pytest.mark.case("S-10")
async def test_a_rest_that_is_over_is_noticed_by_the_editor(newsroom: Desk) -> None:
    """It does not wait until something else comes."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    await beat(pulse)
    break_store(newsroom.store, broken=True)
    editor = asyncio.create_task(pulse.keep_editing())
    with capture_logs() as log:
        while "resting" not in {line["event"] for line in log}:
            await asyncio.wait((editor,), timeout=0.01)
        break_store(newsroom.store, broken=False)
        move(newsroom, timedelta(minutes=1))
        await pulse.beat()
        while len([line for line in log if line["event"] == "stories"]) < 2:
            await asyncio.wait((editor,), timeout=0.01)
    await pulse.end()
    await editor

    assert ["resting", "working again", "stories", "stories"] == [
        line["event"] for line in log if line["log_level"] != "debug"
    ]


async def test_a_failing_database_is_told_once(newsroom: Desk) -> None:
    """However long it lasts."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    await beat(pulse)
    break_store(newsroom.store, broken=True)
    with capture_logs() as log:
        for _ in range(3):
            await pulse.edit_waiting()
            move(newsroom, timedelta(minutes=1))

    assert ["resting"] == [line["event"] for line in log if line["log_level"] != "debug"]


async def test_a_file_of_an_inbox_that_cannot_be_read_is_told_once(newsroom: Desk) -> None:
    """It is in the log when it is found, and not at each poll; of a feed nothing is told."""
    inbox, lines = Source(id="a", kind="inbox", path=Path("/inbox")), ["a.pdf: no", "b.pdf: no"]
    found = [1, 1, 2]

    async def look(source: Source, state: SourceState, *, now: datetime) -> Polled:
        """A poll that finds files."""
        reading = Reading(problems=tuple(lines[: found[0]]))
        if source.kind == "inbox":
            found.pop(0)
        return a_poll(source=source, state=state, now=now, reading=reading)

    desk = a_desk(newsroom.store, newsroom.output, inbox, B)
    pulse = Pulse(desk, look)
    await pulse.begin()
    with capture_logs() as log:
        for _ in range(3):
            await beat(pulse)
            await pulse.edit_waiting()
            move(desk, timedelta(days=1))

    assert [("a", "a.pdf: no"), ("a", "b.pdf: no")] == [
        (line["source"], line["reason"]) for line in log if line["event"] == "remark"
    ]


def refuse_reading(store: Store, *, refused: bool) -> None:
    """Let what is remembered of the sources be written and not be read, or mend it."""
    before: list[int] = []

    def authorize(action: int, table: str | None, *_: object) -> int:
        selected = before[-1:] == [sqlite3.SQLITE_SELECT]
        if action != sqlite3.SQLITE_READ:
            before.append(action)
        refused = action == sqlite3.SQLITE_READ and selected and table == "sources"
        return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK

    with store.read() as tx:
        raw = tx.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.set_authorizer(authorize if refused else None)


@pytest.mark.case("S-10")
async def test_what_was_edited_is_told_though_the_memory_cannot_be_read_any_more(
    newsroom: Desk,
) -> None:
    """It is kept already: it is not edited again, but told, and published when that is possible."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    await beat(pulse)
    refuse_reading(newsroom.store, refused=True)
    with capture_logs() as log:
        await pulse.edit_waiting()
        refuse_reading(newsroom.store, refused=False)
        move(newsroom, timedelta(minutes=1))
        await pulse.edit_waiting()
    resting = await beat(pulse)
    move(newsroom, 2 * A.every)

    assert 2 == len([line for line in log if line["event"] == "stories"])
    assert 1 == len([line for line in log if line["event"] == "editing"])
    assert {"The dam of a holds", "The dam of b holds"} == published(newsroom)
    assert (0, 2) == (resting, await beat(pulse))


@pytest.mark.case("T-10")
@pytest.mark.parametrize("number", [1, 40])
async def test_a_poll_that_dies_costs_its_own_source_only(
    store: Store, tmp_path: Path, number: int
) -> None:
    """It is remembered as crashed, and polled again when it is due; the others are published."""

    async def die(source: Source, state: SourceState, *, now: datetime) -> Polled:
        if source == A:
            raise RuntimeError("a bug")
        return await bring(source, state, now=now)

    others = [a_source(f"s{place}") for place in range(number)]
    desk = a_desk(store, tmp_path, A, *others)
    pulse = Pulse(desk, die)
    await pulse.begin()
    while await beat(pulse):
        await pulse.edit_waiting()
    with store.read() as tx:
        states = read_source_states(tx)
    move(desk, timedelta(hours=3))

    assert "crashed: a fault in wiredesk itself: RuntimeError" == states["a"].last_error
    assert number == held(desk)
    assert min(4, number + 1) == await beat(pulse)


@pytest.mark.case("P-04")
async def test_an_output_folder_that_fails_is_written_after_a_rest(
    store: Store, tmp_path: Path
) -> None:
    """Feeds that could not be written are still due."""
    output = tmp_path / "output"
    output.write_text("in the way")
    desk = a_desk(store, output, A)
    pulse = Pulse(desk, bring)
    await pulse.begin()
    move(desk, timedelta(minutes=1))
    await beat(pulse)
    await pulse.edit_waiting()
    output.unlink()
    move(desk, timedelta(minutes=1))
    await pulse.edit_waiting()

    assert {"The dam of a holds"} == published(desk)


async def test_a_batch_is_no_more_than_can_be_edited_before_a_stop(
    store: Store, tmp_path: Path
) -> None:
    """Six sources with 400 stories each are edited three at a time, however many are waiting."""

    async def bring_many(source: Source, state: SourceState, *, now: datetime) -> Polled:
        names = (f"{source.id}item{number}" for number in range(400))
        # Without a word in common: nothing but their number is to be seen.
        many = (a_story(name, source_id=source.id, headline=name, body_text="") for name in names)
        return a_poll(*many, source=source, state=state, now=now)

    desk = a_desk(store, tmp_path, *(a_source(f"s{number}") for number in range(6)))
    pulse = Pulse(desk, bring_many)
    await pulse.begin()
    while await beat(pulse):
        pass
    with capture_logs() as log:
        await pulse.edit_waiting()

    assert [3, 3] == [line["sources"] for line in log if line["event"] == "editing"]
    assert 2400 == held(desk)


async def test_a_batch_is_edited_in_the_order_of_the_configuration(newsroom: Desk) -> None:
    """Whoever answers first: the same answers give the same stories."""
    edited = []
    b_is_there = asyncio.Event()

    async def bring_b_first(source: Source, state: SourceState, *, now: datetime) -> Polled:
        if source == B:
            b_is_there.set()
        await b_is_there.wait()
        return await bring(source, state, now=now)

    def note(source: Source, state: SourceState, outcome: Outcome, now: datetime) -> SourceState:
        edited.append(source.id)
        return remember_poll(source, state, outcome, now)

    pulse = Pulse(newsroom, bring_b_first, note)
    await pulse.begin()
    await beat(pulse)
    await pulse.edit_waiting()

    assert ["a", "b"] == edited


async def test_a_poll_that_ends_after_others_were_edited_is_edited_too(newsroom: Desk) -> None:
    """It was begun with them, and it is not forgotten: its source is polled again when due."""
    others_are_edited = asyncio.Event()

    async def bring_b_late(source: Source, state: SourceState, *, now: datetime) -> Polled:
        if source == B:
            await others_are_edited.wait()
        return await bring(source, state, now=now)

    pulse = Pulse(newsroom, bring_b_late)
    await pulse.begin()
    quick, late = await pulse.beat()
    await quick
    await pulse.edit_waiting()
    others_are_edited.set()
    await late
    await pulse.edit_waiting()
    move(newsroom, 2 * A.every)

    assert {"The dam of a holds", "The dam of b holds"} == published(newsroom)
    assert 2 == len(await pulse.beat())


async def test_at_the_end_what_was_fetched_is_edited_and_published(newsroom: Desk) -> None:
    """Even if the editor had not begun."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    await beat(pulse)
    await pulse.end()
    await pulse.keep_editing()

    assert {"The dam of a holds", "The dam of b holds"} == published(newsroom)


async def test_at_the_end_an_edit_under_way_is_waited_for_and_published(newsroom: Desk) -> None:
    """A batch in its thread when the signal comes."""
    loop = asyncio.get_running_loop()
    begun, may_go_on = asyncio.Event(), threading.Event()

    def wait(source: Source, state: SourceState, outcome: Outcome, now: datetime) -> SourceState:
        loop.call_soon_threadsafe(begun.set)
        assert may_go_on.wait(10)
        return remember_poll(source, state, outcome, now)

    pulse = Pulse(newsroom, bring, wait)
    await pulse.begin()
    editor = asyncio.create_task(pulse.keep_editing())
    await pulse.beat()
    await begun.wait()
    await pulse.end()
    ended_early = editor.done()
    may_go_on.set()
    await editor

    assert not ended_early
    assert {"The dam of a holds", "The dam of b holds"} == published(newsroom)


async def test_at_the_end_polls_under_way_are_dropped(newsroom: Desk) -> None:
    """A source that never answers holds up nobody."""
    asked = asyncio.Event()

    async def never(source: Source, state: SourceState, *, now: datetime) -> Polled:
        if source == B:
            return await bring(source, state, now=now)
        asked.set()
        return await asyncio.get_running_loop().create_future()

    pulse = Pulse(newsroom, never)
    await pulse.begin()
    editor = asyncio.create_task(pulse.keep_editing())
    _, quick = await pulse.beat()
    await asyncio.gather(asked.wait(), quick)
    await pulse.end()
    await editor

    assert {"The dam of b holds"} == published(newsroom)


async def test_feeds_are_written_when_it_is_time_though_nothing_came(newsroom: Desk) -> None:
    """Stories leave a feed as time passes."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    (newsroom.output / "dams.json").unlink()
    await pulse.publish_soon()
    await pulse.end()
    await pulse.keep_editing()

    assert set() == published(newsroom)


async def test_a_bug_in_one_source_leaves_the_editor_at_work(newsroom: Desk) -> None:
    """The source rests and is polled again; the other is published."""
    pulse = Pulse(newsroom, bring, stumble_over("a"))
    await pulse.begin()
    await beat(pulse)
    await pulse.edit_waiting()
    move(newsroom, 3 * A.every)

    assert {"The dam of b holds"} == published(newsroom)
    assert 2 == await beat(pulse)


async def test_a_fault_in_the_desk_ends_the_editor_and_is_raised(newsroom: Desk) -> None:
    """It is not silent, and no source is taken for one that is being polled."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    with newsroom.store.write() as tx:
        tx.exec_driver_sql(
            "CREATE TRIGGER fault BEFORE INSERT ON sources BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    await beat(pulse)
    with pytest.raises(IntegrityError):
        await pulse.keep_editing()

    assert 2 == await beat(pulse)


@pytest.mark.case("T-19")
async def test_a_pulse_that_does_not_beat_is_not_alive(newsroom: Desk) -> None:
    """Whoever watches from outside starts it anew; a beat later it is well again."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    move(newsroom, timedelta(minutes=2, seconds=1))
    stopped = pulse.tell_life()
    await beat(pulse)

    assert (False, True) == (stopped.is_alive, pulse.tell_life().is_alive)


@pytest.mark.case("T-19")
async def test_an_edit_that_hangs_is_not_alive_though_it_beats(newsroom: Desk) -> None:
    """A lock that is never given back; when the edit ends, it is well again."""
    loop = asyncio.get_running_loop()
    begun, may_go_on = asyncio.Event(), threading.Event()

    def wait(source: Source, state: SourceState, outcome: Outcome, now: datetime) -> SourceState:
        loop.call_soon_threadsafe(begun.set)
        assert may_go_on.wait(10)
        return remember_poll(source, state, outcome, now)

    pulse = Pulse(newsroom, bring, wait)
    await pulse.begin()
    await beat(pulse)
    editing = asyncio.create_task(pulse.edit_waiting())
    await begun.wait()
    move(newsroom, timedelta(minutes=6))
    await pulse.beat()
    hanging = pulse.tell_life()
    may_go_on.set()
    await editing

    assert (False, True) == (hanging.is_alive, pulse.tell_life().is_alive)


def configure(pulse: Pulse, *sources: Source, topics: tuple[Topic, ...] = (DAMS,)) -> None:
    """Hand in another configuration."""
    pulse.change_config(Config(sources=sources, topics=topics))


async def test_a_source_that_is_added_is_polled_at_once(newsroom: Desk) -> None:
    """And nobody else is."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    await beat(pulse)
    await pulse.edit_waiting()
    configure(pulse, A, B, a_source("c"))
    await pulse.edit_waiting()

    assert 1 == await beat(pulse)
    await pulse.edit_waiting()
    assert "The dam of c holds" in published(newsroom)


@pytest.mark.case("C-20")
async def test_what_comes_from_a_source_that_is_gone_or_elsewhere_is_dropped(
    newsroom: Desk,
) -> None:
    """Under way or already there; the stories held stay, and the new address is asked at once."""
    asked: list[str | None] = []
    may_answer = asyncio.Event()

    async def answer(source: Source, state: SourceState, *, now: datetime) -> Polled:
        asked.append(source.url)
        if source.id == "a":
            await may_answer.wait()
        return await bring(source, state, now=now)

    pulse = Pulse(newsroom, answer)
    await pulse.begin()
    slow, quick = await pulse.beat()
    await quick
    moved = replace(A, url="https://moved.example/rss")
    configure(pulse, moved)
    await pulse.edit_waiting()
    may_answer.set()
    await asyncio.gather(slow, return_exceptions=True)
    await pulse.edit_waiting()

    assert (True, 0) == (slow.cancelled(), held(newsroom))
    assert 1 == await beat(pulse)
    assert [A.url, B.url, moved.url] == asked


@pytest.mark.case("C-20")
@pytest.mark.parametrize(
    "fields", [{"headers": (("X-Key", Secret("new")),)}, {"allow_private": True}]
)
async def test_an_answer_to_the_old_way_of_asking_does_not_outlive_it(
    newsroom: Desk, fields: dict[str, Any]
) -> None:
    """Refused for its old key while the new one is written down: it is asked again at once."""

    async def refuse(source: Source, state: SourceState, *, now: datetime) -> Polled:
        refused = Failed(kind="status", reason="answered 401 Unauthorized", status=401)
        return a_poll(source=source, state=state, outcome=refused, now=now)

    pulse = Pulse(newsroom, refuse)
    await pulse.begin()
    await beat(pulse)
    configure(pulse, replace(A, **fields), B)
    await pulse.edit_waiting()

    with newsroom.store.read() as tx:
        states = read_source_states(tx)

    assert (0, 1) == (states["a"].failures, states["b"].failures)
    assert 1 == await beat(pulse)


@pytest.mark.case("C-20")
async def test_what_a_push_had_asked_for_outlives_another_configuration(newsroom: Desk) -> None:
    """It was asked past caches: that is no other way of asking."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    pulse.hurry("a", NOON)
    await beat(pulse)
    configure(pulse, replace(A, title="Post"), B)
    await pulse.edit_waiting()

    assert {"The dam of a holds", "The dam of b holds"} == published(newsroom)


@pytest.mark.case("C-20")
async def test_stories_of_a_source_that_is_gone_stay(newsroom: Desk) -> None:
    """They are news as before."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    await beat(pulse)
    await pulse.edit_waiting()
    configure(pulse, A)
    await pulse.edit_waiting()

    assert (2, 2) == (held(newsroom), len(published(newsroom)))


@pytest.mark.case("C-21")
async def test_a_source_that_is_renamed_tells_nothing_new(newsroom: Desk) -> None:
    """It is a new source that begins with a backlog: nobody is alerted, and a line says so."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    await beat(pulse)
    await pulse.edit_waiting()
    configure(pulse, replace(A, id="renamed"), B)
    with capture_logs() as log:
        await pulse.edit_waiting()
    await beat(pulse)
    await pulse.edit_waiting()
    with newsroom.store.read() as tx:
        alerts = read_alerts(tx, "dams", NOON - timedelta(days=1), 100)

    assert (3, ()) == (held(newsroom), alerts)
    (told,) = [one["reason"] for one in log if one["event"] == "renamed"]
    assert told.startswith('"renamed" has the address of "a", which is not configured any more')


@pytest.mark.case("T-17")
async def test_a_shorter_interval_is_kept_also_by_a_poll_that_was_under_way(newsroom: Desk) -> None:
    """Both are due again when it has passed, and not before."""
    yearly = tuple(replace(source, every=timedelta(days=30)) for source in (A, B))
    pulse = Pulse(replace(newsroom, config=a_config(*yearly)), bring)
    await pulse.begin()
    first, second = await pulse.beat()
    await asyncio.gather(first, second)
    await pulse.edit_waiting()
    configure(pulse, A, B)
    await pulse.edit_waiting()
    move(newsroom, A.every - timedelta(seconds=1))
    early = await beat(pulse)
    move(newsroom, timedelta(seconds=1))

    assert (0, 2) == (early, await beat(pulse))
    configure(pulse, *(replace(source, every=timedelta(minutes=5)) for source in (A, B)))
    await pulse.edit_waiting()
    move(newsroom, timedelta(minutes=6))
    assert 2 == await beat(pulse)


async def test_a_topic_that_is_added_gets_what_is_held(newsroom: Desk) -> None:
    """Its feed is there without another poll."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    await beat(pulse)
    await pulse.edit_waiting()
    configure(pulse, A, B, topics=(DAMS, replace(DAMS, slug="again")))
    await pulse.edit_waiting()

    assert 2 == len(json.loads((newsroom.output / "again.json").read_text("utf-8"))["items"])


async def test_a_configuration_that_meets_failing_files_is_taken_later(newsroom: Desk) -> None:
    """Until then the old one holds."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    break_store(newsroom.store, broken=True)
    configure(pulse, A, B, topics=(replace(DAMS, slug="other"),))
    await pulse.edit_waiting()
    before = pulse.desk.config.topics
    break_store(newsroom.store, broken=False)
    move(newsroom, timedelta(minutes=1))
    await pulse.edit_waiting()

    assert ("dams", "other") == (before[0].slug, pulse.desk.config.topics[0].slug)


async def test_an_output_folder_that_was_removed_comes_back(newsroom: Desk) -> None:
    """Though nothing happens; while its index stands, nothing is written."""
    pulse = Pulse(newsroom, bring)
    await pulse.begin()
    feed = newsroom.output / "dams.json"
    feed.unlink()
    await pulse.look_at_output()
    await pulse.edit_waiting()
    untouched = not feed.exists()
    shutil.rmtree(newsroom.output)
    await pulse.look_at_output()
    await pulse.edit_waiting()

    assert untouched
    assert feed.exists()
    assert (newsroom.output / "index.html").exists()
