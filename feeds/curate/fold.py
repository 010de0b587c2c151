"""Which stories are one entry, and which of them speaks for it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from feeds.model import Fold, HeldStory

_AGAIN: Final = 1.5

_Rule = Literal["withdrawn", "rank", "text", "words", "first", "id"]

# In the order in which they count.
_RULES: Final[Mapping[_Rule, str]] = {
    "withdrawn": "as one that was not withdrawn",
    "rank": "by the rank of its source",
    "text": "by its full text",
    "words": "by its number of words",
    "first": "as told first",
    "id": "by its id",
}


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
    match _find_rule(lead, other):
        case "withdrawn":
            return "the other one was withdrawn"
        case "rank":
            return f"its source has rank {lead.rank}, the other's {other.rank}"
        case "text":
            return "its full text is held, the other's is not"
        case "words":
            return f"it has {lead.story.word_count} words, the other {other.story.word_count}"
        case "first":
            return "it was told first"
        case "id":
            return "its id comes first"


def explain_leading(lead: HeldStory, others: Sequence[HeldStory]) -> str:
    """Say which rules let one story speak for all others of its entry, the strongest first."""
    if len(others) == 1:
        return explain_lead(lead, others[0])
    counts = Counter(_find_rule(lead, other) for other in others)
    told = [(counts[rule], words) for rule, words in _RULES.items() if rule in counts]
    if len(told) == 1:
        return f"before all {len(others)} others {told[0][1]}"
    return ", ".join(f"before {number} {words}" for number, words in told)


def _find_rule(lead: HeldStory, other: HeldStory) -> _Rule:
    """Return the rule that let one story speak for another."""
    if bool(lead.history.withdrawn) != bool(other.history.withdrawn):
        return "withdrawn"
    if lead.rank != other.rank:
        return "rank"
    if bool(lead.story.body_text) != bool(other.story.body_text):
        return "text"
    words, others = lead.story.word_count, other.story.word_count
    if _AGAIN * others < words or lead.story.told > other.story.told:
        return "words"
    return "first" if lead.story.told < other.story.told else "id"


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
