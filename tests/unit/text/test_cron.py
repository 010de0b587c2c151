"""Times that come again."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from feeds.text.cron import check_cron, next_time

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def list_times(line: str, start: datetime, count: int) -> list[str]:
    """Return the next times in Berlin, as its clocks show them."""
    times = []
    for _ in range(count):
        found = next_time(line, start, BERLIN)
        assert found
        assert found > start
        times.append(f"{found.astimezone(BERLIN):%a %d %H:%M %z}")
        start = found
    return times


@pytest.mark.parametrize(
    ("field", "days"),
    [
        ("0", "Sun"),
        ("7", "Sun"),
        ("1", "Mon"),
        ("sun", "Sun"),
        ("1-5", "Mon Tue Wed Thu Fri"),
        ("mon-fri", "Mon Tue Wed Thu Fri"),
        ("5-7", "Fri Sat Sun"),
        ("0-2", "Mon Tue Sun"),
        ("sat-mon", "Mon Sat Sun"),
        ("1,3", "Mon Wed"),
        ("*/2", "Tue Thu Sat Sun"),
        ("1-5/2", "Mon Wed Fri"),
        ("5/1", "Fri Sat Sun"),
        ("*", "Mon Tue Wed Thu Fri Sat Sun"),
    ],
)
def test_days_of_the_week_are_those_of_cron(field: str, days: str) -> None:
    """Sunday is 0 and 7, and a range may go over it."""
    start = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # Monday in Berlin
    wanted = days.split()
    times = list_times(f"0 7 * * {field}", start, len(wanted))

    assert wanted == [time.split()[0] for time in times]


def test_days_of_the_month_and_of_the_week_may_either_do() -> None:
    """So does cron: the first of a month, and each Friday."""
    times = list_times("0 7 1 * fri", MONDAY, 3)

    assert ["Fri 27 07:00 +0100", "Tue 01 07:00 +0100", "Fri 04 07:00 +0100"] == times


@pytest.mark.case("A-21")
def test_a_time_that_summer_time_leaves_out_comes_later() -> None:
    """The day has its digest, once."""
    start = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
    times = list_times("30 2 * * *", start, 3)

    assert ["Sun 29 03:30 +0200", "Mon 30 02:30 +0200", "Tue 31 02:30 +0200"] == times


@pytest.mark.case("A-21")
def test_a_time_that_comes_twice_is_taken_once() -> None:
    """From any moment of the night the next one is after it, and none comes twice."""
    night = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
    starts = [night + timedelta(minutes=minutes) for minutes in range(0, 240, 5)]
    found = [next_time("30 2 * * *", start, BERLIN) for start in starts]

    assert all(time and time > start for time, start in zip(found, starts, strict=True))
    assert 2 == len(set(found))
    assert ["Sun 25 02:30 +0200", "Mon 26 02:30 +0100"] == list_times("30 2 * * *", night, 2)


@pytest.mark.case("A-21")
def test_the_end_of_a_month_is_no_trouble() -> None:
    """The 31st comes where there is one."""
    times = list_times("0 0 31 * *", MONDAY, 3)

    assert ["Thu 31 00:00 +0100", "Sun 31 00:00 +0100", "Wed 31 00:00 +0200"] == times


@pytest.mark.parametrize(
    "line",
    [
        "",
        "0 7 * *",
        "0 7 * * * *",
        "60 7 * * *",
        "0 24 * * *",
        "0 7 * * 8",
        "0 7 * * day",
        "@daily",
        "0 7 30 2 *",
        "x 7 * * *",
        "0 7 * * mon-",
    ],
)
def test_what_never_comes_is_refused(line: str) -> None:
    """With words, for people."""
    with pytest.raises(ValueError, match=r"must be a cron line|never comes"):
        check_cron(line)


def test_a_line_is_kept_with_single_spaces() -> None:
    """So that two ways to write one line are one digest."""
    assert "0 7 * * mon-fri" == check_cron("0  7 * *  MON-FRI")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("60 7 * * *", "the minute is 0 to 59, not 60"),
        ("0 26 * * *", "the hour is 0 to 23, not 26"),
        ("0 7-24/2 * * *", "the hour is 0 to 23, not 24"),
        ("0 7 1,32 * *", "the day of the month is 1 to 31, not 32"),
        ("0 7 * 0 *", "the month is 1 to 12, not 0"),
    ],
)
def test_a_number_out_of_bounds_is_told_with_them(line: str, said: str) -> None:
    """Which field it is, what it can be, and what it is."""
    with pytest.raises(ValueError, match=said):
        check_cron(line)
