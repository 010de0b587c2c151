"""Sources that are polled sooner than planned. Quiet: the time is handed in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from feeds.model import Secret, Source, SourceState

# However many pushes come, they have a source polled once in a minute.
_SHORTEST = timedelta(minutes=1)

_NO_CACHE = ("Cache-Control", Secret("no-cache"))


def plan_hurried(
    states: Mapping[str, SourceState],
    hurried: Mapping[str, datetime],
    last: Mapping[str, datetime],
) -> Mapping[str, SourceState]:
    """Return the plan with those sooner that are hurried.

    A source that failed keeps its time: it may have asked to be left alone until then.

    Args:
        states: The plan.
        hurried: When sources are to be polled, by id.
        last: When they were last polled because they were hurried.
    """
    sooner = {
        source_id: _hurry(state, at, last.get(source_id))
        for source_id, at in hurried.items()
        if (state := states.get(source_id)) and not state.failures
    }
    return {**states, **sooner}


def ask_anew(source: Source) -> Source:
    """Return a source that is asked for what stands at the publisher's now.

    A cache on the way may still hold what was there before the push (RFC 9111, 5.2.1.4).
    """
    if any(name.lower() == "cache-control" for name, _ in source.headers):
        return source
    return replace(source, headers=(*source.headers, _NO_CACHE))


def _hurry(state: SourceState, at: datetime, last: datetime | None) -> SourceState:
    """Return the state of a source that is due at a time, unless it is due sooner."""
    if state.next_due is None:
        return state
    due = max(at, last + _SHORTEST) if last else at
    return replace(state, next_due=min(state.next_due, due))
