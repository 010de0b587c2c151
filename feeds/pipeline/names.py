"""How people call sources, in feeds and in messages."""

from collections.abc import Mapping

from feeds.model import Config, Source, SourceState


def name_source(source: Source | None, state: SourceState | None) -> str:
    """Return how people call a source: as configured, as it calls itself, or its id."""
    if source and source.title:
        return source.title
    if state and state.title:
        return state.title
    return source.id if source else state.source_id if state else "unknown"


def list_source_names(config: Config, states: Mapping[str, SourceState]) -> dict[str, str]:
    """Return how people call the sources, those that are not configured any more too."""
    sources = {source.id: source for source in config.sources}
    return {it: name_source(sources.get(it), states.get(it)) for it in sources.keys() | states}
