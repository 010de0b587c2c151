"""Copies: are the stories that were folded copies, and were the copies folded?"""

from collections.abc import Sequence

from quality.folding import fold_stories
from quality.lines import Line, list_lines
from quality.reference import label_copies
from quality.rows import LabelledStory
from quality.scores import Pair, pair_groups, score_pairs, share

SEED = 1
_AIMS = {"precision": 0.995, "recall": 0.9, "matches right": 0.995, "stories found": 0.9}


def measure_copies(name: str, stories: Sequence[LabelledStory]) -> tuple[Line, ...]:
    """Return how right the sets of copies are, by pairs and by stories.

    A pair is found if both are in one set of copies. Where outlets cut a text to pieces, that a
    piece and another are copies of the whole makes them no copies of each other; so each match is
    judged by itself, too. Stories that say when they were told are told then. The order of the
    walk does not matter much, so it is walked once.
    """
    folded, right = fold_stories(stories, SEED), list_right(stories)
    found = pair_groups(folded.copies)
    score = score_pairs(found, right)
    matched = score_pairs(folded.matches, right)
    having = {story for pair in right for story in pair}
    together = {story for pair in found & right for story in pair}
    values = {
        "precision": score.precision,
        "recall": score.recall,
        "F1": score.f1,
        "matches right": matched.precision,
        "stories found": share([story in together for story in having]),
    }
    return list_lines("copies", name, len(stories), values, _AIMS)


def list_right(stories: Sequence[LabelledStory]) -> frozenset[Pair]:
    """Return the pairs that are copies: as labelled, or by the reference if nothing is."""
    labels = {story.id: story.copies for story in stories if story.copies}
    return pair_groups(labels) if labels else frozenset(label_copies(stories))
