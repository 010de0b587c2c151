"""Times that come again, as cron writes them: minute, hour, day of the month, month, weekday."""

import re
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from typing import Final

from apscheduler.triggers.cron import CronTrigger

_FIELDS: Final = 5
# From Monday on, as APScheduler numbers them; cron itself begins with Sunday, which is 0 and 7.
_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS: Final = {name: number for number, name in enumerate(_NAMES, start=1)}
_WEEKDAY: Final = re.compile(
    r"(?P<first>[0-7]|[a-z]{3})(?:-(?P<last>[0-7]|[a-z]{3}))?(?:/(?P<step>[1-7]))?"
)
_EVERY_DAY: Final = re.compile(r"\*(?:/(?P<step>[1-7]))?")
_BOUNDS: Final = (("minute", 0, 59), ("hour", 0, 23), ("day of the month", 1, 31), ("month", 1, 12))
_EXAMPLE: Final = "must be a cron line of five fields, as in 0 7 * * mon-fri"


def check_cron(line: str) -> str:
    """Return a cron line with single spaces between its fields.

    Raises:
        ValueError: It is none, or its time never comes.
    """
    fields = " ".join(line.lower().split())
    start = datetime(2000, 1, 1, tzinfo=UTC)
    if next_time(fields, start, UTC) is None:
        raise ValueError("this time never comes")
    return fields


def next_time(line: str, after: datetime, zone: tzinfo) -> datetime | None:
    """Return when a cron line comes next.

    A time that summer time leaves out comes as much later as the clock was put forward; one that
    it brings twice comes the first time only.

    Args:
        line: The five fields.
        after: The moment it comes after.
        zone: Whose clocks it is about.

    Returns:
        The moment, in UTC; None if it never comes.

    Raises:
        ValueError: The line is none.
    """
    triggers = _read_line(line)
    # The triggers know the clock on the wall only: they are kept from what summer time does to it.
    wall = after.astimezone(zone).replace(tzinfo=UTC, fold=0)
    while True:
        times = [time for trigger in triggers if (time := trigger.get_next_fire_time(wall, wall))]
        if not times:
            return None
        wall = min(times)
        moment: datetime = wall.replace(tzinfo=zone).astimezone(UTC)
        if moment > after:
            return moment


@lru_cache(maxsize=64)
def _read_line(line: str) -> tuple[CronTrigger, ...]:
    """Return the triggers of a line: if it names days of month and week, either will do."""
    fields = line.lower().split()
    if len(fields) != _FIELDS:
        raise ValueError(_EXAMPLE)
    for field, (name, least, most) in zip(fields, _BOUNDS, strict=False):
        _check_bounds(field, name, least, most)
    minute, hour, day, month, weekday = fields
    days = [(day, "*"), ("*", weekday)] if "*" not in (day[0], weekday[0]) else [(day, weekday)]
    try:
        return tuple(
            CronTrigger(
                minute=minute,
                hour=hour,
                day=some,
                month=month,
                day_of_week=_name_weekdays(others),
                timezone=UTC,
            )
            for some, others in days
        )
    except ValueError as error:
        raise ValueError(f"{_EXAMPLE}: {error}") from None


def _check_bounds(field: str, name: str, least: int, most: int) -> None:
    """Refuse numbers that a field cannot have; what follows a slash is a step."""
    for part in field.split(","):
        for number in re.findall(r"[0-9]+", part.partition("/")[0]):
            if not least <= int(number) <= most:
                raise ValueError(f"{_EXAMPLE}: the {name} is {least} to {most}, not {number}")


def _name_weekdays(field: str) -> str:
    """Return weekdays as APScheduler reads them, whose numbers are not those of cron."""
    days = sorted({day for part in field.split(",") for day in _list_days(part)})
    return ",".join(_NAMES[day - 1] for day in days)


def _list_days(part: str) -> list[int]:
    """Return the days of one part of the field, Monday as 1 and Sunday as 7."""
    if every := _EVERY_DAY.fullmatch(part):
        return [day or 7 for day in range(0, 7, int(every["step"] or 1))]
    found = _WEEKDAY.fullmatch(part)
    if not found:
        raise ValueError(f"{part} is no day of the week")
    first, last = _number_day(found["first"]), _number_day(found["last"] or found["first"])
    if found["step"] and not found["last"]:
        last = 7
    if first > last:  # from Sunday on, or over it
        last += 7
    return [(day - 1) % 7 + 1 for day in range(first, last + 1, int(found["step"] or 1))]


def _number_day(text: str) -> int:
    """Return the number of a day, Monday as 1 and Sunday as 7."""
    if text.isdigit():
        return int(text) or 7
    if text not in _DAYS:
        raise ValueError(f"{text} is no day of the week; there are {', '.join(_NAMES)}")
    return _DAYS[text]
