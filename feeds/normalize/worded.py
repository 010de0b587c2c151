"""Dates in the words of some two hundred languages, read by dateparser.

It takes a while, so it comes last; and it is strict: year, month and day must be stated, with the
month in words or marked as one, and nothing else may stand there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from feeds.normalize.months import ENGLISH
from feeds.text.words import fold_text

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_LONGEST: Final = 80
# The locales of languages that go by another tag, or have several sets of months.
_LOCALES: Final = {
    "ar": ("ar-LB", "ar-DZ", "ar-MA"),
    "no": ("nb",),
    "nn": ("nb",),
    "sh": ("hr", "sr-Latn"),
    "sr": ("sr", "sr-Latn"),
}
# Words for "year" and "day" that dateparser does not know.
_SPARE: Final = {"lt": re.compile(r"\b[md]\.(?=\s|$)"), "lv": re.compile(r"\bgada\b")}
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\d)")
_NUMBER: Final = re.compile(r"\d+")
_MARKED: Final = re.compile(r"\d\s?[月월]|tháng\s\d", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Behind a year "م" says of which calendar it is; behind a time it would be "pm".
_COMMON_ERA: Final = re.compile(r"(?<=\d{4})\s?م(?!\w)")
# The years of the Buddhist calendar, which Thai uses, are ahead by so many.
_BUDDHIST: Final = 543
_BUDDHIST_YEARS: Final = range(2400, 2700)
_SETTINGS: Final = {
    "PARSERS": ["absolute-time"],
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "TIMEZONE": "UTC",
    "RETURN_AS_TIMEZONE_AWARE": False,
    # Nothing is taken from it: it keeps what is read from depending on the day.
    "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001 - as all that it reads
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What reads the dates of a locale, and how it names each month."""

    parser: "DateDataParser"
    months: tuple[frozenset[str], ...]

    def read_day(self, words: str) -> datetime | None:
        """Return the date that words state; None if they state none, or not all of it."""
        read = self.parser.get_date_data(words).date_obj
        return read if read and _states_day(words, read, self.months[read.month - 1]) else None


@lru_cache(maxsize=4_096)
def read_worded(words: str, language: str | None) -> datetime | None:
    """Return the date that stands in words; naive, but for one with a zone that is known there.

    Args:
        words: Without their time zone.
        language: BCP 47 tag; without one nothing is read, for ``listopad`` is November in Polish
            and October in Croatian.

    Returns:
        None if it cannot be read for certain.
    """
    if language is None or len(words) > _LONGEST or not _may_be_date(words):
        return None
    primary = language.lower().partition("-")[0]
    plain = _make_plain(words, primary)
    dates = (reader.read_day(plain) for reader in _open_readers(primary))
    return next(filter(None, dates), None)


def _make_plain(words: str, language: str) -> str:
    """Return words without what dateparser does not know in a language, or takes for another."""
    plain = _COMMON_ERA.sub("", words)
    if spare := _SPARE.get(language):
        plain = spare.sub("", plain)
    return _count_from_christ(plain) if language == "th" else plain


@lru_cache(maxsize=16)
def _open_readers(language: str) -> tuple[_Reader, ...]:
    """Return what reads the dates of a language; nothing where it is not known."""
    # Few feeds need it, and it takes a while.
    from dateparser.date import DateDataParser  # noqa: PLC0415
    from dateparser.languages.loader import default_loader  # noqa: PLC0415

    readers = []
    for name in _LOCALES.get(language, (language,)):
        try:
            (locale,) = default_loader.get_locale_map(locales=[name]).values()
        except ValueError:  # it is not known
            continue
        months = (frozenset(map(_squeeze, locale.info.get(month, ()))) for month in ENGLISH)
        parser = DateDataParser(locales=[name], settings=_SETTINGS)
        readers.append(_Reader(parser=parser, months=tuple(months)))
    return tuple(readers)


def _may_be_date(words: str) -> bool:
    """Tell whether a year, a day and a month that is no mere number can stand there.

    What is written in numbers alone is read elsewhere: nobody can tell 3/4/2026.
    """
    if not _YEAR.search(words):
        return False
    numbers = _NUMBER.findall(_CLOCK.sub(" ", words))
    return len(numbers) == 2 or bool(_MARKED.search(words))  # noqa: PLR2004 - day and year


def _count_from_christ(words: str) -> str:
    """Return words with a year of the Buddhist calendar as one of the common era."""
    return _YEAR.sub(
        lambda it: str(int(it[0]) - (_BUDDHIST if int(it[0]) in _BUDDHIST_YEARS else 0)), words
    )


def _states_day(words: str, read: datetime, month: Iterable[str]) -> bool:
    """Tell whether year, day and one of the names of the month stand in the words.

    To dateparser "a" is 1, as in "a day ago", and so may be a month.
    """
    numbers = {int(number) for number in _NUMBER.findall(words)}
    squeezed = _squeeze(words)
    return numbers >= {read.day, read.year} and any(name in squeezed for name in month)


def _squeeze(words: str) -> str:
    """Return words in small letters without accents and what stands between letters."""
    return "".join(it for it in fold_text(words) if it.isalnum())
