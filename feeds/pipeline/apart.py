"""Which entries came apart, as far as their ids tell: an entry keeps that of its founder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feeds.model import Fold, Membership
from feeds.store import Transaction, find_events_named, read_fellows


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """How an entry came apart, where topics fold in these ways.

    Attributes:
        folds: The ways.
        heirs: Ids of the stories whose entry has the id of the story that is asked about, which is
            in another.
        entry: Id of the entry that story is in, where none of its stories has it: it is that of one
            which is in another, or of no story where such a one left it to others; else None.
    """

    folds: tuple[Fold, ...]
    heirs: tuple[str, ...]
    entry: str | None


def find_apart(
    tx: Transaction, place: Membership, companions: Sequence[Membership]
) -> tuple[Apart, ...]:
    """Return how the entries that had a story came apart, as far as ids tell; often not at all.

    Args:
        tx: The transaction.
        place: Of the story.
        companions: All places of its event.
    """
    fellows = read_fellows(tx, find_events_named(tx, [place.story_id]))
    found: dict[tuple[tuple[str, ...], str | None], list[Fold]] = {}
    for fold in ("events", "copies"):
        heirs = _list_heirs(place, fellows, fold)
        entry = _find_borrowed(place, companions, fold)
        if heirs or entry:
            found.setdefault((heirs, entry), []).append(fold)
    return tuple(
        Apart(folds=tuple(folds), heirs=heirs, entry=entry)
        for (heirs, entry), folds in found.items()
    )


def _list_heirs(
    place: Membership, fellows: Mapping[str, Membership], fold: Fold
) -> tuple[str, ...]:
    """Return who is in the entry that has the id of a story, if that is in another itself."""
    own = place.story_id
    if _find_entry(place, fold) == own:
        return ()
    return tuple(sorted(it for it, one in fellows.items() if _find_entry(one, fold) == own))


def _find_borrowed(place: Membership, companions: Sequence[Membership], fold: Fold) -> str | None:
    """Return the id of the entry a story is in, if none of the stories there has it."""
    entry = _find_entry(place, fold)
    members = {one.story_id for one in companions if _find_entry(one, fold) == entry}
    return entry if entry not in members else None


def _find_entry(place: Membership, fold: Fold) -> str:
    """Return the id of the entry that a story is in, where events or copies are folded."""
    return place.fold_id if fold == "events" else place.copies_id
