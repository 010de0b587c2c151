"""How a source is, in words for people."""

from datetime import datetime, timedelta

from feeds.alert import FAILING_AFTER, silent_since
from feeds.cli.terminal import count, show_length, show_moment, show_time
from feeds.model import Source, SourceState, Subscription
from feeds.schedule.due import list_due
from feeds.schedule.pace import explain_plan
from feeds.schedule.rhythm import usual_gap

_SHORTEST_GAP = timedelta(minutes=1)


def is_failing(state: SourceState) -> bool:
    """Whether a source needs somebody to look: it is failing, or gone."""
    return state.is_gone or state.health == "failing" or state.failures >= FAILING_AFTER


def show_health(state: SourceState, now: datetime) -> str:
    """Return how a source is, and where it is asked if that is elsewhere than configured."""
    words = _show_state(state, now)
    if state.address:
        return f"{words}; moved to {state.address}"
    if state.found_at:
        return f"{words}; found at {state.found_at}"
    return words


def show_news(state: SourceState, now: datetime) -> str:
    """Return how often a source tells something new, and when it last did."""
    gap = usual_gap(state.heard, now)
    often = f"about every {show_length(max(gap, _SHORTEST_GAP))}, " if gap is not None else ""
    if state.last_new is None:
        return "none yet"
    if state.last_new - now > _SHORTEST_GAP:
        return f"{often}last at {show_time(state.last_new)}, by a clock that was ahead"
    return f"{often}last {show_moment(state.last_new, now)}"


def show_plan(
    source: Source, state: SourceState, now: datetime, subscription: Subscription | None = None
) -> str:
    """Return when a source is asked next, and why then."""
    why = explain_plan(source, state, subscription)
    if state.is_gone:
        return why
    if list_due([source], {source.id: state}, now):
        return f"now: {why}"
    due = max(state.next_due or now, state.host_rests_until or now)
    return f"{show_moment(due, now) if due > now else 'now'}: {why}"


def _show_state(state: SourceState, now: datetime) -> str:
    """Return how a source is."""
    if state.last_polled is None:
        return "no answer yet"
    if state.is_gone:
        return f"gone: {state.last_error}"
    if is_failing(state):
        since = f" since {show_length(now - state.failing_since)}" if state.failing_since else ""
        return f"failing{since}: {state.last_error}"
    if state.failures:
        return f"failed {count(state.failures, 'time', 'times')}: {state.last_error}"
    silent = silent_since(state)
    if state.health == "quiet" and silent:
        words = f"quiet since {show_length(now - silent)}"
    else:
        words = "well"
    if state.problems:
        return f"{words}; {count(len(state.problems), 'remark', 'remarks')}"
    return words
