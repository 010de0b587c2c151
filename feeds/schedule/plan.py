"""What another configuration does to the plan. Quiet: the time is handed in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from feeds.model import Config, Source, SourceState, Validators
from feeds.schedule.rhythm import follow_rhythm


def is_same_place(one: Source, other: Source) -> bool:
    """Whether what one brings can be taken for what the other brings."""
    return (one.kind, one.url, one.path, one.listing) == (
        other.kind,
        other.url,
        other.path,
        other.listing,
    )


def is_asked_alike(one: Source, other: Source) -> bool:
    """Whether what one was answered, the other would be answered too."""
    return is_same_place(one, other) and (one.headers, one.allow_private) == (
        other.headers,
        other.allow_private,
    )


def replan(
    old: Config, new: Config, states: Mapping[str, SourceState], now: datetime
) -> tuple[SourceState, ...]:
    """Return what must be remembered differently of sources that stay, but are configured anew.

    An interval that changed never delays what is planned. A source that is asked or read in
    another way is asked at once. New sources need nothing: none remembered, they are due.

    Args:
        old: The configuration until now.
        new: The one from now on.
        states: What is remembered, by source.
        now: The time.
    """
    before = {source.id: source for source in old.sources}
    pairs = [
        (before[source.id], source, states[source.id])
        for source in new.sources
        if source.id in before and source.id in states
    ]
    planned = ((state, _replan_source(was, source, state, now)) for was, source, state in pairs)
    return tuple(after for state, after in planned if after != state)


def _replan_source(was: Source, source: Source, state: SourceState, now: datetime) -> SourceState:
    """Return what to remember of a source under its new configuration."""
    if not is_same_place(was, source):  # the page may be the same, what is looked for in it is not
        return replace(state, validators=Validators(), body_hash=None, next_due=now)
    if not is_asked_alike(was, source):
        return replace(state, next_due=now)
    rest = follow_rhythm(source, state.heard, now)
    shorter = rest < follow_rhythm(was, state.heard, now)
    if shorter and state.next_due and not state.failures:
        return replace(state, next_due=min(state.next_due, now + rest))
    return state
