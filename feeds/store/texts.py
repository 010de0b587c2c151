"""The texts of large events: which there are, and those that share something with what comes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from sqlalchemy import func, select

from feeds.model import Candidate, Level, Membership, Standing
from feeds.store.database import Transaction
from feeds.store.members import list_members
from feeds.store.reports import read_numbered, read_place, recall_recent
from feeds.store.tables import memberships, stories
from feeds.store.wanted import want_ids

_COPIED: Final = (Level.SAME.value, Level.COPY.value)

_LEAST_WEIGHT: Final = 0.01


class TextRow(NamedTuple):
    """A text of an event: the story that was the first to carry it.

    Attributes:
        number: Of the story.
        place: Where it stands.
    """

    number: int
    place: Membership


def list_texts(tx: Transaction, event_ids: Iterable[str], most: int) -> dict[str, list[TextRow]]:
    """Return the texts of some events, by event, in the order they came: copies do not count.

    Args:
        tx: The transaction.
        event_ids: Of the events.
        most: So many texts of each event, those told last, and the one told first.
    """
    place = func.row_number().over(
        partition_by=memberships.c.event_id, order_by=(stories.c.told.desc(), stories.c.number)
    )
    members = list_members(memberships.c.event_id, want_ids(event_ids))
    ranked = (
        select(stories.c.number, place.label("place"), memberships)
        .join(memberships, memberships.c.story_id == stories.c.story_id)
        .where(memberships.c.story_id.in_(members), memberships.c.level.not_in(_COPIED))
        .subquery()
    )
    wanted = (ranked.c.place <= most) | (ranked.c.level == Level.ALONE.value)
    texts: dict[str, list[TextRow]] = {}
    for row in tx.execute(select(ranked).where(wanted).order_by(ranked.c.number)):
        texts.setdefault(row.event_id, []).append(TextRow(row.number, read_place(row)))
    return texts


def read_near_texts(
    tx: Transaction,
    texts: Mapping[str, Sequence[TextRow]],
    signs: Mapping[str, Collection[str]],
    sets: Collection[str],
    most: int,
) -> tuple[tuple[Candidate, ...], tuple[Standing, ...]]:
    """Return what of large events may be near to what comes, and what else they have.

    Args:
        tx: The transaction.
        texts: Of each event, by its id.
        signs: By which something near is looked for in each, by the same.
        sets: Ids of sets of copies that are wanted whole.
        most: Of the texts that share a sign, so many of each event. Where there are more, some are
            left out, and as many of the others.
    """
    recent = recall_recent(tx)
    numbers = set[int]()
    standing = []
    for event_id, rows in texts.items():
        asked = [it.number for it in rows if _is_asked(it.place, sets)]
        sharing = set(recent.choose_sharing((row.number for row in rows), signs[event_id]))
        sharing.difference_update(asked)
        kept = _thin_out(sorted(sharing), most)
        numbers.update(kept, asked)
        share = _weigh_others(len(rows) - len(asked) - len(kept), len(sharing), len(kept))
        places = {row.place.story_id: row.place for row in rows}
        standing.append(Standing(event_id=event_id, texts=places, share=share))
    copies = list_members(memberships.c.copies_id, want_ids(sets))
    numbers.update(tx.scalars(select(stories.c.number).where(stories.c.story_id.in_(copies))))
    return read_numbered(tx, numbers), tuple(standing)


def _is_asked(place: Membership, sets: Collection[str]) -> bool:
    """Tell whether a text is looked at in any case: it was the first, or is copied."""
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
