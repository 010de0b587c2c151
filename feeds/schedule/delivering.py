"""What is in the outbox goes out: one message at a time through each channel, beside the pulse.

Each channel has a task of its own, so one that is slow or dead holds up no other.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Protocol, final

import structlog

from feeds.alert import GATHERING, is_silent
from feeds.errors import DataError
from feeds.model import (
    Accepted,
    Channel,
    ChannelReport,
    ChannelState,
    Message,
    Refused,
    Sending,
    Unsure,
)
from feeds.pipeline.answers import tell_bug
from feeds.pipeline.outbox import (
    HOW_TO_KEEP,
    Begun,
    begin_next,
    list_strangers,
    settle_begun,
    sweep_outbox,
    take_back,
)
from feeds.schedule.desk import Desk
from feeds.store import count_waiting, list_due_channels, read_channel_states

# So often what was settled long ago is looked for; seconds.
_SWEEP_SECONDS: Final = 3600

# At the end a message under way has so long; what takes longer is in doubt.
_END_SECONDS: Final = 4

# After the database failed, the outbox is left alone for so long.
_REST_SECONDS: Final = 60

_log = structlog.get_logger()

# From 0 to 1, a different one each time.
Chance = Callable[[], float]

# Waits until no more time is left.
Until = Callable[[], Awaitable[object]]


class Send(Protocol):
    """Sends one message through a channel, within half a minute."""

    def __call__(self, channel: Channel, message: Message, *, now: datetime) -> Awaitable[Sending]:
        """Send it, and say what became of it."""
        ...


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """How a message is sent, what chance is, and whether no more messages are begun.

    Attributes:
        sent: How many deliveries went out through each channel.
    """

    send: Send
    chance: Chance
    over: asyncio.Event = field(default_factory=asyncio.Event)
    sent: Counter[str] = field(default_factory=Counter)


@final
class Delivering:
    """The channels through which something goes out now."""

    def __init__(self, send: Send, chance: Chance) -> None:
        """Take how a message is sent, and what chance is."""
        self._way = _Way(send=send, chance=chance)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._swept: float | None = None
        self._known: tuple[Channel, ...] = ()
        self._rest_until = 0.0

    async def look(self, desk: Desk) -> tuple[asyncio.Task[None], ...]:
        """Let out what is due.

        Returns:
            The tasks it began, one for each channel.

        Raises:
            DataError: The database cannot be used.
        """
        resting = desk.clock.steady() < self._rest_until
        if self._way.over.is_set() or resting:
            return ()
        await self._sweep(desk)
        free = [channel for channel in desk.config.channels if channel.name not in self._tasks]
        due = await asyncio.to_thread(_find_due, desk, free, timedelta())
        begun = []
        for channel in due:
            task = asyncio.create_task(self._empty_one(desk, channel))
            self._tasks[channel.name] = task
            begun.append(task)
        return tuple(begun)

    async def end(self) -> None:
        """Begin no more messages; those under way have a few seconds to be taken."""
        self._way.over.set()
        tasks = tuple(self._tasks.values())
        if tasks:
            await asyncio.wait(tasks, timeout=_END_SECONDS)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _empty_one(self, desk: Desk, channel: Channel) -> None:
        """Send what is due through a channel, until it rests."""
        try:
            await _empty(desk, channel, self._way, timedelta())
        except DataError as error:
            self._rest_until = desk.clock.steady() + _REST_SECONDS
            _log.error("nothing sent", channel=channel.name, reason=str(error))
        finally:
            del self._tasks[channel.name]

    async def _sweep(self, desk: Desk) -> None:
        """Remove what is old, now and then, and at once where the channels are others."""
        now, channels = desk.clock.steady(), desk.config.channels
        if self._swept is None or now - self._swept >= _SWEEP_SECONDS or channels != self._known:
            changed = self._swept is None or channels != self._known
            self._swept, self._known = now, channels
            await asyncio.to_thread(sweep_outbox, desk.store, desk.config, desk.clock.now())
            if changed:
                await asyncio.to_thread(_tell_strangers, desk)


async def deliver_once(
    desk: Desk, send: Send, chance: Chance, *, until: Until
) -> tuple[ChannelReport, ...]:
    """Send what is due, all channels at once, and say what became of it.

    Nothing waits for copies to join it, as it would in the daemon.

    Args:
        desk: What to work with.
        send: Sends one message.
        chance: From 0 to 1.
        until: So long at most; what is not sent by then stays in the outbox.

    Returns:
        A report for each channel through which something went out or waits, those that are not
        configured any more too.

    Raises:
        DataError: The database cannot be used; what was sent just now is in doubt.
        Exception: What ``until`` raises, after all have ended.
    """
    await asyncio.to_thread(sweep_outbox, desk.store, desk.config, desk.clock.now())
    due = await asyncio.to_thread(_find_due, desk, desk.config.channels, GATHERING)
    way = _Way(send=send, chance=chance)
    tasks = [asyncio.create_task(_empty(desk, channel, way, GATHERING)) for channel in due]
    ending = asyncio.create_task(_end(tasks, way, until))
    try:
        found = await asyncio.gather(*tasks, return_exceptions=True)
    finally:
        ending.cancel()
    ended = await asyncio.gather(ending, return_exceptions=True)
    for error in (*found, *ended):
        if isinstance(error, Exception):
            raise error
    return await asyncio.to_thread(_report, desk, way.sent)


async def _end(tasks: Sequence[asyncio.Task[None]], way: _Way, until: Until) -> None:
    """Begin no more messages when the time is over, and leave those under way."""
    try:
        await until()
    finally:
        way.over.set()
        for task in tasks:
            task.cancel()


async def _empty(desk: Desk, channel: Channel, way: _Way, ahead: timedelta) -> None:
    """Send what is due through a channel, oldest first, until it rests, or all is told or over.

    Raises:
        DataError: The database cannot be used.
    """
    while not way.over.is_set():
        if not await _send_next(desk, channel, way, ahead):
            return


async def _begin(desk: Desk, channel: Channel, way: _Way, ahead: timedelta) -> Begun | None:
    """Begin the next message; None if there is none, or no more are begun by now.

    A thread cannot be cancelled: what it began for nobody is taken back.
    """
    store, config, now = desk.store, desk.config, desk.clock.now()
    beginning = asyncio.create_task(
        asyncio.to_thread(begin_next, store, channel, config, now, ahead=ahead)
    )
    try:
        begun = await asyncio.shield(beginning)
    except asyncio.CancelledError:
        if unsent := await beginning:
            await asyncio.to_thread(take_back, store, unsent)
        raise
    if begun and way.over.is_set():
        await asyncio.to_thread(take_back, store, begun)
        return None
    return begun


async def _settle(desk: Desk, begun: Begun, sending: Sending, way: _Way) -> ChannelState:
    """Keep what became of a message, though nobody may wait for it any more."""
    now, chance = desk.clock.now(), way.chance()
    settling = asyncio.create_task(
        asyncio.to_thread(settle_begun, desk.store, begun, sending, now, chance)
    )
    try:
        return await asyncio.shield(settling)
    except asyncio.CancelledError:
        await settling
        raise


async def _send_next(desk: Desk, channel: Channel, way: _Way, ahead: timedelta) -> bool:
    """Send the next message, and tell whether there was one."""
    begun = await _begin(desk, channel, way, ahead)
    if begun is None:
        return False
    try:
        sending = await way.send(channel, begun.message, now=desk.clock.now())
    except Exception as error:  # noqa: BLE001 - a bug met in one channel must not stop the others
        _log.exception("sending crashed", channel=channel.name)
        sending = Unsure(reason=tell_bug(error))
    if isinstance(sending, Accepted):
        way.sent[channel.name] += begun.told
    state = await _settle(desk, begun, sending, way)
    match sending:
        case Accepted():
            _log.info("told", channel=channel.name, alerts=begun.told)
        case Refused(reason=reason, final=final) if final or state.failures == 1:
            _log.warning("not told", channel=channel.name, reason=reason)
        case Unsure(reason=reason):
            _log.warning("perhaps told", channel=channel.name, reason=reason)
    return True


def _find_due(desk: Desk, channels: Sequence[Channel], ahead: timedelta) -> tuple[Channel, ...]:
    """Return the channels through which something may go out now."""
    now = desk.clock.now()
    with desk.store.read() as tx:
        names = list_due_channels(tx, [channel.name for channel in channels], now + ahead)
        states = read_channel_states(tx) if names else {}
    silent = {name for name, state in states.items() if is_silent(state, now)}
    return tuple(one for one in channels if one.name in names and one.name not in silent)


def _tell_strangers(desk: Desk) -> None:
    """Say for which names something waits that no channel has any more."""
    with desk.store.read() as tx:
        strangers = list_strangers(count_waiting(tx), desk.config)
    for name in strangers:
        _log.warning("channel is gone", channel=name, reason=f"alerts wait for it; {HOW_TO_KEEP}")


def _report(desk: Desk, sent: Counter[str]) -> tuple[ChannelReport, ...]:
    """Say what went out through each channel, and what waits."""
    with desk.store.read() as tx:
        counts = count_waiting(tx)
        states = read_channel_states(tx)
    strangers = list_strangers(counts, desk.config)
    reports = []
    for name in (*(channel.name for channel in desk.config.channels), *strangers):
        waiting = counts.get((name, "waiting"), 0) + counts.get((name, "sending"), 0)
        reason = states[name].reason if name in states else ""
        if name in strangers:
            reason = f"it is not in the configuration any more; {HOW_TO_KEEP}"
        if sent[name] or waiting:
            report = ChannelReport(name=name, sent=sent[name], waiting=waiting, reason=reason)
            reports.append(report)
    return tuple(reports)
