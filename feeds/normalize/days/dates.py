"""Dates as publishers say them: read if they can be, never invented."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

from feeds.model import Inference, Problem, Stamp
from feeds.normalize.days.calendars import find_calendar, make_plain
from feeds.normalize.days.clocks import read_clock
from feeds.normalize.days.months import number_month
from feeds.normalize.days.worded import find_day
from feeds.text.characters import clean_characters, cut_text, join_line
from feeds.text.zones import HALF, Zone, drop_zone, find_zone

_MAX_RAW: Final = 200
_EARLIEST_YEAR: Final = 1900
_AHEAD: Final = timedelta(days=366)
_MONTHS: Final = 12
# What a computer writes where it holds no date.
_NOTHING: Final = datetime(1970, 1, 1, tzinfo=UTC)

_MONTH_FIRST: Final = re.compile(
    r"(?P<month>[^\W\d_]{3,10})\.?\s{1,3}(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?P<year>\d{4})\b"
)
_DAY_FIRST: Final = re.compile(
    r"\b(?P<day>\d{1,2})(?:(?:st|nd|rd|th|er|º|\.)?\s{1,3}(?:de\s)?|-)(?P<month>[^\W\d_]{3,10})"
    r"(?:\.?,?\s{1,3}(?:de\s)?|-)(?P<year>\d{4})\b"
)
_NUMBERS: Final = re.compile(
    r"\b(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})\b(?![+-]\d)"
)
# Where dots part the numbers, the day comes first.
_DOTTED: Final = re.compile(r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})\b")
_SLASHED: Final = re.compile(
    r"(?<![\d-])(?P<one>\d{1,2})(?P<sign>[/-])(?P<other>\d{1,2})(?P=sign)(?P<year>\d{4})\b(?![+-]\d)"
)
_UNIX: Final = re.compile(r"(\d{10})(?:\d{3})?")
# A zone where there is no time of day with a colon: 20261123T10Z.
_ISO_ZONE: Final = re.compile(r"T\d{2,6}(?:[.,]\d{1,9})?(?:[Zz]|[+-]\d{2}:?(?:\d{2})?)$")
# The standard readers take a whole week for its Monday, the zone of a day for its time, and 6 PM
# or 6 in the evening for 6 in the morning.
_MISREAD: Final = re.compile(
    rf"^\d{{4}}-?W\d|^[\d-]{{8,10}}[+-]\d|\d\s?{HALF}|\d[:.]\d{{2}}\s+[^\W\d_]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDate:
    """A date of a story.

    Attributes:
        date: Aware, UTC; None if unstated or unreadable.
        raw: The publisher's words; empty if unstated.
        inferred: What was inferred about it.
        problems: Why it could not be read.
    """

    date: datetime | None = None
    raw: str = ""
    inferred: tuple[Inference, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_date(
    stamp: Stamp | None, field: str, seen: datetime, language: str | None = None
) -> ReadDate:
    """Return a stated date, or that it is unreadable: it is never guessed from now.

    A number of ten figures, or thirteen, counts seconds or milliseconds since 1970 (POSIX.1, 4.19).

    Args:
        stamp: As stated; None if nothing was.
        field: ``published`` or ``updated``.
        seen: When the document was read; a date over a year later is no date.
        language: BCP 47 tag of the story; without it, months are known in ten languages.
    """
    if stamp is None or not stamp.raw.strip():
        return ReadDate()
    raw = cut_text(join_line(clean_characters(stamp.raw)), _MAX_RAW)
    zone = _find_zone(raw, language)
    if zone and zone.offset is None and stamp.parsed is None:
        what = f"{field}: no date in {raw!r}: its time zone {zone.words!r} is not known for certain"
        return ReadDate(raw=raw, problems=(Problem(what=what),))
    date = stamp.parsed or _parse_words(raw, zone, language)
    if date is None or not _is_plausible(date, seen):
        return ReadDate(raw=raw, problems=(Problem(what=f"{field}: no date in {raw!r}"),))
    stated = zone or _ISO_ZONE.search(raw) or _UNIX.fullmatch(raw)
    inferred = () if stated else (Inference(field=field, origin="time zone not stated, UTC taken"),)
    return ReadDate(date=date.astimezone(UTC), raw=raw, inferred=inferred)


def drop_day(line: str, language: str | None) -> str | None:
    """Return the words of a line without the day that it states and its time zone.

    Args:
        line: Plain, of any length.
        language: BCP 47 tag.

    Returns:
        None if no day is stated, or more than one.
    """
    if len(line) > _MAX_RAW:
        return None
    zone = _find_zone(line, language)
    words = drop_zone(line, zone) if zone else line
    rest = next((rest for *_, rest in _list_days(words, language)), None)
    return None if rest is None or any(_list_days(rest, language)) else rest


def _find_zone(raw: str, language: str | None) -> Zone | None:
    """Return the time zone stated in words; "3:05 CH" has none in Vietnamese, it is afternoon."""
    zone = find_zone(raw)
    if zone is None or zone.offset is not None:
        return zone
    calendar = find_calendar(language)
    return None if calendar and make_plain(zone.words) in calendar.periods else zone


def _is_plausible(date: datetime, seen: datetime) -> bool:
    """Tell whether a date may be one of a report: neither ages ago, nor far ahead, nor zero."""
    return date.year >= _EARLIEST_YEAR and date <= seen + _AHEAD and date != _NOTHING


def _parse_words(raw: str, zone: Zone | None, language: str | None) -> datetime | None:
    """Return the date in the words, aware; UTC where no zone is stated."""
    if unix := _UNIX.fullmatch(raw):
        return datetime.fromtimestamp(int(unix[1]), UTC)
    words = drop_zone(raw, zone) if zone else raw
    stated = timezone(zone.offset) if zone and zone.offset else UTC
    date = _parse_standard(words) or _parse_loose(words, stated, language)
    if date is None:
        return None
    try:
        aware = date if date.tzinfo else date.replace(tzinfo=stated)
        return aware.astimezone(UTC)
    except OverflowError:  # within a day of year 1 or 9999
        return None


def _parse_standard(words: str) -> datetime | None:
    """Return a date of ISO 8601 or of e-mail (RFC 5322, 3.3), its zone taken away."""
    if _MISREAD.search(words):
        return None
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _parse_loose(raw: str, zone: timezone, language: str | None) -> datetime | None:
    """Return a date such as ``March 3, 2019, 4:05 PM``, ``3 mars 2019`` or ``23.11.2026``.

    Of two days in one line nobody can tell which is meant.
    """
    for year, month, day, rest in _list_days(raw, language):
        if next(_list_days(rest, language), None):
            return None
        try:
            return datetime(year, month, day, tzinfo=zone) + read_clock(rest, language)
        except (ValueError, OverflowError):
            return None
    return None


def _list_days(raw: str, language: str | None) -> Iterator[tuple[int, int, int, str]]:
    """Yield the days that words may name, as year, month and day, with the words around them.

    ``3/4/2019`` is left alone: nobody can tell the day from the month; in ``23/11/2019`` one can.
    """
    for form in (_MONTH_FIRST, _DAY_FIRST, _NUMBERS, _DOTTED):
        match = form.search(raw)
        if match and (month := _number_month(match["month"])):
            yield int(match["year"]), month, int(match["day"]), _cut_match(raw, match)
    if match := _SLASHED.search(raw):
        month, day = sorted((int(match["one"]), int(match["other"])))
        if day > _MONTHS or month == day:
            yield int(match["year"]), month, day, _cut_match(raw, match)
    if worded := find_day(raw, language):
        yield worded


def _number_month(word: str) -> int | None:
    """Return the number of a month in figures or words."""
    return int(word) if word.isdigit() else number_month(word)


def _cut_match(raw: str, match: re.Match[str]) -> str:
    """Return the words before and behind a match."""
    return f"{raw[: match.start()]} {raw[match.end() :]}"
