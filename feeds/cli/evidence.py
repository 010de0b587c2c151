"""By which evidence stories stand together, in words."""

from collections.abc import Mapping, Sequence

from feeds.model import Level, Membership, Story

_LEVELS = {
    Level.SAME: "is the same as",
    Level.COPY: "is a copy of",
    Level.EVENT: "tells the same event as",
    Level.MAYBE: "possibly tells the same event as",
    Level.RULED: "goes with",
}


def name_story(story: Story) -> str:
    """Return a story as people name it, with the beginning of its id."""
    return f"“{story.headline}” ({story.source_id}, {story.id[:8]})"


def tell_reason(place: Membership) -> str:
    """Return the evidence for a place; nothing where a story was told first.

    That for a copy is kept as a share of "its" text: it is that of the shorter of the two.
    """
    match place.level:
        case Level.COPY:
            return f"{round(100 * place.score)} % of the shorter text"
        case _:
            return place.reason


def tell_step(place: Membership, stories: Mapping[str, Story]) -> str:
    """Say with what one story was matched; nothing for one that stands alone."""
    twin = stories.get(place.twin_id or "")
    if twin is None:
        return ""
    own, level = name_story(stories[place.story_id]), _LEVELS[place.level]
    return f"{own} {level} {name_story(twin)}: {tell_reason(place)} (score {place.score:.2f})"


def tell_evidence(
    place: Membership, other: Story, some: Sequence[tuple[Membership, Story]], own: Membership
) -> str:
    """Return by which evidence another story stands with this one.

    It may have been matched with a third one: then that is named, as far as it is listed, so that
    nobody looks here for words that this story has not.
    """
    reason = tell_reason(place)
    if place.twin_id == own.story_id and reason:
        return reason
    if own.twin_id == other.id and own.reason:
        return tell_reason(own)
    thirds = {story.id: story for _, story in some}
    if place.twin_id in thirds and reason:
        return f"{reason}, with “{thirds[place.twin_id].headline}”"
    return (
        f"{reason}, with another of its reports" if reason else "told first, and joined by others"
    )
