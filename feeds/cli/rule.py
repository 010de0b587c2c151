"""``wiredesk split``, ``merge`` and ``undo``: an editor overrules what the desk folded."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

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
    RuledStory,
    StoryName,
    write_options,
)
from feeds.cli.overruled import Overruled, print_merge, print_split, report_overruled
from feeds.cli.terminal import open_console, print_json
from feeds.cli.undone import Undone, print_undone, report_undone
from feeds.clock import SystemClock
from feeds.errors import DataError, DataLocked, WiredeskError
from feeds.model import Config
from feeds.pipeline.decided import list_decisions, list_overruled
from feeds.pipeline.overrule import merge_stories, read_around, split_story
from feeds.pipeline.publish import publish_feeds
from feeds.pipeline.rulings import Obeyed, take_back
from feeds.pipeline.selecting import select_again
from feeds.schedule.desk import open_desk
from feeds.store import Store, open_store

_T = TypeVar("_T")
# Makes a decision and keeps it.
_Decide = Callable[[Store, datetime], Obeyed]


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
    if one does. wiredesk undo takes the decision back.

    Exit codes: 0 done, or it stands alone; 1 a story is not held, or a name fits several; 2 the
    configuration cannot be used; 4 a newer version made the database; 5 the data or output
    directory cannot be used.
    """
    ids = _find_ids(data, name, other)

    def decide(store: Store, now: datetime) -> Obeyed:
        return split_story(store, ids[0], ids[1] if other else None, now)

    overruled = _overrule(config_file, data, output, ids, decide, command="split")
    if as_json:
        print_json(overruled)
    else:
        print_split(open_console(), overruled)


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
    again, by the wiredesk that holds the data directory if one does. wiredesk undo takes the
    decision back.

    Exit codes: 0 done; 1 a story is not held, or a name fits several; 2 the configuration cannot
    be used; 4 a newer version made the database; 5 the data or output directory cannot be used.
    """
    ids = _find_ids(data, name, other)

    def decide(store: Store, now: datetime) -> Obeyed:
        return merge_stories(store, ids[0], ids[1], now)

    overruled = _overrule(config_file, data, output, ids, decide, command="merge")
    if as_json:
        print_json(overruled)
    else:
        print_merge(open_console(), overruled)


def undo(
    name: RuledStory = None,
    *,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
    output: OutputFolder = OUTPUT_FOLDER,
) -> None:
    """Take back the last decision of split or merge, or the last about a story.

    Entries and their ids are as before, if nothing has come or changed there since; else the
    stories go where their words put them. The lines of the decision are deleted from the file
    rulings.jsonl of the data directory. The feeds are published again, by the wiredesk that holds
    the data directory if one does. Called again it takes back the decision before.

    Exit codes: 0 done; 1 nothing was decided or is held yet, a story is not held, or a name fits
    several; 2 the configuration cannot be used; 4 a newer version made the database; 5 the data or
    output directory cannot be used.
    """
    need_database(data)
    story_id = None if name is None else _find_ids(data, name)[0]

    def act(store: Store, config: Config, now: datetime) -> Undone:
        del config, now
        taken = take_back(store, story_id)
        if taken is None:
            about = f" about {name}" if name else ""
            raise WiredeskError(f"nothing was decided{about}: there is nothing to take back")
        with store.read() as tx:
            return report_undone(tx, taken)

    undone, written, holder = _act(config_file, data, output, act, command="undo")
    undone = replace(undone, written=written, holder=holder)
    if as_json:
        print_json(undone)
    else:
        print_undone(open_console(), undone)


def _find_ids(data: Path, name: str, other: str | None = None) -> tuple[str, ...]:
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
    """Decide, publish, and say what followed."""

    def act(store: Store, config: Config, now: datetime) -> Overruled:
        said, stood = list_decisions(store), read_around(store, ids)
        obeyed = decide(store, now)
        overrules = list_overruled(said, list_decisions(store))
        with store.read() as tx:
            done = report_overruled(tx, config, ids, stood, obeyed)
            return replace(done, overrules=overrules)

    overruled, written, holder = _act(config_file, data, output, act, command=command)
    options = write_options(config_file, data, output)
    undo = f"{overruled.undo}{options}" if overruled.undo else None
    return replace(overruled, undo=undo, written=written, holder=holder)


def _act(
    config_file: Path,
    data: Path,
    output: Path,
    act: Callable[[Store, Config, datetime], _T],
    *,
    command: str,
) -> tuple[_T, tuple[str, ...] | None, str | None]:
    """Change the memory and publish; where another wiredesk holds the data, let it publish.

    Returns:
        What the change returned; the files that were written, or who publishes.
    """
    config = load_for_command(config_file)
    check_folders(data, output)
    clock = SystemClock()
    try:
        with open_desk(config, data, output, clock, command=command) as desk:
            select_again(desk.store, config.topics)
            done = act(desk.store, config, clock.now())
            try:
                _, written = publish_feeds(desk.store, config, output, clock.now())
            except DataError as error:
                told = f"{command} is done, and kept; do not repeat it. But wiredesk {error}"
                raise DataError(told) from error
            return done, written, None
    except DataLocked as locked:
        with open_store(need_database(data), upgrade=False) as store:
            return act(store, config, clock.now()), None, locked.holder
