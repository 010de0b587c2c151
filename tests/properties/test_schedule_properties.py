"""What holds of the schedule for any source, any answer and any time."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from stories import NOON, a_source

from feeds.model import Failed, Fetched, Outcome, Pace, SourceState, Throttled
from feeds.schedule.rhythm import follow_rhythm
from feeds.schedule.state import remember_poll

DAY = timedelta(days=1)
MOMENTS = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis wants them without a zone
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
PACES = st.builds(
    Pace,
    every=st.none() | st.timedeltas(timedelta(), timedelta.max),
    skip_hours=st.sets(st.integers(0, 23), max_size=20).map(tuple),
    skip_days=st.sets(st.integers(0, 6), max_size=6).map(tuple),
)
EVERY = st.timedeltas(timedelta(minutes=1), timedelta(days=30))
WAITS = st.timedeltas(timedelta(), DAY)


def outcomes(now: datetime) -> st.SearchStrategy[Outcome]:
    """Return any outcome; the fetch room hands on no Retry-After of over a day."""
    later = WAITS.map(lambda wait: now + wait)
    return st.one_of(
        st.builds(Fetched, bodies=st.just(()), body_hash=st.just("h"), fresh_until=later),
        st.just(Failed(kind="dns", reason="x")),
        st.builds(Throttled, status=st.sampled_from([429, 503]), retry_after=later),
    )


@given(data=st.data(), every=EVERY, pace=PACES, now=MOMENTS, failures=st.integers(0, 10**6))
def test_a_source_is_asked_neither_too_early_nor_too_late(
    data: st.DataObject, every: timedelta, pace: Pace, now: datetime, failures: int
) -> None:
    """Never before its interval, never when skipped, never later than a day and a week."""
    source = a_source(every=every)
    state = SourceState(source_id=source.id, pace=pace, failures=failures)
    after = remember_poll(source, state, data.draw(outcomes(now)), now)

    assert after.next_due
    assert now + every <= after.next_due <= now + 1.1 * max(every, DAY) + 7.1 * DAY
    assert after.next_due.hour not in pace.skip_hours
    assert after.next_due.weekday() not in pace.skip_days


@given(wait=WAITS, status=st.sampled_from([429, 503]), pace=PACES)
def test_retry_after_is_never_undercut(wait: timedelta, status: int, pace: Pace) -> None:
    """Whatever else the publisher says."""
    asked = Throttled(status=status, retry_after=NOON + wait)
    state = SourceState(source_id="post", pace=pace)
    after = remember_poll(a_source(), state, asked, NOON)

    assert after.next_due
    assert NOON + wait <= after.next_due


@given(
    every=EVERY,
    quiet=st.none() | EVERY,
    heard=st.lists(MOMENTS, max_size=20).map(tuple),
    now=MOMENTS,
)
def test_the_rhythm_stays_within_the_users_bounds(
    every: timedelta, quiet: timedelta | None, heard: tuple[datetime, ...], now: datetime
) -> None:
    """Whatever a source says about its dates, and however the clock jumps."""
    source = a_source(every=every, quiet_every=quiet and every + quiet)
    rest = follow_rhythm(source, heard, now)

    assert every <= rest <= (source.quiet_every or every)


@given(heard=st.lists(MOMENTS, min_size=5, max_size=20).map(tuple), silence=WAITS)
def test_silence_never_makes_a_source_be_asked_more_often(
    heard: tuple[datetime, ...], silence: timedelta
) -> None:
    """The longer nothing comes, the longer it rests."""
    source = a_source(quiet_every=timedelta(days=30))
    last = max(heard)

    assert follow_rhythm(source, heard, last) <= follow_rhythm(source, heard, last + silence)
