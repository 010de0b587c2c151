"""Which changes of a source's health are told: each once, and none of a source that flaps."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final
from uuid import UUID, uuid5

from feeds.model import (
    Health,
    HealthChange,
    HealthKind,
    Source,
    SourceState,
    show_address,
    tell_hidden,
)

# Names what is made with uuid5; a fixed value, so that ids are the same for ever.
_NAMESPACE = UUID("5c1d0f3e-9b7a-5e62-8d41-7a2f6c90be15")

FAILING_AFTER: Final = 3
"""A source is failing after so many failed polls in a row: one or two happen to everybody."""

# Silence is news after so many of the longest gaps known, and not before a long weekend is over.
_GAPS = 4
_LEAST_SILENCE = timedelta(hours=72)
_FEWEST_HEARD = 5

# The same of one source is not told again so soon.
_AGAIN: Mapping[HealthKind, timedelta] = {
    "failing": timedelta(days=1),
    "quiet": timedelta(days=1),
    "gap": timedelta(days=7),
}
LONGEST_AGAIN: Final = max(_AGAIN.values())

_AFTER: Mapping[HealthKind, Health] = {
    "failing": "failing",
    "recovered": "well",
    "quiet": "quiet",
    "gone": "gone",
}


def decide_health(
    source: Source, before: SourceState, after: SourceState, now: datetime
) -> tuple[HealthChange, ...]:
    """Return what a poll made known about a source.

    Args:
        source: As configured.
        before: What was remembered of it; its ``health`` is what was last told.
        after: What the poll made of that.
        now: When it was polled.
    """
    told = (*_tell_address(before, after), *_tell_health(source, before, after, now))
    return tuple(make_change(source.id, kind, text, now) for kind, text in told)


def decide_gap(
    source: Source, before: SourceState, missed: int, now: datetime
) -> tuple[HealthChange, ...]:
    """Return that stories may have been missed, if so many came of which none was known.

    Args:
        source: As configured.
        before: What was remembered of it: when it was due.
        missed: How many came.
        now: When it was polled.
    """
    if not missed:
        return ()
    text = f"all {missed} stories were new at once, so some may have been missed"
    return (make_change(source.id, "gap", f"{text}; {_mend_gap(source, before, now)}", now),)


def _mend_gap(source: Source, before: SourceState, now: datetime) -> str:
    """Say that the desk itself was late, if it was, else what is done about it."""
    if before.next_due and now - before.next_due > source.every:
        return f"it was to be asked at {say_moment(before.next_due)}, and was not until now"
    adapts = source.quiet_every is not None and source.quiet_every > source.every
    return "it is asked more often now" if adapts else "give it a shorter every"


def drop_repeated(
    changes: Sequence[HealthChange], recent: Collection[HealthChange]
) -> tuple[HealthChange, ...]:
    """Leave out what was told lately: a source that goes up and down is told once a day.

    Args:
        changes: What is to be told.
        recent: What was told in the last :data:`LONGEST_AGAIN`.
    """
    return tuple(
        change
        for change in changes
        if not any(
            (told.source_id, told.kind) == (change.source_id, change.kind)
            and abs(change.created - told.created) < _AGAIN.get(change.kind, timedelta())
            for told in recent
        )
    )


def settle_health(health: Health, changes: Sequence[HealthChange]) -> Health:
    """Return a source's health after what was told of it."""
    for change in changes:
        health = _AFTER.get(change.kind, health)
    return health


def silent_since(state: SourceState) -> datetime | None:
    """Return when a source last told something, as far as that is known."""
    found_later = state.last_new if state.last_new != state.first_ok else None
    known = [moment for moment in (*state.heard[:1], found_later) if moment]
    return max(known) if known else state.first_ok


def say_moment(moment: datetime | None) -> str:
    """Return a moment for people."""
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "it was added"


def make_change(
    source_id: str | None, kind: HealthKind, text: str, created: datetime
) -> HealthChange:
    """Return a change under the id it always has."""
    name = f"{source_id or ''}\n{kind}\n{created.isoformat()}"
    return HealthChange(
        id=str(uuid5(_NAMESPACE, name)),
        source_id=source_id,
        kind=kind,
        text=text,
        created=created,
    )


def _tell_address(before: SourceState, after: SourceState) -> tuple[tuple[HealthKind, str], ...]:
    """Tell where a source is asked from now on, if that is elsewhere."""
    if after.address and after.address != before.address:
        return (("moved", f"it moved for good to {_show_place(after.address)}"),)
    if after.found_at and after.found_at != before.found_at:
        return (("found", f"its feed was found at {_show_place(after.found_at)}"),)
    return ()


def _show_place(url: str) -> str:
    """Return an address with what to do with it."""
    return f"{show_address(url)}; put this address into sources.yaml{tell_hidden(url)}"


def _tell_health(
    source: Source, before: SourceState, after: SourceState, now: datetime
) -> tuple[tuple[HealthKind, str], ...]:
    """Tell whether a source is well; at most one thing at a time."""
    if after.is_gone:
        return () if before.health == "gone" else (("gone", _GONE),)
    if after.failures:
        begins = before.health != "failing" and after.failures >= FAILING_AFTER
        return (("failing", _describe_failing(after)),) if begins else ()
    if before.health in {"failing", "gone"}:
        return (("recovered", _describe_return(before)),)
    since = silent_since(after)
    is_silent = since is not None and _is_silent(source, after, now - since)
    if is_silent and before.health == "well":
        return (
            ("quiet", f"nothing new since {say_moment(since)}, far longer than usual; {_LOOK}"),
        )
    if not is_silent and before.health == "quiet":
        return (
            (
                "recovered",
                f"it tells news again, after none since {say_moment(silent_since(before))}",
            ),
        )
    return ()


def _is_silent(source: Source, state: SourceState, silence: timedelta) -> bool:
    """Whether a source has said nothing for far longer than is usual; an inbox may be empty."""
    if source.quiet_after is not None:
        return silence > source.quiet_after
    if source.kind == "inbox" or len(state.heard) < _FEWEST_HEARD:
        return False
    longest = max(later - earlier for later, earlier in pairwise(state.heard))
    return silence > max(_GAPS * longest, _LEAST_SILENCE)


_GONE = (
    "the publisher took it down (410); it is not asked any more: remove it from sources.yaml, or "
    "state its new address"
)
_LOOK = "look whether it has another feed now"


def _describe_failing(state: SourceState) -> str:
    """Say how long and why a source fails."""
    since = f" since {say_moment(state.failing_since)}" if state.failing_since else ""
    return f"{state.failures} polls in a row failed{since}: {state.last_error}"


def _describe_return(before: SourceState) -> str:
    """Say that a source is back."""
    if before.health == "failing" and before.failing_since:
        return f"it answers again, after failing since {say_moment(before.failing_since)}"
    return "it answers again"
