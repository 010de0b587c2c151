"""``wiredesk split`` and ``wiredesk merge``: an editor overrules what the desk folded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from feeds.cli.config import load_for_command
from feeds.cli.folders import check_folders
from feeds.cli.held import find_story_id, need_database
from feeds.cli.options import (
    CONFIG_FILE,
    DATA_FOLDER,
    OUTPUT_FOLDER,
    AsJson,
    ConfigFile,
    DataFolder,
    FromStory,
    OtherStory,
    OutputFolder,
    StoryName,
)
from feeds.cli.terminal import count, open_console, print_json
from feeds.clock import SystemClock
from feeds.errors import DataLocked, WiredeskError
from feeds.model import Config, Ruling, Story, Topic
from feeds.pipeline.edit import select_again
from feeds.pipeline.overrule import merge_stories, split_story
from feeds.pipeline.publish import publish_feeds
from feeds.schedule import open_desk
from feeds.store import (
    Store,
    Transaction,
    open_store,
    read_companions,
    read_last_revisions,
    read_memberships,
    read_topic_slugs,
)

# Makes a decision and keeps it.
_Decide = Callable[[Store, datetime], tuple[Ruling, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled:
    """What was decided, and what followed.

    Attributes:
        story: The story that was named.
        rulings: What was decided; nothing where it stood alone.
        parted: The stories it was parted from.
        folded: The stories it is folded with now.
        unfolded: Slugs of topics that select both stories put together, and do not fold events.
        written: Files that were published; None where another wiredesk does it.
        holder: The command of that, as ``wiredesk run``; None where there is none.
    """

    story: Story
    rulings: tuple[Ruling, ...]
    parted: tuple[Story, ...]
    folded: tuple[Story, ...]
    unfolded: tuple[str, ...]
    written: tuple[str, ...] | None
    holder: str | None = None


def split(
    name: StoryName,
    other: FromStory = None,
    *,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
    output: OutputFolder = OUTPUT_FOLDER,
) -> None:
    """Part a story from what it is folded with: it is an entry of its own from now on.

    Named with another story, it is parted from that one, and the others go where their words put
    them. The decision holds whatever is reported later, and is kept in the file rulings.jsonl of
    the data directory. The feeds are published again, by the wiredesk that holds the data directory
    if one does. wiredesk merge takes it back.

    Exit codes: 0 done, or it stands alone; 1 a story is not held, or a name fits several; 2 the
    configuration cannot be used; 4 a newer version made the database; 5 the data or output
    directory cannot be used.
    """
    ids = _find_ids(data, name, other)

    def decide(store: Store, now: datetime) -> tuple[Ruling, ...]:
        return split_story(store, ids[0], ids[1] if other else None, now)

    overruled = _overrule(config_file, data, output, ids, decide, command="split")
    if as_json:
        print_json(overruled)
    else:
        _print_split(open_console(), overruled)


def merge(
    name: StoryName,
    other: OtherStory,
    *,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
    output: OutputFolder = OUTPUT_FOLDER,
) -> None:
    """Put two stories together: one entry in each topic that folds events, from now on.

    Those with which each of them is folded come along. The decision holds whatever is reported
    later, and is kept in the file rulings.jsonl of the data directory. The feeds are published
    again, by the wiredesk that holds the data directory if one does. wiredesk split takes it back.

    Exit codes: 0 done; 1 a story is not held, or a name fits several; 2 the configuration cannot
    be used; 4 a newer version made the database; 5 the data or output directory cannot be used.
    """
    ids = _find_ids(data, name, other)

    def decide(store: Store, now: datetime) -> tuple[Ruling, ...]:
        return merge_stories(store, ids[0], ids[1], now)

    overruled = _overrule(config_file, data, output, ids, decide, command="merge")
    if as_json:
        print_json(overruled)
    else:
        _print_merge(open_console(), overruled)


def _find_ids(data: Path, name: str, other: str | None) -> tuple[str, ...]:
    """Return the ids of one story, or of two different ones."""
    names = (name,) if other is None else (name, other)
    with open_store(need_database(data), upgrade=False) as store, store.read() as tx:
        ids = tuple(find_story_id(tx, one) for one in names)
    if len(set(ids)) < len(ids):
        raise WiredeskError(f"{name} and {other} name the same story")
    return ids


def _overrule(
    config_file: Path,
    data: Path,
    output: Path,
    ids: Sequence[str],
    decide: _Decide,
    *,
    command: str,
) -> Overruled:
    """Decide and publish; where another wiredesk holds the data, decide and let it publish."""
    config = load_for_command(config_file)
    check_folders(data, output)
    clock = SystemClock()
    try:
        with open_desk(config, data, output, clock, command=command) as desk:
            select_again(desk.store, config.topics)
            rulings = decide(desk.store, clock.now())
            _, written = publish_feeds(desk.store, config, output, clock.now())
            return _report(desk.store, config, ids, rulings, written)
    except DataLocked as locked:
        with open_store(need_database(data), upgrade=False) as store:
            rulings = decide(store, clock.now())
            report = _report(store, config, ids, rulings, None)
            return replace(report, holder=locked.holder)


def _report(
    store: Store,
    config: Config,
    ids: Sequence[str],
    rulings: tuple[Ruling, ...],
    written: tuple[str, ...] | None,
) -> Overruled:
    """Say where the story stands now."""
    with store.read() as tx:
        place = read_memberships(tx, ids[:1])[ids[0]]
        fold = [one.story_id for one in read_companions(tx, place) if one.fold_id == place.fold_id]
        folded = [story_id for story_id in fold if story_id != ids[0]]
        apart = [one.other_id for one in rulings if not one.together]
        stories = read_last_revisions(tx, [ids[0], *folded, *apart])
        return Overruled(
            story=stories[ids[0]].story,
            rulings=rulings,
            parted=tuple(stories[it].story for it in apart),
            folded=tuple(stories[it].story for it in folded),
            unfolded=_list_unfolded(tx, config.topics, ids),
            written=written,
        )


def _list_unfolded(tx: Transaction, topics: Sequence[Topic], ids: Sequence[str]) -> tuple[str, ...]:
    """Return the topics in which two stories stay two entries, for they do not fold events."""
    places = {one.copies_id for one in read_memberships(tx, ids).values()}
    slugs = [read_topic_slugs(tx, story_id) for story_id in ids]
    both = set(slugs[0]).intersection(*slugs[1:]) if len(places) > 1 else set()
    return tuple(it.slug for it in topics if it.slug in both and it.fold != "events")


def _print_split(console: Console, overruled: Overruled) -> None:
    """Print for people."""
    if not overruled.rulings:
        console.print(f"{_name(overruled.story)} stands alone: there is nothing to part.")
        return
    others = count(len(overruled.parted), "other", "others")
    console.print(f"{_name(overruled.story)} is parted from {others}:", soft_wrap=True)
    _list_stories(console, overruled.parted)
    if overruled.folded:
        console.print("It is still folded with:")
        _list_stories(console, overruled.folded)
    else:
        console.print("It stands alone now.")
    _print_written(console, overruled)


def _print_merge(console: Console, overruled: Overruled) -> None:
    """Print for people."""
    console.print(f"{_name(overruled.story)} is one entry with:", soft_wrap=True)
    _list_stories(console, overruled.folded)
    if overruled.unfolded:
        slugs = ", ".join(overruled.unfolded)
        console.print(f"They stay entries of their own where events are not folded: {slugs}")
    _print_written(console, overruled)


def _print_written(console: Console, overruled: Overruled) -> None:
    """Say what was published, or who does it."""
    if overruled.holder == "wiredesk run":
        console.print("The wiredesk run that is at work publishes it within seconds.")
    elif overruled.written is None:
        holder = f"{overruled.holder} holds the data directory"
        console.print(f"{holder}: the next feeds to be published show it.", markup=False)
    elif overruled.written:
        console.print(f"Written: {', '.join(overruled.written)}", markup=False, soft_wrap=True)
    else:
        console.print("No feed had to be written.")


def _list_stories(console: Console, stories: Sequence[Story]) -> None:
    """List stories, each with what names it."""
    for story in stories:
        console.print(f"  {_name(story)}  [dim]{story.id[:8]}[/dim]", soft_wrap=True)


def _name(story: Story) -> str:
    """Return source and headline, fit to be printed."""
    return escape(f"{story.source_id}: {story.headline}")
