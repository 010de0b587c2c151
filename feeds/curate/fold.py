"""Which stories are one entry, and which of them speaks for it."""

from collections.abc import Sequence

from feeds.model import Fold, HeldStory


def fold_stories(held: Sequence[HeldStory], fold: Fold) -> dict[str, tuple[HeldStory, ...]]:
    """Return the stories of each entry, lead first, by the id of the entry.

    The id is the founding story's, whoever leads: an entry is not posted again when another
    report takes the lead. A story that was withdrawn leads only where all were. The order of
    ``held`` does not matter.
    """
    folds: dict[str, list[HeldStory]] = {}
    for item in held:
        folds.setdefault(_fold_id(item, fold), []).append(item)
    return {fold_id: tuple(sorted(items, key=_precedence)) for fold_id, items in folds.items()}


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
    if lead.story.word_count != other.story.word_count:
        return f"it has {lead.story.word_count} words, the other {other.story.word_count}"
    if lead.story.told != other.story.told:
        return "it was told first"
    return "its id comes first"


def _precedence(item: HeldStory) -> tuple[object, ...]:
    """Order by whether it stands, rank of the source, completeness, then who told it first."""
    story = item.story
    return (
        item.history.withdrawn is not None,
        -item.rank,
        not story.body_text,
        -story.word_count,
        story.told,
        story.id,
    )
