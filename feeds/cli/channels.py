"""How the channels are, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Final

from rich.markup import escape
from rich.table import Table

from feeds.cli.terminal import show_moment
from feeds.model import Channel, ChannelState, DeliveryState

FOR_GOOD: Final = datetime(9999, 12, 31, tzinfo=UTC)
"""Until somebody takes it back."""

Counts = Mapping[tuple[str, DeliveryState], int]


def describe_channel(state: ChannelState, counts: Counts) -> dict[str, object]:
    """Return everything about a channel, for machines."""
    numbers = {held: number for (name, held), number in counts.items() if name == state.name}
    return asdict(state) | {"deliveries": numbers}


def list_channels(
    channels: Sequence[Channel], states: Mapping[str, ChannelState]
) -> tuple[ChannelState, ...]:
    """Return how each channel of the configuration is, in order."""
    return tuple(states.get(one.name, ChannelState(name=one.name)) for one in channels)


def tabulate_channels(states: Sequence[ChannelState], counts: Counts, now: datetime) -> Table:
    """One row for each channel."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Channel", "How it is", "Last sent", "Waiting"):
        table.add_column(name, overflow="fold")
    for state in states:
        waiting = counts.get((state.name, "waiting"), 0) + counts.get((state.name, "sending"), 0)
        table.add_row(
            escape(state.name),
            escape(say_channel(state, now)),
            show_moment(state.last_sent, now),
            str(waiting or "·"),
            style="red" if state.off_since else "yellow" if state.failures else "",
        )
    return table


def say_channel(state: ChannelState, now: datetime) -> str:
    """Say how a channel is."""
    if state.off_since:
        gone = f"off since {state.off_since:%Y-%m-%d %H:%M} UTC: {state.reason}"
        return f"{gone}; wiredesk alerts unmute {state.name} switches it on"
    if state.muted_until and state.muted_until > now:
        return "muted" + show_end(state.muted_until)
    if state.rests_until and state.failures:
        again = "again at once" if state.rests_until <= now else show_moment(state.rests_until, now)
        times = "once" if state.failures == 1 else f"{state.failures} times in a row"
        return f"failed {times}, next {again}: {state.reason}"
    return "well"


def explain_silence(state: ChannelState, now: datetime) -> str:
    """Say why a channel sends nothing now, and what lets it; empty if it sends."""
    unmute = f"wiredesk alerts unmute {state.name}"
    if state.off_since:
        return f"{state.name} is off; {unmute} switches it on"
    if state.muted_until and state.muted_until > now:
        return f"{state.name} is muted{show_end(state.muted_until)}; {unmute} lets it tell again"
    if state.rests_until and state.rests_until > now:
        return f"{state.name} rests until {state.rests_until:%H:%M} UTC; {unmute} uses it at once"
    return ""


def show_end(until: datetime) -> str:
    """Return until when something is silent, as the end of a sentence."""
    return "" if until >= FOR_GOOD else f" until {until:%Y-%m-%d %H:%M} UTC"
