"""How sources are, batch by batch, kept in a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import feedparser
import pytest
from polls import a_config, a_poll
from stories import NOON, a_source, a_story

from feeds.alert.health import make_change
from feeds.errors import DataError
from feeds.model import (
    Config,
    Failed,
    Fetched,
    HealthChange,
    HealthKind,
    NotModified,
    Outcome,
    Source,
    SourceState,
    Story,
)
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.publish import publish_feeds
from feeds.pipeline.read import Reading
from feeds.schedule.due import list_due
from feeds.schedule.state import remember_poll
from feeds.store import (
    Store,
    open_store,
    read_health_changes,
    read_source_states,
    save_health_changes,
)

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
POST = a_source("post")
SAME, DOWN = NotModified(status=304), Failed(kind="timeout", reason="too slow")
LOST = Failed(kind="dns", reason="there is no such host")
FULL = Fetched(bodies=(), body_hash="h")


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory."""
    with open_store(None) as opened:
        yield opened


def state(store: Store, source: Source = POST) -> SourceState:
    """Return what is remembered of a source."""
    with store.read() as tx:
        return read_source_states(tx).get(source.id, SourceState(source_id=source.id))


def told(store: Store) -> tuple[HealthChange, ...]:
    """Return everything that was told, oldest first."""
    with store.read() as tx:
        return read_health_changes(tx, NOON - DAY, 1000)[::-1]


def poll(store: Store, outcome: Outcome, hours: float, *stories: Story) -> list[HealthKind]:
    """Poll one source so many hours after noon, and return what that made known."""
    polled = a_poll(
        source=POST,
        state=state(store),
        outcome=outcome,
        now=NOON + hours * HOUR,
        reading=Reading(stories=stories),
    )
    (edited,) = edit_batch(store, [polled], a_config(POST), remember_poll)
    return [change.kind for change in edited.report.health]


def poll_due(store: Store, config: Config, outcome: Outcome, minutes: float) -> set[str]:
    """Poll whoever is due so many minutes after noon; return who was."""
    now = NOON + minutes * MINUTE
    with store.read() as tx:
        states = read_source_states(tx)
    due = list_due(config.sources, states, now)
    batch = [
        a_poll(source=source, state=state(store, source), outcome=outcome, now=now)
        for source in due
    ]
    if batch:
        edit_batch(store, batch, config, remember_poll)
    return {source.id for source in due}


@pytest.mark.case("A-08")
def test_a_source_broken_for_a_week_is_told_once_and_its_return_once(store: Store) -> None:
    """Polled each hour, whatever its due time."""
    poll(store, SAME, 0)
    week = [kind for hour in range(1, 168) for kind in poll(store, DOWN, hour)]
    broken = state(store).health
    back = [kind for hour in range(168, 200) for kind in poll(store, SAME, hour)]

    assert (["failing"], "failing", ["recovered"]) == (week, broken, back)
    assert ["failing", "recovered"] == [change.kind for change in told(store)]
    assert "well" == state(store).health


@pytest.mark.case("A-08")
@pytest.mark.parametrize(("downs", "most"), [(1, 0), (3, 7)])
def test_a_source_that_flaps_for_a_week_is_told_once_a_day(
    store: Store, downs: int, most: int
) -> None:
    """Down once and up once is told never; each failing that is told has its recovery."""
    cycle = [DOWN] * downs + [SAME]
    kinds = [kind for hour in range(168) for kind in poll(store, cycle[hour % len(cycle)], hour)]

    assert ["failing", "recovered"] * most == kinds


def test_silence_is_noticed_though_every_answer_is_not_modified(store: Store) -> None:
    """And that it ended, when something new comes."""
    backlog = [a_story(f"dam {n}", published=NOON - n * HOUR) for n in range(6)]
    poll(store, FULL, 0, *backlog)
    silence = [kind for hour in range(1, 100) for kind in poll(store, SAME, hour)]
    news = a_story("new dam", published=NOON + 100 * HOUR)

    assert ["quiet"] == silence
    assert ["recovered"] == poll(store, FULL, 100, news)
    assert "well" == state(store).health


@pytest.mark.case("T-24")
def test_a_window_that_jumps_each_day_is_told_once_a_week(store: Store) -> None:
    """Twenty stories, none of them known; the first poll is a backlog and misses nothing."""
    kinds = [
        poll(store, FULL, 24 * day, *(a_story(f"dam {n} of {day}") for n in range(20)))
        for day in range(9)
    ]

    assert [[], ["gap"], *[[]] * 6, ["gap"]] == kinds


def test_what_is_told_is_kept_with_the_poll_or_not_at_all(store: Store) -> None:
    """If it cannot be kept, the failure was not counted either, and is told the next time."""
    for hour in range(2):
        poll(store, DOWN, hour)
    with store.write() as tx:
        tx.exec_driver_sql("ALTER TABLE health_changes RENAME TO elsewhere")
    with pytest.raises(DataError, match="health_changes"):
        poll(store, DOWN, 2)
    with store.write() as tx:
        tx.exec_driver_sql("ALTER TABLE elsewhere RENAME TO health_changes")

    assert (2, "well") == (state(store).failures, state(store).health)
    assert ["failing"] == poll(store, DOWN, 3)


