"""How the channels are, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Final

from rich.markup import escape
from rich.table import Table

from feeds.cli.terminal import show_moment, show_time
from feeds.model import ChannelState, Config, DeliveryState
from feeds.pipeline.outbox import HOW_TO_KEEP, list_strangers

FOR_GOOD: Final = datetime(9999, 12, 31, tzinfo=UTC)
"""Until somebody takes it back."""

Counts = Mapping[tuple[str, DeliveryState], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a channel is, in words.

    Attributes:
        words: As they follow its name.
        reason: What its receiver said; empty if nothing is to be said.
        remedy: What lets it send now, as a sentence; empty if it sends.
    """

    words: str
    reason: str = ""
    remedy: str = ""


def describe_channel(state: ChannelState, counts: Counts, config: Config) -> dict[str, object]:
    """Return everything about a channel, for machines."""
    numbers = {held: number for (name, held), number in counts.items() if name == state.name}
    return asdict(state) | {"configured": _is_known(state, config), "deliveries": numbers}


def list_channels(
    config: Config, states: Mapping[str, ChannelState], counts: Counts
) -> tuple[ChannelState, ...]:
    """Return how each channel is: those of the configuration, and others for which alerts wait."""
    names = (*(channel.name for channel in config.channels), *list_strangers(counts, config))
    return tuple(states.get(name, ChannelState(name=name)) for name in names)


def tabulate_channels(
    states: Sequence[ChannelState], counts: Counts, config: Config, now: datetime
) -> Table:
    """One row for each channel."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Channel", "How it is", "Last sent", "Waiting"):
        table.add_column(name, overflow="fold")
    for state in states:
        waiting = counts.get((state.name, "waiting"), 0) + counts.get((state.name, "sending"), 0)
        is_bad = state.off_since or not _is_known(state, config)
        table.add_row(
            escape(state.name),
            escape(say_channel(state, config, now)),
            show_moment(state.last_sent, now),
            str(waiting or "·"),
            style="red" if is_bad else "yellow" if state.failures else "",
        )
    return table


def judge_channel(state: ChannelState, config: Config, now: datetime) -> Standing:
    """Return how a channel is: everything that is said of it comes from here."""
    if not _is_known(state, config):
        return Standing(words="not in the configuration any more", remedy=HOW_TO_KEEP)
    unmute = f"wiredesk alerts unmute {state.name}"
    if state.off_since:
        words, remedy = f"off since {show_time(state.off_since)}", f"{unmute} switches it on"
        return Standing(words=words, reason=state.reason, remedy=remedy)
    if state.muted_until and state.muted_until > now:
        words, remedy = f"muted{show_end(state.muted_until)}", f"{unmute} lets it tell again"
        return Standing(words=words, remedy=remedy)
    if not (state.rests_until and state.failures):
        return Standing(words="well")
    failed = f"failed {'once' if state.failures == 1 else f'{state.failures} times in a row'}"
    if state.rests_until <= now:
        return Standing(words=f"{failed}, next at once", reason=state.reason)
    words = f"at rest until {show_time(state.rests_until)}, for it {failed}"
    return Standing(words=words, reason=state.reason, remedy=f"{unmute} uses it at once")


def say_channel(state: ChannelState, config: Config, now: datetime) -> str:
    """Say how a channel is, why, and what lets it send if it does not."""
    standing = judge_channel(state, config, now)
    told = (standing.words, standing.reason)
    return "; ".join(filter(None, (": ".join(filter(None, told)), standing.remedy)))


def explain_silence(state: ChannelState, config: Config, now: datetime) -> str:
    """Say why a channel sends nothing now, and what lets it; empty if it sends."""
    standing = judge_channel(state, config, now)
    return f"{state.name} is {standing.words}; {standing.remedy}" if standing.remedy else ""


def _is_known(state: ChannelState, config: Config) -> bool:
    """Whether a channel is configured."""
    return state.name in {channel.name for channel in config.channels}


def show_end(until: datetime) -> str:
    """Return until when something is silent, as the end of a sentence."""
    return "" if until >= FOR_GOOD else f" until {show_time(until)}"
