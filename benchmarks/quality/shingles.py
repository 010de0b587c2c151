"""How much of a body was found, as the article extraction benchmark of Zyte counts it.

Shingles of four tokens, each as often as it stands there; every page counts the same, and F1 is
that of the mean precision and the mean recall (scrapinghub/article-extraction-benchmark).
"""

import re
from collections import Counter
from collections.abc import Iterable

from quality.scores import Score

_SHINGLE = 4
_TOKEN = re.compile(r"\w+")


def score_bodies(bodies: Iterable[tuple[str, str]]) -> Score:
    """Return the mean precision and recall of bodies.

    Args:
        bodies: What was found, and what is right.
    """
    counted = [count_shared(found, right) for found, right in bodies]
    precisions = [shared / found for shared, found, _ in counted if found]
    recalls = [shared / right for shared, _, right in counted if right]
    return Score(
        precision=sum(precisions) / len(precisions) if precisions else 0.0,
        recall=sum(recalls) / len(recalls) if recalls else 0.0,
    )


def count_shared(found: str, right: str) -> tuple[int, int, int]:
    """Return how many shingles both have, how many were found, and how many are right."""
    ours, theirs = _count_shingles(found), _count_shingles(right)
    return (ours & theirs).total(), ours.total(), theirs.total()


def _count_shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four tokens; a shorter text is one run."""
    tokens = _TOKEN.findall(text)
    if not tokens:
        return Counter()
    runs = max(1, len(tokens) - _SHINGLE + 1)
    return Counter(tuple(tokens[start : start + _SHINGLE]) for start in range(runs))
