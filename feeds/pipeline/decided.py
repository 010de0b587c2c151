"""What editors decided, and what came of each decision."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from feeds.dedupe import settle_rulings
from feeds.model import Membership, Ruling, list_ruled
from feeds.store import (
    Store,
    Transaction,
    choose_last,
    find_memberships,
    load_rulings,
    locate_rulings,
    read_rulings,
)


class Effect(StrEnum):
    """What came of a decision.

    All stories stand as was said, or some of them; later decisions say otherwise; the stories are
    not held, so it waits for them; or they stand otherwise, as where the file of rulings was
    written by hand and is not obeyed yet.
    """

    HOLDS = "holds"
    IN_PART = "in part"
    OVERRULED = "overruled"
    WAITS = "waits"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an editor decided at one time.

    Attributes:
        ruled: When.
        rulings: What was said, of each two stories.
        force: Of these, what can be obeyed beside what was said later.
        effect: What came of it.
        overruled_by: The times of later decisions that say otherwise of the same two stories.
    """

    ruled: datetime
    rulings: tuple[Ruling, ...]
    force: tuple[Ruling, ...]
    effect: Effect
    overruled_by: tuple[datetime, ...] = ()


def list_decisions(store: Store) -> tuple[Decision, ...]:
    """Return what was decided, as the file of rulings says it, the last decision first.

    Args:
        store: The memory.

    Raises:
        DataError: A line of the file cannot be read.
    """
    path = locate_rulings(store)
    with store.read() as tx:
        said = (load_rulings(path) if path else None) or read_rulings(tx)
        return _judge_all(tx, said)


def list_overruled(before: Sequence[Decision], after: Sequence[Decision]) -> tuple[datetime, ...]:
    """Return the times of the decisions of which less holds than did, the first one first."""
    force = {one.ruled: len(one.force) for one in after}
    return tuple(one.ruled for one in reversed(before) if force.get(one.ruled, 0) < len(one.force))


def _judge_all(tx: Transaction, said: Sequence[Ruling]) -> tuple[Decision, ...]:
    """Return what was decided, with what came of it, the last decision first.

    Args:
        tx: A transaction.
        said: All that is said, in the order it was decided.
    """
    places = find_memberships(tx, list_ruled(said))
    last = {one.pair: one for one in choose_last(said)}
    holding = {one.pair for one in choose_holding(tuple(last.values()), places)}
    made: dict[datetime, list[Ruling]] = {}
    for ruling in said:
        made.setdefault(ruling.ruled, []).append(ruling)
    return tuple(
        _judge(parts, last, holding, places) for _, parts in sorted(made.items(), reverse=True)
    )


def choose_holding(last: Sequence[Ruling], places: Mapping[str, Membership]) -> tuple[Ruling, ...]:
    """Return the last words that can be obeyed, for copies stand where their text does.

    Args:
        last: The last word about any two stories, in the order they were said.
        places: Where the stories stand, as far as they are held.
    """
    texts = {it: place.copies_id for it, place in places.items()}
    told = []
    for ruling in last:
        one, other = (texts.get(it, it) for it in ruling.pair)
        told.append(replace(ruling, story_id=one, other_id=other))
    settled = frozenset(settle_rulings(told))
    return tuple(one for one, text in zip(last, told, strict=True) if text in settled)


def _judge(
    parts: Sequence[Ruling],
    last: Mapping[tuple[str, str], Ruling],
    holding: AbstractSet[tuple[str, str]],
    places: Mapping[str, Membership],
) -> Decision:
    """Return one decision, with what came of it."""
    contrary = {one.pair: last[one.pair].ruled for one in parts if _is_contrary(one, last)}
    force = tuple(one for one in parts if one.pair in holding and one.pair not in contrary)
    return Decision(
        ruled=parts[0].ruled,
        rulings=tuple(parts),
        force=force,
        effect=_find_effect(parts, force, places),
        overruled_by=tuple(sorted(set(contrary.values()))),
    )


def _is_contrary(ruling: Ruling, last: Mapping[tuple[str, str], Ruling]) -> bool:
    """Tell whether the last word about two stories is another one."""
    return last[ruling.pair].together != ruling.together


def _find_effect(
    parts: Sequence[Ruling], force: Sequence[Ruling], places: Mapping[str, Membership]
) -> Effect:
    """Return what came of a decision."""
    held = [one for one in force if places.keys() >= set(one.pair)]
    met = [one for one in held if _is_met(one, places)]
    if not force:
        return Effect.OVERRULED
    if not held:
        return Effect.WAITS
    if not met:
        return Effect.UNMET
    whole = len(met) == len(held) and len(force) == len(parts)
    return Effect.HOLDS if whole else Effect.IN_PART


def _is_met(ruling: Ruling, places: Mapping[str, Membership]) -> bool:
    """Tell whether two stories that are held stand as was said."""
    one, other = (places[it].fold_id for it in ruling.pair)
    return (one == other) == ruling.together
