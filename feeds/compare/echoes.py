"""Entries of desks that come back: in the desk's own feed, or in that of a desk that reads it.

Without this, two desks that read each other would tell each other every report again, for ever.
What this desk itself gave out is known by its id. What another desk tells again comes under an id
nobody has seen, with words that another source told before; only a feed that says it was made by a
desk is asked for such, so that no publisher loses a report by it.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from uuid import UUID

from feeds.model import Story

_URN = "urn:uuid:"
_DESK_VERSION = 5


def read_desk_id(story: Story) -> str | None:
    """Return the id in a guid that a desk may have made; None for any other guid."""
    if not story.guid.startswith(_URN):
        return None
    try:
        made = UUID(story.guid.removeprefix(_URN))
    except ValueError:
        return None
    return str(made) if made.version == _DESK_VERSION else None


def leave_out_own(stories: Sequence[Story], own: AbstractSet[str]) -> tuple[Story, ...]:
    """Return the stories of one document whose ids are not among those this desk gave out."""
    return tuple(story for story in stories if read_desk_id(story) not in own)


def leave_out_retold(stories: Sequence[Story], told: AbstractSet[str]) -> tuple[Story, ...]:
    """Return the stories of a desk's document that it does not only tell again.

    A guid that another source told as well shows that two feeds of that desk hold the same story,
    or that its source has another name now: each source keeps its own.

    Args:
        stories: Of one document that a desk made.
        told: The keys among theirs that other sources told before.
    """
    return tuple(
        story
        for story in stories
        if read_desk_id(story) is None or story.keys[-1] not in told or _knows_guid(story, told)
    )


def _knows_guid(story: Story, told: AbstractSet[str]) -> bool:
    """Whether another source told this very entry."""
    return any(key.startswith("guid:") and key in told for key in story.keys)
