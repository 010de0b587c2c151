"""Which sources are due. Quiet: the time is handed in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from feeds.model import Source, SourceState
from feeds.schedule.state import GONE_TIMES


def list_due(
    sources: Sequence[Source], states: Mapping[str, SourceState], now: datetime
) -> tuple[Source, ...]:
    """Return the sources whose time has come, in the order of the configuration.

    A source never polled is due. One that is gone for good is not due any more, and none is while
    its host asked to be left alone (429): whatever feed it was that was asked too often.
    """
    known = {
        source.id: states.get(source.id, SourceState(source_id=source.id)) for source in sources
    }
    resting = {
        _host(source, known[source.id])
        for source in sources
        if (until := known[source.id].host_rests_until) and until > now
    }
    return tuple(
        source
        for source in sources
        if _is_due(known[source.id], now) and _host(source, known[source.id]) not in resting
    )


def _is_due(state: SourceState, now: datetime) -> bool:
    """Whether a source's own time has come."""
    if state.gone >= GONE_TIMES:
        return False
    return state.next_due is None or state.next_due <= now


def _host(source: Source, state: SourceState) -> str:
    """Return where a source is asked; an inbox is a place of its own."""
    return urlsplit(state.address or source.url or "").hostname or f"inbox {source.id}"
