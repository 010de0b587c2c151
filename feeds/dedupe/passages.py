"""What two reports share by one passage only, word for word, without being copies.

The description of a firm, a caption or what an agency prints under all that it tells of a war
stands under reports of many events: it is no evidence that two of them tell one.
"""

from collections.abc import Iterable
from typing import Final

from feeds.dedupe.cards import Card
from feeds.dedupe.terms import NAME

# What is more than that of a report is no passage of it: two such are cut from one text.
_ONE_TEXT: Final = 2 / 3


def find_echoes(one: Card, other: Card) -> frozenset[str]:
    """Return the shared terms that one of two reports has by a passage only, in either.

    A term of a headline is what its report is about, wherever else it stands. If a passage says
    most of one report, there are none.

    Args:
        one: A report.
        other: The other one.
    """
    shared = one.sentences.keys() & other.sentences.keys()
    if not shared:
        return frozenset()
    left, right = _list_below(shared, one), _list_below(shared, other)
    if max(_find_share(left, one), _find_share(right, other)) > _ONE_TEXT:
        return frozenset()
    return frozenset([*left, *right])


def _list_below(sentences: Iterable[int], card: Card) -> list[str]:
    """Return the terms of a report that stand first in some sentences, and not in its headline."""
    headline = card.outline.headline
    terms = (term for number in sentences for term in card.sentences[number])
    return [term for term in terms if term.removeprefix(NAME) not in headline]


def _find_share(terms: Iterable[str], card: Card) -> float:
    """Return which share of the words of a report below its headline some terms are, 0 to 1."""
    below = card.words - card.outline.headline
    return len(below.intersection(terms)) / len(below) if below else 0.0
