"""How often a publisher wants to be asked: RSS 2.0, and the syndication module of RSS 1.0.

Only what is stated and makes sense counts: a value that no publisher can mean is none.
"""

import re
from datetime import timedelta
from typing import Final

from lxml import etree

from feeds.model import Pace

_PERIODS: Final = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOURS: Final = 24
_LONGEST: Final = timedelta(days=366)
_SHORTEST: Final = timedelta(minutes=1)
_NUMBER: Final = re.compile("[0-9]{1,6}")


def read_pace(parent: str, children: "list[etree._Element]") -> Pace:
    """Return what the elements of a channel say about asking.

    ``ttl`` (in minutes), ``skipHours`` (GMT; 24 is midnight too) and ``skipDays`` are those of RSS
    itself, not of another vocabulary; of ``sy:updatePeriod`` the local name is enough.

    Args:
        parent: The tag of the channel.
        children: Its elements.
    """
    namespace = parent.rpartition("}")[0]
    first: dict[str, etree._Element] = {}
    for child in children:
        tag: object = child.tag
        if isinstance(tag, str):
            own = tag.rpartition("}")[0] == namespace and ":" not in tag.rpartition("}")[2]
            prefix = "" if own else "sy:"
            first.setdefault(f"{prefix}{local_name(child)}", child)
    return Pace(
        every=_read_ttl(first) or _read_period(first),
        skip_hours=_leave_some(_read_hours(first), _HOURS),
        skip_days=_leave_some(_read_days(first), len(_DAYS)),
    )


def local_name(element: "etree._Element") -> str:
    """Return an element's name without namespace or prefix, lower case; empty for a comment."""
    tag: object = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _read_ttl(first: "dict[str, etree._Element]") -> timedelta | None:
    """Return the minutes for which a document may be kept (RSS 2.0, ttl)."""
    minutes = _read_number(_words(first.get("ttl")))
    return _check_length(timedelta(minutes=minutes)) if minutes else None


def _read_period(first: "dict[str, etree._Element]") -> timedelta | None:
    """Return the period divided by the updates in it; the frequency is 1 where none is stated.

    With a frequency that nobody can read, nothing is known: a day would be too long for a feed
    that changes ten times in it.
    """
    period = _PERIODS.get(_words(first.get("sy:updateperiod")).lower())
    stated = first.get("sy:updatefrequency")
    frequency = 1 if stated is None else _read_number(_words(stated))
    return _check_length(period / frequency) if period and frequency else None


def _read_hours(first: "dict[str, etree._Element]") -> set[int]:
    """Return the hours in which nobody should ask."""
    numbers = (_read_number(words) for words in _list_words(first.get("skiphours"), "hour"))
    return {number % _HOURS for number in numbers if number is not None and number <= _HOURS}


def _read_days(first: "dict[str, etree._Element]") -> set[int]:
    """Return the days on which nobody should ask."""
    names = (words.lower() for words in _list_words(first.get("skipdays"), "day"))
    return {_DAYS.index(name) for name in names if name in _DAYS}


def _leave_some(skipped: set[int], all_of_them: int) -> tuple[int, ...]:
    """Return what is skipped, in order; nothing if that would be always."""
    return tuple(sorted(skipped)) if len(skipped) < all_of_them else ()


def _list_words(holder: "etree._Element | None", name: str) -> list[str]:
    """Return the words of the elements of a name in a list."""
    children = [] if holder is None else list(holder)[: 10 * _HOURS]
    return [_words(child) for child in children if local_name(child) == name]


def _words(element: "etree._Element | None") -> str:
    """Return the words of an element; nothing if it is missing."""
    return "" if element is None else (element.text or "").strip()


def _read_number(words: str) -> int | None:
    """Return a whole number that is not negative."""
    return int(words) if _NUMBER.fullmatch(words) else None


def _check_length(length: timedelta) -> timedelta | None:
    """Return a length that a publisher can mean."""
    return length if _SHORTEST <= length <= _LONGEST else None
