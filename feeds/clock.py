"""The one place that asks what time it is.

Everything else is handed a time, so that a run can be repeated and a test's clock stands still.
"""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Something that knows the time."""

    def now(self) -> datetime:
        """Return the current time, aware, in UTC."""
        ...

    def steady(self) -> float:
        """Return seconds that only ever grow, for how long something takes."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the machine's time, to the microsecond, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the one place

    def steady(self) -> float:
        """Return the machine's seconds since some moment; setting the clock changes nothing."""
        return time.monotonic()
