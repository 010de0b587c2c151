"""When nothing at all answers, no source is to blame: the desk itself is cut off."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from feeds.alert.health import make_change, say_moment
from feeds.model import HealthChange, Source, SourceState

# What fails so fails on the way, not at the publisher's.
_ON_THE_WAY = frozenset({"dns", "refused", "timeout"})

# So many sources, on so many hosts, are needed to tell an outage from their own faults; it is told
# when it has lasted a while.
_LEAST_SOURCES = 3
_LEAST_HOSTS = 2
_LASTS = timedelta(minutes=10)

_NEXT = timedelta(microseconds=1)


def may_be_outage(source: Source, state: SourceState) -> bool:
    """Whether a source's last poll failed on the way, on the public internet."""
    return _is_public(source) and state.error_kind in _ON_THE_WAY


def is_cut_off(
    sources: Sequence[Source], states: Mapping[str, SourceState], last: HealthChange | None
) -> bool:
    """Whether nothing at all answers.

    Args:
        sources: All of the configuration.
        states: What is remembered of them.
        last: What was last told of the desk itself: an outage stands until its end was told.
    """
    stands = last is not None and last.kind == "outage"
    return stands or bool(_list_silent(sources, states))


def decide_outage(
    sources: Sequence[Source],
    states: Mapping[str, SourceState],
    last: HealthChange | None,
    now: datetime,
) -> HealthChange | None:
    """Return that an outage began or is over, once; None if there is nothing to tell.

    Args:
        sources: All of the configuration.
        states: What is remembered of them, the newest polls included.
        last: What was last told of the desk itself.
        now: The time.
    """
    if last is not None and last.kind == "outage":
        answered = _last_answer(sources, states)
        if answered is None or answered < min(last.created, now):  # a clock may have gone back
            return None
        since = f", after none did since {say_moment(last.created)}" if last.created <= now else ""
        return make_change(None, "recovered", f"sources answer again{since}", _follow(last, now))
    silent = _list_silent(sources, states)
    if not silent or now - min(silent) < _LASTS:
        return None
    text = (
        f"nothing can be reached since {say_moment(min(silent))}: {len(silent)} sources were asked "
        "in vain; look at the connection of this machine"
    )
    return make_change(None, "outage", text, _follow(last, now))


def _follow(last: HealthChange | None, now: datetime) -> datetime:
    """Return the time of what is told next: never before the last, which a clock may have led.

    What was told last is known by its time.
    """
    return max(now, last.created + _NEXT) if last else now


def _list_silent(
    sources: Sequence[Source], states: Mapping[str, SourceState]
) -> tuple[datetime, ...]:
    """Return when each source failed on the way since any last answered; none if they are few."""
    answered = _last_answer(sources, states)
    silent: list[datetime] = []
    hosts: set[str | None] = set()
    for source in sources:
        state = states.get(source.id)
        if state is None or state.failing_since is None or not may_be_outage(source, state):
            continue
        if answered is None or state.failing_since > answered:
            silent.append(state.failing_since)
            hosts.add(urlsplit(source.url or "").hostname)
    enough = len(silent) >= _LEAST_SOURCES and len(hosts) >= _LEAST_HOSTS
    return tuple(silent) if enough else ()


def _last_answer(sources: Sequence[Source], states: Mapping[str, SourceState]) -> datetime | None:
    """Return when the public internet last gave a sign of life, an error's included."""
    signs = [
        sign
        for source in sources
        if _is_public(source) and (state := states.get(source.id))
        for sign in (
            state.last_ok,
            None if state.error_kind in _ON_THE_WAY else state.last_polled,
        )
        if sign
    ]
    return max(signs, default=None)


def _is_public(source: Source) -> bool:
    """Whether a source is asked over the public internet."""
    return source.url is not None and not source.allow_private
