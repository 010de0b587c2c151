"""The daemon: APScheduler is its clock, the store's due times are its plan."""

import asyncio
import atexit
import logging
import os
import secrets
import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, nullcontext, suppress
from datetime import UTC
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.schedulers.base import BaseScheduler

from feeds.clock import Clock
from feeds.errors import DataError
from feeds.model import Config
from feeds.pipeline.read import READING
from feeds.pipeline.robots import Leave
from feeds.processes import Workers
from feeds.schedule.delivering import Delivering
from feeds.schedule.desk import Desk
from feeds.schedule.doors import Doors
from feeds.schedule.pulse import Pulse
from feeds.schedule.reload import Reload
from feeds.schedule.visiting import Visiting
from feeds.schedule.websub.asking import Hubs
from feeds.schedule.websub.callbacks import Callbacks

# How often the plan is looked at, how often the files of the configuration and of rulings, and how
# often feeds are written though nothing came in: stories leave a feed as time passes.
_BEAT_SECONDS = 1
_LOOK_SECONDS = 2
_PUBLISH_MINUTES = 10

# A clock that is brought into step with others moves by less.
_JUMP_SECONDS = 10

# How often it is asked what hubs are to be asked for, and how long what nobody can guess is.
_HUBS_SECONDS = 5
_TOKEN_BYTES = 32

# How often it is asked whose pages are to be visited.
_PAGES_SECONDS = 5

# How often the outbox is looked at.
_OUTBOX_SECONDS = 1

# Docker kills ten seconds after it asked.
_PATIENCE_SECONDS = 8

_LAST_WORDS_SECONDS = 0.2

# The exit code of a data directory that cannot be used: it is what did not answer in time.
_TOO_SLOW = 5

# What is done again and again, and how many seconds lie between.
Look = tuple[Callable[[], Awaitable[object]], int]

# What listens beside the pulse, as long as it beats; hubs come to the callbacks.
Serve = Callable[[Pulse, Callbacks], AbstractAsyncContextManager[None]]

_log = structlog.get_logger()


async def run_daemon(
    desk: Desk,
    *,
    load: Callable[[], Config],
    serve: Serve | None = None,
    patience: float = _PATIENCE_SECONDS,
) -> None:
    """Poll every source when it is due, until SIGTERM or SIGINT.

    What was fetched when the signal comes is still edited and published; polls under way are
    dropped and are due again at the next start.

    Args:
        desk: What to work with.
        load: Reads the configuration again; raises ConfigError if it cannot be used.
        serve: Entered when the pulse has begun, left when it has ended.
        patience: Seconds from the signal, or from a fault in the desk itself, until the process
            ends, whatever it is doing then. A batch that is not committed is as if it was never
            fetched.

    Raises:
        DataError: The database cannot be used at the start; later it is tried again.
        Exception: A fault in the desk itself ended the editor.
    """
    stop = asyncio.Event()
    listen_for_signals(stop, patience)
    async with AsyncExitStack() as stack:
        workers = await stack.enter_async_context(Workers(preload=READING))
        doors = await stack.enter_async_context(Doors(workers))
        await doors.open(desk.config.settings)
        pulse = Pulse(desk, doors.poll)
        reload = _watch_configuration(pulse, doors, load)
        _log.info("started", sources=len(desk.config.sources), topics=len(desk.config.topics))
        await pulse.begin()
        make_token = partial(secrets.token_urlsafe, _TOKEN_BYTES)
        hubs = Hubs(doors.post, make_token, pulse.hurry, heard=serve is not None)
        callbacks = Callbacks(desk.store, desk.clock, pulse.hurry)
        await hubs.begin(desk)
        stack.push_async_callback(hubs.end)
        leave = Leave(desk.store, workers)
        visiting = Visiting(partial(doors.visit, leave=leave), pulse.take_visited)
        delivering = Delivering(doors.send, secrets.SystemRandom().random)
        looks = (
            (partial(_deliver, delivering, pulse), _OUTBOX_SECONDS),
            (partial(_ask_hubs, hubs, callbacks, pulse), _HUBS_SECONDS),
            (partial(_visit_pages, visiting, pulse), _PAGES_SECONDS),
        )
        async with serve(pulse, callbacks) if serve else nullcontext():
            await _keep_working(
                stop, pulse, reload, (visiting, delivering), looks, patience=patience
            )
    signal.signal(signal.SIGALRM, _leave)
    _log.info("stopped")


def _watch_configuration(pulse: Pulse, doors: Doors, load: Callable[[], Config]) -> Reload:
    """Read the configuration again on SIGHUP, or when a file of it changes."""

    async def apply(config: Config) -> None:
        await doors.open(config.settings)
        pulse.change_config(config)

    reload = Reload(pulse.desk.config, load=load, apply=apply, note=pulse.note_unapplied)
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, reload.ask)
    return reload


