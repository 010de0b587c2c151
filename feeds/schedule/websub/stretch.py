"""How long a source rests while a hub pushes what is new. Quiet: the time is handed in."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from feeds.model import SourceState, Subscription

# A hub is trusted for so long, and never longer than that: a poll finds what it missed.
_STRETCHED = timedelta(hours=6)

# Silent for twice as long as the source ever was of late, a hub is not trusted any more.
_PATIENCE = 2
_LEAST_PATIENCE = timedelta(hours=1)
_NO_RHYTHM = timedelta(hours=24)
_FEWEST_HEARD = 3


def stretch_wait(
    wait: timedelta, subscription: Subscription | None, state: SourceState, now: datetime
) -> timedelta:
    """Return how long a source rests after a good poll, if its hub can be trusted: six hours.

    Only while its lease holds, a push already brought something, and no poll found a story first
    since. The moment its silence gets strange, or its lease ends, is not slept through.

    Args:
        wait: How long it would rest without a hub; it never rests shorter.
        subscription: Its subscription, if it has one.
        state: Its rhythm.
        now: When it was polled.
    """
    if subscription is None or subscription.state != "active" or subscription.missed:
        return wait
    until, push = subscription.lease_until, subscription.last_push
    if until is None or push is None or not subscription.pushes:
        return wait
    trusted_until = min(until, push + _find_patience(state.heard))
    return max(wait, min(_STRETCHED, trusted_until - now))


def put_off(
    state: SourceState, subscription: Subscription | None, now: datetime
) -> datetime | None:
    """Return when a source that was polled well just now is due, if that is put off; else None.

    It is not put off into an hour or a day on which the publisher wants no question.
    """
    if state.next_due is None or state.failures:
        return None
    wait = state.next_due - now
    due = now + stretch_wait(wait, subscription, state, now)
    skipped = due.hour in state.pace.skip_hours or due.weekday() in state.pace.skip_days
    return due if due > state.next_due and not skipped else None


def _find_patience(heard: Sequence[datetime]) -> timedelta:
    """Return how long a hub may be silent, by the times of the newest stories, newest first."""
    if len(heard) < _FEWEST_HEARD:
        return _NO_RHYTHM
    longest = max(newer - older for newer, older in pairwise(heard))
    return max(longest * _PATIENCE, _LEAST_PATIENCE)
