"""``wiredesk alerts``: what is in the outbox; send it once more, or keep it silent.

The commands may be used beside a daemon: it looks at the outbox each second, and SQLite lets one
write at a time.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from feeds.cli.channels import FOR_GOOD, explain_silence, show_end
from feeds.cli.config import load_for_command
from feeds.cli.held import find_story_id, need_database
from feeds.cli.known import refuse_unknown
from feeds.cli.options import CONFIG_FILE, DATA_FOLDER, AsJson, ConfigFile, DataFolder
from feeds.cli.terminal import count, open_console, print_json, say, show_moment
from feeds.clock import SystemClock
from feeds.errors import WiredeskError
from feeds.model import ChannelState, Config, Delivery, DeliveryState, Waiting
from feeds.pipeline.silence import mute_channel, mute_story, unmute_channel, unmute_story
from feeds.store import (
    Transaction,
    count_waiting,
    find_deliveries,
    find_story_ids,
    open_store,
    read_channel_states,
    read_deliveries_named,
    read_waiting,
    retry_deliveries,
)
from feeds.text.amounts import read_duration

OfChannel = Annotated[
    str | None, typer.Option("--channel", metavar="NAME", help="Only what goes through this one.")
]
InState = Annotated[DeliveryState | None, typer.Option("--state", help="Only what stands so.")]
Most = Annotated[int, typer.Option("--most", min=1, max=10000, help="At most so many.")]
DeliveryId = Annotated[
    str | None, typer.Argument(metavar="ID", help="Id of a delivery, or its first digits.")
]
AllOfThem = Annotated[
    bool, typer.Option("--all", help="Everything that failed, expired or was muted.")
]
Silent = Annotated[
    str, typer.Argument(metavar="CHANNEL|STORY", help="Name of a channel; or id or URL of a story.")
]
For = Annotated[
    str | None,
    typer.Option("--for", metavar="TIME", help="How long (2h, 7d); else until it is unmuted."),
]

alerts_app = typer.Typer()


@alerts_app.callback(invoke_without_command=True)
def list_alerts(
    context: typer.Context,
    *,
    channel: OfChannel = None,
    state: InState = None,
    most: Most = 200,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
) -> None:
    """List what is told through channels, send it once more, or keep it silent.

    The newest stands first, with how it stands, and why.

    A delivery is waiting, being sent, sent, failed (refused for good, or perhaps received twice),
    expired (it could not be had in time) or muted. Of what waits for a channel that was taken out
    of the configuration it is said what becomes of it.

    Exit codes: 0 well; 1 nothing is held yet; 2 the configuration cannot be used, an option is
    wrong, or no channel is called so; 4 a newer version made the database; 5 the database cannot be
    used.
    """
    if context.invoked_subcommand:
        return
    config = load_for_command(config_file)
    with open_store(need_database(data), upgrade=False) as store, store.read() as tx:
        _check_channel(channel, tx, config)
        rows = read_waiting(tx, channel=channel, state=state, most=most)
        ways = _Ways(states=read_channel_states(tx), config=config, now=SystemClock().now())
    if as_json:
        print_json({"deliveries": [_plain(row, ways) for row in rows]})
    elif rows:
        _print_rows(open_console(), rows, ways)
    else:
        say("nothing in the outbox fits" if channel or state else "nothing is in the outbox")


@alerts_app.command("retry")
def retry(
    name: DeliveryId = None,
    *,
    everything: AllOfThem = False,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
) -> None:
    """Send once more what failed, expired or was muted; what waits is due at once.

    The wiredesk that is running sends it within seconds, else the next one that runs does. A
    channel that rests or is off stays so, and one that was taken out of the configuration is told
    nothing.

    Exit codes: 0 done; 1 no delivery has this id, or several begin so; 2 the configuration or the
    command line is wrong; 4 a newer version made the database; 5 the database cannot be used.
    """
    if (name is None) is not everything:
        raise typer.BadParameter("give the id of a delivery, or --all")
    config = load_for_command(config_file)
    with _write(data) as tx:
        chosen = None if name is None else [_find_delivery(tx, name)]
        number = retry_deliveries(tx, chosen, SystemClock().now())
        silent = _list_silent(tx, chosen, config)
    if name and not number:
        raise WiredeskError(f"{name} was sent, or is being sent")
    if as_json:
        print_json({"again": number, "silent": silent})
    else:
        console = open_console()
        console.print(f"{count(number, 'delivery is', 'deliveries are')} sent once more.")
        for reason in silent if number else ():
            console.print(f"But {reason}.", markup=False, soft_wrap=True)


@alerts_app.command("mute")
def mute(
    name: Silent,
    *,
    length: For = None,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
) -> None:
    """Tell nothing through a channel, or nothing of a story and what it is folded with.

    What is due meanwhile is settled as muted; wiredesk alerts retry sends it all the same. The
    feeds hold everything.

    Exit codes: 0 done; 1 neither a channel nor a story has this name, or several stories do; 2 the
    configuration or the command line is wrong; 4 a newer version made the database; 5 the database
    cannot be used.
    """
    now = SystemClock().now()
    until = _read_until(length, now)
    channels = _list_channels(config_file)
    with _write(data) as tx:
        if name in channels:
            mute_channel(tx, name, until)
        else:
            mute_story(tx, _find_story(tx, name, channels), until, now)
    if as_json:
        print_json({"muted": name, "until": None if until == FOR_GOOD else until})
    else:
        open_console().print(f"{name} is muted{show_end(until)}.", markup=False)


@alerts_app.command("unmute")
def unmute(
    name: Silent,
    *,
    as_json: AsJson = False,
    config_file: ConfigFile = CONFIG_FILE,
    data: DataFolder = DATA_FOLDER,
) -> None:
    """Tell again; a channel that is off, or rests, is used again at once.

    Exit codes: 0 done, or it was not muted; 1 neither a channel nor a story has this name, or
    several stories do; 2 the configuration cannot be used; 4 a newer version made the database; 5
    the database cannot be used.
    """
    channels = _list_channels(config_file)
    with _write(data) as tx:
        if name in channels:
            changed = unmute_channel(tx, name)
        else:
            changed = unmute_story(tx, _find_story(tx, name, channels))
    if as_json:
        print_json({"unmuted": name, "changed": changed})
    else:
        said = "is told again" if changed else "was not muted"
        open_console().print(f"{name} {said}.", markup=False)


def _read_until(length: str | None, now: datetime) -> datetime:
    """Return when a silence ends."""
    if length is None:
        return FOR_GOOD
    try:
        return now + read_duration(length, least="1m", most="520w")
    except ValueError as error:
        raise typer.BadParameter(f"--for {error}") from None


@contextmanager
def _write(data: Path) -> Iterator[Transaction]:
    """Write to the memory, beside a wiredesk that is running too."""
    with open_store(need_database(data), upgrade=False) as store, store.write() as tx:
        yield tx


def _list_channels(config_file: Path) -> tuple[str, ...]:
    """Return the names of the channels."""
    return tuple(channel.name for channel in load_for_command(config_file).channels)


def _check_channel(name: str | None, tx: Transaction, config: Config) -> None:
    """Refuse a name that no channel has, and for which nothing is in the outbox."""
    if name is not None:
        held = sorted(channel for channel, _ in count_waiting(tx))
        refuse_unknown("channel", [name], (*(it.name for it in config.channels), *held))


def _list_silent(
    tx: Transaction, delivery_ids: Sequence[str] | None, config: Config
) -> tuple[str, ...]:
    """Say of each channel that some deliveries wait for, or any, why it sends nothing now."""
    if delivery_ids is None:
        names = [name for name, state in count_waiting(tx) if state == "waiting"]
    else:
        names = [one.channel for one in read_deliveries_named(tx, delivery_ids)]
    ways = _Ways(states=read_channel_states(tx), config=config, now=SystemClock().now())
    told = [_explain(name, ways) for name in sorted(set(names))]
    return tuple(reason for reason in told if reason)


def _find_story(tx: Transaction, name: str, channels: Sequence[str]) -> str:
    """Return the id of the one story that is named.

    Raises:
        WiredeskError: There is none, or more than one.
    """
    if name.strip() and not find_story_ids(tx, name):
        near = difflib.get_close_matches(name.lower(), channels, n=1)
        meant = f"; did you mean {near[0]}?" if near else ""
        raise WiredeskError(f"no channel or story is called {name}{meant}")
    return find_story_id(tx, name)


def _find_delivery(tx: Transaction, name: str) -> str:
    """Return the id of the one delivery that is named.

    Raises:
        WiredeskError: There is none, or more than one.
    """
    ids = find_deliveries(tx, name) if name.strip() else ()
    if not ids:
        raise WiredeskError(f"no delivery has the id {name}; wiredesk alerts lists them")
    if len(ids) > 1:
        listed = "\n  ".join(ids)
        raise WiredeskError(f"{name} fits several deliveries:\n  {listed}")
    return ids[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ways:
    """How the channels are now, as far as that is remembered and configured."""

    states: Mapping[str, ChannelState]
    config: Config
    now: datetime


def _explain(name: str, ways: _Ways) -> str:
    """Say why a channel sends nothing now; empty if it does."""
    return explain_silence(ways.states.get(name, ChannelState(name=name)), ways.config, ways.now)


def _find_next(one: Delivery, ways: _Ways) -> datetime | None:
    """Return when a delivery is sent next, not while its channel rests; None if never."""
    if one.settled or one.channel not in {channel.name for channel in ways.config.channels}:
        return None
    rest = ways.states[one.channel].rests_until if one.channel in ways.states else None
    return max(one.due, rest) if rest else one.due


def _plain(row: Waiting, ways: _Ways) -> dict[str, object]:
    """Return everything about a delivery, for machines."""
    return {
        "delivery": row.delivery,
        "next": _find_next(row.delivery, ways),
        "topic": row.topic,
        "kinds": row.kinds,
        "headline": row.headline,
        "sources": row.sources,
    }


def _print_rows(console: Console, rows: Sequence[Waiting], ways: _Ways) -> None:
    """Print for people."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Id", "Channel", "State", "Due", "What", "Why"):
        table.add_column(name, overflow="fold")
    for row in rows:
        one = row.delivery
        kinds = ", ".join(row.kinds)
        silence = _explain(one.channel, ways) if one.state == "waiting" else ""
        what = f"{row.topic or 'sources'}: {row.headline}{f' ({kinds})' if kinds else ''}"
        table.add_row(
            one.id[:8],
            one.channel,
            one.state,
            show_moment(one.settled or _find_next(one, ways), ways.now),
            escape(what),
            escape("; ".join(it for it in (one.reason or one.digest, silence) if it)),
            style="red" if one.state in {"failed", "expired"} else "",
        )
    console.print(table)
