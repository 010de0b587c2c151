"""Sketches, and which stories belong together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import nsmallest
from typing import Any, Final

from sqlalchemy import Row, bindparam, func, select, union, update

from feeds.model import Candidate, Membership, Ruling, Sketch
from feeds.store.chunks import chunked
from feeds.store.damage import tell_damage
from feeds.store.database import Transaction
from feeds.store.hashes import mark_key
from feeds.store.marks import find_marked
from feeds.store.members import list_members
from feeds.store.reports import read_light, read_place, recall_recent
from feeds.store.tables import marks, memberships, rulings, sketches, stories
from feeds.store.upsert import insert_missing, upsert
from feeds.store.wanted import want_ids

# A long text can share a passage with each of thousands, and only some are judged.
_MOST_SHARING: Final = 40
_CARRY: Final = (
    update(memberships)
    .where(memberships.c.copies_id == bindparam("set"))
    .where(memberships.c.copies_id != memberships.c.story_id)
    .where(
        (memberships.c.fold_id != bindparam("fold"))
        | (memberships.c.event_id != bindparam("event"))
    )
    .values(fold_id=bindparam("fold"), event_id=bindparam("event"))
)


def find_candidates(tx: Transaction, wanted: Sequence[Sketch]) -> tuple[Candidate, ...]:
    """Return the remembered stories that share an identity key or a text band, however old.

    Of those that share one of them, the thirty that came last; of those that share bands with one
    story, the forty that share most. So are the wanted stories themselves, where an older revision
    of theirs was sketched.
    """
    numbers = set(_numbers(tx, [sketch.story_id for sketch in wanted]).values())
    marked = find_marked(tx, (mark for sketch in wanted for mark in _marks(sketch)))
    for sketch in wanted:
        numbers.update(*(marked.get(mark, ()) for mark in _mark_keys(sketch)))
        sharing = Counter(it for band in sketch.bands for it in marked.get(band, ()))
        numbers.update(nsmallest(_MOST_SHARING, sharing, key=lambda it: (-sharing[it], -it)))
    return _read_numbered(tx, numbers)


def count_copies(tx: Transaction, copies_ids: Iterable[str]) -> dict[str, int]:
    """Return how many stories each of these sets of copies has."""
    members = list_members(memberships.c.copies_id, want_ids(copies_ids))
    query = select(memberships.c.copies_id, func.count().label("stories")).group_by(
        memberships.c.copies_id
    )
    rows = tx.execute(query.where(memberships.c.story_id.in_(members)))
    return {row.copies_id: row.stories for row in rows}


def read_sets(tx: Transaction, copies_ids: Iterable[str]) -> tuple[Candidate, ...]:
    """Return all stories of some sets of copies, in the order they came."""
    members = list_members(memberships.c.copies_id, want_ids(copies_ids))
    query = select(sketches.c.story_number).where(sketches.c.story_id.in_(members))
    return _read_numbered(tx, tx.scalars(query))


def read_candidates(tx: Transaction, story_ids: Sequence[str]) -> tuple[Candidate, ...]:
    """Return what is remembered of these stories, in the order they came."""
    return _read_numbered(tx, _numbers(tx, story_ids).values())


def save_sketches(tx: Transaction, made: Sequence[Sketch], places: Sequence[Membership]) -> None:
    """Keep sketches of stories already kept, and where they belong."""
    recent = recall_recent(tx)
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
    for sketch in made:
        recent.add_sketch(numbers[sketch.story_id], sketch)
    save_memberships(tx, places)


def save_memberships(tx: Transaction, places: Iterable[Membership]) -> None:
    """Keep where stories belong; the copies of a text go where it goes, named or not."""
    kept = list(places)
    upsert(tx, memberships, [_membership_row(place) for place in kept])
    homes = {it.copies_id: {"fold": it.fold_id, "event": it.event_id} for it in kept}
    if homes:
        tx.execute(_CARRY, [home | {"set": copies_id} for copies_id, home in homes.items()])


def save_ruling(tx: Transaction, ruling: Ruling) -> None:
    """Keep what an editor decided about two stories; it replaces an earlier word about them."""
    first, second = sorted((ruling.story_id, ruling.other_id))
    row = {"story_id": first, "other_id": second}
    upsert(tx, rulings, [row | {"together": ruling.together, "ruled": ruling.ruled}])


def read_rulings(tx: Transaction) -> tuple[Ruling, ...]:
    """Return all that editors decided, in the order they did."""
    query = select(rulings).order_by(rulings.c.ruled, rulings.c.story_id, rulings.c.other_id)
    return tuple(Ruling(**row._mapping) for row in tx.execute(query))  # noqa: SLF001 - documented


def find_ruled(tx: Transaction) -> dict[str, str]:
    """Return the event of each story about which editors decided, by the id of the story."""
    ruled = union(select(rulings.c.story_id), select(rulings.c.other_id))
    query = select(memberships.c.story_id, memberships.c.event_id)
    rows = tx.execute(query.where(memberships.c.story_id.in_(ruled)))
    return {row.story_id: row.event_id for row in rows}


def read_memberships(tx: Transaction, story_ids: Iterable[str]) -> dict[str, Membership]:
    """Return where each of these stories belongs, by story id.

    Raises:
        DataError: The database is damaged: every story held has its place.
    """
    wanted = set(story_ids)
    found = find_memberships(tx, wanted)
    if lost := wanted - found.keys():
        raise tell_damage(f"the place of {len(lost)} stories")
    return found


def find_memberships(tx: Transaction, story_ids: Iterable[str]) -> dict[str, Membership]:
    """Return where those of these stories belong that are held, by story id."""
    found: dict[str, Membership] = {}
    for ids in chunked(sorted(story_ids)):
        rows = tx.execute(select(memberships).where(memberships.c.story_id.in_(ids)))
        found |= {row.story_id: read_place(row) for row in rows}
    return found


def read_companions(tx: Transaction, place: Membership) -> tuple[Membership, ...]:
    """Return all memberships of the same event, this one included, by story id."""
    members = list_members(memberships.c.event_id, want_ids([place.event_id]))
    query = select(memberships).where(memberships.c.story_id.in_(members))
    return tuple(read_place(row) for row in tx.execute(query.order_by(memberships.c.story_id)))


def read_fellows(tx: Transaction, event_ids: Iterable[str]) -> dict[str, Membership]:
    """Return the memberships of all stories of some events, by story id."""
    members = list_members(memberships.c.event_id, want_ids(event_ids))
    query = select(memberships).where(memberships.c.story_id.in_(members))
    return {row.story_id: read_place(row) for row in tx.execute(query)}


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
    return {*sketch.bands, *_mark_keys(sketch)}


def _mark_keys(sketch: Sketch) -> Iterable[int]:
    """Return the numbers of its keys: who shares a whole text shares its bands."""
    keys = (key for key in sketch.keys if not (sketch.bands and key.startswith("text:")))
    return map(mark_key, keys)


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
        "weights": sketch.weights,
        "spelled": sketch.spelled,
        "names": sketch.names,
        "sentences": sketch.sentences,
        "publication": sketch.publication,
        "anonymous": sketch.anonymous,
    }


def _membership_row(place: Membership) -> dict[str, object]:
    """Write one membership."""
    return {
        "story_id": place.story_id,
        "copies_id": place.copies_id,
        "fold_id": place.fold_id,
        "event_id": place.event_id,
        "level": place.level.value,
        "twin_id": place.twin_id,
        "reason": place.reason,
        "score": place.score,
    }


def _candidate(row: Row[Any]) -> Candidate:
    """Read a sketch with its membership."""
    sketch = replace(read_light(row), keys=row.keys, bands=row.bands, shingles=row.shingles)
    return Candidate(sketch=sketch, membership=read_place(row))