async def _ask_hubs(hubs: Hubs, callbacks: Callbacks, pulse: Pulse) -> None:
    """Ask hubs what is to be asked of them now; if the memory fails, the pulse says so."""
    with suppress(DataError):
        await callbacks.keep_refused()
        await hubs.ask_hubs(pulse.desk)


async def _visit_pages(visiting: Visiting, pulse: Pulse) -> None:
    """Visit pages that are due; if the memory fails, the pulse says so."""
    with suppress(DataError):
        await visiting.look(pulse.desk)


async def _deliver(delivering: Delivering, pulse: Pulse) -> None:
    """Send what is due; if the memory fails, the pulse says so."""
    with suppress(DataError):
        await delivering.look(pulse.desk)


async def _keep_working(
    stop: asyncio.Event,
    pulse: Pulse,
    reload: Reload,
    beside: tuple[Visiting, Delivering],
    looks: Sequence[Look],
    *,
    patience: float,
) -> None:
    """Let the pulse beat until it is time to stop, or until a fault in the desk itself ends it.

    Either way the end comes in bounded time.
    """
    editor = asyncio.create_task(pulse.keep_editing())
    reloader = asyncio.create_task(reload.keep_reloading())
    for task in (editor, reloader):
        task.add_done_callback(lambda _: stop.set())
    scheduler = _start_scheduler(pulse, reload, looks)
    follower = asyncio.create_task(follow_clock(scheduler, pulse.desk.clock))
    await stop.wait()
    _set_alarm(patience)
    scheduler.shutdown(wait=False)
    for task in (reloader, follower):
        task.cancel()
    visiting, delivering = beside
    last_messages = asyncio.create_task(delivering.end())
    await visiting.end()
    await pulse.end()
    await editor
    await last_messages
    with suppress(asyncio.CancelledError):
        await reloader


def listen_for_signals(stop: asyncio.Event, patience: float) -> None:
    """Stop when asked to, in bounded time, and at once when asked again.

    A thread that waits for a disk cannot be ended; the process can.
    """
    asked = asyncio.Event()

    def ask_to_stop(number: int) -> None:
        if asked.is_set():
            os._exit(128 + number)
        asked.set()
        stop.set()
        _set_alarm(patience)

    signal.signal(signal.SIGALRM, _give_up)
    atexit.register(signal.setitimer, signal.ITIMER_REAL, 0)  # then only the interpreter is left
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ask_to_stop, number)


def _set_alarm(seconds: float) -> None:
    """End the process after so many seconds, unless it is to be ended sooner."""
    left, _ = signal.getitimer(signal.ITIMER_REAL)
    if not left:
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _start_scheduler(pulse: Pulse, reload: Reload, looks: Sequence[Look]) -> AsyncIOScheduler:
    """Let the pulse beat."""
    scheduler = AsyncIOScheduler(timezone=UTC)
    once_at_a_time = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
    logging.getLogger("apscheduler.executors.default").addFilter(_is_no_end)
    scheduler.add_job(
        pulse.beat,
        "interval",
        seconds=_BEAT_SECONDS,
        next_run_time=pulse.desk.clock.now(),
        **once_at_a_time,
    )
    jobs: tuple[Look, ...] = (
        (reload.look, _LOOK_SECONDS),
        (pulse.look_at_rulings, _LOOK_SECONDS),
        (pulse.look_at_output, _LOOK_SECONDS),
        (pulse.publish_soon, _PUBLISH_MINUTES * 60),
        *looks,
    )
    for job, seconds in jobs:
        scheduler.add_job(job, "interval", seconds=seconds, **once_at_a_time)
    scheduler.start()
    return scheduler


def _is_no_end(record: logging.LogRecord) -> bool:
    """Tell whether a line of the scheduler is about more than a job cancelled by its end."""
    return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


async def follow_clock(scheduler: BaseScheduler, clock: Clock) -> None:
    """Plan the jobs anew when the clock was set, or the machine slept.

    They are planned in its time: set back by a year, it would be a year until the next beat.
    """

    def lead() -> float:
        return clock.now().timestamp() - clock.steady()

    before = lead()
    while True:
        await asyncio.sleep(_BEAT_SECONDS)
        jump = lead() - before
        before += jump
        if abs(jump) > _JUMP_SECONDS:
            _log.warning("the clock was set, or the machine slept", seconds=round(jump))
            for job in scheduler.get_jobs():
                job.modify(next_run_time=clock.now())


def _leave(number: int, frame: object) -> None:
    """End although some thread still waits, for a name server perhaps: all is done."""
    del number, frame
    os._exit(0)


def _give_up(number: int, frame: object) -> None:
    """End at once."""
    del number, frame
    _log.error("gave up", reason="the last batch was not ready in time; it is fetched again")
    time.sleep(_LAST_WORDS_SECONDS)  # the log is written by a thread
    os._exit(_TOO_SLOW)
