"""What numbers count, as digits and as words."""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final

from feeds.compare.number_words import NUMBER_WORDS, NumberWords

_OTHERWISE: Final = "en"
_HUNDRED: Final = 100
_TWENTY: Final = 20
_FOUR: Final = 4
_TEN: Final = 10
# dix-sept, soixante-dix-huit
_SEVEN: Final = range(7, 10)
_THOUSAND: Final = 1_000

# One, then many groups of three digits; or one point or comma before a decimal part.
_GROUPED: Final = re.compile(r"(?P<whole>\d{1,3}(?:(?P<sign>[ '.,])\d{3})(?:(?P=sign)\d{3})*)")
_PARTED: Final = re.compile(r"(?P<whole>\d+)(?:[.,](?P<part>\d+))?")


def find_words(language: str | None) -> NumberWords:
    """Return how a language (BCP 47) writes numbers; English where it is unknown."""
    primary = (language or _OTHERWISE).partition("-")[0].lower()
    return NUMBER_WORDS.get(primary, NUMBER_WORDS[_OTHERWISE])


def read_digits(text: str) -> Fraction:
    """Return what digits with points, commas, spaces or apostrophes count.

    Three digits behind a sign are thousands ("1,000", "1.000"), any other number of them is a
    decimal part; "0.125" begins with nothing to group.
    """
    if (found := _GROUPED.match(text)) and not found["whole"].startswith("0"):
        whole = re.sub(r"\D", "", found["whole"])
        part = re.sub(r"\D", "", text[found.end() :])
    elif found := _PARTED.match(text):
        whole, part = found["whole"], found["part"] or ""
    else:
        raise ValueError(f"no number: {text!r}")
    return Fraction(int(whole + part), 10 ** len(part))


@lru_cache(maxsize=4_096)
def split_number(word: str, language: str) -> tuple[str, ...]:
    """Return the parts of a word that is a number; none if it is something else.

    Args:
        word: Folded: ``dreiundzwanzig``, ``twelve``, ``duecento``.
        language: Primary subtag of a language that is known.
    """
    words = NUMBER_WORDS[language]
    parts = {*words.small, *words.hundreds, *words.scales} - {"k", "mi", "bi", "mn", "bn", "tn"}
    if word in parts:
        return (word,)
    if language not in _COMPOUNDS:
        return ()
    return _cut_word(_TIMES.sub("", word), language)


_COMPOUNDS: Final = frozenset({"de", "nl", "it"})
# So many times: dreimal, zweifache, viermaal, drievoudig.
_TIMES: Final = re.compile(r"(?:mal|maal|fach|voudig)(?:e|er|es|en|em)?$")
# What is one behind other parts, and elsewhere an article.
_INNER: Final = {
    "de": {"ein": 1},
    "nl": {},
    "it": {"un": 1},
    "fr": {"une": 1},
    "es": {"un": 1, "una": 1},
    "pt": {"um": 1, "uma": 1},
}


def _cut_word(word: str, language: str) -> tuple[str, ...]:
    """Return the parts of a compound, the longest first that leaves parts behind it."""
    words = NUMBER_WORDS[language]
    parts = {*words.small, *words.hundreds, *words.scales, *words.joiners, *_INNER[language]}
    longest = sorted((part for part in parts if len(part) > 1), key=len, reverse=True)
    cut = _cut_rest(word, tuple(longest))
    numbers = tuple(part for part in cut if part not in words.joiners)
    return numbers if set(numbers) - _INNER[language].keys() else ()


def _cut_rest(rest: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return how a text is made of parts; nothing if it is not."""
    if rest in parts:
        return (rest,)
    for part in parts:
        if rest.startswith(part) and (more := _cut_rest(rest[len(part) :], parts)):
            return (part, *more)
    return ()


def count_parts(parts: Sequence[str], language: str) -> Fraction:
    """Return what the parts of a number count together."""
    words = NUMBER_WORDS[language]
    total = current = 0
    for part in parts:
        if part in words.scales:
            scale = words.scales[part]
            total, current = _scale(total, current, scale), 0
        elif words.hundreds.get(part) == _HUNDRED:
            current = max(current, 1) * _HUNDRED
        elif part in words.hundreds:
            current += words.hundreds[part]
        else:
            small = words.small.get(part) or _INNER.get(language, {}).get(part, 0)
            # quatre-vingt
            current = current * small if (current, small) == (_FOUR, _TWENTY) else current + small
    return Fraction(total + current)


def split_joined(word: str, language: str) -> tuple[str, ...]:
    """Return the parts of a word behind "and": there, what else is an article may be one."""
    return (word,) if word in _INNER.get(language, {}) else split_number(word, language)


def goes_on(last: str, following: str, language: str) -> bool:
    """Tell whether two parts in a row belong to one number: "sixty" and "two", not "two three"."""
    words = NUMBER_WORDS[language]
    large = {**words.hundreds, **words.scales}
    if last in large or following in words.scales or words.hundreds.get(following) == _HUNDRED:
        return True
    one = words.small.get(last, 0)
    other = words.small.get(following) or _INNER.get(language, {}).get(following, 0)
    if language == "fr" and ((one, other) == (_FOUR, _TWENTY) or (one == _TEN and other in _SEVEN)):
        return True
    return one >= _TWENTY and one % 10 == 0 and 0 < other < _TWENTY


def may_join(last: str, following: str, language: str) -> bool:
    """Tell whether "and" between two parts belongs to the number: "hundred and five"."""
    words = NUMBER_WORDS[language]
    if language in {"en", "nl"}:
        return last in words.hundreds or last in words.scales
    return goes_on(last, following, language)


def _scale(total: int, current: int, scale: int) -> int:
    """Return a total with a scale behind it: "mil millones" multiplies what stood before."""
    if total and scale > _THOUSAND and not current:
        return total * scale
    return total + max(current, 1) * scale
