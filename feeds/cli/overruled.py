"""What an editor overruled, and what followed, as ``wiredesk split`` and ``merge`` say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from feeds.cli.terminal import count, print_item, show_second
from feeds.model import Config, Membership, Ruling, Story, Topic
from feeds.pipeline.regrouped import Regrouped, find_regrouped
from feeds.pipeline.rulings import Obeyed
from feeds.store import (
    Transaction,
    find_memberships,
    read_companions,
    read_last_revisions,
    read_memberships,
    read_topic_slugs,
)

# So much of an id is shown, and names its story.
SHORT = 8
_MOST_LISTED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A story as lists name it."""

    id: str
    source_id: str
    headline: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled:
    """What was decided, and what followed.

    Attributes:
        story: The story that was named.
        other: The other one that was; None where it was parted from all.
        together: Whether the two were one entry before, where events are folded; of one parted
            from all, whether there were others.
        rulings: What was decided; nothing where it stood alone.
        parted: The stories it was parted from.
        folded: The stories it is folded with now.
        along: The stories that were folded with both, and are with the other one now.
        elsewhere: The stories that were folded with both, and are with neither now.
        moved: Other stories that are in another entry now, where events are folded: what is near is
            grouped again with those that were named.
        regrouped: Of each of these, whom it is with now and was not before, and the reverse.
        unfolded: Slugs of topics that select both stories put together, and do not fold events.
        overrules: The times of earlier decisions that hold no more, or in part, for this one.
        undo: The command that takes it back; None where nothing was decided.
        written: Files that were published; None where another wiredesk does it.
        holder: The command of that, as ``wiredesk run``; None where there is none.
    """

    story: Named
    other: Named | None
    together: bool
    rulings: tuple[Ruling, ...]
    parted: tuple[Named, ...]
    folded: tuple[Named, ...]
    along: tuple[Named, ...]
    elsewhere: tuple[Named, ...]
    moved: tuple[Named, ...]
    regrouped: tuple[Regrouped, ...]
    unfolded: tuple[str, ...]
    overrules: tuple[datetime, ...] = ()
    undo: str | None = None
    written: tuple[str, ...] | None = None
    holder: str | None = None


def report_overruled(
    tx: Transaction,
    config: Config,
    ids: Sequence[str],
    around: Mapping[str, Membership],
    obeyed: Obeyed,
) -> Overruled:
    """Say where the stories stand now.

    Args:
        tx: A transaction that began when all was decided.
        config: As it is now.
        ids: Of the story that was named, and of the other one if there is one.
        around: Where all stories of the events of both stood.
        obeyed: What was decided, and what it moved.
    """
    stood = {**around, **{place.story_id: place for place in obeyed.moved}}
    rulings = obeyed.rulings
    own, other = ids[0], ids[1] if len(ids) > 1 else None
    before = [it for it, place in stood.items() if place.fold_id == stood[own].fold_id]
    places = find_memberships(tx, stood)
    homes = {story_id: place.fold_id for story_id, place in places.items()}
    folded = [it.story_id for it in read_companions(tx, places[own]) if it.fold_id == homes[own]]
    left = [it for it in before if other in before and homes[it] != homes[own] and it != other]
    apart = [one.other_id for one in rulings if not one.together]
    named = {*ids, *folded, *left, *apart}
    moved = [it for it in homes if it not in named and homes[it] != stood[it].fold_id]
    found = read_last_revisions(tx, {*named, *moved})
    stories = {story_id: shorten_story(revision.story) for story_id, revision in found.items()}
    return Overruled(
        story=stories[own],
        other=stories[other] if other else None,
        together=other in before if other else len(before) > 1,
        rulings=rulings,
        parted=tuple(stories[it] for it in apart),
        folded=tuple(stories[it] for it in folded if it != own),
        along=tuple(stories[it] for it in left if homes[it] == homes[other or own]),
        elsewhere=tuple(stories[it] for it in left if homes[it] != homes[other or own]),
        moved=tuple(stories[it] for it in moved),
        regrouped=find_regrouped(tx, moved, stood),
        unfolded=_list_unfolded(tx, config.topics, ids),
        undo=f"wiredesk undo {own[:SHORT]}" if rulings else None,
    )


def shorten_story(story: Story) -> Named:
    """Return what names a story."""
    return Named(id=story.id, source_id=story.source_id, headline=story.headline, url=story.url)


