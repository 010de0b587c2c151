"""Holes in a document: stories that it lists no more, though it lists older ones.

What grows old falls out at the end of a document; what is missing before that may have been taken
down. It may also be a feed that lists its stories in any order, so a hole proves nothing alone.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime


def find_holes(
    before: Sequence[str], now: Collection[str], told: Mapping[str, datetime]
) -> tuple[str, ...]:
    """Return the stories of a document that are missing in the next, though older ones stayed.

    Args:
        before: Ids of the stories of the document before, in its order.
        now: Those of this one.
        told: When those before were told; of equal ones, what stood further down is the older.
    """
    here = set(now)
    ages = {
        story_id: (told[story_id], -place)
        for place, story_id in enumerate(before)
        if story_id in told
    }
    oldest = min((age for story_id, age in ages.items() if story_id in here), default=None)
    if oldest is None:
        return ()
    return tuple(
        story_id for story_id, age in ages.items() if story_id not in here and age > oldest
    )


def keep_places(
    before: Sequence[str], now: Sequence[str], missed: Collection[str]
) -> tuple[str, ...]:
    """Return the stories of a document with some that are missing in it where they stood before.

    Args:
        before: Those of the document before.
        now: Those of this one.
        missed: Those of the one before that keep their place.
    """
    kept = list(now)
    behind: str | None = None
    for story_id in reversed(before):
        if story_id in missed and story_id not in kept:
            kept.insert(kept.index(behind) if behind else len(kept), story_id)
        if story_id in kept:
            behind = story_id
    return tuple(kept)
