"""What an editor decides: kept, and obeyed at once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from feeds.model import Membership, Ruling
from feeds.pipeline.place import place_again
from feeds.store import (
    Store,
    Transaction,
    add_rulings,
    drop_rulings,
    find_memberships,
    keep_decision,
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
class TakenBack:
    """A decision that holds no more.

    Attributes:
        rulings: What had been decided.
        restored: Whether all stands as it did before; else something had come or moved there since,
            and the stories found their places by their words.
    """

    rulings: tuple[Ruling, ...]
    restored: bool


def rule_stories(store: Store, made: Sequence[Ruling]) -> None:
    """Keep what was decided, in the memory and in the file, and place the stories again.

    All of it is kept and obeyed, or nothing. It may be called beside a daemon.

    Args:
        store: The memory.
        made: Decisions made at one time; they count as later than all that are known.

    Raises:
        DataError: The database or the file cannot be written, or a line of the file not be read.
    """
    with store.write() as tx:
        _take_file(store, tx)
        last = max((one.ruled + _TICK for one in read_rulings(tx)), default=made[0].ruled)
        ruled = max(made[0].ruled, last)
        dated = [replace(one, ruled=ruled) for one in made]
        for ruling in dated:
            save_ruling(tx, ruling)
        ids = _list_named(dated)
        keep_decision(tx, ruled, _place_again(tx, ids))
        path = locate_rulings(store)
        if path:
            add_rulings(path, dated, read_headlines(tx, ids))


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
        about = [it for it in known if story_id in {None, it.story_id, it.other_id}]
        if not about:
            return None
        ruled = about[-1].ruled
        gone = tuple(one for one in known if one.ruled == ruled)
        path = locate_rulings(store)
        left = drop_rulings(path, ruled) if path else [one for one in known if one not in gone]
        return TakenBack(rulings=gone, restored=_obey(tx, known, left))


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
    if (said or ()) == known:
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
        return said != known
    if known:
        add_rulings(path, known, read_headlines(tx, _list_named(known)))
    return False


def _obey(tx: Transaction, known: Sequence[Ruling], said: Sequence[Ruling]) -> bool:
    """Let only what is said hold.

    Where whole decisions are gone, all stands again as it did before them, if that can be; else the
    stories are placed again.

    Args:
        tx: The transaction.
        known: What was decided so far.
        said: What is now.

    Returns:
        Whether all stands again as it did before.
    """
    changed = replace_rulings(tx, said)
    gone = sorted({one.ruled for one in set(known).difference(said)}, reverse=True)
    restored = bool(gone) and all(_restore(tx, ruled, said) for ruled in gone)
    # What had been said before about the same stories counts again, and may have been written anew.
    restored = restored and _is_obeyed(tx, set(said).difference(known))
    if changed and not restored:
        _place_again(tx, changed)
    return restored


def _restore(tx: Transaction, ruled: datetime, said: Iterable[Ruling]) -> bool:
    """Let all stand as before a decision, if it is gone whole and nothing happened there since."""
    later = [one for one in said if one.ruled >= ruled]
    whole = all(one.ruled > ruled for one in later)
    return whole and restore_places(tx, ruled, _list_named(later))


def _is_obeyed(tx: Transaction, rulings: Collection[Ruling]) -> bool:
    """Tell whether stories stand as was decided; of those that are not held none does."""
    places = find_memberships(tx, _list_named(rulings))
    held = all(it.story_id in places and it.other_id in places for it in rulings)
    return held and all(
        (places[it.story_id].fold_id == places[it.other_id].fold_id) == it.together
        for it in rulings
    )


def _list_named(rulings: Iterable[Ruling]) -> frozenset[str]:
    """Return the ids of the stories about which was decided."""
    return frozenset([it for one in rulings for it in (one.story_id, one.other_id)])


def _place_again(tx: Transaction, story_ids: Collection[str]) -> tuple[Membership, ...]:
    """Place stories, with all their copies, as if they came now, as far as they are held.

    Returns:
        Where those that were moved stood before.
    """
    copies = read_copies(tx, story_ids)
    sketches = [one.sketch for one in read_candidates(tx, copies)]
    return place_again(tx, sketches, frozenset(copies))
