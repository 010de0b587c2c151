"""``wiredesk status``: how the sources are."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import typer
from rich.markup import escape
from rich.table import Table

from feeds.cli.channels import Counts, describe_channel, list_channels, tabulate_channels
from feeds.cli.config import load_for_command
from feeds.cli.health import is_failing, show_health, show_news, show_plan
from feeds.cli.held import find_database
from feeds.cli.options import CONFIG_FILE, DATA_FOLDER, AsJson, ConfigFile, DataFolder
from feeds.cli.push import describe_push, show_push
from feeds.cli.remarks import print_remarks
from feeds.cli.terminal import count, open_console, print_json
from feeds.clock import SystemClock
from feeds.errors import DataError
from feeds.model import ChannelState, HealthChange, Source, SourceState, Subscription
from feeds.schedule.pace import explain_plan
from feeds.schedule.rhythm import usual_gap
from feeds.store import (
    RULINGS,
    count_stories,
    count_waiting,
    count_watched,
    count_withdrawn,
    load_rulings,
    open_store,
    read_channel_states,
    read_last_of_desk,
    read_rulings,
    read_source_states,
    read_subscriptions,
)

_BROKEN = "The file of decisions cannot be read; what was decided before it broke holds:"

Pushed = Mapping[str, Subscription]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Memory:
    """What is remembered, as far as it is told here."""

    states: dict[str, SourceState]
    pushed: Pushed
    outage: HealthChange | None
    stories: int
    channels: Mapping[str, ChannelState]
    outbox: Counts
    withdrawn: int
    watched: Mapping[str, int]
    decisions: int
    unread: tuple[str, ...]


def status(
    *,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
) -> None:
    """Say of every source how it is, how often it tells something, and when and why it is due.

    Of every channel it is said whether it is well, off or muted, and how much waits for it; of one
    that was taken out of the configuration while alerts waited for it, what becomes of those.
    Below stands how many stories are held and withdrawn, how many pages are watched, how much
    editors decided, and which lines of their file cannot be read.

    What was wrong in the document that was read last is listed as ``fetch`` does, and of an inbox
    which files cannot be read, or not wholly.

    If a hub was asked to push what is new, it is said whether it does, and until when.

    A source is failing after three failures in a row. One that is quiet has told nothing for far
    longer than it usually does: that is no failure.

    Exit codes: 0 no source is failing or gone; 1 some are, nothing can be reached, or the decisions
    of editors cannot be read; 2 the configuration cannot be used; 4 a newer version made the
    database; 5 the database cannot be used.
    """
    config = load_for_command(config_file)
    memory = _read(find_database(data))
    now = SystemClock().now()
    rows = [
        (source, memory.states.get(source.id, SourceState(source_id=source.id)))
        for source in config.sources
    ]
    channels = list_channels(config, memory.channels, memory.outbox)
    if as_json:
        sources = [
            _describe(source, state, memory.pushed.get(source.id), now)
            | {"watched": memory.watched.get(source.id, 0)}
            for source, state in rows
        ]
        told = [describe_channel(state, memory.outbox, config) for state in channels]
        print_json(
            {
                "stories": memory.stories,
                "withdrawn": memory.withdrawn,
                "outage": memory.outage,
                "sources": sources,
                "channels": told,
                "decisions": memory.decisions,
                "unread": memory.unread,
            }
        )
    else:
        console = open_console()
        console.print(_table(rows, memory.pushed, now))
        for source, state in rows:
            if not state.failures:
                print_remarks(console, source.id, state.problems)
        if channels:
            console.print(tabulate_channels(channels, memory.outbox, config, now))
        if memory.outage:
            console.print(escape(f"Outage: {memory.outage.text}."), style="red")
        if memory.unread:
            console.print(_BROKEN, style="red")
        for line in memory.unread:
            console.print(f"  {line}", markup=False, soft_wrap=True)
        console.print(_count_all(memory))
    if memory.outage or memory.unread or any(is_failing(state) for _, state in rows):
        raise typer.Exit(1)


def _read(path: Path | None) -> _Memory:
    """Return what is remembered; nothing if nothing was ever polled."""
    if path is None:
        return _Memory(
            states={},
            pushed={},
            outage=None,
            stories=0,
            channels={},
            outbox={},
            withdrawn=0,
            watched={},
            decisions=0,
            unread=(),
        )
    with open_store(path, upgrade=False) as store, store.read() as tx:
        last = read_last_of_desk(tx)
        return _Memory(
            states=read_source_states(tx),
            # One that is ending stands behind its successor, which counts.
            pushed={each.source_id: each for each in reversed(read_subscriptions(tx))},
            outage=last if last and last.kind == "outage" else None,
            stories=count_stories(tx),
            channels=read_channel_states(tx),
            outbox=count_waiting(tx),
            withdrawn=count_withdrawn(tx),
            watched=count_watched(tx),
            decisions=len({one.ruled for one in read_rulings(tx)}),
            unread=_list_unread(path),
        )


def _list_unread(path: Path) -> tuple[str, ...]:
    """Return what is wrong with the file of decisions beside a database."""
    try:
        load_rulings(path.with_name(RULINGS))
    except DataError as error:
        return tuple(str(error).splitlines())
    return ()


def _count_all(memory: _Memory) -> str:
    """Say how many stories are held, and what became of some of them."""
    watched = sum(memory.watched.values())
    parts = [count(memory.stories, "story held", "stories held")]
    parts += [f"{memory.withdrawn} of them withdrawn"] if memory.withdrawn else []
    parts += [f"{count(watched, 'page', 'pages')} watched"] if watched else []
    decided = count(memory.decisions, "decision of an editor", "decisions of editors")
    parts += [decided] if memory.decisions else []
    return f"{', '.join(parts)}."


def _describe(
    source: Source, state: SourceState, push: Subscription | None, now: datetime
) -> dict[str, object]:
    """Return everything about a source, for machines."""
    return asdict(state) | {
        "usual_gap": usual_gap(state.heard, now),
        "due_because": explain_plan(source, state, push),
        "push": push and describe_push(push),
    }


def _table(rows: list[tuple[Source, SourceState]], pushed: Pushed, now: datetime) -> Table:
    """One row for each source; on a terminal of 80 columns each column takes a few lines."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Source", "Health", "New stories", "Next due"):
        table.add_column(name, overflow="fold")
    for source, state in rows:
        push = pushed.get(source.id)
        health = show_health(state, now)
        table.add_row(
            escape(source.id),
            escape(f"{health}; {show_push(push, now)}" if push else health),
            show_news(state, now),
            show_plan(source, state, now, push),
            style="red" if is_failing(state) else "yellow" if state.failures else "",
        )
    return table
