"""Sources that were given another id: to the desk they are new ones, and somebody should know."""

from collections.abc import Iterable, Mapping

import structlog

from feeds.model import Source, SourceState
from feeds.schedule.desk import Desk
from feeds.schedule.once import read_states
from feeds.store import read_source_states
from feeds.text.urls import canonicalize_url, key_url

_log = structlog.get_logger()


def find_renamed(sources: Iterable[Source], known: Mapping[str, SourceState]) -> dict[str, str]:
    """Return the ids of sources that were never read well, and under which id each was.

    That id has the same address, and is not configured any more; of several, the one asked last.

    Args:
        sources: All that are configured.
        known: What is remembered, by id.
    """
    configured = {source.id: source for source in sources}
    former = {
        _key_address(state.url): state.source_id
        for state in sorted(known.values(), key=lambda it: (str(it.last_polled), it.source_id))
        if state.url and state.first_ok and state.source_id not in configured
    }
    found = {
        source.id: former.get(_key_address(source.url))
        for source in configured.values()
        if source.url and not (source.id in known and known[source.id].first_ok)
    }
    return {name: before for name, before in found.items() if before}


def list_renamed(desk: Desk) -> tuple[str, ...]:
    """Return what is to be said of each source that was given another id."""
    with desk.store.read() as tx:
        known = read_source_states(tx)
    return tuple(
        f'"{name}" has the address of "{before}", which is not configured any more: it is a new '
        f'source and all it tells is new; to go on with what is held of "{before}", call it that'
        for name, before in find_renamed(desk.config.sources, known).items()
    )


def recall_states(desk: Desk) -> dict[str, SourceState]:
    """Return what is remembered of every source, and log which were given another id."""
    for line in list_renamed(desk):
        _log.warning("renamed", reason=line)
    return read_states(desk)


def _key_address(url: str) -> str:
    """Return an address for comparing."""
    return key_url(canonicalize_url(url))
