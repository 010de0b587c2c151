"""What an editor decides: kept, and obeyed at once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from feeds.model import Ruling
from feeds.pipeline.place import place_again
from feeds.store import (
    Store,
    Transaction,
    add_rulings,
    load_rulings,
    locate_rulings,
    read_candidates,
    read_copies,
    read_headlines,
    read_rulings,
    replace_rulings,
    save_ruling,
)

_TICK: Final = timedelta(microseconds=1)


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
        changed = _take_file(store, tx)
        last = max((one.ruled + _TICK for one in read_rulings(tx)), default=made[0].ruled)
        dated = [replace(one, ruled=max(one.ruled, last)) for one in made]
        for ruling in dated:
            save_ruling(tx, ruling)
        ids = {it for one in dated for it in (one.story_id, one.other_id)}
        _place_again(tx, changed | ids)
        path = locate_rulings(store)
        if path:
            add_rulings(path, dated, read_headlines(tx, ids))


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
        changed = _take_file(store, tx)
        _place_again(tx, changed)
        return bool(changed)


def _take_file(store: Store, tx: Transaction) -> frozenset[str]:
    """Let the table say what the file says; return the ids of the stories that this is about."""
    path = locate_rulings(store)
    if path is None:
        return frozenset()
    said = load_rulings(path)
    if said is not None:
        return replace_rulings(tx, said)
    known = read_rulings(tx)
    if known:
        ids = {it for one in known for it in (one.story_id, one.other_id)}
        add_rulings(path, known, read_headlines(tx, ids))
    return frozenset()


def _place_again(tx: Transaction, story_ids: Iterable[str]) -> None:
    """Place stories, with all their copies, as if they came now, as far as they are held."""
    copies = read_copies(tx, story_ids)
    sketches = [one.sketch for one in read_candidates(tx, copies)]
    place_again(tx, sketches, frozenset(copies))
