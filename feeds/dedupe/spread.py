"""How far what two reports share hangs on one word.

Two reports of a small town share its name, which few others have; that alone makes them no more
than neighbours. Reports of one event share some of what happened, too.
"""

import math
from collections.abc import Mapping
from typing import Final

from feeds.dedupe.bars import find_between
from feeds.dedupe.terms import NAME
from feeds.dedupe.vectors import Vector

# What two reports share counts in full from as many words on.
_ENOUGH: Final = 1.75
# If it is less, by this power of it: headlines of one event may share a word only.
_POWERS: Final = ((8, 0.0), (24, 2.0))


def find_spread(one: Vector, other: Vector, words: float) -> float:
    """Return how much of what two reports share counts, 0 to 1: less where it is hardly a word.

    Args:
        one: What a report is about.
        other: What the other one is about.
        words: How many they are known by.
    """
    spread = min(1.0, count_shared(one, other) / _ENOUGH)
    return math.pow(spread, find_between(words, _POWERS))


def count_shared(one: Vector, other: Vector) -> float:
    """Return how many words two reports share, as if all of them told the same.

    It is the inverse of Simpson's index (Simpson 1949; Hill 1973): 1 if one of them makes up the
    cosine, 2 if two do by halves. A name is no more than its word; 0 if they share nothing.
    """
    shares = _list_shares(one, other)
    squares = math.fsum([share * share for share in shares.values()])
    return math.fsum(shares.values()) ** 2 / squares if squares else 0.0


def _list_shares(one: Vector, other: Vector) -> Mapping[str, float]:
    """Return what each word adds to the cosine, with its name."""
    shares: dict[str, float] = {}
    for term in one.keys() & other.keys():
        word = term.removeprefix(NAME)
        shares[word] = shares.get(word, 0.0) + one[term] * other[term]
    return shares
