"""The outbox: what is to be told through which channel, oldest first.

However much waits, no more than was asked for is read: rows are marked, counted and settled where
they lie.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, or_, select, update

from feeds.model import Delivery, DeliveryState
from feeds.store.database import Transaction
from feeds.store.tables import deliveries
from feeds.store.upsert import insert_missing

_OPEN = ("waiting", "sending")
_COLUMNS = tuple(column for column in deliveries.c if column.name != "number")


def save_deliveries(tx: Transaction, planned: Sequence[Delivery]) -> None:
    """Put deliveries into the outbox; one that is there already stays as it is."""
    insert_missing(tx, deliveries, [_row(delivery) for delivery in planned])


def list_due_channels(tx: Transaction, names: Sequence[str], now: datetime) -> tuple[str, ...]:
    """Return the channels through which anything is to be told by now, in the order given."""
    return tuple(
        name
        for name in names
        if tx.scalar(
            select(deliveries.c.number)
            .where(
                deliveries.c.channel == name,
                deliveries.c.state.in_(_OPEN),
                deliveries.c.due <= now,
            )
            .limit(1)
        )
    )


def expire_deliveries(tx: Transaction, channel: str, before: datetime, now: datetime) -> int:
    """Give up what waits for a channel and was due before a time; return how many rows.

    A message that was begun is given up whole, with the last of what it tells: it stays the same.
    """
    of_channel = and_(deliveries.c.channel == channel, deliveries.c.state == "waiting")
    begun = and_(of_channel, deliveries.c.message_id != "")
    kept = select(deliveries.c.message_id).where(begun, deliveries.c.due >= before).distinct()
    late = and_(of_channel, deliveries.c.due < before, deliveries.c.message_id.not_in(kept))
    reason = {"reason": "it could not be delivered in time"}
    return _settle(tx, late, "expired", now, reason)


def mute_due(tx: Transaction, channel: str, now: datetime) -> int:
    """Drop what is due for a channel that is muted, begun or not; return how many rows."""
    reason = {"reason": "the channel is muted"}
    is_open = and_(deliveries.c.channel == channel, deliveries.c.state.in_(_OPEN))
    return _settle(tx, and_(is_open, deliveries.c.due <= now), "muted", now, reason)


def doubt_begun(tx: Transaction, channel: str, now: datetime, most: int) -> None:
    """Let what was begun and not settled be begun again, unless it was in doubt too often.

    Args:
        tx: A transaction that may write.
        channel: Nobody is sending through it now.
        now: The time.
        most: So many times in doubt is the end.
    """
    begun = and_(deliveries.c.channel == channel, deliveries.c.state == "sending")
    tx.execute(update(deliveries).where(begun).values(unsure=deliveries.c.unsure + 1))
    reason = {"reason": "it was perhaps received: the desk ended twice while it was sent"}
    _settle(tx, and_(begun, deliveries.c.unsure >= most), "failed", now, reason)
    tx.execute(update(deliveries).where(begun).values(state="waiting"))


def read_begun(tx: Transaction, channel: str) -> str | None:
    """Return the oldest message that was begun, and is to be sent once more."""
    query = (
        select(deliveries.c.message_id)
        .where(
            deliveries.c.channel == channel,
            deliveries.c.state == "waiting",
            deliveries.c.message_id != "",
        )
        .order_by(deliveries.c.due, deliveries.c.number)
        .limit(1)
    )
    return tx.scalar(query)


def read_due(
    tx: Transaction, channel: str, now: datetime, *, ahead: timedelta, most: int
) -> tuple[Delivery, ...]:
    """Return what is to be told through a channel, oldest first.

    Args:
        tx: A transaction.
        channel: Its name.
        now: The time.
        ahead: What is told alone may be due by so much later.
        most: Of so many rows the first ones.
    """
    query = (
        select(deliveries)
        .where(_due(channel, now, ahead))
        .order_by(deliveries.c.due, deliveries.c.number)
        .limit(most)
    )
    return tuple(read_row(row) for row in tx.execute(query))


def join_due(
    tx: Transaction,
    channel: str,
    message_id: str,
    now: datetime,
    *,
    ahead: timedelta,
    digest: str | None = None,
) -> None:
    """Let all that is to be told through a channel go out with one message.

    Args:
        tx: A transaction that may write.
        channel: Its name.
        message_id: Of the message.
        now: The time.
        ahead: As for :func:`read_due`.
        digest: Only what waits for this; None for everything.
    """
    due = _due(channel, now, ahead)
    chosen = due if digest is None else and_(due, deliveries.c.digest == digest)
    tx.execute(update(deliveries).where(chosen).values(message_id=message_id))


def join_message(tx: Transaction, delivery_id: str) -> None:
    """Let a delivery go out alone: its message has its id."""
    one = update(deliveries).where(deliveries.c.delivery_id == delivery_id)
    tx.execute(one.values(message_id=delivery_id))


def begin_message(tx: Transaction, channel: str, message_id: str) -> None:
    """Note that a message is sent from now on."""
    tx.execute(
        update(deliveries)
        .where(_of_message(channel, message_id), deliveries.c.state == "waiting")
        .values(state="sending", tries=deliveries.c.tries + 1)
    )


def read_message(
    tx: Transaction, channel: str, message_id: str, most: int
) -> tuple[tuple[Delivery, ...], int]:
    """Return the oldest of what goes out with a message, at most so many, and how many they are."""
    of_message = _of_message(channel, message_id)
    query = (
        select(deliveries)
        .where(of_message)
        .order_by(deliveries.c.due, deliveries.c.number)
        .limit(most)
    )
    total = tx.scalar(select(func.count()).select_from(deliveries).where(of_message)) or 0
    return tuple(read_row(row) for row in tx.execute(query)), total


def settle_message(
    tx: Transaction,
    channel: str,
    message_id: str,
    state: DeliveryState,
    *,
    now: datetime,
    reason: str = "",
) -> None:
    """Note what became of a message for good."""
    of_message = _of_message(channel, message_id)
    _settle(tx, of_message, state, now, {"reason": reason})


def put_off_message(tx: Transaction, channel: str, message_id: str, reason: str) -> None:
    """Let a message that was refused wait again, as it is: a gateway may err in what it says."""
    again = update(deliveries).where(_of_message(channel, message_id))
    tx.execute(again.values(state="waiting", reason=reason))


def doubt_message(tx: Transaction, channel: str, message_id: str, reason: str) -> None:
    """Let a message that was perhaps received wait again, as it is."""
    again = update(deliveries).where(_of_message(channel, message_id))
    tx.execute(again.values(state="waiting", reason=reason, unsure=deliveries.c.unsure + 1))


def take_back_message(tx: Transaction, channel: str, message_id: str) -> None:
    """Let a message that was begun, and surely never sent, wait as it did before."""
    again = update(deliveries).where(_of_message(channel, message_id))
    tx.execute(again.values(state="waiting", tries=deliveries.c.tries - 1))


def sweep_deliveries(tx: Transaction, before: datetime) -> int:
    """Remove what was settled before a time; return how many rows."""
    result = tx.execute(delete(deliveries).where(deliveries.c.settled < before))
    return result.rowcount


def expire_strangers(tx: Transaction, names: Sequence[str], before: datetime, now: datetime) -> int:
    """Give up what waits for channels that are not configured and was due before a time."""
    strange = and_(deliveries.c.channel.not_in(names), deliveries.c.state.in_(_OPEN))
    reason = {"reason": "no channel has this name any more"}
    return _settle(tx, and_(strange, deliveries.c.due < before), "expired", now, reason)


def read_row(row: Row[Any]) -> Delivery:
    """Read one row, which may have other columns too."""
    values = {column.name: row._mapping[column] for column in _COLUMNS}  # noqa: SLF001 - documented
    return Delivery(id=values.pop("delivery_id"), **values)


def _due(channel: str, now: datetime, ahead: timedelta) -> ColumnElement[bool]:
    """Return which rows wait to be told through a channel by now, in no message yet."""
    alone = and_(deliveries.c.digest == "", deliveries.c.due <= now + ahead)
    return and_(
        deliveries.c.channel == channel,
        deliveries.c.state == "waiting",
        deliveries.c.message_id == "",
        or_(deliveries.c.due <= now, alone),
    )


def _of_message(channel: str, message_id: str) -> ColumnElement[bool]:
    """Return which rows go out with a message."""
    return and_(
        deliveries.c.channel == channel,
        deliveries.c.state.in_(_OPEN),
        deliveries.c.message_id == message_id,
    )


def _settle(
    tx: Transaction,
    chosen: ColumnElement[bool],
    state: DeliveryState,
    now: datetime,
    others: dict[str, str],
) -> int:
    """Note what became of rows for good; return how many they are."""
    result = tx.execute(update(deliveries).where(chosen).values(state=state, settled=now, **others))
    return result.rowcount


def _row(delivery: Delivery) -> dict[str, object]:
    """Write one row."""
    values = asdict(delivery)
    return {"delivery_id": values.pop("id"), **values}