def _list_unfolded(tx: Transaction, topics: Sequence[Topic], ids: Sequence[str]) -> tuple[str, ...]:
    """Return the topics in which two stories stay two entries, for they do not fold events."""
    places = {one.copies_id for one in read_memberships(tx, ids).values()}
    slugs = [read_topic_slugs(tx, story_id) for story_id in ids]
    both = set(slugs[0]).intersection(*slugs[1:]) if len(places) > 1 else set()
    return tuple(it.slug for it in topics if it.slug in both and it.fold != "events")


def print_split(console: Console, overruled: Overruled) -> None:
    """Print for people."""
    if not overruled.rulings:
        console.print(f"{_name(overruled.story)} stands alone: there is nothing to part.")
        return
    if not overruled.together:
        console.print(f"{_name(overruled.story)} was not together with:", soft_wrap=True)
        _list_stories(console, overruled.parted)
        console.print("From now on they stay apart, whatever is reported.")
        _print_end(console, overruled)
        return
    others = count(len(overruled.parted), "other", "others")
    console.print(f"{_name(overruled.story)} is parted from {others}:", soft_wrap=True)
    _list_stories(console, overruled.parted)
    print_group(console, "Folded with that one, as before:", overruled.along)
    print_group(console, "Folded with neither of them any more:", overruled.elsewhere)
    if overruled.folded:
        print_group(console, "It is folded with:", overruled.folded)
    else:
        console.print("It stands alone now.")
    _print_end(console, overruled)


def print_merge(console: Console, overruled: Overruled) -> None:
    """Print for people."""
    word = "was already" if overruled.together else "is"
    console.print(f"{_name(overruled.story)} {word} one entry with:", soft_wrap=True)
    _list_stories(console, overruled.folded)
    if overruled.together:
        console.print("Nothing changes; from now on they stay together, whatever is reported.")
    if overruled.unfolded:
        slugs = ", ".join(overruled.unfolded)
        console.print(f"They stay entries of their own where events are not folded: {slugs}")
    _print_end(console, overruled)


def print_written(console: Console, written: Sequence[str] | None, holder: str | None) -> None:
    """Say what was published, or who does it.

    Args:
        console: Where to.
        written: Files that were published; None where another wiredesk does it.
        holder: The command of that.
    """
    if holder == "wiredesk run":
        console.print("The wiredesk run that is at work publishes it within seconds.")
    elif written is None:
        told = f"{holder} holds the data directory: the next feeds to be published show it."
        console.print(told, markup=False)
    elif written:
        console.print(f"Written: {', '.join(written)}", markup=False, soft_wrap=True)
    else:
        console.print("No feed had to be written.")


def _print_end(console: Console, overruled: Overruled) -> None:
    """Say what else follows, what was published, and how the decision is taken back."""
    _print_moved(console, overruled)
    if overruled.overrules:
        times = " and ".join(show_second(it) for it in overruled.overrules)
        console.print(f"It overrules what was decided on {times}.", soft_wrap=True)
    print_written(console, overruled.written, overruled.holder)
    console.print(f"To take it back: {overruled.undo}", markup=False, soft_wrap=True)


def _print_moved(console: Console, overruled: Overruled) -> None:
    """Say in a line which other entries changed, and list some of the stories."""
    joined = sum(bool(it.joined) for it in overruled.regrouped)
    parted = sum(bool(it.parted and not it.joined) for it in overruled.regrouped)
    told = [
        f"{number} {word} others"
        for number, word in ((joined, "joined to"), (parted, "parted from"))
        if number
    ]
    many = count(len(overruled.moved), "other story is", "other stories are")
    how = f" ({', '.join(told)})" if told else ""
    title = f"{many} in another entry now, too{how}:"
    print_group(console, title, overruled.moved[:_MOST_LISTED])
    if len(overruled.moved) > _MOST_LISTED:
        more = len(overruled.moved) - _MOST_LISTED
        console.print(f"  and {more} more; --json lists them all", soft_wrap=True)


def print_group(console: Console, title: str, stories: Sequence[Named]) -> None:
    """Print a list below its title; nothing where there is nothing."""
    if stories:
        console.print(title, soft_wrap=True)
        _list_stories(console, stories)


def _list_stories(console: Console, stories: Sequence[Named]) -> None:
    """List stories, each with what names it."""
    for story in stories:
        print_item(console, tell_story(story))


def tell_story(story: Named) -> Text:
    """Return source, headline and the beginning of the id."""
    told = Text(f"{story.source_id}: {story.headline}  ")
    return told.append(story.id[:SHORT], style="dim")


def _name(story: Named) -> str:
    """Return source and headline, fit to be printed."""
    return escape(f"{story.source_id}: {story.headline}")
