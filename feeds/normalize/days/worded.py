"""Days with a month in words, in the languages of the Common Locale Data Repository."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from feeds.normalize.days.calendars import Calendar, find_calendar, make_plain, name_plain
from feeds.normalize.days.clocks import TIME
from feeds.text.zones import names_zone

_LONGEST: Final = 120
# What may stand between day, month and year: signs, and small words that say nothing.
_GAP: Final = r"[\s,./\-–年년]{0,3}"
_WORD: Final = r"(?:(?:de|del|di|d['’]|ta['’]|ng|năm|gada|[mгрж]\.?|พ\.?ศ\.?)\s?)?"
_DAY: Final = r"(?<!\d)(?P<day>\d{1,2})(?!\d)(?:[ºª日일号號]|st|nd|rd|th|er|e)?"
# Behind a year an Arabic "م" says of which calendar it is.
_YEAR: Final = r"(?<!\d)(?P<year>\d{4})(?!\d)(?:\s?م(?!\w))?"
# The years of the Buddhist calendar, which Thai uses, are ahead by so many.
_BUDDHIST: Final = 543
_BUDDHIST_YEARS: Final = range(2400, 2700)


def find_day(words: str, language: str | None) -> tuple[int, int, int, str] | None:
    """Return the day that words state, with the words around it.

    Args:
        words: Without their time zone.
        language: BCP 47 tag; without one nothing is read, for ``listopad`` is November in Polish
            and October in Croatian.

    Returns:
        Year, month, day and the other words in small letters; None where one is not stated, or
        another month, a number that is no time, or a time zone stands there.
    """
    calendar = find_calendar(language)
    if calendar is None or len(words) > _LONGEST or names_zone(words):
        return None
    plain = make_plain(words)
    found = _find_form(plain, _write_forms(calendar.month))
    if found is None:
        return None
    month = calendar.months[name_plain(found["month"])]
    rest = _cut_form(found)
    if _name_months(plain, calendar) != {month} or rest is None:
        return None
    year = int(found["year"])
    if year in _BUDDHIST_YEARS and calendar is find_calendar("th"):
        year -= _BUDDHIST
    return year, month, int(found["day"]), rest


def drop_yearless(words: str, language: str | None) -> str | None:
    """Return words in small letters without the day and month that they state.

    Args:
        words: Without a year.
        language: BCP 47 tag.

    Returns:
        None where none is stated, or another month, or a number that is no time stands there.
    """
    calendar = find_calendar(language)
    if calendar is None or len(words) > _LONGEST:
        return None
    plain = make_plain(words)
    found = _find_form(plain, _write_yearless(calendar.month))
    if found is None or len(_name_months(plain, calendar)) > 1:
        return None
    return _cut_form(found)


def _find_form(plain: str, forms: Iterable[re.Pattern[str]]) -> re.Match[str] | None:
    """Return where the parts of a date stand beside each other."""
    return next(filter(None, (form.search(plain) for form in forms)), None)


def _cut_form(found: re.Match[str]) -> str | None:
    """Return the words around a date, or None where a number that is no time is among them."""
    rest = f"{found.string[: found.start()]} {found.string[found.end() :]}"
    return None if re.search(r"\d", re.sub(TIME, " ", rest)) else rest


@lru_cache(maxsize=32)
def _write_yearless(month: str) -> tuple[re.Pattern[str], ...]:
    """Return the orders in which day and month stand."""
    name = rf"(?P<month>{month})\.?"
    orders = ((_DAY, _GAP, _WORD, name), (name, _GAP, _DAY))
    return tuple(re.compile("".join(parts)) for parts in orders)


@lru_cache(maxsize=32)
def _write_forms(month: str) -> tuple[re.Pattern[str], ...]:
    """Return the orders in which day, month and year stand."""
    name = rf"(?P<month>{month})\.?"
    orders = (
        (_DAY, _GAP, _WORD, name, _GAP, _WORD, _YEAR),
        (name, _GAP, _DAY, _GAP, _WORD, _YEAR),
        (_YEAR, _GAP, _WORD, name, _GAP, _DAY),
        (_YEAR, _GAP, _WORD, _DAY, _GAP, _WORD, name),
    )
    return tuple(re.compile("".join(parts)) for parts in orders)


def _name_months(plain: str, calendar: Calendar) -> set[int]:
    """Return the months that words name; of a word that is a day as well, where it stands alone."""
    names = {name_plain(found[0]) for found in re.finditer(calendar.month, plain)}
    return {calendar.months[name] for name in names - calendar.weekdays or names}
