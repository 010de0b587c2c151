"""The outbox: what was decided to be told, committed with what it tells."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, Text, delete, not_, or_, select, type_coerce, update

from feeds.model import RESTLESS, Alert, Edit, Kind
from feeds.store.chunks import chunked
from feeds.store.damage import tell_damage
from feeds.store.database import Transaction
from feeds.store.tables import alerts, deliveries
from feeds.store.upsert import insert_missing

_EDITS = TypeAdapter(tuple[Edit, ...])


def save_alerts(tx: Transaction, told: Sequence[Alert]) -> None:
    """Put alerts into the outbox; one that is there already stays as it is."""
    insert_missing(tx, alerts, [_row(alert) for alert in told])


def read_alerts(tx: Transaction, slug: str, since: datetime, most: int) -> tuple[Alert, ...]:
    """Return a topic's alerts created after ``since``, newest first, at most this many."""
    query = (
        select(alerts)
        .where(alerts.c.topic == slug, alerts.c.created >= since)
        .order_by(alerts.c.created.desc(), alerts.c.alert_id)
        .limit(most)
    )
    return tuple(_alert(row) for row in tx.execute(query))


def read_event_alerts(
    tx: Transaction, event_ids: Iterable[str], since: datetime
) -> tuple[Alert, ...]:
    """Return what was told of events from ``since`` on, oldest first, in all topics.

    However old they are, the alerts are among them that told an event as new, or said of a story
    that it changes again and again.
    """
    lasting = or_(
        alerts.c.created >= since,
        type_coerce(alerts.c.kinds, Text).startswith(Kind.NEW.value),
        type_coerce(alerts.c.hashes, Text).contains(RESTLESS),
    )
    return tuple(
        _alert(row)
        for ids in chunked(sorted(set(event_ids)))
        for row in tx.execute(
            select(alerts)
            .where(alerts.c.event_id.in_(ids), lasting)
            .order_by(alerts.c.created, alerts.c.alert_id)
        )
    )


def read_alerts_named(tx: Transaction, alert_ids: Iterable[str]) -> dict[str, Alert]:
    """Return alerts by id, as far as they are there."""
    return {
        row.alert_id: _alert(row)
        for ids in chunked(sorted(set(alert_ids)))
        for row in tx.execute(select(alerts).where(alerts.c.alert_id.in_(ids)))
    }


def name_sources(tx: Transaction, told: Iterable[Alert]) -> None:
    """Keep who else told what alerts tell."""
    for alert in told:
        one = update(alerts).where(alerts.c.alert_id == alert.id)
        tx.execute(one.values(sources=alert.sources))


def sweep_alerts(tx: Transaction, before: datetime) -> int:
    """Remove alerts created before a time that nothing needs any more; return how many.

    Those that stand in the outbox stay, and those that :func:`read_event_alerts` always returns.
    """
    needed = or_(
        alerts.c.alert_id.in_(select(deliveries.c.told_id)),
        type_coerce(alerts.c.kinds, Text).startswith(Kind.NEW.value),
        type_coerce(alerts.c.hashes, Text).contains(RESTLESS),
    )
    return tx.execute(delete(alerts).where(alerts.c.created < before, not_(needed))).rowcount


def _row(alert: Alert) -> dict[str, object]:
    """Write one alert."""
    return {
        "alert_id": alert.id,
        "topic": alert.topic,
        "event_id": alert.event_id,
        "story_id": alert.story_id,
        "revision": alert.revision,
        "kinds": alert.kinds,
        "edits": _EDITS.dump_json(alert.edits).decode(),
        "headline": alert.headline,
        "text": alert.text,
        "url": alert.url,
        "source_id": alert.source_id,
        "sources": alert.sources,
        "hashes": alert.hashes,
        "created": alert.created,
    }


def _alert(row: Row[Any]) -> Alert:
    """Read one alert."""
    try:
        return Alert(
            id=row.alert_id,
            topic=row.topic,
            event_id=row.event_id,
            story_id=row.story_id,
            revision=row.revision,
            kinds=tuple(Kind(kind) for kind in row.kinds),
            edits=_EDITS.validate_json(row.edits),
            headline=row.headline,
            text=row.text,
            url=row.url,
            source_id=row.source_id,
            sources=row.sources,
            hashes=row.hashes,
            created=row.created,
        )
    except ValueError as error:
        raise tell_damage(f"alert {row.alert_id}") from error
