"""Typos that were mended: an unknown word became a known one, a few letters away."""

import re
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Final

from feeds.text.tokens import split_tokens

KnowsWord = Callable[[str, str | None], bool]
"""Tells whether a word, in small letters, is one of a language (BCP 47 tag or None)."""

# In shorter words a letter makes another word, as in "now" and "not".
_SHORTEST: Final = 4
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def mends_typos(
    before: str, after: str, letters: int, knows_word: KnowsWord, language: str | None
) -> bool:
    """Tell whether all that differs between two texts is typos that were mended.

    Args:
        before: How it read, folded as by :func:`feeds.compare.typography.fold_typography`.
        after: How it reads, folded so too.
        letters: So few letters at most may differ in a word; 0 for none.
        knows_word: Tells whether a word is one of the language.
        language: Of both texts.
    """
    words, others = split_tokens(before), split_tokens(after)
    if letters < 1 or len(words) != len(others):
        return False
    return all(
        _is_mended(one, other, letters)
        and not knows_word(one.lower(), language)
        and knows_word(other.lower(), language)
        for one, other in zip(words, others, strict=True)
        if one != other
    )


def count_letters(before: str, after: str) -> int:
    """Return how many letters are wrong in a word: two that changed places are one."""
    if _swaps_two(before, after):
        return 1
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return sum(
        max(end - start, last - other)
        for name, start, end, other, last in matcher.get_opcodes()
        if name != "equal"
    )


def _is_mended(before: str, after: str, letters: int) -> bool:
    """Tell whether two words may be one, mistyped; a word with a capital may be a name."""
    are_words = _LETTERS.fullmatch(before) and _LETTERS.fullmatch(after)
    if not are_words or min(len(before), len(after)) < _SHORTEST:
        return False
    if before != before.lower() or after != after.lower():
        return False
    return count_letters(before, after) <= letters


def _swaps_two(before: str, after: str) -> bool:
    """Tell whether two letters side by side changed places."""
    places = [i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other]
    return (
        Counter(before) == Counter(after) and len(places) == 2 and places[1] == places[0] + 1  # noqa: PLR2004
    )
