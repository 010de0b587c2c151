"""Sketches, and which stories belong together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, func, select

from feeds.model import Candidate, Level, Membership, Ruling, Sketch
from feeds.store.chunks import chunked
from feeds.store.damage import tell_damage
from feeds.store.database import Transaction
from feeds.store.hashes import mark_key
from feeds.store.marks import find_marked
from feeds.store.tables import marks, memberships, rulings, signs, sketches, stories
from feeds.store.upsert import insert_missing, upsert

# Reports of one event are told within three days of each other.
EVENT_DAYS: Final = 3
_MOST_NEAR: Final = 5
# Of so many signs one is shared by chance.
_FEW_SIGNS: Final = 8
_LIGHT: Final = tuple(
    sketches.c[name]
    for name in ("story_id", "source_id", "told", "language", "terms", "weights", "spelled")
)


def find_candidates(tx: Transaction, wanted: Sequence[Sketch]) -> tuple[Candidate, ...]:
    """Return the remembered stories that share an identity key or a text band, however old.

    Of those that share one of them, the thirty that came last. So are the wanted stories
    themselves, where an older revision of theirs was sketched.
    """
    numbers = _numbers(tx, [sketch.story_id for sketch in wanted]).values()
    marked = find_marked(tx, (mark for sketch in wanted for mark in _marks(sketch)))
    return _read_numbered(tx, marked.union(numbers))


def read_candidates(tx: Transaction, story_ids: Sequence[str]) -> tuple[Candidate, ...]:
    """Return what is remembered of these stories, in the order they came."""
    return _read_numbered(tx, _numbers(tx, story_ids).values())


def find_signed(
    tx: Transaction, wanted: Sequence[tuple[datetime, Sequence[str]]]
) -> tuple[Candidate, ...]:
    """Return the remembered stories that share signs with some, told within three days of them.

    Args:
        tx: The transaction.
        wanted: When each story was told, and the signs by which others are looked for.

    Returns:
        For each the five that share most signs, with terms only.
    """
    days = sorted({_day(told) for told, _ in wanted})
    holders: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for some in chunked(sorted({mark_key(sign) for _, own in wanted for sign in own})):
        near = signs.c.day.between(days[0] - EVENT_DAYS, days[-1] + EVENT_DAYS)
        query = select(signs.c.sign, signs.c.day, signs.c.story_number)
        for sign, day, number in tx.execute(query.where(signs.c.sign.in_(some), near)):
            holders[sign].append((day, number))
    numbers = {number for told, own in wanted for number in _choose_near(told, own, holders)}
    return _read_light(tx, numbers)


def read_founders(
    tx: Transaction, since: datetime, until: datetime, most: int
) -> tuple[Sketch, ...]:
    """Return one story of each of the events founded last in a span, with terms only."""
    query = (
        select(*_LIGHT)
        .join(memberships, memberships.c.story_id == sketches.c.story_id)
        .where(sketches.c.told.between(since, until))
        .where(memberships.c.event_id == sketches.c.story_id)
        .order_by(sketches.c.told.desc())
        .limit(most)
    )
    return tuple(_light(row) for row in tx.execute(query))


def read_reports(tx: Transaction, event_ids: Iterable[str], most: int) -> tuple[Candidate, ...]:
    """Return the stories of events, with terms only.

    Args:
        tx: The transaction.
        event_ids: Of the events.
        most: So many stories of each event, those told last.
    """
    place = func.row_number().over(
        partition_by=memberships.c.event_id, order_by=(stories.c.told.desc(), stories.c.number)
    )
    numbers: list[int] = []
    for some in chunked(sorted(set(event_ids))):
        ranked = (
            select(stories.c.number, place.label("place"))
            .join(memberships, memberships.c.story_id == stories.c.story_id)
            .where(memberships.c.event_id.in_(some))
            .subquery()
        )
        numbers += tx.scalars(select(ranked.c.number).where(ranked.c.place <= most))
    return _read_light(tx, numbers)


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
    insert_missing(tx, signs, [row for sketch in made for row in _sign_rows(sketch, numbers)])
    upsert(tx, memberships, [_membership_row(place) for place in places])


def save_ruling(tx: Transaction, ruling: Ruling) -> None:
    """Keep what an editor decided about two stories; it replaces an earlier word about them."""
    first, second = sorted((ruling.story_id, ruling.other_id))
    row = {"story_id": first, "other_id": second}
    upsert(tx, rulings, [row | {"together": ruling.together, "ruled": ruling.ruled}])


def read_rulings(tx: Transaction) -> tuple[Ruling, ...]:
    """Return all that editors decided, in the order they did."""
    query = select(rulings).order_by(rulings.c.ruled, rulings.c.story_id, rulings.c.other_id)
    return tuple(Ruling(**row._mapping) for row in tx.execute(query))  # noqa: SLF001 - documented


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


def _choose_near(
    told: datetime, own: Sequence[str], holders: Mapping[int, Sequence[tuple[int, int]]]
) -> Iterable[int]:
    """Return the numbers of the stories that share most signs and were told near enough."""
    day = _day(told)
    shared = Counter(
        number
        for sign in own
        for other, number in holders.get(mark_key(sign), ())
        if abs(other - day) <= EVENT_DAYS
    )
    enough = 1 if len(own) < _FEW_SIGNS else 2
    return (number for number, count in shared.most_common(_MOST_NEAR) if count >= enough)


def _read_light(tx: Transaction, numbers: Iterable[int]) -> tuple[Candidate, ...]:
    """Read places and terms, in the order the stories came."""
    query = select(*_LIGHT, *(it for it in memberships.c if it.name != "story_id")).join(
        memberships, memberships.c.story_id == sketches.c.story_id
    )
    return tuple(
        Candidate(sketch=_light(row), membership=_membership(row))
        for some in chunked(sorted(numbers))
        for row in tx.execute(
            query.where(sketches.c.story_number.in_(some)).order_by(sketches.c.story_number)
        )
    )


def _light(row: Row[Any]) -> Sketch:
    """Read a sketch with terms and signs only."""
    return Sketch(
        story_id=row.story_id,
        source_id=row.source_id,
        told=row.told,
        language=row.language,
        terms=row.terms,
        # Rows of before terms were weighed have none, and terms that say nothing any more.
        weights=row.weights or (0,) * len(row.terms),
        spelled=row.spelled,
    )


def _day(told: datetime) -> int:
    """Return the number of a day."""
    return told.toordinal()


def _sign_rows(sketch: Sketch, numbers: Mapping[str, int]) -> list[dict[str, object]]:
    """Write by what a story is found."""
    row: dict[str, object] = {"day": _day(sketch.told), "story_number": numbers[sketch.story_id]}
    return [row | {"sign": mark_key(sign)} for sign in sketch.signs]


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
        "weights": sketch.weights,
        "spelled": sketch.spelled,
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


def _membership(row: Row[Any]) -> Membership:
    """Read one membership."""
    return Membership(
        story_id=row.story_id,
        copies_id=row.copies_id,
        fold_id=row.fold_id,
        event_id=row.event_id,
        level=Level(row.level),
        twin_id=row.twin_id,
        reason=row.reason,
        score=row.score,
    )


def _candidate(row: Row[Any]) -> Candidate:
    """Read a sketch with its membership."""
    sketch = replace(_light(row), keys=row.keys, bands=row.bands, shingles=row.shingles)
    return Candidate(sketch=sketch, membership=_membership(row))
