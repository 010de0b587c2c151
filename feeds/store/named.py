"""What is in the outbox under given ids."""

from collections.abc import Iterable

from sqlalchemy import select

from feeds.model import Delivery
from feeds.store.chunks import chunked
from feeds.store.database import Transaction
from feeds.store.outbox import read_row
from feeds.store.tables import deliveries


def read_deliveries_named(tx: Transaction, delivery_ids: Iterable[str]) -> tuple[Delivery, ...]:
    """Return deliveries by id, as far as they are there."""
    return tuple(
        read_row(row)
        for ids in chunked(sorted(set(delivery_ids)))
        for row in tx.execute(select(deliveries).where(deliveries.c.delivery_id.in_(ids)))
    )
