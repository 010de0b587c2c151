"""What decisions of editors moved: where stories stood, so that they can stand there again."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import delete, select

from feeds.model import Membership
from feeds.store.database import Transaction
from feeds.store.events import find_memberships, read_fellows, save_memberships
from feeds.store.tables import decisions
from feeds.store.upsert import upsert

# Where so much was decided since, more is reported near it by then.
_MOST_KEPT: Final = 200
_PLACES: Final = TypeAdapter(tuple[Membership, ...])


def keep_decision(tx: Transaction, ruled: datetime, stood: Sequence[Membership]) -> None:
    """Remember what a decision moved, when all of it was.

    Args:
        tx: The transaction in which it was.
        ruled: The time of the decision.
        stood: Where the stories stood before that stand elsewhere now.
    """
    told = _PLACES.dump_json(tuple(stood)).decode()
    left = _sign(_read_events(tx, stood).values())
    upsert(tx, decisions, [{"ruled": ruled, "stood": told, "left": left}])
    newest = select(decisions.c.ruled).order_by(decisions.c.ruled.desc()).limit(_MOST_KEPT)
    tx.execute(delete(decisions).where(decisions.c.ruled.not_in(newest)))


def restore_places(tx: Transaction, ruled: datetime, bound: Collection[str]) -> bool:
    """Let all stand as it did before a decision, if nothing has moved or come there since.

    Args:
        tx: The transaction.
        ruled: The time of the decision.
        bound: Ids of stories about which was decided later: none of them may be there.

    Returns:
        Whether that could be done; if not, nothing was.
    """
    row = tx.execute(select(decisions).where(decisions.c.ruled == ruled)).one_or_none()
    if row is None:
        return False
    stood = _PLACES.validate_json(row.stood)
    events = _read_events(tx, stood)
    if _sign(events.values()) != row.left or not events.keys().isdisjoint(bound):
        return False
    save_memberships(tx, stood)
    tx.execute(delete(decisions).where(decisions.c.ruled == ruled))
    return True


def _read_events(tx: Transaction, stood: Iterable[Membership]) -> dict[str, Membership]:
    """Return all places of the events in which stories stood, and in which they stand."""
    old = {place.story_id: place.event_id for place in stood}
    now = (place.event_id for place in find_memberships(tx, old).values())
    return read_fellows(tx, {*old.values(), *now})


def _sign(places: Iterable[Membership]) -> str:
    """Return a digest of places."""
    told = sorted(repr(place) for place in places)
    return blake2b("\n".join(told).encode(), digest_size=16).hexdigest()
