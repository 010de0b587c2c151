"""Two stories beside each other: how near they are, and what keeps them apart."""

from collections.abc import Iterable
from itertools import product
from math import fsum
from operator import itemgetter, mul

from feeds.dedupe.copies.evidence import judge_copy
from feeds.dedupe.copies.proof import find_least
from feeds.dedupe.copies.tellers import is_own
from feeds.dedupe.events.bars import find_event_bar, find_fold_bar, find_weight
from feeds.dedupe.events.cards import Deck
from feeds.dedupe.events.passages import find_echoes
from feeds.dedupe.events.places import list_shared
from feeds.dedupe.events.ties import find_parting, find_vagueness, measure_tie
from feeds.dedupe.sketches.shingles import FEWEST_SHINGLES, compare_shingles
from feeds.dedupe.sketches.vectors import multiply
from feeds.model import Comparison, Gathering, Sketch

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
        vagueness=find_vagueness(left, right, find_echoes(left, right)),
        event_bar=find_event_bar(words, _RIVALRY),
        fold_bar=find_fold_bar(words, 1, _RIVALRY),
        shared=list_shared(left, right),
    )


def compare_gatherings(ones: Iterable[Sketch], others: Iterable[Sketch], deck: Deck) -> Gathering:
    """Return how near some reports are to others: the mean by which they would join.

    Args:
        ones: Some; at least one.
        others: At least one more.
        deck: The cards of the days in which they were told.
    """
    pairs = list(product(deck.lay_out(ones), deck.lay_out(others)))
    ties = [measure_tie(*pair) for pair in pairs]
    weights = [find_weight(len(one.words)) * find_weight(len(other.words)) for one, other in pairs]
    _, (one, other) = min(zip(ties, pairs, strict=True), key=itemgetter(0))
    return Gathering(
        near=fsum(map(mul, ties, weights)) / fsum(weights),
        farthest=(one.sketch.story_id, other.sketch.story_id),
    )
