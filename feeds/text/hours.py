"""Hours of the day, as people write them: ``22:00-07:00``."""

import re
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final

from feeds.model import Hours

HOURS: Final = "([01]?[0-9]|2[0-3]):[0-5][0-9]-([01]?[0-9]|2[0-3]):[0-5][0-9]"
_HOURS: Final = re.compile(HOURS)


def read_hours(text: str) -> Hours:
    """Return the hours that are written.

    Raises:
        ValueError: These are none.
    """
    if not _HOURS.fullmatch(text):
        raise ValueError("must be two times of day, as in 22:00-07:00")
    begin, end = (_read_time(part) for part in text.split("-"))
    if begin == end:
        raise ValueError("must begin and end at two different times")
    return Hours(begin=begin, end=end)


def end_of_hours(hours: Hours, moment: datetime, zone: tzinfo) -> datetime | None:
    """Return when hours end, in UTC, in which a moment is; None if it is in none of them.

    Args:
        hours: They may go over midnight.
        moment: Any.
        zone: Whose clocks they are about.
    """
    local = moment.astimezone(zone)
    clock = local.time()
    over_midnight = hours.begin > hours.end
    if over_midnight:
        inside = clock >= hours.begin or clock < hours.end
    else:
        inside = hours.begin <= clock < hours.end
    if not inside:
        return None
    days = 1 if over_midnight and clock >= hours.begin else 0
    end = datetime.combine(local.date() + timedelta(days=days), hours.end, tzinfo=zone)
    if end.astimezone(UTC) <= moment:  # the clock was put back since: it comes once more
        end = end.replace(fold=1)
    return end.astimezone(UTC)


def _read_time(text: str) -> time:
    """Return a time of day."""
    hour, minute = text.split(":")
    return time(int(hour), int(minute))
