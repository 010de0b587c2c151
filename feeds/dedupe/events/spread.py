"""How far what two reports share hangs on one word.

Two reports of a small town share its name, which few others have; that alone makes them no more
than neighbours. Reports of one event share some of what happened, too.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from feeds.dedupe.events.bars import find_between
from feeds.dedupe.sketches.terms import NAME
from feeds.dedupe.sketches.vectors import Vector

# What two reports share counts in full from as many words on.
_ENOUGH: Final = 1.5
# If it is less, by this power of it: headlines of one event may share a word only.
_POWERS: Final = ((8, 0.0), (24, 3.0))


Names = Sequence[tuple[str, str]]


def find_spread(one: Vector, other: Vector, names: Names, words: float) -> float:
    """Return how much of what two reports share counts, 0 to 1: less where it is hardly a word.

    Args:
        one: What a report is about.
        other: What the other one is about.
        names: Words that stand beside each other in a name of one of them.
        words: How many they are known by.
    """
    spread = min(1.0, count_shared(one, other, names) / _ENOUGH)
    return math.pow(spread, find_between(words, _POWERS))


def count_shared(one: Vector, other: Vector, names: Names) -> float:
    """Return how many words two reports share, as if all of them told the same.

    It is the inverse of Simpson's index (Simpson 1949; Hill 1973): 1 if one of them makes up the
    cosine, 2 if two do by halves. A name of several words is one; 0 if they share nothing.
    """
    shares = _list_shares(one, other, names)
    squares = math.fsum([share * share for share in shares])
    return math.fsum(shares) ** 2 / squares if squares else 0.0


def join_names(words: Iterable[str], names: Names) -> Mapping[str, str]:
    """Return one word of its name for each word; of one that stands in no name, itself.

    Args:
        words: Some words.
        names: Words that stand beside each other in a name.
    """
    homes = {word: word for word in words}
    for first, second in names:
        if first in homes and second in homes:
            homes[_find_home(second, homes)] = _find_home(first, homes)
    return {word: _find_home(word, homes) for word in homes}


def _find_home(word: str, homes: Mapping[str, str]) -> str:
    while homes[word] != word:
        word = homes[word]
    return word


def _list_shares(one: Vector, other: Vector, names: Names) -> Iterable[float]:
    """Return what each word adds to the cosine, with its name."""
    shared = one.keys() & other.keys()
    homes = join_names({term.removeprefix(NAME) for term in shared}, names)
    shares = defaultdict[str, list[float]](list)
    for term in shared:
        shares[homes[term.removeprefix(NAME)]].append(one[term] * other[term])
    return [math.fsum(parts) for parts in shares.values()]
