"""Hours of the day."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from feeds.text.hours import end_of_hours, read_hours

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("hours", "moment", "end"),
    [
        ("22:00-07:00", "2026-11-23T21:30", "2026-11-24T06:00"),
        ("22:00-07:00", "2026-11-24T05:59", "2026-11-24T06:00"),
        ("22:00-07:00", "2026-11-24T06:00", None),
        ("22:00-07:00", "2026-11-23T20:59", None),
        ("22:00-07:00", "2026-11-23T21:00", "2026-11-24T06:00"),
        ("12:00-13:30", "2026-11-23T11:00", "2026-11-23T12:30"),
        ("12:00-13:30", "2026-11-23T12:30", None),
        # The night is an hour shorter, and an hour longer.
        ("22:00-07:00", "2026-03-28T22:00", "2026-03-29T05:00"),
        ("22:00-07:00", "2026-10-24T21:00", "2026-10-25T06:00"),
        # It ends at a time that the night does not have, and at one that it has twice.
        ("22:00-02:30", "2026-03-28T22:00", "2026-03-29T01:30"),
        ("22:00-02:30", "2026-10-25T00:29", "2026-10-25T00:30"),
        ("22:00-02:30", "2026-10-25T01:15", "2026-10-25T01:30"),
    ],
)
@pytest.mark.case("A-21")
def test_hours_end_when_the_clock_on_the_wall_says_so(
    hours: str, moment: str, end: str | None
) -> None:
    """Over midnight, and over the beginning and the end of summer time."""
    found = end_of_hours(
        read_hours(hours), datetime.fromisoformat(moment).replace(tzinfo=UTC), BERLIN
    )

    assert end == (found and f"{found:%Y-%m-%dT%H:%M}")


@pytest.mark.parametrize(
    "text", ["", "22:00", "22-7", "24:00-07:00", "07:00-07:00", "a-b", "7:00 - 8"]
)
def test_what_are_no_hours_is_refused(text: str) -> None:
    """With words, for people."""
    with pytest.raises(ValueError, match=r"must (be|begin)"):
        read_hours(text)
