"""When a source is asked again: our interval, the publisher's, and the hours nobody should ask."""

from datetime import datetime, timedelta

import pytest
from stories import NOON, a_source

from feeds.model import Failed, Fetched, NotModified, Pace, SourceState, Throttled
from feeds.schedule.state import remember_poll

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
AGES = timedelta(days=365_000)
SOURCE = a_source(every=30 * MINUTE)
FAILED = Failed(kind="timeout", reason="no answer within 30 s")
EVEN, WEEKEND = tuple(range(0, 24, 2)), (5, 6)


def due(pace: Pace, *, now: datetime = NOON, fresh: datetime | None = None) -> datetime:
    """Return when a source with this pace is asked again after a good poll."""
    state = SourceState(source_id=SOURCE.id, pace=pace)
    answer = Fetched(bodies=(), body_hash="h", fresh_until=fresh)
    after = remember_poll(SOURCE, state, answer, now)
    assert after.next_due
    return after.next_due


@pytest.mark.parametrize(("asked", "least"), [(HOUR, HOUR), (10 * MINUTE, 30 * MINUTE)])
@pytest.mark.case("T-13")
def test_the_longer_of_two_intervals_is_kept(asked: timedelta, least: timedelta) -> None:
    """The publisher's can lengthen the user's, never shorten it."""
    assert least <= due(Pace(every=asked)) - NOON <= least * 1.1


@pytest.mark.case("T-12")
def test_no_publisher_puts_off_the_next_poll_for_longer_than_a_day() -> None:
    """A ttl of ages, an answer fresh for ages, and both, beside a short interval."""
    waits = [
        due(Pace(every=AGES)) - NOON,
        due(Pace(), fresh=NOON + AGES) - NOON,
        due(Pace(every=AGES), fresh=NOON + AGES) - NOON,
    ]

    assert [DAY] * 3 == waits


@pytest.mark.case("T-13")
def test_an_interval_longer_than_a_day_is_kept() -> None:
    """What the user states is no publisher's wish."""
    weekly = a_source(every=7 * DAY)
    for outcome in (NotModified(status=304), FAILED, Throttled(status=503, retry_after=NOON)):
        after = remember_poll(weekly, SourceState(source_id="post"), outcome, NOON)

        assert after.next_due
        assert 7 * DAY <= after.next_due - NOON <= 7.7 * DAY


def test_nobody_is_asked_in_an_hour_that_is_skipped() -> None:
    """A due time in it moves to the hour after it, and not all to the same second."""
    noon_and_one = Pace(skip_hours=(12, 13))

    assert NOON + 2 * HOUR <= due(noon_and_one) <= NOON + 2 * HOUR + 6 * MINUTE
    assert due(noon_and_one) != due(noon_and_one, now=NOON + MINUTE)
    assert due(Pace()) == due(Pace(skip_hours=(11, 14)))


def test_nobody_is_asked_on_a_day_that_is_skipped() -> None:
    """From Friday night into the first hour on Monday that is not skipped."""
    friday = datetime.fromisoformat("2026-11-27T23:50:00Z")
    monday = datetime.fromisoformat("2026-11-30T01:00:00Z")
    after = due(Pace(skip_days=WEEKEND, skip_hours=EVEN), now=friday)

    assert monday <= after <= monday + 6 * MINUTE


@pytest.mark.parametrize(
    "pace", [Pace(skip_hours=tuple(range(24))), Pace(skip_days=tuple(range(7)))]
)
def test_whoever_skips_the_whole_week_is_asked_all_the_same(pace: Pace) -> None:
    """That cannot be meant."""
    assert due(Pace()) == due(pace)


def test_a_failed_poll_obeys_the_publisher_too() -> None:
    """Its interval is the one that doubles, and skipped hours stay skipped."""
    state = SourceState(source_id="post", pace=Pace(every=2 * HOUR, skip_hours=(14,)))
    after = remember_poll(SOURCE, state, FAILED, NOON)
    again = remember_poll(SOURCE, after, FAILED, NOON)

    assert after.next_due
    assert again.next_due
    assert NOON + 3 * HOUR <= after.next_due <= NOON + 3 * HOUR + 6 * MINUTE
    assert NOON + 4 * HOUR <= again.next_due <= NOON + 4.4 * HOUR


@pytest.mark.parametrize("status", [429, 503])
def test_skipped_hours_never_undercut_what_a_server_asked_for(status: int) -> None:
    """Retry-After into a skipped hour is moved on, not back."""
    state = SourceState(source_id="post", pace=Pace(skip_hours=(15,)))
    asked = Throttled(status=status, retry_after=NOON + 3.5 * HOUR)
    after = remember_poll(SOURCE, state, asked, NOON)

    assert after.next_due
    assert NOON + 4 * HOUR <= after.next_due <= NOON + 4 * HOUR + 6 * MINUTE


@pytest.mark.case("N-04")
def test_a_name_that_cannot_be_resolved_is_a_failure_and_no_end() -> None:
    """It is asked again, each time later, and never taken for gone."""
    state = SourceState(source_id="post")
    waits = []
    for _ in range(4):
        state = remember_poll(
            SOURCE, state, Failed(kind="dns", reason="there is no such host"), NOON
        )
        assert state.next_due
        waits.append(state.next_due - NOON)

    assert [(8, 4.0), (0, False)] == [
        (round(waits[3] / waits[0]), round(waits[2] / waits[0], 1)),
        (state.gone, state.is_gone),
    ]
    assert ("dns", NOON) == (state.error_kind, state.failing_since)


@pytest.mark.case("T-15")
def test_one_good_poll_ends_waiting_longer() -> None:
    """After ten failures the interval is the usual one again."""
    failing = SourceState(
        source_id="post", failures=10, error_kind="timeout", last_error="x", failing_since=NOON
    )
    after = remember_poll(SOURCE, failing, NotModified(status=304), NOON)

    assert after.next_due
    assert 30 * MINUTE <= after.next_due - NOON <= 33 * MINUTE
    assert (0, None, None) == (after.failures, after.error_kind, after.failing_since)
