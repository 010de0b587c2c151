"""The decision: new, revised or unchanged."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from feeds.compare.fields import list_kinds
from feeds.compare.identity import match_stories
from feeds.model import Change, Kind, Remembered, Revision, Story, Unchanged


def compare_stories(
    stories: Sequence[Story], remembered: Remembered, *, baseline: bool, now: datetime
) -> tuple[Change | Unchanged, ...]:
    """Decide for each story of one source, in order, whether it is news to us.

    Args:
        stories: As normalized, of one source.
        remembered: What is held of that source under any of their keys.
        baseline: Whether this is the source's first good poll: its backlog is no news to anybody.
        now: The time of the poll.

    Returns:
        A :class:`Change` or :class:`Unchanged` for each story; a story that a document tells
        twice is decided once.
    """
    decided: dict[str, Change | Unchanged] = {}
    seen_before = set(remembered.ids.values())
    for story, story_id in zip(stories, match_stories(stories, remembered), strict=True):
        if story_id in decided:
            continue
        held = replace(story, id=story_id)
        if last := remembered.revisions.get(story_id):
            decided[story_id] = _compare_story(held, last, now)
        elif story_id in seen_before:  # one that returns is not new, though we hold it no more
            decided[story_id] = Unchanged(story_id=story_id, keys=story.keys)
        else:
            decided[story_id] = _welcome_story(held, baseline=baseline, now=now)
    return tuple(decided.values())


def _compare_story(story: Story, last: Revision, now: datetime) -> Change | Unchanged:
    """Decide for a story that is held."""
    if story.content_hash == last.story.content_hash:
        return Unchanged(story_id=story.id, keys=story.keys)
    story = replace(story, first_seen=last.story.first_seen)
    kinds = list_kinds(last.story, story)
    if not kinds:
        return Unchanged(story_id=story.id, keys=story.keys)
    return Change(
        revision=Revision(story=story, number=last.number + 1, seen=now, kinds=kinds),
        previous=last,
        reason=f"{_listed(kinds)} changed",
    )


def _welcome_story(story: Story, *, baseline: bool, now: datetime) -> Change:
    """Make the first revision."""
    return Change(
        revision=Revision(story=story, number=1, seen=now, kinds=(Kind.NEW,)),
        baseline=baseline,
        reason="first poll of its source" if baseline else "not seen before",
    )


def _listed(kinds: tuple[Kind, ...]) -> str:
    """Return the kinds as people say them."""
    words = [kind.value for kind in kinds]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
