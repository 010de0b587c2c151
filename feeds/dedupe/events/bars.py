"""How near reports must be, by how many words they are known by."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

# Means from which on reports tell one event: where there are few words, even reports of one event
# share few.
_EVENT_BARS: Final = ((8, 0.055), (25, 0.09), (80, 0.10))
# From here on it is sure enough to hide one behind the other.
_FOLD_BARS: Final = ((8, 0.30), (16, 0.20), (28, 0.24), (42, 0.15), (80, 0.12))
# So much more between two reports, for one tie can be chance; the mean of many is not.
_FOLD_FEW: Final = 0.06
# Where no third is near so much less will do, for events of one kind are rivals of each other; but
# not of headlines, which can be alike by chance.
_EASES: Final = ((8, 0.0), (16, 0.4))
# Headlines of one event have little in common with each other, and more with all of them: so their
# mean is relative to this power of how near they are to each other.
_COHESIONS: Final = ((8, 0.6), (16, 0.0))
# A report known by so few words says little of what it tells, and counts less in a mean: else one
# that is near to it by all it says would bring others away from it.
_WEIGHTS: Final = ((16, 0.5), (32, 1.0))


def find_weight(words: float) -> float:
    """Return how much a report counts in the mean of several, 0 to 1.

    Args:
        words: How many it is known by.
    """
    return find_between(words, _WEIGHTS)


def find_event_bar(words: float, rivalry: float) -> float:
    """Return how near groups must be to be one event.

    Args:
        words: How many they are known by.
        rivalry: How near the nearest third one is to either, as a share of how near they are.
    """
    return find_between(words, _EVENT_BARS) * _ease(words, rivalry)


def find_fold_bar(words: float, ties: float, rivalry: float) -> float:
    """Return how near groups must be to be folded.

    Args:
        words: How many they are known by.
        ties: Of how many ties it is the mean how near they are; those of briefs count less.
        rivalry: How near the nearest third one is to either, as a share of how near they are.
    """
    return find_between(words, _FOLD_BARS) * _ease(words, rivalry) + _FOLD_FEW / math.sqrt(ties)


def find_cohesion(words: float, size: float, mean: float) -> float:
    """Return how near the members of a group are to each other, as far as that counts, 0 to 1.

    Args:
        words: How many they are known by.
        size: How many they are.
        mean: Of the ties between all of them, each with itself included.
    """
    return 1.0 if size == 1 else math.pow(mean, find_between(words, _COHESIONS) / 2)


def _ease(words: float, rivalry: float) -> float:
    """Return to which part a bar is lowered that has no rival, or a distant one."""
    return 1 - find_between(words, _EASES) * (1 - rivalry)


def find_between(words: float, points: Sequence[tuple[float, float]]) -> float:
    """Return what is asked for, between the given points by the logarithm."""
    first, last = points[0], points[-1]
    if words <= first[0]:
        return first[1]
    for (few, low), (many, high) in pairwise(points):
        if words <= many:
            return low + (high - low) * math.log(words / few) / math.log(many / few)
    return last[1]
