"""A source's own rhythm: real newspapers, and how long they rest."""

from datetime import datetime, timedelta

import pytest
from stories import NOON, a_source

from feeds.model import NotModified, Pace, SourceState
from feeds.schedule.pace import explain_plan
from feeds.schedule.rhythm import follow_rhythm, usual_gap
from feeds.schedule.state import remember_poll

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SOURCE = a_source(every=20 * MINUTE, quiet_every=6 * HOUR)


def told_every(gap: timedelta, last: datetime = NOON) -> tuple[datetime, ...]:
    """Twenty stories with the same gap between them, newest first."""
    return tuple(last - number * gap for number in range(20))


def rest(heard: tuple[datetime, ...], now: datetime = NOON) -> timedelta:
    """Return how long the source rests."""
    return follow_rhythm(SOURCE, heard, now)


def test_a_busy_wire_is_asked_as_often_as_is_allowed() -> None:
    """A story each five minutes: never more often than ``every``."""
    assert 20 * MINUTE == rest(told_every(5 * MINUTE))


def test_a_town_paper_is_asked_twice_between_two_stories() -> None:
    """A story each two hours and a bit."""
    assert timedelta(minutes=57) == rest(told_every(2 * HOUR))


def test_a_weekly_blog_is_asked_as_rarely_as_is_allowed() -> None:
    """Right after a story as well."""
    assert 6 * HOUR == rest(told_every(7 * DAY))


def test_a_feed_that_was_dead_for_two_years_wakes_up_slowly() -> None:
    """However busy it once was, its silence counts; one new story does not hide it."""
    once = told_every(5 * MINUTE, NOON - 730 * DAY)

    assert [6 * HOUR] * 2 == [rest(once), rest((NOON, *once[:19]))]


def test_a_daily_batch_is_looked_for_all_day() -> None:
    """Twenty at once at eight: soon after it often, then less, but not only once a day."""
    eight = NOON - 4 * HOUR
    batch = (eight,) * 10 + (eight - DAY,) * 10
    waits = [rest(batch, eight + hours * HOUR) for hours in (0, 6, 12, 23)]

    assert [36, 45, 54, 70] == [round(wait / MINUTE) for wait in waits]


def test_the_night_of_a_busy_source_slows_it_down_a_little() -> None:
    """The open gap counts as one of many; the morning's first story is not late by hours."""
    evening = told_every(30 * MINUTE, NOON)
    waits = [rest(evening, NOON + hours * HOUR) for hours in (0, 3, 9)]

    assert [20, 20, 28] == [round(wait / MINUTE) for wait in waits]


def test_fewer_than_five_stories_make_no_rhythm() -> None:
    """A new source, or one without dates so far, is asked at ``every``."""
    four = told_every(7 * DAY)[:4]

    assert [20 * MINUTE] * 2 == [rest(()), rest(four)]
    assert [None, None] == [usual_gap((), NOON), usual_gap(four, NOON)]


def test_a_source_without_a_quiet_interval_is_always_asked_at_every() -> None:
    """Who states only ``every`` means it."""
    assert HOUR == follow_rhythm(a_source(every=HOUR), told_every(7 * DAY), NOON)


def test_a_clock_that_went_back_gives_no_rest_below_every() -> None:
    """Stories told in what is now the future."""
    later = told_every(MINUTE, NOON + DAY)

    assert 20 * MINUTE == rest(later)
    assert timedelta() == usual_gap(later, NOON)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "its interval"),
        ({"heard": told_every(2 * HOUR)}, "its own rhythm"),
        ({"pace": Pace(every=3 * HOUR)}, "it asks for that"),
        ({"pace": Pace(skip_hours=(12, 13))}, "its skipped hours"),
    ],
)
def test_a_due_time_is_explained(fields: dict[str, object], words: str) -> None:
    """From what is remembered alone."""
    state = SourceState(source_id="post", **fields)  # type: ignore[arg-type]
    after = remember_poll(SOURCE, state, NotModified(status=304), NOON)

    assert words == explain_plan(SOURCE, after)


def test_a_due_time_after_a_fresh_answer_or_none_is_explained() -> None:
    """What the answer said, and what its failing says."""
    state = SourceState(source_id="post")
    fresh = NotModified(status=304, fresh_until=NOON + 3 * HOUR)
    known = SourceState(source_id="post", last_polled=NOON, next_due=NOON)

    assert "its answer is fresh" == explain_plan(SOURCE, remember_poll(SOURCE, state, fresh, NOON))
    assert "no answer yet" == explain_plan(SOURCE, state)
    for fields, words in (
        ({"gone": 2}, "not asked any more"),
        ({"failures": 1, "error_kind": "throttled"}, "it asked for rest"),
        ({"failures": 1, "error_kind": "dns"}, "after a failure"),
    ):
        told = SourceState(source_id="post", last_polled=NOON, next_due=NOON, **fields)  # type: ignore[arg-type]
        assert words == explain_plan(SOURCE, told)
    assert "its interval" == explain_plan(SOURCE, known)
