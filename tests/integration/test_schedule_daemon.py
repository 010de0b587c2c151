"""What the daemon does beside the pulse."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from stories import NOON

from feeds.schedule.daemon import follow_clock


@dataclass
class SetClock:
    """A clock that can be set, on a machine on which no time passes."""

    time: datetime = NOON

    def now(self) -> datetime:
        """Return what it was set to."""
        return self.time

    def steady(self) -> float:
        """Setting it changes nothing here."""
        return 0.0


@pytest.mark.case("S-16", "T-01")
@pytest.mark.parametrize("days", [-3650, 3650])
async def test_a_clock_that_is_set_stops_no_job(days: int) -> None:
    """Planned an hour from now by a clock that was right or wrong: it runs at once."""
    ran = asyncio.Event()

    async def run() -> None:
        ran.set()

    clock = SetClock()
    scheduler = AsyncIOScheduler(timezone=UTC)
    job = scheduler.add_job(run, "interval", hours=1, misfire_grace_time=None)
    scheduler.start()
    following = asyncio.create_task(follow_clock(scheduler, clock))
    await asyncio.wait((following,), timeout=0.1)
    planned = job.next_run_time
    clock.time += timedelta(days=days)
    while job.next_run_time == planned:
        await asyncio.wait((following,), timeout=0.1)
    again = job.next_run_time
    following.cancel()
    scheduler.shutdown(wait=False)

    assert again == clock.time or ran.is_set()
