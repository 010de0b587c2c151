"""A decision that was taken back, and what followed, as ``wiredesk undo`` says it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rich.console import Console

from feeds.cli.decided import list_about, say_which
from feeds.cli.overruled import Named, print_group, print_written, shorten_story, tell_story
from feeds.cli.terminal import count, print_item, show_second
from feeds.model import Ruling, list_ruled
from feeds.pipeline.rulings import TakenBack
from feeds.store import Transaction, find_memberships, read_fellows, read_last_revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back, and what followed.

    Attributes:
        decided: When it had been decided.
        said: ``split`` or ``merge``.
        rulings: What had been decided.
        restored: Whether all stands as it did before.
        entries: The entries in which the stories are now, where events are folded.
        written: Files that were published; None where another wiredesk does it.
        holder: The command of that, as ``wiredesk run``; None where there is none.
    """

    decided: datetime
    said: str
    rulings: tuple[Ruling, ...]
    restored: bool
    entries: tuple[tuple[Named, ...], ...]
    written: tuple[str, ...] | None = None
    holder: str | None = None


def report_undone(tx: Transaction, taken: TakenBack) -> Undone:
    """Say where the stories stand now, as far as they are held.

    Args:
        tx: A transaction that began when it was taken back.
        taken: What was.
    """
    first = taken.rulings[0]
    return Undone(
        decided=first.ruled,
        said=say_which(taken.rulings),
        rulings=taken.rulings,
        restored=taken.restored,
        entries=_list_entries(tx, list_ruled(taken.rulings)),
    )


def _list_entries(tx: Transaction, ids: Iterable[str]) -> tuple[tuple[Named, ...], ...]:
    """Return the entries of some stories, in the order these were told; the largest first."""
    own = find_memberships(tx, ids).values()
    wanted = {place.fold_id for place in own}
    fellows = read_fellows(tx, {place.event_id for place in own})
    folds: dict[str, list[str]] = {}
    for story_id, place in fellows.items():
        if place.fold_id in wanted:
            folds.setdefault(place.fold_id, []).append(story_id)
    found = read_last_revisions(tx, [it for some in folds.values() for it in some])
    stories = {it: revision.story for it, revision in found.items()}
    entries = [
        sorted((stories[it] for it in some), key=lambda one: (one.told, one.id))
        for some in folds.values()
    ]
    ordered = sorted(entries, key=lambda some: (-len(some), some[0].told, some[0].id))
    return tuple(tuple(map(shorten_story, some)) for some in ordered)


def print_undone(console: Console, undone: Undone) -> None:
    """Print for people."""
    console.print(f"Taken back: the {undone.said} of {show_second(undone.decided)}.")
    if undone.said == "split":
        _print_parted(console, undone)
    if undone.restored:
        console.print("All stands again as it did before.")
    else:
        console.print("Something has come or changed there since, or it is not known any more:")
        console.print("the stories go where their words put them now.")
    for entry in (it for it in undone.entries if len(it) > 1):
        print_group(console, "One entry where events are folded:", entry)
    alone = [it for entry in undone.entries if len(entry) == 1 for it in entry]
    print_group(console, "Alone:", alone)
    print_written(console, undone.written, undone.holder)


def _print_parted(console: Console, undone: Undone) -> None:
    """Say which stories had been parted, as far as they are held."""
    named = {it.id: it for entry in undone.entries for it in entry}
    about = [it for it in list_about(undone.rulings) if it in named]
    if len(undone.rulings) == 1:
        print_group(console, "They had been parted from each other:", [named[it] for it in about])
    elif about:
        others = count(len(undone.rulings), "other", "others")
        console.print(f"It had been parted from {others}:")
        print_item(console, tell_story(named[about[0]]))
