"""Dates as stated, read where they follow a standard."""

import calendar
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from feeds.model import Stamp

_MAIL_DATE = re.compile(
    r"(?:[A-Za-z]{3,9},?\s{0,5})?\d{1,2}\s{1,5}[A-Za-z]{3,9}\.?\s{1,5}\d{4}\s.{3,40}"
)


def read_stamp(raw: str) -> Stamp | None:
    """Return a date in words as a stamp, or None if there are no words.

    Read are ISO 8601 (RFC 3339) and the dates of mail (RFC 5322, 3.3). A time without a zone is
    taken as UTC, as feed readers do.
    """
    raw = raw.strip()
    return Stamp(raw=raw, parsed=_read_date(raw)) if raw else None


def stamp_from_struct(raw: str, parsed: tuple[int, ...] | None) -> Stamp | None:
    """Return a date that feedparser has read (UTC), or read it here if it could not."""
    if not raw.strip():
        return None
    if parsed is None:
        return read_stamp(raw)
    try:
        read = datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        read = None
    return Stamp(raw=raw.strip(), parsed=read)


def _read_date(raw: str) -> datetime | None:
    """Return the date in UTC, or None if the words follow no standard."""
    read = _read_iso_date(raw) or _read_mail_date(raw)
    if read is None:
        return None
    if read.tzinfo is None:
        return read.replace(tzinfo=UTC)
    try:
        return read.astimezone(UTC)
    except OverflowError:
        return None


def _read_iso_date(raw: str) -> datetime | None:
    """Return a date of the form ``2026-11-23T10:00:00+01:00``."""
    try:
        return datetime.fromisoformat(raw)
    except ValueError:
        return None


def _read_mail_date(raw: str) -> datetime | None:
    """Return a date of the form ``Mon, 23 Nov 2026 10:00:00 +0100``."""
    if not _MAIL_DATE.fullmatch(raw):
        return None
    try:
        return parsedate_to_datetime(raw)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
