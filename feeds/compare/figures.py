"""Figures that changed: in a sentence that stands in both versions, a quantity is another one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from typing import Final

from feeds.compare.quantities import Quantity
from feeds.compare.sentence_words import SentenceWord, read_sentence
from feeds.text.matching import MOST_STEPS, match_parts
from feeds.text.pairs import pair_sentences, share_words
from feeds.text.sentences import split_sentences

# From this share of common words on, a sentence stands in both versions; from the second on,
# one that was made longer or shorter does.
_SAME: Final = 0.55
_CONTAINED: Final = 0.75
_FEWEST_CONTAINED: Final = 2
_MOST_LEFT: Final = 400
# What is longer is no sentence, and what has more edits is another text.
_LONGEST: Final = 1_500
_MOST_EDITED: Final = 600
_SHORT: Final = 3
_STEM: Final = 5

Pair = tuple[str, str]


def find_figures(before: str, after: str, language: str | None) -> tuple[Pair, ...]:
    """Return each sentence in which a quantity changed, as it read and as it reads.

    A new sentence with numbers is none, nor is a number that is written in another way.

    Args:
        before: A text.
        after: The same text later.
        language: Of both, as a BCP 47 tag; None if unknown.
    """
    edited = (
        (one, other)
        for one, other in _pair_edited(before, after)
        if max(len(one), len(other)) <= _LONGEST
    )
    read = (
        (pair, read_sentence(pair[0], language), read_sentence(pair[1], language))
        for pair in islice(edited, _MOST_EDITED)
    )
    same = [(pair, one, other) for pair, one, other in read if _is_same_sentence(one, other)]
    return tuple(
        pair for pair, one, other in same if _has_changed(one, other, MOST_STEPS // len(same))
    )


def _pair_edited(before: str, after: str) -> Iterator[Pair]:
    """Yield sentences that stand in both texts in different words.

    What has nobody at its side may have moved: then any sentence left over may be the other one.
    """
    gone: list[str] = []
    come: list[str] = []
    for one, other in pair_sentences(split_sentences(before), split_sentences(after)):
        if one is None and other is not None:
            come.append(other)
        elif one is not None and other is None:
            gone.append(one)
        elif one is not None and other is not None and one != other:
            yield one, other
    if len(gone) * len(come) <= _MOST_LEFT:
        yield from ((one, other) for one in gone for other in come)


def _has_changed(before: Sequence[SentenceWord], after: Sequence[SentenceWord], most: int) -> bool:
    """Tell whether two versions of a sentence have another quantity in one place."""
    keys, others = [term.key for term in before], [term.key for term in after]
    for name, start, end, other, last in match_parts(keys, others, most):
        here, there = before[start:end], after[other:last]
        if name == "equal" and any(map(_differ, here, there)):
            return True
        if name == "replace" and _counts_on(here, there):
            return True
    return False


def _is_same_sentence(before: Sequence[SentenceWord], after: Sequence[SentenceWord]) -> bool:
    """Tell whether most of the words that are no quantities are the same."""
    words, others = _count_words(before), _count_words(after)
    common = words & others
    if share_words(words, others) >= _SAME:
        return bool(common)
    telling = sum(1 for word in common if len(word) > _SHORT)
    shorter = min(words.total(), others.total())
    return telling >= _FEWEST_CONTAINED and common.total() >= _CONTAINED * shorter


def _count_words(terms: Sequence[SentenceWord]) -> Counter[str]:
    """Return the words that are no quantities, without endings: these follow the number."""
    return Counter(term.word[:_STEM] for term in terms if not term.quantity)


def _differ(before: SentenceWord, after: SentenceWord) -> bool:
    """Tell whether two terms in one place are different quantities."""
    return bool(before.quantity and after.quantity and _is_other(before.quantity, after.quantity))


def _is_other(before: Quantity, after: Quantity) -> bool:
    """Tell whether a quantity is another one, and not another way to write it; years are dates."""
    if before.is_year and after.is_year:
        return False
    if {before.unit, after.unit} == {"percent", ""} and _find_share(before) == _find_share(after):
        return False
    units = before.unit and after.unit and before.unit != after.unit
    return before.value != after.value or before.is_vague != after.is_vague or bool(units)


def _find_share(quantity: Quantity) -> Fraction:
    """Return what part of a whole a quantity is: half, or 50 percent."""
    return quantity.value / 100 if quantity.unit == "percent" else quantity.value


def _counts_on(before: Sequence[SentenceWord], after: Sequence[SentenceWord]) -> bool:
    """Tell whether an article became a number, or a number an article: "a man", "two men"."""
    if not before or not after:
        return False
    one, other = before[0], after[0]
    return (one.may_be_one and _is_many(other)) or (other.may_be_one and _is_many(one))


def _is_many(term: SentenceWord) -> bool:
    """Tell whether a term counts more than one."""
    return term.quantity is not None and term.quantity.value > 1 and not term.quantity.is_year
