"""Which stories are one entry, and which of them speaks for it."""

from collections.abc import Sequence
from typing import Final

from feeds.model import Fold, HeldStory

_AGAIN: Final = 1.5


def fold_stories(held: Sequence[HeldStory], fold: Fold) -> dict[str, tuple[HeldStory, ...]]:
    """Return the stories of each entry, lead first, by the id of the entry.

    The id is the founding story's, whoever leads: an entry is not posted again when another
    report takes the lead. A story that was withdrawn leads only where all were. The order of
    ``held`` does not matter.
    """
    folds: dict[str, list[HeldStory]] = {}
    for item in held:
        folds.setdefault(_fold_id(item, fold), []).append(item)
    return {fold_id: _order_stories(items) for fold_id, items in folds.items()}


def _fold_id(item: HeldStory, fold: Fold) -> str:
    """Return the id of the entry a story is part of."""
    match fold:
        case "none":
            return item.story.id
        case "copies":
            return item.membership.copies_id
        case "events":
            return item.membership.fold_id


def explain_lead(lead: HeldStory, other: HeldStory) -> str:
    """Say which rule let one story speak for another that it was folded with."""
    if bool(lead.history.withdrawn) != bool(other.history.withdrawn):
        return "the other one was withdrawn"
    if lead.rank != other.rank:
        return f"its source has rank {lead.rank}, the other's {other.rank}"
    if bool(lead.story.body_text) != bool(other.story.body_text):
        return "its full text is held, the other's is not"
    words, others = lead.story.word_count, other.story.word_count
    if _AGAIN * others < words or lead.story.told > other.story.told:
        return f"it has {words} words, the other {others}"
    if lead.story.told < other.story.told:
        return "it was told first"
    return "its id comes first"


def _order_stories(items: Sequence[HeldStory]) -> tuple[HeldStory, ...]:
    """Order by whether it stands, rank of the source, completeness, then who told it first.

    A report is as complete as another that has half as many words again: a sentence more is no
    reason to speak for it, and one that is added or struck out makes no other lead.
    """
    most: dict[tuple[bool, int, bool], int] = {}
    for item in items:
        rank = _rank_story(item)
        most[rank] = max(most.get(rank, 0), item.story.word_count)

    def place(item: HeldStory) -> tuple[object, ...]:
        """Return by what a story is ordered."""
        rank, story = _rank_story(item), item.story
        return (*rank, _AGAIN * story.word_count < most[rank], story.told, story.id)

    return tuple(sorted(items, key=place))


def _rank_story(item: HeldStory) -> tuple[bool, int, bool]:
    """Return what counts before how long a story is."""
    return item.history.withdrawn is not None, -item.rank, not item.story.body_text
