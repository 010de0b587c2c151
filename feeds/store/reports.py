"""Stories that may tell one event, as they are remembered: with places and terms only."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from heapq import nsmallest
from itertools import chain
from typing import Any, Final

from sqlalchemy import Row, func, select

from feeds.model import Candidate, Level, Membership, Sketch, list_signs
from feeds.store.database import Transaction
from feeds.store.recent import Recent
from feeds.store.tables import memberships, sketches
from feeds.store.wanted import want_ids, want_numbers

# Reports of one event are told within three days of each other.
EVENT_DAYS: Final = 3
_MOST_NEAR: Final = 5
# After so many stories other texts are those that came last.
_STEP: Final = 500
# They are looked for among so many times more stories.
_LOOKED_AT: Final = 4
_LIGHT: Final = tuple(
    sketches.c[name]
    for name in (
        "story_number",
        "story_id",
        "source_id",
        "told",
        "language",
        "terms",
        "weights",
        "spelled",
        "names",
        "sentences",
        "publication",
        "anonymous",
    )
)


def find_signed(
    tx: Transaction, wanted: Sequence[tuple[datetime, Sequence[str], int]]
) -> tuple[Candidate, ...]:
    """Return remembered stories that share signs with some, told within three days of them.

    Args:
        tx: The transaction.
        wanted: When each story was told, the signs by which others are looked for, and how many
            of them are enough.

    Returns:
        For each the five that share most signs, with terms only.
    """
    recent = recall_recent(tx)
    numbers = {number for one in wanted for number in _choose_near(*one, recent)}
    return read_numbered(tx, numbers)


def read_latest(tx: Transaction, first: date, last: date, most: int) -> tuple[Sketch, ...]:
    """Return texts that came last and were told in some days, with terms only.

    Where there are many they change with every 500th story only, so that what is made of them can
    be kept.

    Args:
        tx: The transaction.
        first: The first of the days.
        last: The last one.
        most: So many texts: one story of each set of copies, among four times as many stories.
    """
    newest = _find_last(tx)
    query = (
        select(sketches.c.story_number)
        .join(memberships, memberships.c.story_id == sketches.c.story_id)
        .where(sketches.c.story_number > newest - _LOOKED_AT * most)
        .where(sketches.c.told >= datetime.combine(first, time.min, UTC))
        .where(sketches.c.told < datetime.combine(last + timedelta(days=1), time.min, UTC))
        .where(memberships.c.copies_id == sketches.c.story_id)
        .order_by(sketches.c.story_number.desc())
        .limit(most + _STEP)
    )
    listed = list(tx.scalars(query))
    settled = [number for number in listed if number <= newest - newest % _STEP]
    numbers = (settled if len(settled) >= most else listed)[:most]
    found = read_sketches(tx, numbers)
    return tuple(found[number] for number in numbers)


def recall_recent(tx: Transaction) -> Recent:
    """Return the memory of the stories that came last, with all that the database holds."""
    recent = _get_recent(tx)
    last = _find_last(tx)
    if last > recent.last:
        first = max(recent.find_first(last), recent.last + 1)
        query = select(sketches.c.story_number, sketches.c.told, sketches.c.terms)
        rows = tx.execute(query.where(sketches.c.story_number >= first).order_by("story_number"))
        for number, told, terms in rows:
            recent.add_signs(number, told.toordinal(), list_signs(terms))
    return recent


def _find_last(tx: Transaction) -> int:
    """Return the number of the story that came last."""
    return tx.scalar(select(func.max(sketches.c.story_number))) or 0


def _get_recent(tx: Transaction) -> Recent:
    """Return it as it is."""
    recent: Recent = tx.get_execution_options()["wiredesk_recent"]
    return recent


def read_light(row: Row[Any]) -> Sketch:
    """Read a sketch with terms and signs only."""
    # Rows of before terms were weighed have no weights, and terms that say nothing any more.
    weights = row.weights or (0,) * len(row.terms)
    # Older versions kept terms with spaces between which nobody can tell them apart.
    readable = len(weights) == len(row.terms)
    return Sketch(
        story_id=row.story_id,
        source_id=row.source_id,
        told=row.told,
        language=row.language,
        publication=row.publication,
        anonymous=row.anonymous,
        terms=row.terms if readable else (),
        weights=weights if readable else (),
        spelled=row.spelled if readable else (),
        names=row.names if readable else (),
        # Nor have rows of before sentences were numbered any.
        sentences=(row.sentences or ()) if readable else (),
    )


def read_place(row: Row[Any]) -> Membership:
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


def _choose_near(told: datetime, own: Sequence[str], enough: int, recent: Recent) -> list[int]:
    """Return the numbers of the stories that share most signs and were told near enough.

    Among equals those that came first.
    """
    day = told.toordinal()
    shared = Counter(chain.from_iterable([recent.list_signed(sign) for sign in own]))
    pairs = (
        (-count, number)
        for number, count in shared.items()
        if count >= enough and abs(recent.find_day(number) - day) <= EVENT_DAYS
    )
    return [number for _, number in nsmallest(_MOST_NEAR, pairs)]


def read_numbered(tx: Transaction, numbers: Iterable[int]) -> tuple[Candidate, ...]:
    """Return stories by number, with terms only, in the order they came."""
    found = read_sketches(tx, sorted(set(numbers)))
    ids = {sketch.story_id: number for number, sketch in found.items()}
    given = want_ids(ids)
    query = select(memberships).join(given, memberships.c.story_id == given.c.value)
    places = {ids[row.story_id]: read_place(row) for row in tx.execute(query)}
    return tuple(Candidate(sketch=found[it], membership=places[it]) for it in sorted(found))


def read_sketches(tx: Transaction, numbers: Sequence[int]) -> dict[int, Sketch]:
    """Return sketches by number: what is not in memory is read."""
    recent = _get_recent(tx)
    found = recent.recall_sketches(numbers)
    missing = [number for number in numbers if number not in found]
    if missing:
        wanted = want_numbers(missing)
        query = select(*_LIGHT).join(wanted, sketches.c.story_number == wanted.c.value)
        for row in tx.execute(query):
            found[row.story_number] = read_light(row)
            recent.keep_sketch(row.story_number, found[row.story_number])
    return found
