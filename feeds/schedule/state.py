"""What is remembered of a source after a poll. Quiet: the time is handed in."""

import hashlib
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
    Validators,
    describe_outcome,
)
from feeds.schedule.pace import plan_after_failure, plan_after_success

# A move is believed when it was told so often, over so long: a wrong redirect is soon mended.
_MOVED_TIMES = 3
_MOVED_OVER = timedelta(hours=24)

# A new address that fails so often is given up for the configured one.
_DISTRUST_AFTER = 3

# A source that is gone is asked once more, and a mistake of its publisher needs time to be noticed.
_GONE_REST = timedelta(hours=12)

_TOO_MANY_REQUESTS = 429


def fit_state(source: Source, state: SourceState) -> SourceState:
    """Return what is remembered as far as it still holds for a source as configured now.

    Another address: what belonged to the old one is forgotten, and the source is due; that it was
    told as failing is not, until it is told as recovered. Another way of reading: it is due, to be
    read whole, though it did not change.
    """
    if state.last_polled and state.url != source.url:
        return SourceState(
            source_id=source.id,
            first_ok=state.first_ok,
            last_new=state.last_new,
            title=state.title,
            heard=state.heard,
            failing_since=state.failing_since,
            health=state.health,
        )
    if state.read_as and state.read_as != _hash_reading(source):
        return replace(state, validators=Validators(), body_hash=None, found_at=None, next_due=None)
    return state


def remember_poll(
    source: Source, state: SourceState, outcome: Outcome, now: datetime
) -> SourceState:
    """Return what to remember of a source after a poll: validators, failures, the next due time.

    What the document and its stories say (title, first good poll, newest stories, pace) is the
    editor's to remember; the pace and the stories' times of ``state`` are those of this poll.
    """
    state = replace(state, url=source.url, read_as=_hash_reading(source))
    match outcome:
        case Moved(to=to, answer=answer):
            return _moved(remember_poll(source, state, answer, now), to, now, before=state)
        case Fetched():
            state = replace(
                state,
                validators=outcome.validators,
                body_hash=outcome.body_hash,
            )
            state = _count_part(state) if outcome.partial else _count_full(state, now)
            return _good(source, state, outcome.fresh_until, now)
        case NotModified(status=status):
            state = replace(state, validators=outcome.validators)
            match status:
                case 304:
                    state = replace(state, unmodified=state.unmodified + 1)
                case 226:
                    state = _count_part(state)
                case _:  # the same bytes came whole
                    state = _count_full(state, now)
            return _good(source, state, outcome.fresh_until, now)
        case Gone():
            # A found feed that is gone does not end its source: the page may name another.
            gone = 0 if state.asks_found else state.gone + 1
            return replace(_bad(source, state, outcome, now), gone=gone)
        case Throttled(status=status, retry_after=until):
            rests = until if status == _TOO_MANY_REQUESTS else None
            return replace(_bad(source, state, outcome, now), host_rests_until=rests)
        case Failed():
            return _bad(source, state, outcome, now)


def _count_full(state: SourceState, now: datetime) -> SourceState:
    """A whole answer."""
    return replace(state, last_full=now, unmodified=0, parts=0)


def _count_part(state: SourceState) -> SourceState:
    """An answer with only what is new: what was changed or taken away is not in it."""
    return replace(state, unmodified=0, parts=state.parts + 1)


def _good(
    source: Source, state: SourceState, fresh_until: datetime | None, now: datetime
) -> SourceState:
    """A good poll: what was wrong before is forgotten."""
    return replace(
        state,
        last_polled=now,
        last_ok=_later(state.last_ok, now),
        next_due=plan_after_success(source, state, fresh_until, now),
        failures=0,
        last_error=None,
        error_kind=None,
        failing_since=None,
        moved_to=None,
        moved_since=None,
        moved_times=0,
        gone=0,
        host_rests_until=None,
    )


def _bad(source: Source, state: SourceState, outcome: Outcome, now: datetime) -> SourceState:
    """A failed poll: counted, and the reason kept."""
    until = _rest_until(outcome, now)
    answer, reason = describe_outcome(outcome)
    return replace(
        state,
        last_polled=now,
        next_due=plan_after_failure(source, state, until, now),
        failures=state.failures + 1,
        last_error=reason,
        error_kind=outcome.kind if isinstance(outcome, Failed) else answer,
        failing_since=state.failing_since or now,
        gone=0,
        host_rests_until=None,
        address=None if state.failures + 1 >= _DISTRUST_AFTER else state.address,
    )


def _hash_reading(source: Source) -> str:
    """Return what tells two ways of reading the same document apart, 16 bytes in hex."""
    way = repr((source.kind, source.listing)).encode()
    return hashlib.blake2b(way, digest_size=16).hexdigest()


def _later(before: datetime | None, now: datetime) -> datetime:
    """Return when something was last seen: a clock that was set back makes nothing unseen."""
    return max(before, now) if before else now


def _rest_until(outcome: Outcome, now: datetime) -> datetime | None:
    """Return until when a source is left alone at least, besides its usual wait."""
    match outcome:
        case Throttled(retry_after=until):
            return until
        case Gone():
            return now + _GONE_REST
        case _:
            return None


def _moved(state: SourceState, to: str, now: datetime, *, before: SourceState) -> SourceState:
    """Count how often a source says it moved; believe it in the end, and ask there."""
    same = before.moved_to == to
    since = before.moved_since if same and before.moved_since else now
    times = before.moved_times + 1 if same else 1
    if times >= _MOVED_TIMES and now - since >= _MOVED_OVER:
        return replace(state, address=to)
    return replace(state, moved_to=to, moved_since=since, moved_times=times)
