"""The words of a sentence, with its quantities read: what they count, and in which unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Final

from feeds.compare.masks import hide_dates, hide_names
from feeds.compare.number_words import NUMBER_WORDS, NumberWords
from feeds.compare.numbers import (
    count_parts,
    find_words,
    goes_on,
    may_join,
    read_digits,
    split_joined,
)
from feeds.compare.numbers import split_number as split_word
from feeds.compare.units import LONG_UNITS, MONEY, PEOPLE, SHORT_SCALES, UNITS
from feeds.text.words import fold_text

_TOKEN: Final = re.compile(
    r"@\w+"
    r"|\d+[⁄/]\d+(?![\d/])"
    r"|\d{1,3}(?:(?P<sign>[ ',.])\d{3})(?:(?P=sign)\d{3})*(?:[.,]\d+)?(?![\d])"
    r"|\d+(?:st|nd|rd|th|er|re|eme|ste|de|e|o|a)\b"
    r"|\d+(?:[.,]\d+)?"
    r"|us\$|r\$|°[cf]?|[%‰$€£¥₹]"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|(?<![\w.])[-−](?=\d)"
)
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_YEARS: Final = range(1900, 2100)
_MOST_SHARED: Final = 20
_HALF: Final = Fraction(1, 2)
_HUNDRED: Final = 100
# What is said like a thing that is counted: a dozen, une vingtaine, een tiental.
_DOZENS: Final = ("dozen", "dutzend", "aine", "ena", "zzina", "uzia", "cina", "tina", "tal", "aio")
_SIGNS: Final = frozenset({"-", "−"})
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of a sentence, folded, or a quantity in its place.

    Attributes:
        word: As written; of a quantity its first word.
        quantity: None if the word is no number.
        may_be_one: Whether it is an article that may be the number one.
    """

    word: str
    quantity: Quantity | None = None
    may_be_one: bool = False

    @property
    def key(self) -> str:
        """What two versions of a sentence are aligned by: all quantities are alike."""
        return "#" if self.quantity else self.word


@lru_cache(maxsize=1_024)
def read_terms(sentence: str, language: str | None) -> tuple[Term, ...]:
    """Return the words of a sentence in order, with its quantities read.

    Args:
        sentence: As printed.
        language: BCP 47 tag; where it is unknown, numbers in words are read as English.
    """
    folded = fold_text(hide_names(sentence, language))
    tokens = tuple(found[0] for found in _TOKEN.finditer(hide_dates(folded, language)))
    primary = _find_primary(language)
    terms: list[Term] = []
    place = 0
    while place < len(tokens):
        term, place = _read_term(tokens, place, primary)
        terms.append(term)
    return tuple(terms)


def _find_primary(language: str | None) -> str:
    """Return the subtag of a language whose numbers are known."""
    primary = (language or "en").partition("-")[0].lower()
    return primary if primary in NUMBER_WORDS else "en"


def _read_term(tokens: Sequence[str], place: int, language: str) -> tuple[Term, int]:
    """Return the term at a place, and the place behind it."""
    first = tokens[place]
    sign, money = first in _SIGNS, UNITS.get(first, "") in MONEY
    is_before = place + 1 < len(tokens) and tokens[place + 1][0].isdigit()
    start = place + 1 if (sign or money) and is_before else place
    found = _read_number(tokens, start, language)
    if found is None:
        return Term(word=first, may_be_one=first in find_words(language).one), place + 1
    quantity, after = found
    if money and start > place:
        quantity, after = _read_money(tokens, after, replace(quantity, unit=UNITS[first]))
    else:
        quantity, after = _read_unit(tokens, after, quantity)
    value = -quantity.value if sign and start > place else quantity.value
    return Term(word=first, quantity=replace(quantity, value=value)), after


def _read_money(tokens: Sequence[str], place: int, quantity: Quantity) -> tuple[Quantity, int]:
    """Return an amount of money with what is short for millions behind it: $5 m."""
    scale = SHORT_SCALES.get(tokens[place], 0) if place < len(tokens) else 0
    if not scale:
        return quantity, place
    return replace(quantity, value=quantity.value * scale), place + 1


def _read_number(tokens: Sequence[str], place: int, language: str) -> tuple[Quantity, int] | None:
    """Return the number at a place without its unit, and the place behind it."""
    token, words = tokens[place], find_words(language)
    if token[0].isdigit():
        return _read_figures(tokens, place, words)
    if token in words.vague:
        return Quantity(value=Fraction(words.vague[token]), is_vague=True), place + 1
    if parts := split_word(token, language):
        return _read_words(tokens, place + 1, parts, language)
    follows = tokens[place + 1] if place + 1 < len(tokens) else ""
    if token in words.one and follows in words.shares:
        return _read_share(tokens, place + 1, words)
    if token in words.ordinals:
        return Quantity(value=Fraction(words.ordinals[token])), place + 1
    if token in words.shares:
        return _read_share(tokens, place, words)
    if token in words.one and follows in _list_large(language):
        return _read_words(tokens, place + 2, split_word(follows, language), language)
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
        more = (split_joined if joined else split_word)(tokens[place + joined], language)
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


def _read_unit(tokens: Sequence[str], place: int, quantity: Quantity) -> tuple[Quantity, int]:
    """Return a quantity with the unit behind it."""
    for spelling, unit in LONG_UNITS.items():
        end = place + len(spelling)
        if tuple(tokens[place:end]) == spelling:
            return replace(quantity, unit=unit, is_year=False), end
    unit = UNITS.get(tokens[place], "") if place < len(tokens) else ""
    if not unit:
        return quantity, place
    return replace(quantity, unit=unit, is_year=False), place + 1
