"""What a sketch keeps of a story: the words of its headline, those below it, its figures."""

from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from feeds.dedupe.sketches.terms import HEADLINE, NAME, NUMBER
from feeds.model import Sketch

# The headlines of a batch and of what may be copies.
_MOST_KEPT: Final = 4_096


def find_headline(sketch: Sketch) -> frozenset[str]:
    """Return the words of the headline."""
    return read_headline(sketch.terms)


@lru_cache(maxsize=_MOST_KEPT)
def read_headline(terms: tuple[str, ...]) -> frozenset[str]:
    """Return the words of the headline among the terms of a sketch; each is compared with many."""
    return frozenset([term[1:] for term in terms if term.startswith(HEADLINE)])


def find_body(sketch: Sketch) -> frozenset[str]:
    """Return the words below the headline."""
    return frozenset(it for it in sketch.terms if not it.startswith((HEADLINE, NAME, NUMBER)))


def find_figures(sketch: Sketch) -> frozenset[str]:
    """Return the numbers without letters."""
    numbers = (term.removeprefix(NUMBER) for term in sketch.terms if term.startswith(NUMBER))
    return frozenset(number for number in numbers if number.replace(".", "").isdecimal())


def count_own_figures(one: AbstractSet[str], other: AbstractSet[str]) -> int:
    """Return how many figures each of two reports has, at least, that the other lacks."""
    return min(len(one - other), len(other - one))


def name_others(
    headline: AbstractSet[str],
    body: AbstractSet[str],
    other_headline: AbstractSet[str],
    other_body: AbstractSet[str],
) -> bool:
    """Tell whether each of two headlines names something of which the other text has nothing.

    Of one text under two headlines it has: words of a headline stand in its text. Of bare headlines
    nothing is known.

    Args:
        headline: Words of one headline.
        body: Other words of its text.
        other_headline: Words of the other headline.
        other_body: Other words of its text.
    """
    if not (body and other_body):
        return False
    own, others = headline - other_headline, other_headline - headline
    return bool(own and others) and own.isdisjoint(other_body) and others.isdisjoint(body)
