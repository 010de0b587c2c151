"""When to ask again: freshness and Retry-After."""

from datetime import datetime, timedelta

import pytest

from feeds.fetch.freshness import read_freshness, read_retry_after

_DATE = "Mon, 23 Nov 2026 12:00:00 GMT"
_LATER = "Mon, 23 Nov 2026 13:00:00 GMT"


@pytest.mark.parametrize(
    ("fields", "minutes"),
    [
        ({"cache-control": "max-age=600"}, 10),
        ({"cache-control": "PUBLIC , Max-Age=600"}, 10),
        ({"cache-control": 'max-age="600"'}, 10),
        ({"cache-control": "max-age=600, max-age=60"}, 10),
        ({"cache-control": "max-age=600", "age": "300"}, 5),
        ({"cache-control": "max-age=600", "expires": _LATER, "date": _DATE}, 10),
        ({"cache-control": "max-age=31536000"}, 24 * 60),
        ({"cache-control": "max-age=" + "9" * 5000}, 24 * 60),
        ({"expires": _LATER}, 60),
        ({"expires": _LATER, "date": "Mon, 23 Nov 2026 12:30:00 GMT"}, 30),
        ({"expires": _LATER, "date": _DATE, "age": "1800"}, 30),
        ({"expires": "Monday, 23-Nov-26 13:00:00 GMT"}, 60),
        ({"expires": "Mon Nov 23 13:00:00 2026"}, 60),
    ],
)
def test_freshness_is_what_was_stated_up_to_a_day(
    fields: dict[str, str], minutes: int, now: datetime
) -> None:
    """max-age before Expires, less Age, by the server's clock where it tells it."""
    assert read_freshness(fields, now) == now + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"cache-control": "max-age=0"},
        {"cache-control": "max-age=-5"},
        {"cache-control": "max-age=soon"},
        {"cache-control": "max-age=60", "age": "60"},
        {"cache-control": "no-cache, max-age=600"},
        {"cache-control": "no-store", "expires": _LATER},
        {"cache-control": "max-age=0", "expires": _LATER},
        {"expires": "0"},
        {"expires": "-1"},
        {"expires": _DATE},
        {"expires": "Mon, 99 Foo 2026 99:99:99 GMT"},
        {"expires": "x" * 100_000},
    ],
)
def test_nothing_stated_or_nothing_left_is_no_freshness(
    fields: dict[str, str], now: datetime
) -> None:
    """Stale, forbidden and unreadable all mean: ask when it is time anyway."""
    assert read_freshness(fields, now) is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 3600 ", 3600),
        ("0", 60),
        ("99999999", 86400),
        ("9" * 5000, 86400),
        (_LATER, 3600),
        ("Mon, 23 Nov 2026 14:00:00 +0100", 3600),
        ("Sun, 22 Nov 2026 12:00:00 GMT", 60),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86400),
    ],
)
def test_retry_after_is_read_in_both_forms(value: str, seconds: int, now: datetime) -> None:
    """Seconds or a date, between a minute and a day."""
    assert read_retry_after({"retry-after": value}, now) == now + timedelta(seconds=seconds)


@pytest.mark.parametrize("value", ["", "soon", "-1", "1.5", "１２", "Mon, 99 Nov 2026", "12, 13"])
def test_an_unreadable_retry_after_is_none(value: str, now: datetime) -> None:
    """What is neither form says nothing."""
    assert read_retry_after({"retry-after": value}, now) is None
