"""One visit: leave is asked for, the page is fetched, and read in a worker process."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import structlog

from feeds.errors import DataError
from feeds.fetch import MayAsk, Web, hold_answers, leads_home
from feeds.model import (
    Body,
    Failed,
    Fetched,
    Gone,
    NotModified,
    Source,
    SourceState,
    Story,
    Throttled,
    Validators,
    Visit,
    Visited,
)
from feeds.normalize import is_wall
from feeds.pipeline.answers import tell_bug
from feeds.pipeline.sharing import SharedPages
from feeds.pipeline.visited import PageReading, read_visited_page
from feeds.processes import NOT_STARTED, Limits, Stopped, Workers

# Half of what a feed may take: one page of many, and feeds go first.
_LIMITS: Final = Limits(wall=15.0, cpu=5)
# Some servers answer "not modified" for ever; after so long a page is asked for whole again.
_WHOLE_AFTER: Final = timedelta(hours=12)
_NOT_FOUND: Final = 404

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
            kept = _recall(visit, now)
            answer = await pages.ask(visit, source, holding, may_ask, now, kept=kept)
            came = now + timedelta(seconds=loop.time() - begun)
            visited = _take_answer(Visited(visit=visit, at=came), answer)
            if visited.failure or visited.same or not isinstance(answer, Fetched):
                return visited
            return await _read(visited, answer.bodies[0], source, workers)
    except DataError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug met in one page must not stop the others
        _log.exception("visit crashed", source=source.id)
        crashed = Failed(kind="crashed", reason=tell_bug(error))
        return Visited(visit=visit, failure=crashed, final=True, at=now)


def _recall(visit: Visit, now: datetime) -> SourceState:
    """Return what is to be told apart from the page: nothing if it must be read in any case."""
    nothing = SourceState(source_id=visit.source_id)
    if visit.ticking or not visit.still_since:
        return nothing
    known = replace(nothing, body_hash=visit.body_hash)
    if now - visit.still_since >= _WHOLE_AFTER:
        return known
    validators = Validators(etag=visit.etag, last_modified=visit.last_modified)
    return replace(known, validators=validators)


def _take_answer(
    visited: Visited, answer: Fetched | NotModified | Gone | Throttled | Failed
) -> Visited:
    """Return a visit with what the answer says before it is read."""
    match answer:
        case Fetched(validators=validators, body_hash=body_hash, bodies=(body, *_)):
            if leads_home(visited.visit.url, body.url):
                return visited
            return replace(visited, validators=validators, body_hash=body_hash)
        case NotModified(validators=validators):
            known = visited.visit.body_hash
            return replace(visited, same=True, validators=validators, body_hash=known)
        case Gone():
            return replace(visited, failure=answer, gone="410")
        case Failed(status=status) if status == _NOT_FOUND:
            return replace(visited, failure=answer, gone="404")
        case Failed() | Throttled():
            return replace(visited, failure=answer)
        case Fetched():
            reason = "an answer without a page"
            return replace(visited, failure=Failed(kind="protocol", reason=reason))


async def _read(visited: Visited, body: Body, source: Source, workers: Workers) -> Visited:
    """Read a page; one that could not be read once is not asked for again.

    Where it leads to the home page, only that was not read.
    """
    reading = await workers.run_aside(_LIMITS, read_visited_page, body, source, visited.at)
    at_home = leads_home(visited.visit.url, body.url)
    match reading:
        case PageReading(page=None, reason=reason):
            failure = Failed(kind="unreadable", reason=reason)
            return replace(visited, failure=failure, final=not at_home)
        case PageReading(page=page) if page and at_home:
            return _take_home(visited, page)
        case PageReading(page=page):
            return replace(visited, page=page)
        case Stopped(reason=reason):
            stopped = Failed(kind="crashed", reason=f"reading it was stopped: {reason}")
            return replace(visited, failure=stopped, final=reading != NOT_STARTED)


def _take_home(visited: Visited, page: Story) -> Visited:
    """Return a visit that led to the home page of a site.

    Who wants a consent, a login or a proof that one is human may send everybody there, so that
    says something only where the page stands open.
    """
    if is_wall(page.body_text):
        reason = "it leads to a home page that wants a consent, a login or a program"
        return replace(visited, failure=Failed(kind="unreadable", reason=reason))
    home = Failed(kind="redirect", reason="it leads to the home page of its site")
    return replace(visited, failure=home, gone="sent to the home page")
