"""What was told about the sources themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, select

from feeds.model import HealthChange
from feeds.store.chunks import chunked
from feeds.store.database import Transaction
from feeds.store.tables import health_changes
from feeds.store.upsert import insert_missing

# Nothing that is published or decided looks back so far.
_KEPT = timedelta(days=90)


def save_health_changes(tx: Transaction, changes: Sequence[HealthChange], now: datetime) -> None:
    """Keep what is told; one that is there already stays as it is, one that is old goes.

    What was last told of the desk itself stays however old it is: it says how the desk is.

    Args:
        tx: A transaction that may write.
        changes: What is told; if it is nothing, nothing goes.
        now: The time.
    """
    if not changes:
        return
    insert_missing(tx, health_changes, [_row(change) for change in changes])
    last = read_last_of_desk(tx)
    tx.execute(
        delete(health_changes).where(
            health_changes.c.created < now - _KEPT,
            health_changes.c.change_id != (last.id if last else ""),
        )
    )


def read_health_changes(tx: Transaction, since: datetime, most: int) -> tuple[HealthChange, ...]:
    """Return what was told from ``since`` on, newest first, at most so many."""
    query = (
        select(health_changes)
        .where(health_changes.c.created >= since)
        .order_by(health_changes.c.created.desc(), health_changes.c.change_id)
        .limit(most)
    )
    return tuple(_change(row) for row in tx.execute(query))


def read_told_lately(
    tx: Transaction, source_ids: Sequence[str], since: datetime
) -> tuple[HealthChange, ...]:
    """Return what was told of these sources from ``since`` on."""
    lately = select(health_changes).where(health_changes.c.created >= since)
    return tuple(
        _change(row)
        for ids in chunked(source_ids)
        for row in tx.execute(lately.where(health_changes.c.source_id.in_(ids)))
    )


def read_health_named(tx: Transaction, change_ids: Iterable[str]) -> dict[str, HealthChange]:
    """Return what was told, by id, as far as it is there."""
    return {
        row.change_id: _change(row)
        for ids in chunked(sorted(set(change_ids)))
        for row in tx.execute(select(health_changes).where(health_changes.c.change_id.in_(ids)))
    }


def read_last_of_desk(tx: Transaction) -> HealthChange | None:
    """Return what was last told of the desk itself: an outage, or its end."""
    query = (
        select(health_changes)
        .where(health_changes.c.source_id.is_(None))
        .order_by(health_changes.c.created.desc())
        .limit(1)
    )
    return next((_change(row) for row in tx.execute(query)), None)


def _change(row: Row[Any]) -> HealthChange:
    """Read one row."""
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's documented name
    return HealthChange(id=values.pop("change_id"), **values)


def _row(change: HealthChange) -> dict[str, object]:
    """Write one row."""
    values = asdict(change)
    return {"change_id": values.pop("id"), **values}
