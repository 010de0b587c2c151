"""What was answered is read, in worker processes: a feed as a whole, an inbox file by file."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

import structlog

from feeds.model import Body, Failed, Fetched, Outcome, Source, find_answer
from feeds.pipeline.pieces import read_in_pieces
from feeds.pipeline.read import Reading, read_bodies
from feeds.processes import NOT_STARTED, Stopped, Workers
from feeds.text.characters import clean_line

# So many files of one inbox are with the workers at once; other sources want their turn too.
_FILES_AT_ONCE: Final = 8

_log = structlog.get_logger()


async def read_outcome(
    outcome: Outcome, source: Source, workers: Workers, now: datetime
) -> Reading | Failed:
    """Read what was fetched, if anything was; publishers' words in lines for people are cleaned."""
    answer = find_answer(outcome)
    if not isinstance(answer, Fetched):
        return Reading()
    read = _read_inbox if source.kind == "inbox" else _read_answer
    reading = await read(answer.bodies, source, workers, now)
    if isinstance(reading, Failed):
        return reading
    lines = (*answer.problems, *reading.problems)
    return replace(reading, title=clean_line(reading.title), problems=tuple(map(clean_line, lines)))


async def _read_answer(
    bodies: Sequence[Body], source: Source, workers: Workers, now: datetime
) -> Reading | Failed:
    """Read the bodies of one answer as one piece of work: they belong together.

    A feed that is too much at once is read in pieces.
    """
    reading = await workers.run(read_bodies, bodies, source, now)
    if isinstance(reading, Stopped) and reading != NOT_STARTED and len(bodies) == 1:
        reading = await read_in_pieces(bodies[0], source, workers, now) or reading
    if isinstance(reading, Stopped):
        return _fail_stopped(reading, source)
    if reading.unreadable:
        return Failed(kind=reading.unreadable.kind, reason=reading.unreadable.reason)
    return reading


async def _read_inbox(
    bodies: Sequence[Body], source: Source, workers: Workers, now: datetime
) -> Reading | Failed:
    """Read every file of an inbox as a piece of work of its own, so that it costs only itself."""
    gate = asyncio.Semaphore(_FILES_AT_ONCE)

    async def read(body: Body) -> Reading | Failed:
        """Wait for a turn, and read one file."""
        async with gate:
            return await _read_file(body, source, workers, now)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(read(body)) for body in bodies]
    readings: list[Reading] = []
    for reading in (task.result() for task in tasks):
        if isinstance(reading, Failed):
            return reading
        readings.append(reading)
    return Reading(
        stories=tuple(story for reading in readings for story in reading.stories),
        problems=tuple(line for reading in readings for line in reading.problems),
        unfinished=any(reading.unfinished for reading in readings),
    )


async def _read_file(
    body: Body, source: Source, workers: Workers, now: datetime
) -> Reading | Failed:
    """Read one file; what stops that is a problem of the file, but not that no worker starts."""
    try:
        reading = await workers.run(read_bodies, (body,), source, now)
    except Exception as error:  # noqa: BLE001 - a bug met in one file must not lose the others
        _log.exception("poll crashed", source=source.id, file=body.name)
        return Reading(problems=(f"{body.name}: {tell_bug(error)}",))
    if reading == NOT_STARTED:
        return Failed(kind="crashed", reason=_tell_stop(NOT_STARTED))
    if isinstance(reading, Stopped):
        line = f"{body.name}: {_tell_stop(reading)}"
        return Reading(problems=(line,), unfinished=reading.late)
    return reading


def _fail_stopped(stopped: Stopped, source: Source) -> Failed:
    """Return the failure of an answer whose reading was stopped."""
    if stopped == NOT_STARTED:
        return Failed(kind="crashed", reason=_tell_stop(stopped))
    hint = "; the selectors of its page: may ask for too much" if source.listing else ""
    return Failed(kind="malformed", reason=_tell_stop(stopped) + hint)


def _tell_stop(stopped: Stopped) -> str:
    """Say why reading was stopped."""
    return f"reading it was stopped: {stopped.reason}"


def tell_bug(error: Exception) -> str:
    """Tell a bug as a failure of what was read; the log has the traceback."""
    return f"a fault in wiredesk itself: {type(error).__name__}"
