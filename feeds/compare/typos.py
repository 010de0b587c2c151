"""Typos that were mended: an unknown word became a known one, a few letters away."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Final

from feeds.text.tokens import split_tokens

KnowsWord = Callable[[str, str | None], bool]
"""Tells whether a word, in small letters, is one of a language (BCP 47 tag or None)."""

# In shorter words a letter makes another word, as in "now" and "not"; and in words that are a
# little longer, one letter in place of another does, as in "vini" and "pini".
_SHORTEST: Final = 4
_LONG: Final = 6
_VERY_LONG: Final = 10
_ENDING: Final = 4
_LONGEST: Final = 40
# So many letters of a word a vocabulary may know; behind them it cannot tell a typo.
_KNOWN_LETTERS: Final = 6
# How hardly any word of a language ends.
_NO_ENDINGS: Final = {"es": "mñ", "it": "bcdfgjkmpqtvz", "pt": "npt"}
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ARTICLES: Final = (
    "der die das dem den des ein eine einen einem einer eines kein keine im am zum zur vom beim "
    "ins seine seiner ihre ihrer diese dieser dieses"
)
_GERMAN_ARTICLES: Final = frozenset(_ARTICLES.split())
_DOUBLED: Final = re.compile(r"(.)\1")


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
        and not _may_be_name(other, words[:place], language)
        and _is_known_now(one, other, knows_word, language)
        for place, (one, other) in enumerate(zip(words, others, strict=True))
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
    """Tell whether two words may be one, mistyped."""
    are_words = _LETTERS.fullmatch(before) and _LETTERS.fullmatch(after)
    lengths = len(before), len(after)
    if not are_words or min(lengths) < _SHORTEST or max(lengths) > _LONGEST:
        return False
    if before[1:] + after[1:] != (before[1:] + after[1:]).lower() or before[0] != after[0]:
        return False
    if len(before) == len(after) < _LONG and not _swaps_two(before, after):
        return False
    return count_letters(before, after) <= letters


def _may_be_name(word: str, before: Sequence[str], language: str | None) -> bool:
    """Tell whether a word has a capital; a German one behind an article is a noun."""
    if word.islower():
        return False
    last = next((token for token in reversed(before) if not token.isspace()), "")
    return not ((language or "").startswith("de") and last.lower() in _GERMAN_ARTICLES)


def _is_known_now(before: str, after: str, knows_word: KnowsWord, language: str | None) -> bool:
    """Tell whether an unknown word became a known one.

    The vocabulary knows how words begin, without accents, so both may seem known. Then it is a typo
    where an accent was put on or taken off; where a letter was doubled or not, or two changed
    places, but not at the very end, as in princes and princess; and where one is missing in the
    middle of a very long word, far from what endings change.
    """
    if _strip_accents(before) == _strip_accents(after):
        return len(before) >= _LONG
    if _mends_ending(before, after, language):
        return True
    if not knows_word(after, language):
        return False
    if not knows_word(before, language):
        return True
    pairs = enumerate(zip(before, after, strict=False))
    same = next((i for i, (one, other) in pairs if one != other), min(len(before), len(after)))
    longer = max(before, after, key=len)
    if abs(len(before) - len(after)) == 1:
        doubled = _squeeze(before) == _squeeze(after)
        missing = longer[:same] + longer[same + 1 :] in {before, after}
        is_inner = len(longer) > _VERY_LONG and same < len(longer) - _ENDING
        if missing and is_inner:
            return True
        return doubled and same < len(longer) - 1 and _begin_alike(before, after)
    return _begin_alike(before, after) and _swaps_two(before, after) and same < len(longer) - 1


def _mends_ending(before: str, after: str, language: str | None) -> bool:
    """Tell whether all that is new is a last letter, for one that no word of the language has."""
    impossible = _NO_ENDINGS.get((language or "")[:2], "")
    is_last = before[:-1] == after[:-1] and len(before) >= _LONG
    return is_last and before[-1] in impossible and after[-1] not in impossible


def _begin_alike(before: str, after: str) -> bool:
    """Tell whether a vocabulary that knows beginnings takes two words for one."""
    return before[:_KNOWN_LETTERS] == after[:_KNOWN_LETTERS]


def _strip_accents(word: str) -> str:
    """Return a word without accents."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _squeeze(word: str) -> str:
    """Return a word with each letter once where it is doubled."""
    return _DOUBLED.sub(r"\1", word)


def _swaps_two(before: str, after: str) -> bool:
    """Tell whether two letters side by side changed places."""
    places = [i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other]
    return (
        Counter(before) == Counter(after) and len(places) == 2 and places[1] == places[0] + 1  # noqa: PLR2004
    )
