"""A source's own rhythm: how often it has something to say. Quiet: the time is handed in."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from feeds.model import Source

# With fewer stories there is no rhythm to speak of.
_FEWEST = 5

# Asked twice in the time it usually takes to tell something, we are half of that late on average.
_ASKED_PER_GAP = 2


def usual_gap(heard: Sequence[datetime], now: datetime) -> timedelta | None:
    """Return the mean time between two stories; None with fewer than five of them.

    The silence that lasts counts too, so a source that stops slows down with each poll.

    Args:
        heard: When its newest stories were told, in any order.
        now: The time.
    """
    if len(heard) < _FEWEST:
        return None
    return max((now - min(heard)) / len(heard), timedelta())


def follow_rhythm(source: Source, heard: Sequence[datetime], now: datetime) -> timedelta:
    """Return how long a source may rest by its own rhythm: half the usual gap.

    Never shorter than its ``every``, never longer than its ``quiet_every``; without the latter, or
    while its rhythm is not known, ``every``.
    """
    gap = usual_gap(heard, now)
    if source.quiet_every is None or gap is None:
        return source.every
    return max(source.every, min(gap / _ASKED_PER_GAP, source.quiet_every))
