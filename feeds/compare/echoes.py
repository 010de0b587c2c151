"""Entries of desks that come back: in the desk's own feed, or in that of a desk that reads it.

Without this, two desks that read each other would tell each other every report again, for ever.
Only entries are looked at whose guid is one that a desk makes, and only such are left out that
nothing is lost by, so a source that forges guids harms only itself.
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


def key_words(story: Story) -> str:
    """Return the identity key of a story's words; every story has one."""
    return story.keys[-1]


def leave_out_echoes(
    stories: Sequence[Story], own: AbstractSet[str], told: AbstractSet[str]
) -> tuple[Story, ...]:
    """Return the stories that are not our own and not told already.

    Args:
        stories: Of one document.
        own: The ids among theirs that this desk gave out.
        told: The keys of words among theirs that another source told before.
    """
    return tuple(
        story
        for story in stories
        if (desk_id := read_desk_id(story)) is None
        or (desk_id not in own and key_words(story) not in told)
    )
