"""What decisions of editors moved: where stories stood, so that they can stand there again."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from hashlib import blake2b
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import delete, select

from feeds.model import Membership
from feeds.store.chunks import chunked
from feeds.store.database import Transaction
from feeds.store.events import find_memberships, read_fellows, save_memberships
from feeds.store.tables import decisions, stories
from feeds.store.upsert import upsert

# Where so much was decided since, more is reported near it by then.
_MOST_KEPT: Final = 200


def keep_decision(
    tx: Transaction, ruled: datetime, named: Iterable[str], stood: Sequence[Membership]
) -> None:
    """Remember what a decision moved, when all of it was.

    Args:
        tx: The transaction in which it was.
        ruled: The time of the decision.
        named: Ids of the stories about which was decided.
        stood: Where the stories stood before that stand elsewhere now.
    """
    ids = tuple(sorted(named))
    left = _sign(tx, _read_events(tx, ids, stood))
    told = _make_reader().dump_json(tuple(stood)).decode()
    upsert(tx, decisions, [{"ruled": ruled, "named": ids, "stood": told, "left": left}])
    newest = select(decisions.c.ruled).order_by(decisions.c.ruled.desc()).limit(_MOST_KEPT)
    tx.execute(delete(decisions).where(decisions.c.ruled.not_in(newest)))


def list_kept(tx: Transaction) -> frozenset[datetime]:
    """Return the times of the decisions of which it is remembered what they moved."""
    return frozenset(tx.scalars(select(decisions.c.ruled)))


def restore_places(tx: Transaction, ruled: datetime) -> frozenset[str] | None:
    """Let all stand as it did before a decision, if nothing has come or changed there since.

    Args:
        tx: The transaction.
        ruled: The time of the decision.

    Returns:
        The ids of the stories of all events there; None if it cannot be done: then nothing is.
    """
    row = tx.execute(select(decisions).where(decisions.c.ruled == ruled)).one_or_none()
    if row is None:
        return None
    tx.execute(delete(decisions).where(decisions.c.ruled == ruled))
    stood = _make_reader().validate_json(row.stood)
    events = _read_events(tx, row.named, stood)
    if _sign(tx, events) != row.left:
        return None
    save_memberships(tx, stood)
    return frozenset(events)


@cache
def _make_reader() -> TypeAdapter[tuple[Membership, ...]]:
    """Return what writes and reads places; made when it is needed, for that takes long."""
    return TypeAdapter(tuple[Membership, ...])


def _read_events(
    tx: Transaction, named: Iterable[str], stood: Iterable[Membership]
) -> dict[str, Membership]:
    """Return all places of the events in which stories stood, and in which they stand."""
    old = {place.story_id: place.event_id for place in stood}
    now = find_memberships(tx, {*named, *old}).values()
    return read_fellows(tx, {*old.values(), *(place.event_id for place in now)})


def _sign(tx: Transaction, places: Mapping[str, Membership]) -> str:
    """Return a digest of where stories stand, and of which revision each is."""
    signed = blake2b(digest_size=16)
    query = select(stories.c.story_id, stories.c.revision)
    for ids in chunked(sorted(places)):
        rows = tx.execute(query.where(stories.c.story_id.in_(ids)).order_by(stories.c.story_id))
        for story_id, revision in rows:
            signed.update(f"{places[story_id]!r} {revision}\n".encode())
    return signed.hexdigest()
