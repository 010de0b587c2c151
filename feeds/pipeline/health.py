"""How the sources of a batch are now, and what is told about that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from feeds.alert import (
    LONGEST_AGAIN,
    decide_gap,
    decide_health,
    decide_outage,
    drop_repeated,
    is_cut_off,
    may_be_outage,
    settle_health,
)
from feeds.model import Config, HealthChange, SourceState
from feeds.pipeline.poll import Polled
from feeds.pipeline.remember import Decided, RememberPoll, count_jump, next_state
from feeds.pipeline.tell import tell_health
from feeds.store import (
    Transaction,
    read_last_of_desk,
    read_source_states,
    read_told_lately,
    save_health_changes,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A source after a batch.

    Attributes:
        state: What to remember of it.
        told: What its poll made known; an outage is with the last source of its batch.
    """

    state: SourceState
    told: tuple[HealthChange, ...] = ()


def judge_sources(
    tx: Transaction,
    batch: Sequence[Polled],
    decided: Sequence[Decided],
    config: Config,
    remember_poll: RememberPoll,
) -> tuple[Judged, ...]:
    """Return how each source of a batch is now, in order; what is to be told is kept."""
    states = [next_state(*pair, remember_poll) for pair in zip(batch, decided, strict=True)]
    outage, cut_off = _judge_desk(tx, batch, states, config)
    judged = [
        _excuse(polled, some, remember_poll)
        if cut_off and may_be_outage(polled.source, state)
        else _judge(polled, some, state)
        for polled, some, state in zip(batch, decided, states, strict=True)
    ]
    judged = _settle(tx, batch, judged)
    if outage:
        judged[-1] = replace(judged[-1], told=(*judged[-1].told, outage))
    now = min(polled.now for polled in batch)
    told = [change for one in judged for change in one.told]
    save_health_changes(tx, told, now)
    tell_health(tx, told, config.settings)
    return tuple(judged)


def _judge_desk(
    tx: Transaction, batch: Sequence[Polled], states: Sequence[SourceState], config: Config
) -> tuple[HealthChange | None, bool]:
    """Return what is told of the desk itself, and whether it is cut off."""
    last = read_last_of_desk(tx)
    failed = any(
        may_be_outage(polled.source, state) for polled, state in zip(batch, states, strict=True)
    )
    if not failed and (last is None or last.kind != "outage"):
        return None, False
    known: Mapping[str, SourceState] = read_source_states(tx) | {
        state.source_id: state for state in states
    }
    now = max(polled.now for polled in batch)
    outage = decide_outage(config.sources, known, last, now)
    return outage, is_cut_off(config.sources, known, outage or last)


def _excuse(polled: Polled, decided: Decided, remember_poll: RememberPoll) -> Judged:
    """Remember a failure that is not the source's own: its interval does not grow."""
    state = replace(polled.state, failures=max(polled.state.failures - 1, 0))
    return Judged(state=next_state(replace(polled, state=state), decided, remember_poll))


def _judge(polled: Polled, decided: Decided, state: SourceState) -> Judged:
    """Return a source with everything that could be told of it."""
    told = (
        *decide_health(polled.source, polled.state, state, polled.now),
        *decide_gap(polled.source, polled.state, count_jump(polled, decided), polled.now),
    )
    return Judged(state=state, told=told)


def _settle(tx: Transaction, batch: Sequence[Polled], judged: Sequence[Judged]) -> list[Judged]:
    """Leave out what was told lately; the health remembered is that which was told."""
    telling = [one.state.source_id for one in judged if one.told]
    if not telling:
        return list(judged)
    since = min(polled.now for polled in batch) - LONGEST_AGAIN
    recent = read_told_lately(tx, telling, since)
    settled = []
    for one in judged:
        told = drop_repeated(one.told, recent)
        health = settle_health(one.state.health, told)
        settled.append(Judged(state=replace(one.state, health=health), told=told))
    return settled
