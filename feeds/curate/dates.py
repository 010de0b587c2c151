"""When an entry was published, and when it was changed last."""

from collections.abc import Sequence
from datetime import datetime

from feeds.model import HeldStory, Story


def date_entry(fold_id: str, stories: Sequence[HeldStory]) -> datetime | None:
    """Return when the report with which an entry began was published, as its publisher states it.

    That is the one which gave the entry its id; where it states no date or is elsewhere, the first
    that came in with a date. So neither who leads nor who joins later moves the date: a reader
    sorts by it, and an entry that goes back is not seen again. A date yet to come counts only
    where none states another.
    """
    dated = [(date, it.story) for it in stories if (date := _date_report(it))]
    first = min(
        dated,
        key=lambda it: (it[0] > it[1].first_seen, it[1].id != fold_id, *_when_known(it[1])),
        default=None,
    )
    return first[0] if first else None


def _date_report(held: HeldStory) -> datetime | None:
    """Return when a report was published, as its publisher states it.

    What we had seen before is not published then, but was changed: many move the date with each
    edit. There the date stated at first holds. Any other correction is followed.
    """
    stated, first = held.story.published, held.first_published
    if stated and first and stated > held.story.first_seen:
        return min(first, stated)
    return stated


def _date_update(held: HeldStory) -> datetime | None:
    """Return when a report was updated, as its publisher states it.

    A date after we first saw it is a change only if we saw one: else the date stated at first
    holds.
    """
    stated, first = held.story.updated, held.first_updated
    if stated and first and not held.history.revised and stated > held.story.first_seen:
        return min(first, stated)
    return stated


def _when_known(story: Story) -> tuple[datetime, datetime, str]:
    """Order by when a story came in; of one batch, by when it was told."""
    return story.first_seen, story.told, story.id


def find_told(held: HeldStory) -> datetime:
    """Return when a report was told: as published, but never later than we saw it."""
    seen = held.story.first_seen
    return min(_date_report(held) or seen, seen)


def find_last_change(stories: Sequence[HeldStory]) -> datetime:
    """Return when the last of these stories was changed, or told.

    All count, not the lead alone: another lead can be one that was changed less lately, and what
    was changed once does not become older.
    """
    return max(map(find_change, stories))


def find_change(held: HeldStory) -> datetime:
    """Return what the publisher states or we saw, whichever is later; else when we first saw it.

    A date in the future counts as the time we saw it: nobody was told tomorrow.
    """
    story = held.story
    revised = held.history.revised
    seen = revised or story.first_seen
    stated = [min(date, seen) for date in (_date_report(held), _date_update(held)) if date]
    known = [*stated, revised] if revised else stated
    return max(known, default=seen)
