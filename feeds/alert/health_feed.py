"""What was told of the sources as a feed of its own."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from uuid import UUID

from feeds.alert.told import call_source
from feeds.model import SOURCES_FEED, Feed, FeedItem, HealthChange, Settings

# The same for ever.
_ID = UUID("7b0a5a52-3c0e-5d0c-9d51-2f6a1f0f4c88")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def compose_health_feed(
    changes: Sequence[HealthChange], titles: Mapping[str, str], settings: Settings
) -> Feed:
    """Return the feed ``sources.health``.

    Args:
        changes: Newest first.
        titles: How people call the sources, by id; one that is missing is called by its id.
        settings: For the desk's address and title.
    """
    return Feed(
        topic=SOURCES_FEED,
        slug=SOURCES_FEED,
        id=_ID.urn,
        title=f"{settings.title}: health of the sources",
        description="Which sources fail, fell silent, moved or came back.",
        base_url=settings.base_url,
        language="en",
        updated=max((change.created for change in changes), default=_EPOCH),
        items=tuple(_item(change, titles) for change in changes),
    )


def _item(change: HealthChange, titles: Mapping[str, str]) -> FeedItem:
    """Return one change as an entry."""
    return FeedItem(
        id=f"urn:uuid:{change.id}",
        title=f"{change.kind}: {call_source(change.source_id, titles)}",
        summary=change.text,
        content_html=f"<p>{escape(change.text)}</p>",
        published=change.created,
        updated=change.created,
        language="en",
        categories=(change.kind,),
    )
