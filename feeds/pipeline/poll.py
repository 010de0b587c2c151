"""The first half of the walk, for one source: fetch, then read."""

from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from feeds.fetch import Web, fetch_source
from feeds.model import Failed, Fetched, Moved, Outcome, Source, SourceState, Unreadable
from feeds.pipeline.read import Reading, read_bodies
from feeds.processes import Stopped, Workers

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """A source after its half of the walk."""

    source: Source
    state: SourceState
    outcome: Outcome
    reading: Reading
    now: datetime


async def poll_source(
    source: Source, state: SourceState, *, web: Web, workers: Workers, now: datetime
) -> Polled:
    """Walk one source through fetch, parse and normalize; whatever fails is told in the outcome."""
    try:
        outcome = await fetch_source(source, state, web, now)
        reading = await _read_outcome(outcome, source, workers, now)
    except Exception as error:  # noqa: BLE001 - a bug met in one source must not stop the others
        _log.exception("poll crashed", source=source.id)
        outcome, reading = _crashed(error), Reading()
    if reading.unreadable:
        outcome = Failed(kind=reading.unreadable.kind, reason=reading.unreadable.reason)
    return Polled(source=source, state=state, outcome=outcome, reading=reading, now=now)


async def _read_outcome(
    outcome: Outcome, source: Source, workers: Workers, now: datetime
) -> Reading:
    """Read what was fetched, if anything was."""
    answer = outcome.answer if isinstance(outcome, Moved) else outcome
    if not isinstance(answer, Fetched):
        return Reading()
    reading = await workers.run(read_bodies, answer.bodies, source, now)
    if isinstance(reading, Stopped):
        reason = f"reading it was stopped: {reading.reason}"
        return Reading(unreadable=Unreadable(kind="malformed", reason=reason))
    return replace(reading, problems=(*answer.problems, *reading.problems))


def _crashed(error: Exception) -> Failed:
    """Tell a bug as a failure of its source; the log has the traceback."""
    return Failed(kind="crashed", reason=f"a fault in wiredesk itself: {type(error).__name__}")
