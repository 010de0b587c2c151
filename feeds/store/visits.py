"""The pages of stories: which were visited, which are to be; and what hosts say of visits."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, Select, delete, func, select, update

from feeds.model import Listed, Neighbours, Robots, Visit
from feeds.store.chunks import chunked
from feeds.store.database import Transaction
from feeds.store.tables import listings, revisits, robots, visits
from feeds.store.upsert import insert_missing, upsert

MOST_HOSTS: Final = 1000
"""Hosts of which is kept what they say of visits: a stranger's feed can name any number."""

_ASKED: Final = ("due", "watched", "missed", "withdrawn")
_DAY: Final = timedelta(days=1)


def plan_visits(tx: Transaction, planned: Iterable[Visit]) -> None:
    """Keep visits that are to be made; of a story that has one, the older one stays."""
    insert_missing(tx, visits, [asdict(visit) for visit in planned])


def save_visits(tx: Transaction, changed: Iterable[Visit]) -> None:
    """Keep these in place of what was kept of their stories."""
    upsert(tx, visits, [asdict(visit) for visit in changed])


def call_visits(tx: Transaction, source_id: str, now: datetime, most: int) -> None:
    """Let the newest visits of a source that wait for their turn be due, at most so many."""
    turn = list(tx.scalars(_waiting(source_id).limit(most)))
    values = {"state": "due", "due": now}
    tx.execute(update(visits).where(visits.c.story_id.in_(turn)).values(values))


def drop_visits(tx: Transaction, source_id: str, most: int) -> None:
    """Give up the oldest visits of a source that wait, where more than so many do."""
    values = {"state": "failed", "reason": f"more than {most} newer pages were waiting"}
    for ids in chunked(tx.scalars(_waiting(source_id).offset(most))):
        tx.execute(update(visits).where(visits.c.story_id.in_(ids)).values(values))


def read_due_visits(tx: Transaction, now: datetime) -> tuple[Visit, ...]:
    """Return the visits that are due, the newest stories first."""
    query = select(visits).where(visits.c.state.in_(_ASKED), visits.c.due <= now)
    rows = tx.execute(query.order_by(visits.c.told.desc(), visits.c.story_id))
    return tuple(_visit(row) for row in rows)


def read_visits(tx: Transaction, story_ids: Iterable[str]) -> dict[str, Visit]:
    """Return the visits of stories, by story, where one was planned."""
    found: dict[str, Visit] = {}
    for ids in chunked(story_ids):
        rows = tx.execute(select(visits).where(visits.c.story_id.in_(ids)))
        found |= {row.story_id: _visit(row) for row in rows}
    return found


def put_off_visits(tx: Transaction, host: str, until: datetime) -> None:
    """Leave the pages of a host alone until a time."""
    due = (visits.c.state.in_(_ASKED), visits.c.host == host, visits.c.due < until)
    tx.execute(update(visits).where(*due).values({"due": until}))


def count_neighbours(tx: Transaction, visit: Visit, now: datetime) -> Neighbours:
    """Return how the other pages of a visit's host are that were asked for within the last day."""
    since, gone = now - _DAY, visits.c.missing > 0
    there = (visits.c.missing == 0, visits.c.readings > 0, visits.c.reason.is_(None))
    query = select(
        func.count().label("asked"),
        func.count().filter(gone, visits.c.missing_since > since).label("lately"),
        func.count().filter(gone).label("gone"),
        func.count().filter(*there).label("there"),
    )
    others = (visits.c.host == visit.host, visits.c.story_id != visit.story_id)
    row = tx.execute(query.where(*others, visits.c.asked > since)).one()
    return Neighbours(**row._mapping)  # noqa: SLF001 - SQLAlchemy's name


def count_looked(tx: Transaction, source_id: str, now: datetime) -> int:
    """Return how many pages of a source were looked at within the last day, for holes in it."""
    lately = (visits.c.source_id == source_id, visits.c.looked > now - _DAY)
    return tx.scalar(select(func.count()).select_from(visits).where(*lately)) or 0


def count_watched(tx: Transaction) -> dict[str, int]:
    """Return of each source how many of its pages are watched; none is not told."""
    query = select(visits.c.source_id, func.count().label("number"))
    query = query.where(visits.c.state == "watched")
    rows = tx.execute(query.group_by(visits.c.source_id))
    return {row.source_id: row.number for row in rows}


def add_revisit(tx: Transaction, host: str, now: datetime) -> None:
    """Count that a page of a host is visited again; what was counted before today is forgotten."""
    day = now.date().isoformat()
    tx.execute(delete(revisits).where(revisits.c.day < day))
    number = read_revisits(tx, now).get(host, 0) + 1
    upsert(tx, revisits, [{"host": host, "day": day, "visits": number}])


def read_revisits(tx: Transaction, now: datetime) -> dict[str, int]:
    """Return how many pages of each host were visited again today (UTC)."""
    query = select(revisits).where(revisits.c.day == now.date().isoformat())
    return {row.host: row.visits for row in tx.execute(query)}


def read_listed(tx: Transaction, source_id: str) -> Listed:
    """Return what the last whole document of a source told."""
    query = select(listings).where(listings.c.source_id == source_id)
    row = tx.execute(query).one_or_none()
    if row is None:
        return Listed(source_id=source_id)
    return Listed(**row._mapping)  # noqa: SLF001 - SQLAlchemy's name


def save_listed(tx: Transaction, listed: Listed) -> None:
    """Keep what the last whole document of a source told."""
    upsert(tx, listings, [asdict(listed)])


def read_robots(tx: Transaction, origin: str, now: datetime) -> Robots | None:
    """Return what a host says of visits, if that still holds."""
    query = select(robots).where(robots.c.origin == origin, robots.c.until > now)
    row = tx.execute(query).one_or_none()
    return None if row is None else Robots(**row._mapping)  # noqa: SLF001 - SQLAlchemy's name


def save_robots(tx: Transaction, said: Robots, now: datetime) -> None:
    """Keep what a host says of visits, and forget what holds no more, or is too much to keep."""
    tx.execute(delete(robots).where(robots.c.until <= now))
    upsert(tx, robots, [asdict(said)])
    others = select(robots.c.origin).where(robots.c.origin != said.origin)
    many = others.order_by(robots.c.until.desc(), robots.c.origin).offset(MOST_HOSTS - 1)
    for origins in chunked(tx.scalars(many)):
        tx.execute(delete(robots).where(robots.c.origin.in_(origins)))


def _waiting(source_id: str) -> Select[tuple[Any]]:
    """Ask for the visits of a source that wait for their turn, the newest stories first."""
    waiting = (visits.c.source_id == source_id, visits.c.state == "waiting")
    order = (visits.c.told.desc(), visits.c.story_id)
    return select(visits.c.story_id).where(*waiting).order_by(*order)


def _visit(row: Row[Any]) -> Visit:
    """Read one row."""
    return Visit(**row._mapping)  # noqa: SLF001 - SQLAlchemy's documented name
