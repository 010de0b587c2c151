"""How often a publisher wants to be asked."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What a document says about how often it changes and when nobody should ask.

    Attributes:
        every: The shortest time between two requests: RSS ``ttl``, or ``sy:updatePeriod`` divided
            by ``sy:updateFrequency`` (RSS 1.0 syndication module); None if unstated.
        skip_hours: Hours of the day in UTC, 0 to 23, in which nobody should ask (RSS skipHours).
        skip_days: Days of the week, 0 for Monday, on which nobody should ask (RSS skipDays).
    """

    every: timedelta | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()
