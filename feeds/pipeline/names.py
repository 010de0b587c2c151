"""How people call sources, in feeds and in messages."""

from feeds.model import Source, SourceState


def name_source(source: Source | None, state: SourceState | None) -> str:
    """Return how people call a source: as configured, as it calls itself, or its id."""
    if source and source.title:
        return source.title
    if state and state.title:
        return state.title
    return source.id if source else state.source_id if state else "unknown"
