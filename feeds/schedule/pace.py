"""How long a source rests between polls. Quiet: the time is handed in."""

import hashlib
from datetime import datetime, timedelta

from feeds.model import Pace, Source, SourceState, Subscription
from feeds.schedule.rhythm import follow_rhythm

# No publisher can ask for more, and no failure leads to more.
_LONGEST = timedelta(hours=24)
_JITTER = 0.1

_HOUR = timedelta(hours=1)
_WEEK_HOURS = 7 * 24


def plan_after_success(
    source: Source, state: SourceState, fresh_until: datetime | None, now: datetime
) -> datetime:
    """Return when to ask again after a good answer.

    Not before its interval has passed, not before the publisher's has, not while the answer is
    fresh, and not in an hour or on a day in which nobody should ask. What the publisher says counts
    up to a day, the skipped time not counted.

    Args:
        source: Its interval, from ``every`` to ``quiet_every``.
        state: The publisher's pace, and the source's rhythm.
        fresh_until: Until when the answer need not be asked again; None if unstated.
        now: When it answered.
    """
    interval = _spread(source, follow_rhythm(source, state.heard, now), now)
    fresh = min(fresh_until - now, _LONGEST) if fresh_until else timedelta()
    return _leave_skipped(source, now + max(interval, _ask_rest(source, state, now), fresh), state)


def plan_after_failure(
    source: Source, state: SourceState, not_before: datetime | None, now: datetime
) -> datetime:
    """Return when to ask again: the interval doubles with each failure in a row, up to a day.

    Args:
        source: Its interval.
        state: The failures before this one, and the publisher's pace.
        not_before: When the server said to come back (Retry-After), never undercut.
        now: When it failed.
    """
    shortest = max(source.every, min(state.pace.every or timedelta(), _LONGEST))
    doubled = shortest * 2 ** min(state.failures, 16)
    wait = _spread(source, max(min(doubled, _LONGEST), source.every), now)
    return _leave_skipped(source, max(now + wait, not_before or now), state)


def explain_plan(
    source: Source, state: SourceState, subscription: Subscription | None = None
) -> str:
    """Return in a few words why a source is due when it is; a hub may have its poll put off."""
    if state.is_gone:
        return "not asked any more"
    if state.last_polled is None or state.next_due is None:
        return "no answer yet"
    if state.error_kind == "throttled":
        return "it asked for rest"
    if state.failures:
        return "after a failure"
    if subscription and subscription.due and subscription.due < state.next_due:
        return "a hub pushes what is new"
    polled = state.last_polled
    rhythm = follow_rhythm(source, state.heard, polled)
    asked = _ask_rest(source, state, polled)
    if state.next_due - polled > max(_spread(source, rhythm, polled), asked):
        skipped = _is_skipped(state.next_due - _HOUR, state.pace)
        return "its skipped hours" if skipped else "its answer is fresh"
    if asked > rhythm:
        return "it asks for that"
    return "its own rhythm" if rhythm > source.every else "its interval"


def _ask_rest(source: Source, state: SourceState, now: datetime) -> timedelta:
    """Return the publisher's interval, at most a day."""
    return min(_spread(source, min(state.pace.every or timedelta(), _LONGEST), now), _LONGEST)


def _leave_skipped(source: Source, due: datetime, state: SourceState) -> datetime:
    """Return the time, or the first after it at which we may ask.

    Whoever skips the whole week says nothing that could be obeyed.
    """
    if not _is_skipped(due, state.pace):
        return due
    hour = due.replace(minute=0, second=0, microsecond=0)
    for ahead in range(1, _WEEK_HOURS + 1):
        start = hour + ahead * _HOUR
        if not _is_skipped(start, state.pace):
            return start + _spread(source, _HOUR, due) - _HOUR
    return due


def _is_skipped(time: datetime, pace: Pace) -> bool:
    """Whether nobody should ask at a time (UTC)."""
    return time.hour in pace.skip_hours or time.weekday() in pace.skip_days


def _spread(source: Source, wait: timedelta, now: datetime) -> timedelta:
    """Add up to a tenth, so that sources do not march in step.

    The fraction is made from the source and the time: the same poll plans the same, and a test
    needs no luck.
    """
    digest = hashlib.blake2b(f"{source.id} {now.isoformat()}".encode(), digest_size=4).digest()
    return wait * (1 + _JITTER * int.from_bytes(digest, "big") / 2**32)
