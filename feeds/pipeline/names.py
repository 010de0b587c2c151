"""How people call sources and publishers, in feeds and in messages."""

from collections.abc import Mapping

from feeds.model import Config, Source, SourceState, Story


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


def name_publisher(story: Story, state: SourceState | None) -> str | None:
    """Return who published a story: whom it names, or else its source.

    Args:
        story: The story.
        state: What is remembered of its source; None if nothing is.

    Returns:
        None if nobody knows: what has no address is a folder, which only passes on.
    """
    if story.attribution_title:
        return story.attribution_title
    return name_source(None, state) if state and state.url else None
