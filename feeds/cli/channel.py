"""``wiredesk test-channel``: does a channel take what it is sent?"""

import asyncio
from dataclasses import dataclass
from typing import Literal
from uuid import uuid4

import typer

from feeds.cli.config import load_for_command
from feeds.cli.known import refuse_unknown
from feeds.cli.options import CONFIG_FILE, AsJson, ChannelName, ConfigFile
from feeds.cli.terminal import open_console, print_json, say
from feeds.clock import SystemClock
from feeds.model import Accepted, Channel, Config, Refused, Sending, Unsure
from feeds.pipeline.deliver import send_test


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What ``test-channel --json`` prints.

    Attributes:
        channel: Its name.
        scheme: Of its address: how it is told.
        message_id: Of the message that was sent.
        state: ``unsure``: all was sent, and no answer came.
        reason: Why it was not accepted, or by whom of several it was not; else empty.
        off: Whether the receiver says that it is gone for good (410).
    """

    channel: str
    scheme: str
    message_id: str
    state: Literal["accepted", "refused", "unsure"]
    reason: str = ""
    off: bool = False


def try_channel(
    name: ChannelName, *, as_json: AsJson = False, config_file: ConfigFile = CONFIG_FILE
) -> None:
    """Send one message through a channel, and say what became of it.

    The message says that it is a test. It goes past the outbox: nothing is remembered of it, and
    it is not sent again.

    Exit codes: 0 it was accepted; 1 it was refused, or no answer came; 2 the configuration cannot
    be used or has no such channel, or the command line is wrong.
    """
    config = load_for_command(config_file)
    channel = _find_channel(name, config)
    message_id = str(uuid4())
    work = send_test(channel, config.settings, message_id, SystemClock().now())
    outcome = _read_outcome(channel, message_id, asyncio.run(work))
    if as_json:
        print_json(outcome)
    else:
        _print_outcome(outcome)
    if outcome.state != "accepted":
        raise typer.Exit(1)


def _find_channel(name: str, config: Config) -> Channel:
    """Return the channel of a name; tell what was probably meant if there is none."""
    channels = {channel.name: channel for channel in config.channels}
    refuse_unknown("channel", [name], channels)
    return channels[name]


def _read_outcome(channel: Channel, message_id: str, sent: Sending) -> Outcome:
    """Return what became of a message, for machines."""
    state: Literal["accepted", "refused", "unsure"]
    off = False
    match sent:
        case Accepted(note=reason):
            state = "accepted"
        case Refused(reason=reason, off=off):
            state = "refused"
        case Unsure(reason=reason):
            state = "unsure"
    return Outcome(
        channel=channel.name,
        scheme=channel.scheme,
        message_id=message_id,
        state=state,
        reason=reason,
        off=off,
    )


def _print_outcome(outcome: Outcome) -> None:
    """Say what became of a message, for people."""
    match outcome.state:
        case "accepted":
            note = f", but {outcome.reason}" if outcome.reason else ""
            open_console().print(f"The channel {outcome.channel} took it{note}.", markup=False)
        case "refused":
            ends = "; it says that it is gone for good" if outcome.off else ""
            say(f"wiredesk: the channel {outcome.channel} did not take it: {outcome.reason}{ends}")
        case "unsure":
            say(f"wiredesk: nobody knows whether {outcome.channel} took it: {outcome.reason}")
