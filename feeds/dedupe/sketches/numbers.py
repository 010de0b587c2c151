"""Numbers of a report: one, in whatever digits and with whatever separators it is written."""

import re
import unicodedata
from datetime import datetime
from typing import Final

from feeds.text.tags import find_language
from feeds.text.words import fold_text

# Full stop and comma, and what takes their place between Arabic digits.
_SEPARATORS: Final = ".,\u066b\u066c"
_SPACES: Final = " \u00a0\u202f"
# In other alphabets endings and units are written without a space: ``32명``, ``20км``.
_LATIN: Final = "a-zA-Z\u00c0-\u024f"
FIGURE: Final = (
    rf"\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[{_SEPARATORS}]\d+)+"
    rf"|\d+(?=[^\W\d_{_LATIN}])"
)
"""A pattern: a number of several groups of digits, or what it counts stands right behind."""

# ``1,200``, ``1.200``, ``1'200`` and ``1 200`` are one number, so are ``5.4`` and ``5,4``; in India
# a hundred thousand is ``1,00,000``.
_THOUSANDS: Final = re.compile(rf"(?<=\d)[.,\u066c'{_SPACES}](?=\d{{3}}(?!\d))")
_LAKHS: Final = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
# Alone, with an ending behind an apostrophe, or as part of a date.
_YEAR: Final = re.compile(r"(?:\d{1,2}\.){0,2}(\d{4})(?:['’][^\W\d_]+)?|(\d{4})\.\d{1,2}\.\d{1,2}")
# The years of the Buddhist, the Iranian and the Nepali calendar, from those of the common era.
_ERAS: Final = {"th": 543, "fa": -621, "ne": 57}


def read_number(word: str) -> str:
    """Return a word with a digit as one number: ASCII digits, a point, no other separators.

    Args:
        word: As written; what an apostrophe parts from it tells nothing: ``l'11``, ``20'de``.
    """
    digits = "".join(
        [str(unicodedata.decimal(it)) if it.isdecimal() else it for it in fold_text(word)]
    )
    if _LAKHS.fullmatch(digits):
        return digits.replace(",", "")
    joined = _THOUSANDS.sub("", digits)
    plain = next((it for it in joined.split("'") if not it.isalpha()), joined)
    return "".join(plain.replace(",", ".").replace("\u066b", ".").split())


def list_years(told: datetime, language: str | None) -> frozenset[int]:
    """Return the year in which a report was told, with those beside it, as its readers count.

    Args:
        told: When it was told.
        language: BCP 47 tag; some count in another era, too.
    """
    eras = {0, _ERAS.get(find_language(language), 0)}
    return frozenset(told.year + era + way for era in eras for way in (-1, 0, 1))


def names_year(word: str, years: frozenset[int]) -> bool:
    """Tell whether a word is one of some years, or a date of one, in any digits.

    Args:
        word: As written.
        years: Which.
    """
    year = _YEAR.fullmatch(word) if word[0].isdigit() else None
    return year is not None and int(year[1] or year[2]) in years
