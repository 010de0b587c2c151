"""What two reports share by one passage only, word for word, without being copies.

The description of a firm, a caption or what an agency prints under all that it tells of a war
stands under reports of many events: it is no evidence that two of them tell one.
"""

from collections.abc import Iterable
from typing import Final

from feeds.dedupe.events.cards import Card

# What is more than that of a report is no passage of it: two such are cut from one text.
_ONE_TEXT: Final = 2 / 3


def find_echoes(one: Card, other: Card) -> frozenset[str]:
    """Return the shared terms that one of two reports has by a passage only, in either.

    There are none in texts that are cut from one: if both begin alike, with what their headlines
    tell, or if a passage says most of one.

    Args:
        one: A report.
        other: The other one.
    """
    shared = one.sentences.keys() & other.sentences.keys()
    if not shared or (one.opening in shared and one.opening == other.opening):
        return frozenset()
    left, right = _list_inside(shared, one), _list_inside(shared, other)
    if max(_find_share(left, one), _find_share(right, other)) > _ONE_TEXT:
        return frozenset()
    return frozenset([*left, *right])


def _list_inside(sentences: Iterable[int], card: Card) -> list[str]:
    """Return the terms of a report that stand in some sentences only."""
    return [term for number in sentences for term in card.sentences[number]]


def _find_share(terms: Iterable[str], card: Card) -> float:
    """Return which share of the words of a report below its headline some terms are, 0 to 1."""
    below = card.words - card.outline.headline
    return len(below.intersection(terms)) / len(below) if below else 0.0
