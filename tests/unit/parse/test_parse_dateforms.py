"""A moment stands in the words, or it was invented."""

from datetime import datetime

import pytest

from feeds.parse.dateforms import read_year_first, states_moment

_AFTERNOON = datetime(2026, 11, 23, 14, 30)  # noqa: DTZ001 - as the words state it
_MIDNIGHT = datetime(2026, 11, 23)  # noqa: DTZ001 - as above


@pytest.mark.parametrize(
    "words",
    [
        "2026-11-23T14:30",
        "2026-11-23 14:30:00.0",
        "2026-11-23 02:30 PM",
        "20261123T1430",
        "20261123T143000.5Z",
        "Mon, 23 Nov 2026 14:30",
        "23 Nov 26 14:30",
        "Mon Nov 23 14:30:00 2026",
        "mar. 23 nov. 2026 14:30",
        "Δευ, 23 Νοε 2026 14:30",
    ],
)
def test_all_parts_are_stated(words: str) -> None:
    """Year, month, day and time of day stand there, in any usual order."""
    assert states_moment(words, _AFTERNOON)
    assert not states_moment(words, _MIDNIGHT)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "14:30",
        "23 Nov 14:30",
        "Nov 2026 14:30",
        "2026-11-23 02:30 AM",
        "2026-11-23 14:31",
        "2026-11-22 14:30",
        "2025-11-23 14:30",
        "23 Oct 2026 14:30",
        "26-11-23 14:30",
        "23/11/2026 14:30",
        "2026-11-23 14:30 (15)",
        "2026-11-23 13:90",
        "2026-11-23 14:30 or 15:30",
    ],
)
def test_what_is_missing_or_different_is_not_stated(words: str) -> None:
    """Half a date, another one, and more numbers than a date has are no proof."""
    assert not states_moment(words, _AFTERNOON)


def test_a_day_alone_begins_at_midnight_and_ends_at_24() -> None:
    """Both words for it are understood (ISO 8601)."""
    assert states_moment("2026-11-23", _MIDNIGHT)
    assert states_moment("2026-11-22T24:00", _MIDNIGHT)
    assert not states_moment("2026-11-23T24:01", _MIDNIGHT)
    assert not states_moment("0001-01-01T24:00", datetime(1, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("2026年11月23日 14時30分", _AFTERNOON),
        ("2026年11月23日(月) 午後2時30分", _AFTERNOON),
        ("2026年11月23日 星期一 14:30:00", _AFTERNOON),
        ("2026년 11월 23일 월요일 오후 2:30", _AFTERNOON),
        ("2026. 11. 23. 14:30", _AFTERNOON),
        ("2026/11/23", _MIDNIGHT),
        ("2026年11月23日", _MIDNIGHT),
        ("2026年2月30日", None),
        ("2026年11月23日 25:00", None),
        ("2026年11月", None),
        ("11월 23일", None),
        ("2026/11/23 morning", None),
        ("2026-11-2314:30", None),
    ],
)
def test_year_first_is_read_whole_or_not_at_all(words: str, read: datetime | None) -> None:
    """With signs or separators; what no calendar has, and what is left over, gives no date."""
    assert read == read_year_first(words)
