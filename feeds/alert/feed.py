"""A topic's alerts as a feed of their own: the first channel."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from uuid import UUID, uuid5

from feeds.alert.told import show_changes_html, show_changes_text, show_title, sign_alert
from feeds.model import Alert, Feed, FeedItem, Settings, Topic

_NAMESPACE = UUID("0d0f7e0e-6a3b-5d0f-8f5e-3d1c7b6a9e42")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def compose_alerts_feed(
    topic: Topic, alerts: Sequence[Alert], names: Mapping[str, str], settings: Settings
) -> Feed:
    """Return the feed ``SLUG.alerts`` of a topic.

    Args:
        topic: Whose alerts.
        alerts: Newest first.
        names: How people call the sources, by id; one that is missing is called by its id.
        settings: For the desk's address and language.
    """
    return Feed(
        topic=topic.slug,
        slug=f"{topic.slug}.alerts",
        id=uuid5(_NAMESPACE, topic.slug).urn,
        title=f"{topic.title}: changes",
        description=f"What changed in {topic.title}.",
        base_url=settings.base_url,
        language=settings.language,
        updated=max((alert.created for alert in alerts), default=_EPOCH),
        items=tuple(_item(alert, names) for alert in alerts),
    )


def _item(alert: Alert, names: Mapping[str, str]) -> FeedItem:
    """Return one alert as an entry: what differs, word by word, and who told it."""
    signed = sign_alert(alert, names)
    return FeedItem(
        id=f"urn:uuid:{alert.id}",
        title=show_title(alert, names),
        url=alert.url,
        summary=f"{show_changes_text(alert)}\n{signed}",
        content_html=f"{show_changes_html(alert)}<p>{escape(signed)}</p>",
        published=alert.created,
        updated=alert.created,
        categories=tuple(kind.value for kind in alert.kinds),
    )
