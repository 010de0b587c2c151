"""The outbox: what was decided to be told, committed with what it tells."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import select

from feeds.model import Alert, Kind
from feeds.store.database import Transaction
from feeds.store.tables import alerts
from feeds.store.upsert import insert_missing


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
    return tuple(
        Alert(
            id=row.alert_id,
            topic=row.topic,
            story_id=row.story_id,
            revision=row.revision,
            kinds=tuple(Kind(kind) for kind in row.kinds),
            headline=row.headline,
            text=row.text,
            url=row.url,
            source_id=row.source_id,
            created=row.created,
        )
        for row in tx.execute(query)
    )


def _row(alert: Alert) -> dict[str, object]:
    """Write one alert."""
    values = asdict(alert)
    return {"alert_id": values.pop("id"), **values}
