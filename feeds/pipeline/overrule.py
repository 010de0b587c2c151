"""Which decisions about stories make an entry of its own, or one entry of two."""

from collections.abc import Iterable
from datetime import datetime

from feeds.model import Membership, Ruling
from feeds.pipeline.rulings import Obeyed, rule_stories
from feeds.store import (
    Store,
    find_memberships,
    read_companions,
    read_fellows,
    read_memberships,
)


def split_story(store: Store, story_id: str, from_id: str | None, now: datetime) -> Obeyed:
    """Part a story from another, or from all that it is folded with, its copies included.

    Args:
        store: The memory.
        story_id: A story that is held.
        from_id: Another that is held; None for all.
        now: The time of the decision.

    Returns:
        What was decided, and what it moved; nothing where the story stood alone.

    Raises:
        DataError: It cannot be kept.
    """
    fold = read_fold(store, story_id)
    others = [from_id] if from_id else [it for it in fold if it != story_id]
    made = tuple(_rule(story_id, other, together=False, now=now) for other in others)
    return rule_stories(store, made) if made else Obeyed(rulings=(), moved=())


def merge_stories(store: Store, story_id: str, other_id: str, now: datetime) -> Obeyed:
    """Make one entry of those of two stories, where events are folded.

    Each keeps those with which it is folded now: a fold holds together as it was seen.

    Args:
        store: The memory.
        story_id: A story that is held.
        other_id: Another.
        now: The time of the decision.

    Returns:
        What was decided, and what it moved.

    Raises:
        DataError: It cannot be kept.
    """
    own, others = read_fold(store, story_id), read_fold(store, other_id)
    pairs = [(story_id, other_id)]
    if own != others:
        pairs += [(story_id, it) for it in own] + [(other_id, it) for it in others]
    made = tuple(_rule(one, it, together=True, now=now) for one, it in pairs if one != it)
    return rule_stories(store, made)


def read_fold(store: Store, story_id: str) -> tuple[str, ...]:
    """Return the ids of all stories that are one entry with this one where events are folded."""
    with store.read() as tx:
        place = read_memberships(tx, [story_id])[story_id]
        companions = read_companions(tx, place)
    return tuple(one.story_id for one in companions if one.fold_id == place.fold_id)


def read_around(store: Store, story_ids: Iterable[str]) -> dict[str, Membership]:
    """Return where all stories of the events of some stand, by their ids."""
    with store.read() as tx:
        places = find_memberships(tx, story_ids)
        return read_fellows(tx, {place.event_id for place in places.values()})


def _rule(story_id: str, other_id: str, *, together: bool, now: datetime) -> Ruling:
    return Ruling(story_id=story_id, other_id=other_id, together=together, ruled=now)
