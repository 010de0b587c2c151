"""Which texts of a corpus nobody labelled are copies: the usual reference, by exact containment.

Two texts are copies if at least half of the word 5-grams of the shorter one stand in the longer
one. What recurs at one publisher only (navigation, notices, who the author is) is taken away
first. That takes away a report told twice by one publisher, too: what is left of it may be
quotations that others have.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from quality.rows import LabelledStory
from quality.scores import Pair

_GRAM = 5
_CONTAINED = 0.5
_WORD = re.compile(r"\w+")

Grams = frozenset[tuple[str, ...]]


def label_copies(stories: Sequence[LabelledStory]) -> dict[Pair, float]:
    """Return the containment of each pair of copies; in a pair the lower id stands first."""
    grams = {story.id: list_grams(f"{story.headline}\n{story.text}") for story in stories}
    left = drop_publishers_own(grams, {story.id: story.source for story in stories})
    names = sorted(left)
    shares = {
        (one, other): measure_containment(left[one], left[other])
        for place, one in enumerate(names)
        for other in names[place + 1 :]
    }
    return {pair: value for pair, value in shares.items() if value >= _CONTAINED}


def list_grams(text: str) -> Grams:
    """Return the runs of five words of a text, without case."""
    words = _WORD.findall(text.casefold())
    return frozenset(zip(*(words[start:] for start in range(_GRAM)), strict=False))


def drop_publishers_own(
    grams: Mapping[str, Grams], publishers: Mapping[str, str]
) -> dict[str, Grams]:
    """Return the grams of each text without those that recur within one publisher only."""
    texts = Counter(gram for own in grams.values() for gram in own)
    told_by: dict[tuple[str, ...], set[str]] = {}
    for name, own in grams.items():
        for gram in own:
            told_by.setdefault(gram, set()).add(publishers[name])
    recurring = {gram for gram, by in told_by.items() if len(by) == 1 and texts[gram] > 1}
    return {name: own - recurring for name, own in grams.items()}


def measure_containment(one: Grams, other: Grams) -> float:
    """Return which share of the shorter text stands in the longer one; 0 if it has no gram."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
