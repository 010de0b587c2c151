"""What an editor decides: kept, and obeyed at once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from feeds.model import Membership, Ruling, list_ruled
from feeds.pipeline.decided import choose_holding, is_met, list_held
from feeds.pipeline.place import place_again
from feeds.store import (
    Store,
    Transaction,
    add_rulings,
    choose_last,
    drop_rulings,
    find_memberships,
    keep_decision,
    list_kept,
    load_rulings,
    locate_rulings,
    read_candidates,
    read_copies,
    read_headlines,
    read_rulings,
    replace_rulings,
    restore_places,
    save_ruling,
)

_TICK: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obeyed:
    """A decision that was obeyed.

    Attributes:
        rulings: What was decided.
        moved: Where the stories stood before that stand elsewhere now, those near it too.
    """

    rulings: tuple[Ruling, ...]
    moved: tuple[Membership, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """A decision that holds no more.

    Attributes:
        rulings: What had been decided.
        restored: Whether all stands as it did before; else something had come or changed there
            since, or it is not known any more, and the stories found their places by their words.
    """

    rulings: tuple[Ruling, ...]
    restored: bool


def rule_stories(store: Store, made: Sequence[Ruling]) -> Obeyed:
    """Keep what was decided, in the memory and in the file, and place the stories again.

    All of it is kept and obeyed, or nothing. It may be called beside a daemon.

    Args:
        store: The memory.
        made: Decisions made at one time; they count as later than all that are known.

    Returns:
        The decisions as they were given, and what they moved.

    Raises:
        DataError: The database or the file cannot be written, or a line of the file not be read.
    """
    with store.write() as tx:
        _take_file(store, tx)
        known = read_rulings(tx)
        ruled = max((made[0].ruled, *(one.ruled + _TICK for one in known)))
        dated = [replace(one, ruled=ruled) for one in made]
        for ruling in dated:
            save_ruling(tx, ruling)
        ids = list_ruled(dated)
        moved = _place_again(tx, ids)
        overruled = {one.ruled for one in set(known).difference(read_rulings(tx))}
        # Who takes back both this decision and one that it overrules wants what was before that.
        if overruled <= list_kept(tx):
            keep_decision(tx, ruled, ids, moved)
        path = locate_rulings(store)
        if path:
            add_rulings(path, dated, read_headlines(tx, ids))
        return Obeyed(rulings=tuple(made), moved=moved)


def take_back(store: Store, story_id: str | None = None) -> TakenBack | None:
    """Take back the last decision, or the last about a story; the file loses its lines.

    Args:
        store: The memory.
        story_id: Of a story.

    Returns:
        What was taken back; None if nothing was decided.

    Raises:
        DataError: The database or the file cannot be written, or a line of the file not be read.
    """
    with store.write() as tx:
        _take_file(store, tx)
        known = read_rulings(tx)
        about = [it for it in known if story_id in {None, *it.pair}]
        if not about:
            return None
        ruled = about[-1].ruled
        path = locate_rulings(store)
        said = (load_rulings(path) if path else None) or known
        gone = tuple(one for one in known if one.ruled == ruled)
        restored = _obey(tx, known, [one for one in said if one.ruled != ruled])
        if path:
            drop_rulings(path, ruled)
        return TakenBack(rulings=gone, restored=restored)


def take_rulings(store: Store) -> bool:
    """Bring the memory in line with the file of rulings, where it is not.

    So decisions outlive the loss of the database, and what was changed in the file is obeyed. A
    file that is missing is written from the memory.

    Returns:
        Whether anything had to be changed.

    Raises:
        DataError: The database or the file cannot be used, or a line of the file not be read.
    """
    path = locate_rulings(store)
    if path is None:
        return False
    said = load_rulings(path)
    with store.read() as tx:
        known = read_rulings(tx)
    if choose_last(said or ()) == known:
        return False
    with store.write() as tx:
        return _take_file(store, tx)


def _take_file(store: Store, tx: Transaction) -> bool:
    """Let all stand as the file says, and tell whether it said something else than was known."""
    path = locate_rulings(store)
    if path is None:
        return False
    said, known = load_rulings(path), read_rulings(tx)
    if said is not None:
        _obey(tx, known, said)
        return choose_last(said) != known
    if known:
        add_rulings(path, known, read_headlines(tx, list_ruled(known)))
    return False


def _obey(tx: Transaction, known: Sequence[Ruling], said: Sequence[Ruling]) -> bool:
    """Let only what is said hold.

    Where nothing but whole decisions is gone, all stands again as it did before them, if that can
    be; else the stories are placed again.

    Args:
        tx: The transaction.
        known: The last word about any two stories so far.
        said: All that is said now, in the order it was decided.

    Returns:
        Whether all stands again as it did before.
    """
    last = choose_last(said)
    changed = replace_rulings(tx, last)
    gone = _find_gone(set(known).difference(last), said, list_kept(tx))
    restored = bool(gone)
    for ruled in gone:
        there = restore_places(tx, ruled)
        restored = restored and there is not None and _is_obeyed(tx, last, there)
    if changed and not restored:
        _place_again(tx, changed)
    return restored


def _find_gone(
    lost: Collection[Ruling], said: Iterable[Ruling], kept: Collection[datetime]
) -> Sequence[datetime]:
    """Return the times of the decisions of which nothing is said any more, the last one first.

    None if only a part of one is lost, or nothing. One that was overruled is gone, too, if it is
    remembered and nothing is said of it.

    Args:
        lost: What was decided so far, and is not any more.
        said: All that is said now.
        kept: Times of the decisions that are remembered.
    """
    times = {one.ruled for one in said}
    if not lost or any(one.ruled in times for one in lost):
        return ()
    return sorted({one.ruled for one in lost}.union(kept) - times, reverse=True)


def _is_obeyed(tx: Transaction, last: Sequence[Ruling], there: frozenset[str]) -> bool:
    """Tell whether some stories stand as was decided, as far as it holds."""
    places = find_memberships(tx, list_ruled(last))
    about = [it for it in choose_holding(last, places) if not there.isdisjoint(it.pair)]
    return all(is_met(it, places) for it in list_held(about, places))


def _place_again(tx: Transaction, story_ids: Collection[str]) -> tuple[Membership, ...]:
    """Place stories, with all their copies, as if they came now, as far as they are held.

    Returns:
        Where those that were moved stood before.
    """
    copies = read_copies(tx, story_ids)
    sketches = [one.sketch for one in read_candidates(tx, copies)]
    return place_again(tx, sketches, frozenset(copies))
