"""One visit: leave is asked for, the page is fetched, and read in a worker process."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import structlog

from feeds.errors import DataError
from feeds.fetch import MayAsk, Web, hold_answers
from feeds.model import Body, Failed, Fetched, Source, Visit, Visited
from feeds.pipeline.answers import tell_bug
from feeds.pipeline.sharing import SharedPages
from feeds.pipeline.visited import PageReading, read_visited_page
from feeds.processes import NOT_STARTED, Limits, Stopped, Workers

# Half of what a feed may take: one page of many, and feeds go first.
_LIMITS: Final = Limits(wall=15.0, cpu=5)

_log = structlog.get_logger()


async def visit_page(
    visit: Visit,
    source: Source,
    *,
    web: Web,
    workers: Workers,
    may_ask: MayAsk,
    pages: SharedPages,
    now: datetime,
) -> Visited:
    """Visit the page of a story; whatever fails is told in the result.

    Args:
        visit: As it was begun.
        source: Whose story it is.
        web: The open door.
        workers: The processes to read in.
        may_ask: Whether an address may be asked for.
        pages: Those that need not be asked for, since another feed named them a short while ago.
        now: When it is asked.

    Raises:
        DataError: Leave cannot be remembered: that is no fault of the page.
    """
    loop = asyncio.get_running_loop()
    begun = loop.time()
    try:
        async with hold_answers(web) as holding:
            answer = await pages.ask(visit, source, holding, may_ask, now)
            came = now + timedelta(seconds=loop.time() - begun)
            if not isinstance(answer, Fetched):
                return Visited(visit=visit, failure=answer, at=came)
            return await _read(visit, answer.bodies[0], source, workers, came)
    except DataError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug met in one page must not stop the others
        _log.exception("visit crashed", source=source.id)
        crashed = Failed(kind="crashed", reason=tell_bug(error))
        return Visited(visit=visit, failure=crashed, final=True, at=now)


async def _read(
    visit: Visit, body: Body, source: Source, workers: Workers, now: datetime
) -> Visited:
    """Read a page; one that could not be read once is not asked for again."""
    visited = Visited(visit=visit, at=now)
    reading = await workers.run_aside(_LIMITS, read_visited_page, body, source, now)
    match reading:
        case PageReading(page=None, reason=reason):
            return replace(visited, failure=Failed(kind="unreadable", reason=reason), final=True)
        case PageReading(page=page):
            return replace(visited, page=page)
        case Stopped(reason=reason):
            stopped = Failed(kind="crashed", reason=f"reading it was stopped: {reason}")
            return replace(visited, failure=stopped, final=reading != NOT_STARTED)
