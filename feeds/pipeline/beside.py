"""Two held stories beside each other."""

from dataclasses import dataclass

from feeds.dedupe import compare_sketches
from feeds.model import Comparison, Membership, Story
from feeds.pipeline.place import open_deck
from feeds.store import Transaction, read_candidates, read_last_revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Another story that one was compared with.

    Attributes:
        story: The other one.
        place: Where it belongs.
        comparison: How near the two are.
    """

    story: Story
    place: Membership
    comparison: Comparison


def compare_stories(tx: Transaction, story_id: str, other_id: str) -> Beside:
    """Compare two stories that are held, by what is common in the days in which they were told.

    Args:
        tx: A transaction.
        story_id: One of them.
        other_id: The other one.
    """
    held = {one.sketch.story_id: one for one in read_candidates(tx, [story_id, other_id])}
    one, other = held[story_id], held[other_id]
    deck = open_deck(tx, [one.sketch, other.sketch])
    return Beside(
        story=read_last_revisions(tx, [other_id])[other_id].story,
        place=other.membership,
        comparison=compare_sketches(one.sketch, other.sketch, deck),
    )
