"""The words of a sentence, with its quantities read: what they count, and in which unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Final

from feeds.compare.masks import hide_dates, hide_names
from feeds.compare.number_words import NUMBER_WORDS
from feeds.compare.numbers import find_words
from feeds.compare.quantities import Quantity, read_number
from feeds.compare.units import LONG_UNITS, MONEY, SHORT_SCALES, UNITS
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
# What is longer is no sentence: whoever sends many such would fill the memory.
_SHORT: Final = 1_000
# What stands between the part and the whole: one in two, uno de cada dos.
_OUT_OF: Final = frozenset(
    {("in",), ("out", "of"), ("de", "cada"), ("em", "cada"), ("sur",), ("su",), ("op", "de")}
)
_MOST_WHOLE: Final = 10
_SIGNS: Final = frozenset({"-", "−"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceWord:
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


def read_sentence(sentence: str, language: str | None) -> tuple[SentenceWord, ...]:
    """Return the words of a sentence in order, with its quantities read.

    Args:
        sentence: As printed.
        language: BCP 47 tag; where it is unknown, numbers in words are read as English.
    """
    if len(sentence) <= _SHORT:
        return _recall_terms(sentence, language)
    return _read_terms(sentence, language)


def _read_terms(sentence: str, language: str | None) -> tuple[SentenceWord, ...]:
    """Return the words of a sentence."""
    folded = fold_text(hide_names(sentence, language))
    tokens = tuple(found[0] for found in _TOKEN.finditer(hide_dates(folded, language)))
    primary = _find_primary(language)
    terms: list[SentenceWord] = []
    place = 0
    while place < len(tokens):
        term, place = _read_term(tokens, place, primary)
        terms.append(term)
    return _join_shares(terms)


_recall_terms = lru_cache(maxsize=1_024)(_read_terms)


def _join_shares(terms: Sequence[SentenceWord]) -> tuple[SentenceWord, ...]:
    """Return terms with "one in two" read as the part of a whole that it is."""
    joined: list[SentenceWord] = []
    for term in terms:
        joined.append(term)
        words = tuple(it.word for it in joined[-3:-1])
        between = next((some for some in (words, words[-1:]) if some in _OUT_OF), ())
        first = joined[-len(between) - 2] if len(joined) > len(between) + 1 else None
        if between and first and (share := _find_share(first, term)):
            del joined[-len(between) - 2 :]
            joined.append(share)
    return tuple(joined)


def _find_share(part: SentenceWord, whole: SentenceWord) -> SentenceWord | None:
    """Return a part of a whole as a term; None if these are no two small numbers."""
    value = part.quantity.value if part.quantity else Fraction(part.may_be_one)
    if not whole.quantity or not 0 < value < whole.quantity.value <= _MOST_WHOLE:
        return None
    return SentenceWord(word=part.word, quantity=Quantity(value=value / whole.quantity.value))


def _find_primary(language: str | None) -> str:
    """Return the subtag of a language whose numbers are known."""
    primary = (language or "en").partition("-")[0].lower()
    return primary if primary in NUMBER_WORDS else "en"


def _read_term(tokens: Sequence[str], place: int, language: str) -> tuple[SentenceWord, int]:
    """Return the term at a place, and the place behind it."""
    first = tokens[place]
    sign, money = first in _SIGNS, UNITS.get(first, "") in MONEY
    is_before = place + 1 < len(tokens) and tokens[place + 1][0].isdecimal()
    start = place + 1 if (sign or money) and is_before else place
    found = read_number(tokens, start, language)
    if found is None:
        return SentenceWord(word=first, may_be_one=first in find_words(language).one), place + 1
    quantity, after = found
    if money and start > place:
        quantity, after = _read_money(tokens, after, replace(quantity, unit=UNITS[first]))
    else:
        quantity, after = _read_unit(tokens, after, quantity)
    value = -quantity.value if sign and start > place else quantity.value
    return SentenceWord(word=first, quantity=replace(quantity, value=value)), after


def _read_money(tokens: Sequence[str], place: int, quantity: Quantity) -> tuple[Quantity, int]:
    """Return an amount of money with what is short for millions behind it: $5 m."""
    scale = SHORT_SCALES.get(tokens[place], 0) if place < len(tokens) else 0
    if not scale:
        return quantity, place
    return replace(quantity, value=quantity.value * scale), place + 1


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
