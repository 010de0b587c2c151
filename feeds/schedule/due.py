"""Which sources are due. Quiet: the time is handed in."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from feeds.model import Source, SourceState, choose_address

# No wait is longer: a day or the source's own interval, and a tenth more; days and hours on which
# the publisher wants no question come on top.
_LONGEST = timedelta(hours=24)
_SPREAD = 1.1
_SKIPPED = timedelta(days=7)


def list_due(
    sources: Sequence[Source], states: Mapping[str, SourceState], now: datetime
) -> tuple[Source, ...]:
    """Return the sources whose time has come, in the order of the configuration.

    A source never polled is due, and so is one that was asked well by a clock that was ahead by
    more than its interval, and one whose time is further away than any wait can be: it was planned
    by a clock that was set back since, or for an interval that was longer. One that
    is gone for good is not due any more, and none is while its host asked to be left alone (429):
    whatever feed it was that was asked too often. On a private host, as behind a bridge that makes
    feeds, 429 speaks only for the feed itself.
    """
    known = {
        source.id: states.get(source.id, SourceState(source_id=source.id)) for source in sources
    }
    resting = {
        _host(source, known[source.id])
        for source in sources
        if not source.allow_private
        and _waits(known[source.id].host_rests_until, now, _LONGEST * _SPREAD)
    }
    return tuple(
        source
        for source in sources
        if _is_due(source, known[source.id], now)
        and (source.allow_private or _host(source, known[source.id]) not in resting)
    )


def _is_due(source: Source, state: SourceState, now: datetime) -> bool:
    """Whether a source's own time has come."""
    if state.is_gone:
        return False
    if not state.failures and _is_ahead(state.last_polled, now, source.every):
        return True
    longest = max(_LONGEST, source.every, source.quiet_every or source.every) * _SPREAD
    if state.pace.skip_hours or state.pace.skip_days:
        longest += _SKIPPED
    return not _waits(state.next_due, now, longest)


def _is_ahead(polled: datetime | None, now: datetime, every: timedelta) -> bool:
    """Whether a source was asked later than now, by more than its interval."""
    return polled is not None and polled - now > every


def _waits(until: datetime | None, now: datetime, longest: timedelta) -> bool:
    """Whether a time is still to come, and no further away than the longest wait."""
    return until is not None and timedelta() < until - now <= longest


def _host(source: Source, state: SourceState) -> str:
    """Return where a source is asked; an inbox is a place of its own."""
    return urlsplit(choose_address(source, state) or "").hostname or f"inbox {source.id}"
