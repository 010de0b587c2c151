"""Two stories beside each other: how near they are, and what keeps them apart."""

from feeds.dedupe.bars import find_event_bar, find_fold_bar
from feeds.dedupe.cards import Deck
from feeds.dedupe.events import list_shared
from feeds.dedupe.evidence import judge_copy
from feeds.dedupe.proof import find_least
from feeds.dedupe.shingles import FEWEST_SHINGLES, compare_shingles
from feeds.dedupe.tellers import is_own
from feeds.dedupe.ties import find_parting, is_telling, measure_tie
from feeds.dedupe.vectors import multiply
from feeds.model import Comparison, Sketch

# As if a third report were as near: then nothing is eased.
_RIVALRY = 1.0


def compare_sketches(one: Sketch, other: Sketch, deck: Deck) -> Comparison:
    """Return how near two stories are, as if there were no others.

    Args:
        one: Of a story, with its shingles.
        other: The same of another.
        deck: The cards of the days in which they were told.
    """
    left, right = deck.lay_out((one, other))
    overlap = compare_shingles(one.shingles, other.shingles)
    words = (len(left.words) + len(right.words)) / 2
    return Comparison(
        own=is_own(one, other),
        copy=judge_copy(one, other) is not None,
        contained=overlap.containment,
        needed=find_least(overlap.shorter) if overlap.shorter >= FEWEST_SHINGLES else None,
        parting=find_parting(left, right),
        alike=multiply(left.vector, right.vector),
        near=measure_tie(left, right),
        telling=is_telling(left, right),
        event_bar=find_event_bar(words, _RIVALRY),
        fold_bar=find_fold_bar(words, 1, _RIVALRY),
        shared=list_shared(left, right),
    )
