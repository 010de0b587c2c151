"""How the channels are, and of what nothing is sent."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import and_, delete, func, or_, select, update

from feeds.model import ChannelState
from feeds.store.chunks import chunked
from feeds.store.database import Transaction
from feeds.store.tables import alerts, channels, deliveries, mutes
from feeds.store.upsert import upsert


def read_channel_states(tx: Transaction) -> dict[str, ChannelState]:
    """Return what is remembered of the channels, by name."""
    rows = tx.execute(select(channels))
    return {row.name: ChannelState(**row._mapping) for row in rows}  # noqa: SLF001 - documented


def save_channel_state(tx: Transaction, state: ChannelState) -> None:
    """Keep how a channel is."""
    upsert(tx, channels, [asdict(state)])


def mute_events(tx: Transaction, event_ids: Iterable[str], until: datetime, now: datetime) -> int:
    """Send nothing of stories, copies or events until a time; return how much of it waited.

    Args:
        tx: A transaction that may write.
        event_ids: Ids of stories, or of what they are folded into.
        until: The time.
        now: What is in the outbox waits no more from now on; a digest that was begun stays whole.
    """
    ids = sorted(set(event_ids))
    upsert(tx, mutes, [{"event_id": event_id, "until": until} for event_id in ids])
    told = select(alerts.c.alert_id).where(
        or_(alerts.c.event_id.in_(ids), alerts.c.story_id.in_(ids))
    )
    alone = deliveries.c.message_id.in_(["", deliveries.c.delivery_id])
    waiting = and_(deliveries.c.state == "waiting", alone, deliveries.c.told_id.in_(told))
    reason = "its story is muted"
    values = {"state": "muted", "settled": now, "reason": reason}
    return tx.execute(update(deliveries).where(waiting).values(values)).rowcount


def unmute_events(tx: Transaction, event_ids: Iterable[str]) -> int:
    """Send again what is told of stories, copies or events; return how many of them were muted."""
    return tx.execute(delete(mutes).where(mutes.c.event_id.in_(sorted(set(event_ids))))).rowcount


def find_mute(tx: Transaction, event_ids: Iterable[str], now: datetime) -> datetime | None:
    """Return until when nothing is told of any of these; None if they are not muted."""
    ids = sorted(set(event_ids))
    query = select(func.max(mutes.c.until)).where(mutes.c.event_id.in_(ids), mutes.c.until > now)
    until: datetime | None = tx.scalar(query)
    return until


def find_muted(tx: Transaction, event_ids: Iterable[str], now: datetime) -> frozenset[str]:
    """Return which of these are muted; mutes that are over are forgotten."""
    tx.execute(delete(mutes).where(mutes.c.until <= now))
    return frozenset(
        event_id
        for ids in chunked(sorted(set(event_ids)))
        for event_id in tx.scalars(select(mutes.c.event_id).where(mutes.c.event_id.in_(ids)))
    )
