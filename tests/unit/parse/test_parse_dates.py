"""Dates keep their words; what follows a standard is read."""

import time
from datetime import UTC, datetime

import pytest

from feeds.parse.dates import read_stamp, stamp_from_struct

_TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "parsed"),
    [
        ("2026-11-23T10:00:00Z", _TEN),
        ("2026-11-23T11:00:00+01:00", _TEN),
        ("2026-11-23 11:00:00.000+0100", _TEN),
        ("2026-11-23T10:00:00", _TEN),
        ("2026-11-23", datetime(2026, 11, 23, tzinfo=UTC)),
        ("Mon, 23 Nov 2026 11:00:00 +0100", _TEN),
        ("23 Nov 2026 10:00 GMT", _TEN),
        ("0001-01-01T00:00:00+14:00", None),
        ("2026-11-23 10:00:00 UTC", _TEN),
        ("23 novembre 2026", None),
        ("Mon, 99 Nov 2026 11:00:00 +0100", None),
        ("yesterday", None),
    ],
)
def test_date_is_read_or_left_open(raw: str, parsed: datetime | None) -> None:
    """A date that follows no standard keeps its words and is not guessed."""
    stamp = read_stamp(f" {raw} ")
    assert stamp
    assert (stamp.raw, stamp.parsed) == (raw, parsed)


def test_no_words_are_no_date() -> None:
    """An empty date is absent."""
    assert read_stamp("  ") is None
    assert stamp_from_struct("", time.gmtime(0)) is None


def test_reading_of_feedparser_is_taken_as_utc() -> None:
    """A struct_time is UTC; without one the words are read here."""
    ten = time.struct_time((2026, 11, 23, 10, 0, 0, 0, 327, 0))
    read = stamp_from_struct("Mon Nov 23 10:00:00 2026", ten)
    assert read
    assert read.parsed == _TEN
    assert stamp_from_struct("2026-11-23T10:00:00Z", None) == read_stamp("2026-11-23T10:00:00Z")


def test_impossible_reading_is_left_open() -> None:
    """A year no calendar holds gives no date."""
    words = "1 Jan 99999 00:00"
    stamp = stamp_from_struct(words, time.struct_time((99999, 1, 1, 0, 0, 0, 0, 1, 0)))
    assert stamp
    assert stamp.parsed is None
