"""Numbers in a sentence, in digits and in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Final

from feeds.compare.number_words import NumberWords
from feeds.compare.numbers import (
    count_parts,
    find_words,
    goes_on,
    may_join,
    read_digits,
    split_joined,
    split_number,
)
from feeds.compare.units import PEOPLE, SHORT_SCALES

# No number of a report is longer, and Python reads none of thousands of digits.
_LONGEST: Final = 40
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_YEARS: Final = range(1900, 2100)
_MOST_SHARED: Final = 20
_HALF: Final = Fraction(1, 2)
_HUNDRED: Final = 100
# What is said like a thing that is counted: a dozen, une vingtaine, een tiental.
_DOZENS: Final = ("dozen", "dutzend", "aine", "ena", "zzina", "uzia", "cina", "tina", "tal", "aio")
_CLEAR_SCALES: Final = frozenset({"k", "bn", "mn", "tn", "mio", "mrd"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What a number in a sentence says.

    Attributes:
        value: What it counts.
        unit: Its name; empty if it counts things.
        is_vague: Whether nobody counted: dozens, hundreds.
        is_year: Whether it may be the year of a date.
    """

    value: Fraction
    unit: str = ""
    is_vague: bool = False
    is_year: bool = False


def read_number(tokens: Sequence[str], place: int, language: str) -> tuple[Quantity, int] | None:
    """Return the number at a place without its unit, and the place behind it.

    Args:
        tokens: Of a sentence, folded.
        place: In them.
        language: Primary subtag of a language whose numbers are known.
    """
    token, words = tokens[place], find_words(language)
    if len(token) > _LONGEST:
        return None
    if token[0].isdecimal():
        return _read_figures(tokens, place, words)
    if token in words.vague:
        return Quantity(value=Fraction(words.vague[token]), is_vague=True), place + 1
    if parts := split_number(token, language):
        return _read_words(tokens, place + 1, parts, language)
    follows = tokens[place + 1] if place + 1 < len(tokens) else ""
    if token in words.one and follows in words.shares:
        return _read_share(tokens, place + 1, words)
    if token in words.ordinals:
        return Quantity(value=Fraction(words.ordinals[token])), place + 1
    if token in words.shares:
        return _read_share(tokens, place, words)
    if token in words.one and follows in _list_large(language):
        return _read_words(tokens, place + 2, split_number(follows, language), language)
    return None


def _read_share(tokens: Sequence[str], place: int, words: NumberWords) -> tuple[Quantity, int]:
    """Return a part of a whole, or of a large number: "half a million"."""
    value, place = words.shares[tokens[place]], place + 1
    article = place < len(tokens) and tokens[place] in words.one
    follows = place + article
    if follows < len(tokens) and (scale := _find_scale(tokens[follows], words)):
        return Quantity(value=value * scale), follows + 1
    return Quantity(value=value), place


@lru_cache(maxsize=16)
def _list_large(language: str) -> frozenset[str]:
    """Return the words that an article may stand before: a hundred, a dozen, eine Million."""
    words = find_words(language)
    large = (*words.hundreds, *words.scales, *words.small)
    return frozenset(word for word in large if _is_large(word, words)) - SHORT_SCALES.keys()


def _is_large(word: str, words: NumberWords) -> bool:
    """Tell whether a word is one that multiplies, and not one that is added."""
    return word in words.scales or word in words.hundreds or word.endswith(_DOZENS)


def _read_figures(tokens: Sequence[str], place: int, words: NumberWords) -> tuple[Quantity, int]:
    """Return a number in digits, with the words that scale it."""
    written, after = tokens[place].rstrip(_LETTERS), place + 1
    value = _read_part(written) or read_digits(written)
    is_year = tokens[place].isdecimal() and value in _YEARS
    following = tokens[after] if after < len(tokens) else ""
    if part := _read_part(following):
        value, after = value + part, after + 1
    return _scale_number(tokens, after, Quantity(value=value, is_year=is_year), words)


def _read_part(token: str) -> Fraction | None:
    """Return what a fraction in digits counts; None if the token is none."""
    part, sign, whole = token.replace("⁄", "/").partition("/")
    return Fraction(int(part), int(whole)) if sign and int(whole) else None


def _scale_number(
    tokens: Sequence[str], place: int, quantity: Quantity, words: NumberWords
) -> tuple[Quantity, int]:
    """Return a number with the words behind it that multiply it, and "and a half"."""
    value, after = quantity.value, place
    last = 1
    while after < len(tokens) and (scale := _find_scale(tokens[after], words)):
        value, after, last = value * scale, after + 1, scale
    half = _skip_half(tokens, after, words)
    if half > after:
        value += Fraction(last, 2)
        return _scale_number(tokens, half, Quantity(value=value), words)
    following = tokens[after] if after < len(tokens) else ""
    is_year = quantity.is_year and after == place and following not in PEOPLE
    return Quantity(value=value, is_year=is_year), after


def _skip_half(tokens: Sequence[str], place: int, words: NumberWords) -> int:
    """Return the place behind "and a half", or the same place if it does not stand there."""
    after = place
    for some in (words.joiners, words.one):
        after += after < len(tokens) and tokens[after] in some
    is_half = after < len(tokens) and words.shares.get(tokens[after]) == _HALF
    return after + 1 if is_half and after > place else place


def _find_scale(word: str, words: NumberWords) -> int:
    """Return what a word behind a number multiplies it by; 0 if it does not."""
    if word in words.scales or words.hundreds.get(word) == _HUNDRED:
        return words.scales.get(word, _HUNDRED)
    if word in words.small and word.endswith(_DOZENS):
        return words.small[word]
    return SHORT_SCALES.get(word, 0) if word in _CLEAR_SCALES else 0


def _read_words(
    tokens: Sequence[str], place: int, parts: tuple[str, ...], language: str
) -> tuple[Quantity, int]:
    """Return a number in words: these parts, and those of the words behind that belong to it."""
    words = find_words(language)
    while place < len(tokens):
        joined = tokens[place] in words.joiners and place + 1 < len(tokens)
        more = (split_joined if joined else split_number)(tokens[place + joined], language)
        belongs = more and (may_join if joined else goes_on)(parts[-1], more[0], language)
        if not belongs:
            break
        parts, place = parts + more, place + joined + 1
    quantity = Quantity(value=count_parts(parts, language))
    following = tokens[place] if place < len(tokens) else ""
    if following in words.shares and 0 < quantity.value <= _MOST_SHARED:
        return replace(quantity, value=quantity.value * words.shares[following]), place + 1
    half = _skip_half(tokens, place, words)
    if half == place:
        return quantity, place
    last = words.scales.get(parts[-1], words.hundreds.get(parts[-1], 1))
    value = quantity.value + Fraction(last, 2)
    return _scale_number(tokens, half, Quantity(value=value), words)