@pytest.mark.case("N-10")
def test_a_day_without_network_is_one_outage_and_blames_no_source(store: Store) -> None:
    """Twelve sources; all are asked within an interval after the return, and nobody was moved."""
    sources = [a_source(f"s{n}", every=(10 + n) * MINUTE) for n in range(12)]
    config = Config(sources=tuple(sources))
    for minute in range(0, 60, 5):
        poll_due(store, config, SAME, minute)
    for minute in range(60, 25 * 60, 5):
        poll_due(store, config, LOST, minute)
    during = told(store)
    asked = set[str]()
    for minute in range(25 * 60, 25 * 60 + 30, 5):
        asked |= poll_due(store, config, SAME, minute)

    assert [("outage", None)] == [(change.kind, change.source_id) for change in during]
    assert NOON + 90 * MINUTE >= during[0].created
    assert {source.id for source in sources} == asked
    assert ["outage", "recovered"] == [change.kind for change in told(store)]
    assert {("well", 0)} == {(state(store, s).health, state(store, s).failures) for s in sources}


@pytest.mark.case("N-10")
def test_an_outage_makes_no_address_distrusted_and_nobody_gone(store: Store) -> None:
    """A source that moved is still asked at its new address."""
    sources = [a_source(name) for name in ("post", "mail", "times")]
    config = Config(sources=tuple(sources))
    before = SourceState(source_id="post", address="https://new.example/rss", gone=1)
    for minute in range(0, 300, 30):
        batch = [
            a_poll(
                source=source,
                state=before if source == POST and minute == 0 else state(store, source),
                outcome=LOST,
                now=NOON + minute * MINUTE,
            )
            for source in sources
        ]
        edit_batch(store, batch, config, remember_poll)

    after = state(store)
    assert ("https://new.example/rss", 1, False) == (after.address, after.failures, after.is_gone)


@pytest.mark.case("N-10")
def test_two_sources_that_fail_are_told_one_by_one(store: Store) -> None:
    """Too few to tell an outage from their own faults."""
    config = Config(sources=(a_source("post"), a_source("mail")))
    for minute in range(0, 600, 5):
        poll_due(store, config, LOST, minute)

    assert {("failing", "post"), ("failing", "mail")} == {
        (change.kind, change.source_id) for change in told(store)
    }
    assert 2 == len(told(store))


def publish(store: Store, folder: Path, hours: float = 0) -> set[str]:
    """Publish so many hours after noon; return which files were written."""
    _, written = publish_feeds(store, a_config(POST), folder, NOON + hours * HOUR)
    return set(written)


def test_how_sources_are_is_a_feed_that_is_always_there(store: Store, tmp_path: Path) -> None:
    """Empty and valid at first, on the index page and in the list of feeds."""
    files = {f"sources.health.{suffix}" for suffix in ("rss", "atom", "json")}
    written = publish(store, tmp_path)
    parsed = [
        feedparser.parse((tmp_path / f"sources.health.{suffix}").read_bytes())
        for suffix in ("rss", "atom")
    ]

    assert files <= written
    assert [("rss20", 0), ("atom10", 0)] == [(it.version, len(it.entries)) for it in parsed]
    assert [False, False] == [bool(it.bozo) for it in parsed]
    assert "sources.health.atom" in (tmp_path / "index.html").read_text("utf-8")
    assert "sources.health.rss" in (tmp_path / "feeds.opml").read_text("utf-8")


def test_the_feed_changes_when_something_is_told_and_only_then(
    store: Store, tmp_path: Path
) -> None:
    """A month later the change leaves it."""
    publish(store, tmp_path)
    for hour in range(5):
        poll(store, DOWN, hour)
    told_now = publish(store, tmp_path, 5)
    feed = feedparser.parse((tmp_path / "sources.health.atom").read_bytes())
    later = [publish(store, tmp_path, hours) for hours in (6, 24 * 29)]
    month = publish(store, tmp_path, 24 * 31)

    assert {f"sources.health.{suffix}" for suffix in ("rss", "atom", "json")} < told_now
    assert ["failing: post"] == [entry.title for entry in feed.entries]
    assert [set(), set()] == later
    assert "sources.health.atom" in month


@pytest.mark.case("T-11")
def test_what_was_told_is_kept_for_ninety_days_and_an_outage_until_it_ends(store: Store) -> None:
    """Something old goes when something new is told; how the desk is stays known."""
    outage = make_change(None, "outage", "nothing can be reached", NOON)
    old = make_change("post", "gap", "missed", NOON)
    for days, change in (
        (0, outage),
        (0, old),
        (90, replace(old, id="1", created=NOON + 90 * DAY)),
    ):
        with store.write() as tx:
            save_health_changes(tx, [change], NOON + days * DAY)
    before = told(store)
    new = replace(old, id="2", created=NOON + 91 * DAY)
    with store.write() as tx:
        save_health_changes(tx, [], NOON + 91 * DAY)
        unchanged = len(read_health_changes(tx, NOON, 9))
        save_health_changes(tx, [new], NOON + 91 * DAY)

    assert (3, 3) == (len(before), unchanged)
    assert ["outage", "1", "2"] == [
        change.kind if change == outage else change.id for change in told(store)
    ]


@pytest.mark.case("S-16")
def test_an_outage_told_by_a_clock_that_was_ahead_ends_once(store: Store) -> None:
    """What was last told is the last one told, though the clock is right now."""
    ahead = make_change(None, "outage", "nothing can be reached", NOON + 3650 * DAY)
    with store.write() as tx:
        save_health_changes(tx, [ahead], NOON)
    kinds = [poll(store, SAME, hour) for hour in range(1, 4)]

    assert [["recovered"], [], []] == kinds
