"""Times of day as they are written beside a date."""

import re
from datetime import timedelta
from functools import lru_cache
from typing import Final

from feeds.normalize.days.calendars import Calendar, find_calendar, make_plain, name_plain
from feeds.text.zones import HALF

TIME: Final = (
    r"(?<!\d)\d{1,2}(?:(?:[:.]|\s?h\s?)\d{2}(?:[:.]\d{2})?"
    r"|\s?[時时點点시]\s?\d{1,2}\s?[分분](?:\s?\d{1,2}\s?[秒초])?)"
)
"""A pattern: hour and minute, and perhaps the second."""
HOURS: Final = r"(?:uhr|uur|hrs?|h)\b"
"""A pattern: what makes an hour of a number before it, in small letters."""

_CLOCK: Final = re.compile(rf"(?P<time>{TIME})\s?(?P<half>{HALF})?")
# "3 pm" and "8 Uhr" are whole hours; a number alone is none.
_WHOLE: Final = re.compile(
    rf"(?<!\d)(?P<time>\d{{1,2}})\s?(?:(?P<half>{HALF})|{HOURS})", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"\d+")
_UNIT: Final = r"(?:\s?(?:uhr|uur|hrs?|h|น\.|г\.))?"
_GAP: Final = r"[\s,]{0,2}"
# Before a time, without a space, stands a part of the day; and these are some in any case.
_TOUCHED: Final = re.compile(
    r"[^\W\d_a-zA-Z](?=\d{1,2}(?:[:.]\d{2}|\s?[時时點点시]))|오전|오후|午前|午後|上午|下午"
)
_NOON: Final = 12
_HOUR: Final = 60


def read_clock(text: str, language: str | None) -> timedelta:
    """Return the time of day in a text, since midnight, which it is if none is stated.

    Args:
        text: Without the date.
        language: BCP 47 tag: in its words the half of the day may be stated.

    Raises:
        ValueError: It is none, or may be in either half of the day.
    """
    found = _CLOCK.search(text) or _WHOLE.search(text)
    if found is None:
        return timedelta()
    if len({other["time"] for other in _CLOCK.finditer(text)}) > 1:
        raise ValueError("two times of day")
    hour, minute, second = (*map(int, _NUMBER.findall(found["time"])), 0, 0)[:3]
    if hour <= _NOON:
        hour = _choose_half(hour, minute, found["half"], text, language)
    if hour > 23 or minute > 59:  # noqa: PLR2004 - a clock
        raise ValueError("no time of day")
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _choose_half(hour: int, minute: int, half: str | None, text: str, language: str | None) -> int:
    """Return the hour of 24 that one of twelve is.

    Raises:
        ValueError: The part of the day that is named holds none of the two, or is not known.
    """
    if half:
        return hour % _NOON + (_NOON if half[0] in "Pp" else 0)
    calendar = find_calendar(language)
    name = _find_period(text, calendar) if calendar else None
    if calendar is None or name is None:
        if _TOUCHED.search(text):
            raise ValueError("a part of the day that is not known")
        return hour
    spans = calendar.periods[name]
    hours = [
        it
        for it in (hour % _NOON, hour % _NOON + _NOON)
        if any(start <= it * _HOUR + minute < end for start, end in spans)
    ]
    if len(hours) != 1:
        raise ValueError("not to be told from the other half of the day")
    return hours[0]


def _find_period(text: str, calendar: Calendar) -> str | None:
    """Return the name of the part of the day that stands beside a time."""
    found = _beside(calendar.period).search(make_plain(text))
    return name_plain(found["behind"] or found["ahead"]) if found else None


@lru_cache(maxsize=32)
def _beside(period: str) -> re.Pattern[str]:
    """Return what finds the name of a part of the day beside a time."""
    time = rf"(?:{TIME}|(?<!\d)\d{{1,2}}(?=\s?(?:uhr|uur)\b))"
    return re.compile(
        rf"{time}{_UNIT}{_GAP}(?P<behind>{period})|(?P<ahead>{period}){_GAP}(?:\w{{1,4}}\s)?{time}"
    )
