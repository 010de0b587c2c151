"""Which stories near a decision are in another entry since, and with whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from feeds.model import Membership
from feeds.store import Transaction, find_memberships, read_fellows


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """A story that is in another entry now, where events are folded.

    Attributes:
        story_id: The story.
        joined: Those it is with now, and was not before.
        parted: Those it was with before, and is not now.
    """

    story_id: str
    joined: tuple[str, ...]
    parted: tuple[str, ...]


def find_regrouped(
    tx: Transaction, ids: Iterable[str], stood: Mapping[str, Membership]
) -> tuple[Regrouped, ...]:
    """Say of stories that are in another entry now whom they joined, and from whom they are parted.

    Args:
        tx: A transaction that began when they were moved.
        ids: Of the stories, in the order in which they are told.
        stood: Where all stood before that were moved.
    """
    own = list(ids)
    places = {**find_memberships(tx, own)}
    events = {place.event_id for it in own for place in (places[it], stood[it])}
    now = read_fellows(tx, events) if own else {}
    is_with, was_with = _list_folds(now), _list_folds({**now, **stood})
    found = []
    for story_id in own:
        others = is_with[places[story_id].fold_id]
        before = was_with[stood[story_id].fold_id]
        joined, parted = others - before, before - others
        found.append(
            Regrouped(
                story_id=story_id,
                joined=tuple(sorted(joined - {story_id})),
                parted=tuple(sorted(parted - {story_id})),
            )
        )
    return tuple(found)


def _list_folds(places: Mapping[str, Membership]) -> dict[str, set[str]]:
    """Return the stories of each fold, by its id."""
    folds: dict[str, set[str]] = {}
    for story_id, place in places.items():
        folds.setdefault(place.fold_id, set()).add(story_id)
    return folds
