"""What is told of a source: its turns, each once, and silence."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from stories import NOON, a_source

from feeds.alert.health import (
    decide_gap,
    decide_health,
    drop_repeated,
    make_change,
    settle_health,
    silent_since,
)
from feeds.model import Health, HealthKind, Source, SourceState

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SOURCE = a_source()
WELL = SourceState(source_id="post")


def failing(times: int, health: Health = "well") -> SourceState:
    """A source that failed so often in a row."""
    return SourceState(
        source_id="post",
        failures=times,
        last_error="timeout: too slow",
        failing_since=NOON - 2 * HOUR,
        health=health,
    )


def heard_each(gap: timedelta, count: int = 5, last: datetime = NOON) -> SourceState:
    """A source that was heard so often, and the last time at noon."""
    heard = tuple(last - number * gap for number in range(count))
    return SourceState(source_id="post", heard=heard, first_ok=heard[-1], last_new=last)


def kinds(
    before: SourceState, after: SourceState, source: Source = SOURCE, now: datetime = NOON
) -> list[HealthKind]:
    """Return what is told after a poll."""
    return [change.kind for change in decide_health(source, before, after, now)]


def falls_silent(state: SourceState, source: Source = SOURCE) -> timedelta:
    """Return after how many hours without anything new silence is told."""
    hours = range(24 * 400)
    hour = next((h for h in hours if kinds(state, state, source, NOON + h * HOUR)), 0)
    return hour * HOUR


@pytest.mark.case("A-08")
def test_a_source_is_failing_after_three_failures_in_a_row() -> None:
    """Not after one or two, and not again after the fourth."""
    told = [kinds(failing(times - 1), failing(times)) for times in (1, 2, 3)]

    assert [[], [], ["failing"]] == told
    assert [] == kinds(failing(3, "failing"), failing(4, "failing"))


def test_failing_says_since_when_and_why() -> None:
    """One line that can be read alone."""
    (change,) = decide_health(SOURCE, failing(2), failing(3), NOON)

    assert "3 polls in a row failed since 2026-11-23 10:00 UTC: timeout: too slow" == change.text
    assert ("post", NOON) == (change.source_id, change.created)
    assert change == decide_health(SOURCE, failing(2), failing(3), NOON)[0]


@pytest.mark.case("A-08")
def test_the_first_good_poll_after_failing_was_told_is_a_recovery() -> None:
    """Whoever was never told to fail need not recover."""
    (change,) = decide_health(SOURCE, failing(7, "failing"), replace(WELL, health="failing"), NOON)

    assert ("recovered", True) == (change.kind, "since 2026-11-23 10:00 UTC" in change.text)
    assert [] == kinds(failing(2), WELL)


def test_a_source_is_gone_once() -> None:
    """When 410 is believed, whatever was told before; one that is back has recovered."""
    gone = replace(failing(2), gone=2)
    told = replace(gone, health="gone")

    assert [] == kinds(failing(0), replace(failing(1), gone=1))
    assert ["gone"] == kinds(replace(failing(1), gone=1), gone)
    assert ["gone"] == kinds(replace(failing(4, "failing"), gone=1), replace(gone, failures=5))
    assert [] == kinds(told, replace(told, gone=3))
    assert ["recovered"] == kinds(told, replace(WELL, health="gone"))


@pytest.mark.case("T-25")
@pytest.mark.parametrize(("field", "kind"), [("address", "moved"), ("found_at", "found")])
def test_another_address_is_told_with_what_to_do(field: str, kind: HealthKind) -> None:
    """When it is adopted, not at each poll there, and not when it is given up."""
    moved = replace(WELL, **{field: "https://new.example/rss"})  # type: ignore[arg-type]
    (change,) = decide_health(SOURCE, WELL, moved, NOON)

    assert kind == change.kind
    assert "https://new.example/rss; put this address into sources.yaml" in change.text
    assert [[], []] == [kinds(moved, moved), kinds(moved, WELL)]


@pytest.mark.case("A-18")
@pytest.mark.parametrize("field", ["address", "found_at"])
def test_an_address_is_told_without_what_may_be_secret(field: str) -> None:
    """And it is said where the owner of the desk sees the whole of it."""
    moved = replace(WELL, **{field: "https://u:planted@new.example/rss?k=planted#planted"})  # type: ignore[arg-type]
    (change,) = decide_health(SOURCE, WELL, moved, NOON)

    assert "planted" not in change.text
    assert change.text.endswith(
        " https://new.example/rss?…; put this address into sources.yaml "
        "(wiredesk status shows the whole of it)"
    )


@pytest.mark.parametrize(
    ("state", "hours"),
    [
        (heard_each(5 * MINUTE), 73),
        (heard_each(DAY), 4 * 24 + 1),
        (heard_each(7 * DAY), 28 * 24 + 1),
        (heard_each(DAY, count=4), 0),
        (SourceState(source_id="post", first_ok=NOON, last_new=NOON), 0),
    ],
    ids=["wire", "daily", "weekly", "few", "undated"],
)
def test_silence_is_told_when_it_is_far_longer_than_usual(state: SourceState, hours: int) -> None:
    """Four of the longest gaps, and no weekend; where no rhythm is known, never."""
    assert hours * HOUR == falls_silent(state)


def test_silence_is_told_after_what_the_user_states() -> None:
    """Without a rhythm too, counted from the first poll of a source that never told anything."""
    source = a_source(quiet_after=12 * HOUR)
    dead = SourceState(source_id="post", first_ok=NOON, last_new=NOON)

    assert [13 * HOUR] * 2 == [falls_silent(heard_each(DAY), source), falls_silent(dead, source)]


def test_a_feed_that_was_dead_when_it_was_added_is_silent_at_once() -> None:
    """Its backlog came today, but what it says is two years old."""
    dead = replace(heard_each(DAY, last=NOON - 730 * DAY), first_ok=NOON, last_new=NOON)
    (change,) = decide_health(SOURCE, WELL, dead, NOON)

    assert "nothing new since 2024-11-23 12:00 UTC" in change.text


def test_silence_ends_with_something_new_though_it_states_an_old_date() -> None:
    """What matters is that it came."""
    silent = replace(heard_each(DAY, last=NOON - 30 * DAY), health="quiet")
    back = replace(silent, last_new=NOON)

    assert [] == kinds(silent, silent)
    assert ["recovered"] == kinds(silent, back)
    assert (NOON - 30 * DAY, NOON) == (silent_since(silent), silent_since(back))


def test_an_inbox_may_be_empty_for_years() -> None:
    """Nobody promised letters."""
    inbox = a_source(kind="inbox", url=None)

    assert timedelta() == falls_silent(heard_each(HOUR), inbox)


def test_a_source_that_fails_is_not_called_silent() -> None:
    """A failed poll proves no silence; the next good one may."""
    silent = heard_each(HOUR, last=NOON - 90 * DAY)

    assert [] == kinds(silent, replace(silent, failures=1))
    assert ["recovered"] == kinds(replace(silent, health="failing"), silent)
    assert ["quiet"] == kinds(silent, silent)


@pytest.mark.case("T-24")
def test_missed_stories_are_told_with_what_to_do() -> None:
    """Where the interval cannot follow, the user has to state a shorter one."""
    adapting = a_source(quiet_every=DAY)
    due = SourceState(source_id=SOURCE.id, next_due=NOON - MINUTE)
    (fixed,), (follows,) = (decide_gap(it, due, 20, NOON) for it in (SOURCE, adapting))

    assert () == decide_gap(SOURCE, due, 0, NOON)
    assert ("gap", "gap") == (fixed.kind, follows.kind)
    assert "all 20 stories were new at once" in fixed.text
    assert "give it a shorter every" in fixed.text
    assert "asked more often now" in follows.text


@pytest.mark.case("T-01", "T-24")
def test_stories_missed_while_the_desk_did_not_run_are_not_blamed_on_an_interval() -> None:
    """No other interval would have helped, and none is changed for it."""
    due = SourceState(source_id=SOURCE.id, next_due=NOON - 7 * DAY)
    (late,) = decide_gap(a_source(quiet_every=DAY), due, 20, NOON)

    assert late.text == (
        "all 20 stories were new at once, so some may have been missed; "
        "it was to be asked at 2026-11-16 12:00 UTC, and was not until now"
    )


@pytest.mark.parametrize(
    ("kind", "hours"),
    [("failing", 24), ("quiet", 24), ("gap", 168), ("recovered", 0), ("moved", 0)],
)
@pytest.mark.case("A-08", "T-24")
def test_the_same_is_not_told_again_so_soon(kind: HealthKind, hours: int) -> None:
    """Of the same source; a recovery follows what it ends, and a clock that went back is no gag."""
    before = make_change("post", kind, "x", NOON - hours * HOUR)
    sooner = make_change("post", kind, "x", NOON - hours * HOUR + MINUTE)
    others = [make_change("mail", kind, "x", NOON), make_change("post", "gone", "x", NOON)]
    now = make_change("post", kind, "y", NOON)
    future = make_change("post", kind, "x", NOON + 3650 * DAY)

    assert (now,) == drop_repeated([now], [before, future, *others])
    assert ((now,) if hours == 0 else ()) == drop_repeated([now], [before, sooner])


@pytest.mark.parametrize(
    ("kinds_told", "health"),
    [
        (["failing"], "failing"),
        (["gone"], "gone"),
        (["quiet"], "quiet"),
        (["moved", "recovered"], "well"),
        (["moved", "gap"], "quiet"),
        ([], "quiet"),
    ],
)
def test_a_source_is_as_was_last_told(kinds_told: list[HealthKind], health: Health) -> None:
    """A move or a gap says nothing about it."""
    changes = [make_change("post", kind, "x", NOON) for kind in kinds_told]

    assert health == settle_health("quiet", changes)
