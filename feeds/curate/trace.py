"""Where one story stands in a topic's feed, and by which rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from feeds.curate.feed import order_folds
from feeds.curate.fold import explain_leading, fold_stories
from feeds.curate.withdrawn import is_dropped
from feeds.model import HeldStory, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """Where a story that a topic selects stands in its feed.

    Attributes:
        entry: Id of the entry it is part of.
        lead: The story that speaks for the entry.
        others: The other stories of the entry.
        rule: Why the lead leads, as against this story, or against each of the others where
            this one leads; empty for an entry of one story.
        place: Counted from 1 among the entries of the feed; of one that it has not, among all;
            None where the entry is too old.
        entries: How many entries the feed has.
        shown: Whether the feed has the entry.
        dropped: Whether it had, but for the topic, which drops what was withdrawn.
        leaves: When the entry leaves, or left, the feed for its age.
    """

    entry: str
    lead: HeldStory
    others: tuple[HeldStory, ...]
    rule: str
    place: int | None
    entries: int
    shown: bool
    dropped: bool
    leaves: datetime


def trace_story(
    topic: Topic,
    story_id: str,
    fold: Sequence[HeldStory],
    held: Sequence[HeldStory],
    now: datetime,
) -> Traced:
    """Find a story in a topic's feed.

    Args:
        topic: The topic, which selects the story.
        story_id: The story.
        fold: All stories selected by the topic that are folded with it, itself included.
        held: Those the feed is composed of.
        now: The time of asking.
    """
    entry, stories = next(
        (entry, stories)
        for entry, stories in fold_stories(fold, topic.fold).items()
        if any(one.story.id == story_id for one in stories)
    )
    lead, *others = stories
    behind = [one for one in others if one.story.id == story_id] or others
    leaves = max(one.story.first_seen for one in stories) + topic.keep
    folds = order_folds(topic, held, now)
    first = list(folds)[: topic.limit]
    shown = [it for it in first if not is_dropped(topic.withdrawn, folds[it])]
    counted = shown if entry in shown else list(folds)
    return Traced(
        entry=entry,
        lead=lead,
        others=tuple(others),
        rule=explain_leading(lead, behind) if behind else "",
        place=counted.index(entry) + 1 if entry in counted else None,
        entries=len(shown),
        shown=entry in shown,
        dropped=entry in first and entry not in shown,
        leaves=leaves,
    )
