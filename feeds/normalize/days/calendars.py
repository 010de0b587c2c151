"""How each language names months and parts of the day, as ``calendars.json`` tells it.

The names are those of the Common Locale Data Repository (CLDR, Unicode License v3);
``benchmarks/quality/calendars.py`` writes them.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from feeds.normalize.days.files import read_calendars
from feeds.text.scripts import MARKS

# Letters beside which no space parts a name from a number.
_JOINED: Final = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SHORT: Final = 4
_OTHER_TAGS: Final = {"sh": "hr", "iw": "he", "in": "id", "tl": "fil", "mo": "ro"}

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The names of a language, in small letters and without the dots of short forms.

    Attributes:
        months: The number of each month, by its names.
        weekdays: The names of the days of the week; some are those of months as well.
        periods: From which to which minute parts of the day are, by their names.
        month: A pattern that finds the name of a month.
        period: A pattern that finds the name of a part of the day.
        weekday: A pattern that finds the name of a day of the week.
    """

    months: Mapping[str, int]
    weekdays: frozenset[str]
    periods: Mapping[str, Spans]
    month: str
    period: str
    weekday: str


@lru_cache(maxsize=32)
def find_calendar(language: str | None) -> Calendar | None:
    """Return the names of a language; None for one that is not known.

    Args:
        language: BCP 47 tag.
    """
    primary = (language or "").lower().partition("-")[0]
    stored = read_calendars().get(_OTHER_TAGS.get(primary, primary))
    if stored is None:
        return None
    periods = {name: [(a, b) for a, b in spans] for name, spans in stored["periods"].items()}
    return Calendar(
        months=stored["months"],
        weekdays=frozenset(stored["weekdays"]),
        periods=periods,
        month=write_pattern(stored["months"]),
        period=write_pattern(periods),
        weekday=write_pattern(stored["weekdays"]),
    )


def make_plain(words: str) -> str:
    """Return words as names are compared: in small letters, with their accents in one piece."""
    return unicodedata.normalize("NFC", words.replace("İ", "i").casefold())


def name_plain(words: str) -> str:
    """Return what a pattern has found as the names are written."""
    plain = re.sub(r"\s+", " ", words.replace(".", ""))
    return re.sub(r"(?<!\d)0(?=\d)", "", plain)


def write_pattern(names: Iterable[str]) -> str:
    """Return a pattern that finds any of some plain names as a whole, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    joined = [name for name in ordered if _JOINED.search(name)]
    parted = [name for name in ordered if not _JOINED.search(name)]
    numbered = rf"(?<!\d)(?:{_write_names(joined)})"
    whole = rf"(?<![^\W\d_])(?<![{MARKS}])(?:{_write_names(parted)})(?![^\W_])(?![{MARKS}])"
    return f"{numbered}|{whole}"


def _write_names(names: Iterable[str]) -> str:
    """Return a pattern for names: with dots where one is short, and a zero before a number."""
    return "|".join(map(_write_name, names)) or r"(?!)"


def _write_name(name: str) -> str:
    dot = r"\.?" if len(name) <= _SHORT else ""
    letters = "".join(r"\s" if it.isspace() else f"{re.escape(it)}{dot}" for it in name)
    return re.sub(r"(?<!\d)(?=[1-9](?!\d))", "0?", letters)
