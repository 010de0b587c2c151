"""The outbox: which message goes out next through a channel, and what became of it.

A message is begun in one transaction, sent, and settled in another. One that was begun and never
settled is sent once more, under the same id, and then no more: at least once, at most twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

import structlog

from feeds.alert import (
    MOST_ALONE,
    MOST_IN_FULL,
    Crowd,
    Names,
    compose_message,
    is_silent,
    name_crowd,
    rest_channel,
)
from feeds.model import (
    Accepted,
    Alert,
    Channel,
    ChannelState,
    Config,
    Delivery,
    DeliveryState,
    HealthChange,
    Message,
    Refused,
    Sending,
    Unsure,
)
from feeds.pipeline.names import list_source_names
from feeds.store import (
    Store,
    Transaction,
    begin_message,
    count_told,
    count_topics,
    doubt_begun,
    doubt_message,
    expire_deliveries,
    expire_strangers,
    hash_key,
    join_due,
    join_message,
    mute_due,
    put_off_message,
    read_alerts_named,
    read_begun,
    read_channel_states,
    read_due,
    read_health_named,
    read_message,
    read_source_states,
    save_channel_state,
    settle_message,
    sweep_alerts,
    sweep_deliveries,
    take_back_message,
)

# Names what is made with uuid5; a fixed value, so that ids are the same for ever.
_NAMESPACE: Final = UUID("e0f3b1a4-52c1-5a0f-9d4b-7c2f3a6b8d91")

# In doubt so often, a message was perhaps received so often: it is not sent again.
_MOST_DOUBTS: Final = 2

_OPEN: Final = frozenset({"waiting", "sending"})

# What was settled is shown for so long.
_KEPT: Final = timedelta(days=30)

# What waits for a channel that is not configured any more, after it was due.
_STRANGERS_KEPT: Final = timedelta(days=3)

HOW_TO_KEEP: Final = (
    "put it back into the configuration, or what waits is given up "
    f"{_STRANGERS_KEPT.days} days after it was due"
)
"""What can be done for what waits for a channel that is not configured any more."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A message that is to be sent now.

    Attributes:
        channel: Through which.
        message: What is told.
        told: How many deliveries go out with it.
    """

    channel: Channel
    message: Message
    told: int


def begin_next(
    store: Store, channel: Channel, config: Config, now: datetime, *, ahead: timedelta
) -> Begun | None:
    """Begin the next message of a channel; None if there is none, or the channel rests.

    Nobody may be sending through the channel: what was begun and not settled is in doubt.

    Args:
        store: The memory.
        channel: As configured.
        config: For the names of sources.
        now: The time.
        ahead: What is told alone may be due by so much later.

    Raises:
        DataError: The database cannot be used; nothing was begun.
    """
    while True:
        with store.write() as tx:
            if not _is_usable(tx, channel, now):
                return None
            message_id = _choose_message(tx, channel.name, now, ahead)
            if message_id is None:
                return None
            begin_message(tx, channel.name, message_id)
            begun = _compose(tx, channel, message_id, config)
            if begun:
                return begun
            lost = "what it tells is not held any more"
            settle_message(tx, channel.name, message_id, "failed", now=now, reason=lost)


def settle_begun(
    store: Store, begun: Begun, sending: Sending, now: datetime, chance: float
) -> ChannelState:
    """Keep what became of a message, and return how its channel is now.

    Raises:
        DataError: The database cannot be used; the message is in doubt.
    """
    name, message_id = begun.channel.name, begun.message.id
    with store.write() as tx:
        before = read_channel_states(tx).get(name, ChannelState(name=name))
        rested = rest_channel(before, sending, now, chance)
        after = replace(rested, address=hash_key(begun.channel.url.reveal()))
        save_channel_state(tx, after)
        match sending:
            case Accepted(note=note):
                settle_message(tx, name, message_id, "sent", now=now, reason=note)
            case Refused(off=False, final=True, reason=reason):
                settle_message(tx, name, message_id, "failed", now=now, reason=reason)
            case Refused(reason=reason):
                put_off_message(tx, name, message_id, reason)
            case Unsure(reason=reason):
                doubt_message(tx, name, message_id, reason)
                _give_up(tx, name, message_id, reason, now)
    return after


def take_back(store: Store, begun: Begun) -> None:
    """Let a message wait that was begun, and is not sent now: nobody can have received it.

    Raises:
        DataError: The database cannot be used; the message is in doubt.
    """
    with store.write() as tx:
        take_back_message(tx, begun.channel.name, begun.message.id)


def sweep_outbox(store: Store, config: Config, now: datetime) -> None:
    """Remove what was settled long ago, and give up what is too old, or for channels that are gone.

    Raises:
        DataError: The database cannot be used.
    """
    names = [channel.name for channel in config.channels]
    with store.write() as tx:
        sweep_deliveries(tx, now - _KEPT)
        sweep_alerts(tx, now - max((_KEPT, *(topic.keep for topic in config.topics))))
        _forget_addresses(tx, config.channels)
        for channel in config.channels:
            _expire(tx, channel, now)
        count = expire_strangers(tx, names, now - _STRANGERS_KEPT, now)
    if count:
        _log.warning("alerts given up", deliveries=count, reason="their channels are gone")


def list_strangers(
    counts: Mapping[tuple[str, DeliveryState], int], config: Config
) -> tuple[str, ...]:
    """Return the names, sorted, for which something waits and that no channel has any more.

    Args:
        counts: How many deliveries each name has in each state.
        config: As it is now.
    """
    names = {name for (name, state), number in counts.items() if number and state in _OPEN}
    return tuple(sorted(names - {channel.name for channel in config.channels}))


def _forget_addresses(tx: Transaction, channels: Sequence[Channel]) -> None:
    """Use channels again whose addresses are others now: what is remembered is of the old ones."""
    states = read_channel_states(tx)
    for channel in channels:
        state = states.get(channel.name)
        address = hash_key(channel.url.reveal())
        if state and state.address and state.address != address:
            fresh = ChannelState(name=channel.name, muted_until=state.muted_until, address=address)
            save_channel_state(tx, fresh)


def _is_usable(tx: Transaction, channel: Channel, now: datetime) -> bool:
    """Whether anything may go out now; what is too old, or not wanted, is settled."""
    _expire(tx, channel, now)
    state = read_channel_states(tx).get(channel.name, ChannelState(name=channel.name))
    if state.muted_until and state.muted_until > now:
        mute_due(tx, channel.name, now)
        return False
    return not is_silent(state, now)


def _expire(tx: Transaction, channel: Channel, now: datetime) -> None:
    """Give up what could not be delivered in time, and say how much that was."""
    count = expire_deliveries(tx, channel.name, now - channel.expire, now)
    if count:
        _log.warning("alerts expired", channel=channel.name, deliveries=count)


def _choose_message(tx: Transaction, channel: str, now: datetime, ahead: timedelta) -> str | None:
    """Return the message that is next, with its deliveries marked; None if nothing is due."""
    doubt_begun(tx, channel, now, _MOST_DOUBTS)
    if before := read_begun(tx, channel):
        return before
    due = read_due(tx, channel, now, ahead=ahead, most=MOST_ALONE + 1)
    if not due:
        return None
    if len(due) > MOST_ALONE:
        message_id = _name_message(channel, due)
        join_due(tx, channel, message_id, now, ahead=ahead)
        return message_id
    first = due[0]
    together = [one for one in due if one.digest == first.digest]
    if not first.digest or len(together) == 1:
        join_message(tx, first.id)
        return first.id
    message_id = _name_message(channel, together)
    join_due(tx, channel, message_id, now, ahead=ahead, digest=first.digest)
    return message_id


def _name_message(channel: str, some: Sequence[Delivery]) -> str:
    """Return the id of a message that tells of these first: none of them has been told."""
    return str(uuid5(_NAMESPACE, "\n".join((channel, *(one.id for one in some)))))


def _compose(tx: Transaction, channel: Channel, message_id: str, config: Config) -> Begun | None:
    """Return a message with what it tells; None if nothing of that is held any more."""
    some, total = read_message(tx, channel.name, message_id, MOST_IN_FULL)
    told = _read_told(tx, some)
    if not told:
        return None
    names = list_source_names(config, read_source_states(tx))
    topics = count_topics(tx, channel.name, message_id) if total > MOST_ALONE else None
    called = Names(sources=names, topics={it.slug: it.title for it in config.topics})
    message = compose_message(told, message_id, called, config.settings, topics)
    if total > MOST_ALONE:
        crowd = Crowd(total=total, sources=count_told(tx, channel.name, message_id))
        message = name_crowd(message, crowd, names, config.settings)
    return Begun(channel=channel, message=message, told=total)


def _read_told(tx: Transaction, some: Sequence[Delivery]) -> list[Alert | HealthChange]:
    """Return what deliveries tell, in order, as far as it is held."""
    ids = [one.told_id for one in some]
    held: dict[str, Alert | HealthChange] = {
        **read_alerts_named(tx, ids),
        **read_health_named(tx, ids),
    }
    return [held[it] for it in ids if it in held]


def _give_up(tx: Transaction, channel: str, message_id: str, reason: str, now: datetime) -> None:
    """Send a message no more that was in doubt too often."""
    some, _ = read_message(tx, channel, message_id, 1)
    if some and some[0].unsure >= _MOST_DOUBTS:
        why = f"it was perhaps received twice: {reason}"
        settle_message(tx, channel, message_id, "failed", now=now, reason=why)
