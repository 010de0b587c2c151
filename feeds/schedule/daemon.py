"""The daemon: APScheduler is its clock, the store's due times are its plan."""

import asyncio
import signal
from contextlib import AsyncExitStack
from datetime import UTC

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from feeds.fetch import open_web
from feeds.pipeline.read import READING
from feeds.processes import Workers
from feeds.schedule.desk import Desk
from feeds.schedule.pulse import Pulse

# How often the plan is looked at, and how often feeds are written though nothing came in: stories
# leave a feed as time passes.
_BEAT_SECONDS = 1
_PUBLISH_MINUTES = 10

_log = structlog.get_logger()


async def run_daemon(desk: Desk) -> None:
    """Poll every source when it is due, until SIGTERM or SIGINT.

    What was fetched when the signal comes is still edited and published; polls under way are
    dropped and are due again at the next start.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with AsyncExitStack() as stack:
        web = await stack.enter_async_context(open_web(desk.config.settings))
        workers = await stack.enter_async_context(Workers(preload=READING))
        pulse = Pulse(desk, web, workers)
        scheduler = AsyncIOScheduler(timezone=UTC)
        once_at_a_time = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        scheduler.add_job(pulse.beat, "interval", seconds=_BEAT_SECONDS, **once_at_a_time)
        scheduler.add_job(pulse.publish, "interval", minutes=_PUBLISH_MINUTES, **once_at_a_time)
        scheduler.start()
        _log.info("started", sources=len(desk.config.sources), topics=len(desk.config.topics))
        await pulse.begin()
        await stop.wait()
        scheduler.shutdown(wait=False)
        await pulse.end()
    _log.info("stopped")
