"""The reports of events: which there are, and what is read of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from sqlalchemy import case, func, select

from feeds.model import Candidate, Level, Membership, Standing
from feeds.store.database import Transaction
from feeds.store.members import list_members
from feeds.store.reports import read_place, read_sketches, recall_recent
from feeds.store.tables import memberships, stories
from feeds.store.wanted import want_ids

# Groups of texts that weigh nothing would have no mean.
_LEAST_WEIGHT: Final = 0.01


class Companion(NamedTuple):
    """A story of an event, without what it says.

    Attributes:
        number: Of the story.
        place: Where it stands.
    """

    number: int
    place: Membership


def list_reports(
    tx: Transaction, event_ids: Iterable[str], most: int, most_copies: int
) -> dict[str, list[Companion]]:
    """Return the stories of some events, by event, in the order they were told.

    Args:
        tx: The transaction.
        event_ids: Of the events.
        most: So many texts of each event, those told last, and the one told first.
        most_copies: And so many copies of them: the others go where their text goes.
    """
    copied = memberships.c.level.in_([Level.SAME.value, Level.COPY.value])
    place = func.row_number().over(
        partition_by=(memberships.c.event_id, copied),
        order_by=(stories.c.told.desc(), stories.c.story_id),
    )
    members = list_members(memberships.c.event_id, want_ids(event_ids))
    ranked = (
        select(
            stories.c.number,
            stories.c.told,
            place.label("place"),
            case((copied, most_copies), else_=most).label("most"),
            memberships,
        )
        .join(memberships, memberships.c.story_id == stories.c.story_id)
        .where(stories.c.story_id.in_(members))
        .subquery()
    )
    wanted = (ranked.c.place <= ranked.c.most) | (ranked.c.level == Level.ALONE.value)
    listed: dict[str, list[Companion]] = {}
    for row in tx.execute(select(ranked).where(wanted).order_by(ranked.c.told, ranked.c.story_id)):
        listed.setdefault(row.event_id, []).append(Companion(row.number, read_place(row)))
    return listed


def count_texts(reports: Iterable[Companion]) -> int:
    """Return how many texts tell an event: copies do not count."""
    return sum(not report.place.is_copy for report in reports)


def read_reports(tx: Transaction, reports: Iterable[Companion]) -> tuple[Candidate, ...]:
    """Return stories with terms only, in the order they came."""
    places = dict(reports)
    found = read_sketches(tx, sorted(places))
    return tuple(Candidate(sketch=found[it], membership=places[it]) for it in sorted(found))


def read_near_reports(
    tx: Transaction,
    events: Mapping[str, Sequence[Companion]],
    signs: Mapping[str, Collection[str]],
    sets: Collection[str],
    most: int,
) -> tuple[tuple[Candidate, ...], tuple[Standing, ...]]:
    """Return what of large events may be near to what comes, and what else they have.

    Args:
        tx: The transaction.
        events: The stories of each, by its id.
        signs: By which something near is looked for in each, by the same.
        sets: Ids of sets of copies that are wanted whole.
        most: Of the texts that share a sign, so many of each event. Where there are more, some are
            left out, and as many of the others.
    """
    recent = recall_recent(tx)
    wanted: list[Companion] = []
    standing = []
    for event_id, reports in events.items():
        asked = [it for it in reports if _is_asked(it.place, sets)]
        texts = {it.number: it for it in reports if not it.place.is_copy}
        free = texts.keys() - dict(asked).keys()
        sharing = recent.choose_sharing([it for it in texts if it in free], signs[event_id])
        kept = _thin_out(sharing, most)
        wanted += asked
        wanted += (texts[number] for number in kept)
        share = _weigh_others(len(free) - len(kept), len(sharing), len(kept))
        places = {it.place.story_id: it.place for it in texts.values()}
        standing.append(Standing(event_id=event_id, texts=places, share=share))
    return read_reports(tx, wanted), tuple(standing)


def _is_asked(place: Membership, sets: Collection[str]) -> bool:
    """Tell whether a story is looked at in any case: it was the first, or is copied."""
    return place.level is Level.ALONE or place.copies_id in sets


def _thin_out(numbers: Sequence[int], most: int) -> Sequence[int]:
    """Return so many of them, evenly spread."""
    if len(numbers) <= most:
        return numbers
    return [numbers[place * len(numbers) // most] for place in range(most)]


def _weigh_others(others: int, sharing: int, kept: int) -> float:
    """Return how much each text counts that is not looked at: at least a little.

    Args:
        others: How many they are.
        sharing: How many share a sign.
        kept: How many of these are looked at.
    """
    if kept == sharing:
        return 1.0
    return max(_LEAST_WEIGHT, (others - sharing + kept) * kept / (sharing * others))
