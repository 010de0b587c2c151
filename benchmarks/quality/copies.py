"""Copies: are the stories that were folded copies, and were the copies folded?"""

from collections.abc import Sequence

from quality.folding import fold_stories
from quality.lines import Line, list_lines
from quality.reference import label_copies
from quality.rows import LabelledStory
from quality.scores import Pair, pair_groups, score_pairs

SEED = 1
AIMS = {"precision": 0.995, "recall": 0.9}


def measure_copies(name: str, stories: Sequence[LabelledStory]) -> tuple[Line, ...]:
    """Return pair precision, recall and F1: a pair is found if both are in one set of copies.

    Stories that say when they were told are told then. The order of the walk does not matter
    much, so it is walked once.
    """
    found = pair_groups(fold_stories(stories, SEED).copies)
    score = score_pairs(found, list_right(stories))
    values = {"precision": score.precision, "recall": score.recall, "F1": score.f1}
    return list_lines("copies", name, len(stories), values, AIMS)


def list_right(stories: Sequence[LabelledStory]) -> frozenset[Pair]:
    """Return the pairs that are copies: as labelled, or by the reference if nothing is."""
    labels = {story.id: story.copies for story in stories if story.copies}
    return pair_groups(labels) if labels else frozenset(label_copies(stories))
