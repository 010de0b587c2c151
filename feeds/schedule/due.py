"""When a source is due, and what is remembered of a poll. Quiet: the time is handed in."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from feeds.model import (
    Failed,
    Fetched,
    Gone,
    Moved,
    NotModified,
    Outcome,
    Source,
    SourceState,
    Throttled,
    describe_outcome,
)

_LONGEST = timedelta(hours=24)
_GONE = timedelta(days=7)
_JITTER = 0.1


def list_due(
    sources: Sequence[Source], states: Mapping[str, SourceState], now: datetime
) -> tuple[Source, ...]:
    """Return the sources whose time has come, in the order of the configuration."""
    return tuple(source for source in sources if _is_due(states.get(source.id), now))


def remember_poll(
    source: Source, state: SourceState, outcome: Outcome, now: datetime
) -> SourceState:
    """Return what to remember of a source after a poll: validators, failures, the next due time.

    What the stories say (first good poll, newest story, title) is left to the editor.
    """
    reason = describe_outcome(outcome)[1]
    match outcome:
        case Moved(answer=answer):
            return remember_poll(source, state, answer, now)
        case Fetched():
            state = replace(state, validators=outcome.validators, body_hash=outcome.body_hash)
            return _good(source, state, outcome.fresh_until, now)
        case NotModified():
            state = replace(state, validators=outcome.validators)
            return _good(source, state, outcome.fresh_until, now)
        case Gone():
            return _bad(source, state, reason, now, _GONE)
        case Throttled(retry_after=until):
            wait = until - now if until else timedelta()
            return _bad(source, state, reason, now, wait)
        case Failed():
            return _bad(source, state, reason, now, timedelta())


def _is_due(state: SourceState | None, now: datetime) -> bool:
    """A source never polled is due."""
    return state is None or state.next_due is None or state.next_due <= now


def _good(
    source: Source, state: SourceState, fresh_until: datetime | None, now: datetime
) -> SourceState:
    """A good poll: the usual interval, or longer if the answer is said to be fresh longer."""
    fresh = min(fresh_until - now, _LONGEST) if fresh_until else timedelta()
    wait = max(_spread(source, source.every, now), fresh)
    return replace(
        state, last_polled=now, last_ok=now, next_due=now + wait, failures=0, last_error=None
    )


def _bad(
    source: Source, state: SourceState, reason: str, now: datetime, at_least: timedelta
) -> SourceState:
    """A failed poll: the interval doubles with each failure in a row, up to a day."""
    doubled = source.every * 2 ** min(state.failures, 16)
    backoff = max(min(doubled, _LONGEST), source.every)
    wait = max(_spread(source, backoff, now), at_least)
    return replace(
        state,
        last_polled=now,
        next_due=now + wait,
        failures=state.failures + 1,
        last_error=reason,
    )


def _spread(source: Source, wait: timedelta, now: datetime) -> timedelta:
    """Add up to a tenth, so that sources do not march in step.

    The fraction is made from the source and the time: the same poll plans the same, and a test
    needs no luck.
    """
    digest = hashlib.blake2b(f"{source.id} {now.isoformat()}".encode(), digest_size=4).digest()
    return wait * (1 + _JITTER * int.from_bytes(digest, "big") / 2**32)
