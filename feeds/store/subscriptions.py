"""What WebSub hubs were asked for."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, delete, select

from feeds.model import Secret, Subscription
from feeds.store.database import Transaction
from feeds.store.tables import subscriptions
from feeds.store.upsert import upsert


def read_subscriptions(tx: Transaction) -> tuple[Subscription, ...]:
    """Return all of them, by source; one that is ending stands behind the one that follows it."""
    query = select(subscriptions).order_by(
        subscriptions.c.source_id, subscriptions.c.state == "ending", subscriptions.c.token
    )
    return tuple(_subscription(row) for row in tx.execute(query))


def find_subscription(tx: Transaction, token: str) -> Subscription | None:
    """Return the one with this token, if there is one."""
    row = tx.execute(select(subscriptions).where(subscriptions.c.token == token)).one_or_none()
    return None if row is None else _subscription(row)


def save_subscriptions(tx: Transaction, changed: Iterable[Subscription]) -> None:
    """Keep these in place of what was kept under their tokens."""
    upsert(tx, subscriptions, [_row(subscription) for subscription in changed])


def forget_subscriptions(tx: Transaction, tokens: Iterable[str]) -> None:
    """Forget those that have ended."""
    for token in tokens:
        tx.execute(delete(subscriptions).where(subscriptions.c.token == token))


def _subscription(row: Row[Any]) -> Subscription:
    """Read one row."""
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's documented name
    return Subscription(secret=Secret(values.pop("secret")), **values)


def _row(subscription: Subscription) -> dict[str, object]:
    """Write one row."""
    return asdict(subscription) | {"secret": subscription.secret.reveal()}
