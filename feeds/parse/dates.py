"""Dates as stated, read where they follow a standard."""

import calendar
import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

from feeds.model import Stamp
from feeds.parse.dateforms import read_year_first, states_moment
from feeds.text.characters import join_line
from feeds.text.zones import drop_zone, find_zone

_LONGEST: Final = 400
_MAIL_DATE: Final = re.compile(
    r"(?:[A-Za-z]{3,9},?\s?)?\d{1,2}\s[A-Za-z]{3,9}\.?\s\d{4}\s\d{1,2}:\d{2}(?::\d{2})?"
)


def read_stamp(raw: str) -> Stamp | None:
    """Return a date in words as a stamp, or None if there are no words.

    Read are ISO 8601 (RFC 3339), the dates of mail (RFC 5322, 3.3) and what begins with the year
    (``2026/11/23 10:00``, ``2026年11月23日``), with any time zone that is
    known for certain. A time without a zone is taken as UTC, as feed readers do; one with a zone
    that may be several is left open.
    """
    raw = raw.strip()
    return Stamp(raw=raw, parsed=_read_date(_shorten(raw))) if raw else None


def stamp_from_struct(raw: str, parsed: tuple[int, ...] | None) -> Stamp | None:
    """Return a date that feedparser has read, if it is not read here.

    feedparser takes a zone it does not know for UTC, passes over "pm" and "in the evening", takes
    what is missing from the day it runs, and turns February 30 into March 2: it is believed only
    where the words say the same.
    """
    stamp = read_stamp(raw)
    if stamp is None or stamp.parsed or parsed is None:
        return stamp
    try:
        read = datetime.fromtimestamp(calendar.timegm(parsed), UTC)
        return Stamp(raw=stamp.raw, parsed=_believe(_shorten(stamp.raw), read))
    except (ValueError, OverflowError, OSError):
        return stamp


def _shorten(raw: str) -> str:
    """Return the words on one line, as far as a date can reach."""
    return join_line(raw[: 10 * _LONGEST])[:_LONGEST]


def _believe(words: str, read: datetime) -> datetime | None:
    """Return a foreign reading (UTC) as far as the words bear it out; None if they do not."""
    zone = find_zone(words)
    if zone is None:
        return read if states_moment(words, read.replace(tzinfo=None)) else None
    if zone.offset is None:
        return None
    rest = drop_zone(words, zone)
    for candidate in (read, read - zone.offset):
        if states_moment(rest, (candidate + zone.offset).replace(tzinfo=None)):
            return candidate
    return None


def _read_date(words: str) -> datetime | None:
    """Return the date in UTC, or None if the words follow no standard."""
    zone = find_zone(words)
    if zone and zone.offset is None:
        return None
    rest = drop_zone(words, zone) if zone else words
    read = _read_iso_date(words) or _read_iso_date(rest) or _read_mail_date(rest)
    if read and not states_moment(rest, read.replace(tzinfo=None)):
        return None
    read = read or read_year_first(rest)
    if read is None:
        return None
    offset = zone.offset if zone and zone.offset else timedelta()
    try:
        aware = read if read.tzinfo else read.replace(tzinfo=timezone(offset))
        return aware.astimezone(UTC)
    except OverflowError:
        return None


def _read_iso_date(words: str) -> datetime | None:
    """Return a date of the form ``2026-11-23T10:00:00+01:00``."""
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def _read_mail_date(words: str) -> datetime | None:
    """Return a date of the form ``Mon, 23 Nov 2026 10:00:00``."""
    if not _MAIL_DATE.fullmatch(words):
        return None
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
