"""What is in the outbox, as people ask for it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select, update

from feeds.model import SOURCES_FEED, Delivery, DeliveryState, Kind, Waiting
from feeds.store.chunks import chunked
from feeds.store.damage import tell_damage
from feeds.store.database import Transaction
from feeds.store.outbox import read_row
from feeds.store.tables import alerts, deliveries, health_changes

# What can be tried once more.
_ENDED: Sequence[DeliveryState] = ("failed", "expired", "muted")


def read_waiting(
    tx: Transaction, *, channel: str | None, state: str | None, most: int
) -> tuple[Waiting, ...]:
    """Return what is in the outbox, newest first, with what it tells.

    Args:
        tx: A transaction.
        channel: Only for this one; None for all.
        state: Only what stands so; None for all.
        most: So many rows.
    """
    query = select(
        deliveries,
        alerts.c.topic,
        alerts.c.kinds,
        alerts.c.headline,
        alerts.c.sources,
        health_changes.c.text,
        health_changes.c.source_id,
    )
    query = query.outerjoin(alerts, alerts.c.alert_id == deliveries.c.told_id).outerjoin(
        health_changes, health_changes.c.change_id == deliveries.c.told_id
    )
    if channel:
        query = query.where(deliveries.c.channel == channel)
    if state:
        query = query.where(deliveries.c.state == state)
    rows = tx.execute(query.order_by(deliveries.c.number.desc()).limit(most))
    return tuple(_waiting(row) for row in rows)


def count_waiting(tx: Transaction) -> dict[tuple[str, DeliveryState], int]:
    """Return how many rows each channel has in each state."""
    key = (deliveries.c.channel, deliveries.c.state)
    rows = tx.execute(select(*key, func.count()).group_by(*key))
    return {(channel, state): number for channel, state, number in rows}


def count_told(tx: Transaction, channel: str, message_id: str) -> Mapping[str, int]:
    """Return how much of a message each source told first, most first; of the desk itself as ''."""
    source = func.coalesce(alerts.c.source_id, health_changes.c.source_id, "")
    return _count_by(tx, source, channel, message_id)


def count_topics(tx: Transaction, channel: str, message_id: str) -> Mapping[str, int]:
    """Return how much of a message each topic told, most first; the health of sources as one."""
    topic = func.coalesce(alerts.c.topic, SOURCES_FEED)
    return _count_by(tx, topic, channel, message_id)


def find_deliveries(tx: Transaction, words: str) -> tuple[str, ...]:
    """Return the ids of deliveries named by an id, or the beginning of one; at most 20."""
    named = deliveries.c.delivery_id.startswith(words.lower(), autoescape=True)
    query = select(deliveries.c.delivery_id).where(named).order_by(deliveries.c.number)
    return tuple(tx.scalars(query.limit(20)))


def read_deliveries_named(tx: Transaction, delivery_ids: Iterable[str]) -> tuple[Delivery, ...]:
    """Return deliveries by id, as far as they are there."""
    return tuple(
        read_row(row)
        for ids in chunked(sorted(set(delivery_ids)))
        for row in tx.execute(select(deliveries).where(deliveries.c.delivery_id.in_(ids)))
    )


def retry_deliveries(tx: Transaction, delivery_ids: Sequence[str] | None, now: datetime) -> int:
    """Let what was given up be tried once more; return how many rows.

    Args:
        tx: A transaction that may write.
        delivery_ids: Which; None for all that failed, expired or were muted.
        now: It is due now.
    """
    chosen: ColumnElement[bool] = deliveries.c.state.in_(_ENDED)
    if delivery_ids is not None:
        named = deliveries.c.delivery_id.in_(list(delivery_ids))
        chosen = named & or_(chosen, deliveries.c.state == "waiting")
    again = {
        "state": "waiting",
        "due": now,
        "digest": "",
        "unsure": 0,
        "message_id": "",
        "settled": None,
    }
    return tx.execute(update(deliveries).where(chosen).values(again)).rowcount


def _count_by(
    tx: Transaction, key: ColumnElement[str], channel: str, message_id: str
) -> Mapping[str, int]:
    """Return how many of the deliveries of a message have a key, most first."""
    number = func.count()
    rows = tx.execute(
        select(key, number)
        .select_from(deliveries)
        .outerjoin(alerts, alerts.c.alert_id == deliveries.c.told_id)
        .outerjoin(health_changes, health_changes.c.change_id == deliveries.c.told_id)
        .where(
            deliveries.c.channel == channel,
            deliveries.c.state == "sending",
            deliveries.c.message_id == message_id,
        )
        .group_by(key)
        .order_by(number.desc(), key)
    )
    return {row[0]: row[1] for row in rows}


def _waiting(row: Row[Any]) -> Waiting:
    """Read one row."""
    sources = row.sources or ((row.source_id,) if row.source_id else ())
    try:
        kinds = tuple(Kind(kind) for kind in row.kinds or ())
    except ValueError as error:
        raise tell_damage(f"alert {row.told_id}") from error
    return Waiting(
        delivery=read_row(row),
        topic=row.topic or "",
        kinds=kinds,
        headline=row.headline or row.text or "",
        sources=sources,
    )
