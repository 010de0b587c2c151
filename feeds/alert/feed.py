"""A topic's alerts as a feed of their own: the first channel."""

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from uuid import UUID, uuid5

from feeds.model import Alert, Feed, FeedItem, Settings, Topic

_NAMESPACE = UUID("0d0f7e0e-6a3b-5d0f-8f5e-3d1c7b6a9e42")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def compose_alerts_feed(topic: Topic, alerts: Sequence[Alert], settings: Settings) -> Feed:
    """Return the feed ``SLUG.alerts`` of a topic, from its alerts, newest first."""
    return Feed(
        topic=topic.slug,
        slug=f"{topic.slug}.alerts",
        id=uuid5(_NAMESPACE, topic.slug).urn,
        title=f"{topic.title}: changes",
        description=f"What changed in {topic.title}.",
        base_url=settings.base_url,
        language=settings.language,
        updated=max((alert.created for alert in alerts), default=_EPOCH),
        items=tuple(_item(alert) for alert in alerts),
    )


def _item(alert: Alert) -> FeedItem:
    """Return one alert as an entry."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in alert.text.split("\n"))
    return FeedItem(
        id=f"urn:uuid:{alert.id}",
        title=f"{' + '.join(kind.value for kind in alert.kinds)}: {alert.headline}",
        url=alert.url,
        summary=alert.text,
        content_html=lines,
        published=alert.created,
        updated=alert.created,
        categories=tuple(kind.value for kind in alert.kinds),
    )
