"""Sketches, and which stories belong together."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from feeds.model import Candidate, Level, Membership, Sketch
from feeds.store.chunks import chunked
from feeds.store.damage import tell_damage
from feeds.store.database import Transaction
from feeds.store.hashes import mark_key
from feeds.store.tables import marks, memberships, sketches, stories
from feeds.store.upsert import insert_missing, upsert


def find_candidates(tx: Transaction, wanted: Sequence[Sketch]) -> tuple[Candidate, ...]:
    """Return the remembered stories that share an identity key or a text band, however old.

    So are the wanted stories themselves, where an older revision of theirs was sketched.
    """
    numbers = set(_numbers(tx, [sketch.story_id for sketch in wanted]).values())
    for chunk in chunked(sorted({mark for sketch in wanted for mark in _marks(sketch)})):
        numbers.update(tx.scalars(select(marks.c.story_number).where(marks.c.mark.in_(chunk))))
    return _read_numbered(tx, numbers)


def read_candidates(tx: Transaction, story_ids: Sequence[str]) -> tuple[Candidate, ...]:
    """Return what is remembered of these stories, in the order they came."""
    return _read_numbered(tx, _numbers(tx, story_ids).values())


def read_terms(tx: Transaction, since: datetime, until: datetime) -> tuple[Sketch, ...]:
    """Return what was told from ``since`` to ``until``, in no order: sketches with terms only.

    There may be tens of thousands, and their keys and texts are a hundred times as much.
    """
    wanted = (sketches.c[name] for name in ("story_id", "source_id", "told", "language", "terms"))
    query = select(*wanted).where(sketches.c.told.between(since, until))
    return tuple(
        Sketch(story_id=story_id, source_id=source_id, told=told, language=language, terms=terms)
        for story_id, source_id, told, language, terms in tx.execute(query)
    )


def save_sketches(tx: Transaction, made: Sequence[Sketch], places: Sequence[Membership]) -> None:
    """Keep sketches of stories already kept, and where they belong."""
    numbers = _numbers(tx, [sketch.story_id for sketch in made])
    upsert(tx, sketches, [_sketch_row(sketch, numbers[sketch.story_id]) for sketch in made])
    insert_missing(
        tx,
        marks,
        [
            {"mark": mark, "story_number": numbers[sketch.story_id]}
            for sketch in made
            for mark in _marks(sketch)
        ],
    )
    upsert(tx, memberships, [_membership_row(place) for place in places])


def read_memberships(tx: Transaction, story_ids: Iterable[str]) -> dict[str, Membership]:
    """Return where each of these stories belongs, by story id.

    Raises:
        DataError: The database is damaged: every story held has its place.
    """
    found: dict[str, Membership] = {}
    for ids in chunked(sorted(story_ids)):
        rows = tx.execute(select(memberships).where(memberships.c.story_id.in_(ids)))
        found |= {row.story_id: _membership(row) for row in rows}
        if lost := set(ids) - found.keys():
            raise tell_damage(f"the place of {len(lost)} stories")
    return found


def read_companions(tx: Transaction, place: Membership) -> tuple[Membership, ...]:
    """Return all memberships of the same event, this one included, by story id."""
    query = select(memberships).where(memberships.c.event_id == place.event_id)
    return tuple(_membership(row) for row in tx.execute(query.order_by(memberships.c.story_id)))


def _read_numbered(tx: Transaction, numbers: Iterable[int]) -> tuple[Candidate, ...]:
    """Read sketches with their membership, in the order the stories came."""
    query = select(sketches, memberships).join(
        memberships, memberships.c.story_id == sketches.c.story_id
    )
    return tuple(
        _candidate(row)
        for some in chunked(sorted(numbers))
        for row in tx.execute(
            query.where(sketches.c.story_number.in_(some)).order_by(sketches.c.story_number)
        )
    )


def _marks(sketch: Sketch) -> set[int]:
    """Return the numbers by which a sketch is found."""
    return {*sketch.bands, *(mark_key(key) for key in sketch.keys)}


def _numbers(tx: Transaction, story_ids: Sequence[str]) -> dict[str, int]:
    """Return the numbers of stories, by id."""
    found: dict[str, int] = {}
    for ids in chunked(story_ids):
        query = select(stories.c.story_id, stories.c.number).where(stories.c.story_id.in_(ids))
        found |= {row.story_id: row.number for row in tx.execute(query)}
    return found


def _sketch_row(sketch: Sketch, number: int) -> dict[str, object]:
    """Write one sketch."""
    return {
        "story_number": number,
        "story_id": sketch.story_id,
        "source_id": sketch.source_id,
        "told": sketch.told,
        "language": sketch.language,
        "keys": sketch.keys,
        "bands": sketch.bands,
        "shingles": sketch.shingles,
        "terms": sketch.terms,
    }


def _membership_row(place: Membership) -> dict[str, object]:
    """Write one membership."""
    return {
        "story_id": place.story_id,
        "copies_id": place.copies_id,
        "event_id": place.event_id,
        "level": place.level.value,
        "twin_id": place.twin_id,
        "reason": place.reason,
        "score": place.score,
    }


def _membership(row: Row[Any]) -> Membership:
    """Read one membership."""
    return Membership(
        story_id=row.story_id,
        copies_id=row.copies_id,
        event_id=row.event_id,
        level=Level(row.level),
        twin_id=row.twin_id,
        reason=row.reason,
        score=row.score,
    )


def _candidate(row: Row[Any]) -> Candidate:
    """Read a sketch with its membership."""
    sketch = Sketch(
        story_id=row.story_id,
        source_id=row.source_id,
        told=row.told,
        language=row.language,
        keys=row.keys,
        bands=row.bands,
        shingles=row.shingles,
        terms=row.terms,
    )
    return Candidate(sketch=sketch, membership=_membership(row))
