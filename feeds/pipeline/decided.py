"""What editors decided, and what came of each decision."""

from collections.abc import Iterable, Mapping, Sequence
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
    load_headlines,
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
        overruled_by: The times of later decisions that say otherwise of the same two texts.
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
    said = load_rulings(path) if path else None
    with store.read() as tx:
        return _judge_all(tx, read_rulings(tx) if said is None else said)


def list_headlines(store: Store) -> Mapping[str, str]:
    """Return the headlines that the file of rulings has of stories, held or not, by id.

    Raises:
        DataError: The file cannot be read.
    """
    path = locate_rulings(store)
    return load_headlines(path) if path else {}


def list_overruled(before: Sequence[Decision], after: Sequence[Decision]) -> tuple[datetime, ...]:
    """Return the times of the decisions of which less holds than did, the first one first."""
    force = {one.ruled: len(one.force) for one in after}
    return tuple(one.ruled for one in reversed(before) if force.get(one.ruled, 0) < len(one.force))


def choose_holding(last: Sequence[Ruling], places: Mapping[str, Membership]) -> tuple[Ruling, ...]:
    """Return the last words that can be obeyed, for copies stand where their text does.

    Args:
        last: The last word about any two stories, in the order they were said.
        places: Where the stories stand, as far as they are held.
    """
    return _settle_texts(last, _name_texts(last, places))


def _settle_texts(last: Sequence[Ruling], texts: Mapping[str, str]) -> tuple[Ruling, ...]:
    """Return the last words that can be obeyed about these texts."""
    told = [
        replace(one, story_id=texts[one.story_id], other_id=texts[one.other_id]) for one in last
    ]
    settled = frozenset(settle_rulings(told))
    return tuple(one for one, text in zip(last, told, strict=True) if text in settled)


def _name_texts(last: Sequence[Ruling], places: Mapping[str, Membership]) -> dict[str, str]:
    """Return the id of the text of each story; those parted from a copy have one of their own."""
    texts = {it: places[it].copies_id if it in places else it for it in list_ruled(last)}
    parted = [one for one in last if not one.together and len({texts[it] for it in one.pair}) == 1]
    return texts | {it: it for it in list_ruled(parted)}


def _judge_all(tx: Transaction, said: Sequence[Ruling]) -> tuple[Decision, ...]:
    """Return what was decided, with what came of it, the last decision first.

    Args:
        tx: A transaction.
        said: All that is said, in the order it was decided.
    """
    places = find_memberships(tx, list_ruled(said))
    last = choose_last(said)
    texts = _name_texts(last, places)
    holds = {one.pair: one.together for one in _settle_texts(last, texts)}
    words = {_pair_texts(one, texts): one for one in last}
    made: dict[datetime, dict[tuple[str, str], Ruling]] = {}
    for ruling in said:
        made.setdefault(ruling.ruled, {})[ruling.pair] = ruling
    parts = [tuple(made[ruled].values()) for ruled in sorted(made, reverse=True)]
    return tuple(
        _judge(some, [words[_pair_texts(one, texts)] for one in some], holds, places)
        for some in parts
    )


def _pair_texts(ruling: Ruling, texts: Mapping[str, str]) -> frozenset[str]:
    """Return the texts of two stories."""
    return frozenset(texts[it] for it in ruling.pair)


def _judge(
    parts: Sequence[Ruling],
    words: Sequence[Ruling],
    holds: Mapping[tuple[str, str], bool],
    places: Mapping[str, Membership],
) -> Decision:
    """Return one decision, with what came of it.

    Args:
        parts: What was said, of each two stories.
        words: The last word about the texts of each.
        holds: The last words that can be obeyed, by the two stories.
        places: Where the stories stand, as far as they are held.
    """
    force = tuple(one for one in parts if holds.get(one.pair) is one.together)
    pairs = [(one, word) for one, word in zip(parts, words, strict=True) if one not in force]
    later = {word.ruled for one, word in pairs if one.together is not word.together}
    return Decision(
        ruled=parts[0].ruled,
        rulings=tuple(parts),
        force=force,
        effect=_find_effect(parts, force, places),
        overruled_by=tuple(sorted(later)),
    )


def _find_effect(
    parts: Sequence[Ruling], force: Sequence[Ruling], places: Mapping[str, Membership]
) -> Effect:
    """Return what came of a decision."""
    held = list_held(force, places)
    met = [one for one in held if is_met(one, places)]
    if not force:
        return Effect.OVERRULED
    if not held:
        return Effect.WAITS
    if not met:
        return Effect.UNMET
    whole = len(met) == len(held) and len(force) == len(parts)
    return Effect.HOLDS if whole else Effect.IN_PART


def list_held(rulings: Iterable[Ruling], places: Mapping[str, Membership]) -> tuple[Ruling, ...]:
    """Return the rulings of which both stories are held."""
    return tuple(one for one in rulings if places.keys() >= set(one.pair))


def is_met(ruling: Ruling, places: Mapping[str, Membership]) -> bool:
    """Tell whether two stories that are held stand as was said."""
    one, other = (places[it].fold_id for it in ruling.pair)
    return (one == other) == ruling.together
