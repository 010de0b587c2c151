"""Does a date stand in the words? What a tolerant reader found is believed only if it does."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from feeds.text.zones import HALF

# "10:00", "T10:00:59.25" and "6:00 PM"; "T10", "T143000" and "T143000.5Z" in ISO 8601.
_CLOCK: Final = re.compile(
    r"(?<![\d:+-])[Tt]?(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    rf"(?::(?P<second>\d{{2}})(?:[.,]\d{{1,12}})?)?(?![\d:])(?:\s?(?P<half>{HALF}))?"
    r"|(?<=\d)[Tt](?P<hour_only>\d{2})(?:(?P<minute_after>\d{2})"
    r"(?:(?P<second_after>\d{2})(?:[.,]\d{1,12})?)?)?(?:[+-]\d{2}(?::?\d{2})?$)?(?![\d:])"
)
# "3:05 in the afternoon": who passes over that takes it for morning.
_FOLLOWED: Final = re.compile(r"\s+[^\W\d_]")
_NUMBER: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
)

_ANY_MONTH: Final = 99
_NOON: Final = 12
_YEAR_DIGITS: Final = 4
_DAY: Final = timedelta(days=1)

# Year first, with or without the signs of Chinese, Japanese and Korean, then a time of day.
_DAY_STATED: Final = re.compile(
    r"(?P<year>\d{4})\s?[年년./-]\s?(?P<month>\d{1,2})\s?[月월./-]\s?(?P<day>\d{1,2})(?!\d)"
    r"\s?[日일号號.]?\s{0,3}(?:[(（][^()（）]{1,3}[)）]|(?:星期|周|週).|.(?:曜日|요일))?\s{0,3}"
)
_CLOCK_STATED: Final = re.compile(
    r"(?P<half>오전|오후|午前|午後|上午|下午)?\s{0,3}(?P<hour>\d{1,2})\s?[:：時时시點点]\s?"
    r"(?P<minute>\d{1,2})\s?[:：分분]?\s?(?:(?P<second>\d{1,2})\s?[秒초]?)?"
)
_AFTERNOON: Final = {"오후", "午後", "下午"}


def states_moment(words: str, local: datetime) -> bool:
    """Tell whether words state the moment that was read from them.

    They must name year, month and day, all of them and the same, and the same time of day or none:
    a day alone begins at midnight. Other numbers may not stand there.

    Args:
        words: Without their time zone.
        local: Naive, in that zone.
    """
    found = _CLOCK.search(words)
    clock = _read_clock(found) if found else timedelta()
    if clock is None or (found and _FOLLOWED.match(words, found.end())):
        return False
    try:
        midnight = local.replace(microsecond=0) - clock
    except OverflowError:  # the end of the day before year 1
        return False
    if midnight.time() != time():
        return False
    rest = f"{words[: found.start()]} {words[found.end() :]}" if found else words
    return _names_day(rest, midnight.date())


def read_year_first(raw: str) -> datetime | None:
    """Return a date such as ``2026/11/23 14:30`` or ``2026年11月23日 午後2時30分``, naive.

    None if anything else stands there: half a date is no date.
    """
    found = _DAY_STATED.match(raw)
    if found is None:
        return None
    rest = raw[found.end() :]
    clock = _CLOCK_STATED.fullmatch(rest.strip())
    if rest.strip() and clock is None:
        return None
    try:
        day = datetime(int(found["year"]), int(found["month"]), int(found["day"]))  # noqa: DTZ001
        return datetime.combine(day, _read_stated_clock(clock)) if clock else day
    except ValueError:
        return None


def _read_stated_clock(found: re.Match[str]) -> time:
    """Return the time of day.

    Raises:
        ValueError: No clock shows it.
    """
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % _NOON + (_NOON if found["half"] in _AFTERNOON else 0)
    return time(hour, int(found["minute"]), int(found["second"] or 0))


def _read_clock(found: re.Match[str]) -> timedelta | None:
    """Return the time of day since midnight; None if no clock shows it."""
    hour = int(found["hour"] or found["hour_only"])
    minute = int(found["minute"] or found["minute_after"] or 0)
    second = int(found["second"] or found["second_after"] or 0)
    if found["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"][0] in "Pp" else 0)
    clock = timedelta(hours=hour, minutes=minute, seconds=second)
    # 24:00 is the end of a day (ISO 8601), and a minute can have a leap second.
    return clock if minute < 60 and second <= 60 and clock <= _DAY else None  # noqa: PLR2004


def _names_day(words: str, day: date) -> bool:
    """Tell whether words name a day; its year may be shortened beside a month's name."""
    numbers = _NUMBER.findall(words)
    months = set(filter(None, map(_number_month, _WORD.findall(words))))
    stated = _sort_numbers(numbers, months)
    if stated is None:
        return False
    year, fitting, number = stated
    years = {day.year} if len(year) == _YEAR_DIGITS else {day.year % 100}
    return bool(fitting & {day.month, _ANY_MONTH}) and number == day.day and int(year) in years


def _sort_numbers(numbers: list[str], months: set[int]) -> tuple[str, set[int], int] | None:
    """Return year, the months it may be, and day; None if one is missing.

    Numbers alone are a date only with the year first and whole: nobody can tell 03-04-05.
    """
    match [*map(len, numbers)]:
        case [8]:
            (whole,) = numbers
            return whole[:4], {int(whole[4:6])}, int(whole[6:])
        case [4, 1 | 2, 1 | 2]:
            year, month, day = numbers
            return year, {int(month)}, int(day)
        case [4, 1 | 2] if months:
            year, day = numbers
            return year, months, int(day)
        case [1 | 2, 2 | 4] if months:
            day, year = numbers
            return year, months, int(day)
        case _:
            return None


def _number_month(word: str) -> int | None:
    """Return 1 to 12 for an English month, any for a word in other letters, None for the rest."""
    if not word.isascii():
        return _ANY_MONTH
    short = word[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else None
