"""An outbox to look at: alerts put into it, receivers that do as a test says, and what became."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from messages import an_alert
from polls import StandingClock
from stories import NOON, a_source

from feeds.model import (
    Accepted,
    Alert,
    Channel,
    ChannelState,
    Config,
    Delivery,
    DeliveryState,
    Message,
    Secret,
    Sending,
    Settings,
)
from feeds.schedule.delivering import Delivering
from feeds.schedule.desk import Desk
from feeds.store import (
    Store,
    read_channel_states,
    read_waiting,
    save_alerts,
    save_deliveries,
)


@dataclass
class Receivers:
    """Receivers that answer as they are told; everything is accepted unless said otherwise.

    Attributes:
        answers: By channel, in turn; the last one for ever.
        messages: What came, in order: channel and message.
    """

    answers: dict[str, list[Sending]] = field(default_factory=dict)
    messages: list[tuple[str, Message]] = field(default_factory=list)

    async def send(self, channel: Channel, message: Message, *, now: datetime) -> Sending:
        """Take a message."""
        del now
        self.messages.append((channel.name, message))
        answers = self.answers.get(channel.name, [Accepted()])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def told(self, channel: str = "desk") -> list[Message]:
        """Return what came through a channel."""
        return [message for name, message in self.messages if name == channel]


def a_channel(name: str = "desk", url: str = "https://hook.example/", **fields: Any) -> Channel:
    """A channel; what it is sent goes to whom a test says."""
    return Channel(name=name, url=Secret(url), **fields)


def a_desk(store: Store, *channels: Channel, **fields: Any) -> Desk:
    """A desk whose clock stands at noon."""
    config = Config(
        sources=(a_source(title="The Aubeval Post"), a_source("mail")),
        channels=channels or (a_channel(),),
        settings=Settings(**fields),
    )
    return Desk(config=config, store=store, output=Path("output"), clock=StandingClock())


def put(
    store: Store,
    count: int = 1,
    *,
    first: int = 0,
    channels: Sequence[str] = ("desk",),
    **fields: Any,
) -> list[Alert]:
    """Put alerts into the outbox, a second apart, and return them."""
    told = [an_alert(n, created=NOON + timedelta(seconds=n)) for n in range(first, first + count)]
    rows = [
        a_delivery(channel, alert, number, **fields)
        for alert in told
        for number, channel in enumerate(channels)
    ]
    with store.write() as tx:
        save_alerts(tx, told)
        save_deliveries(tx, rows)
    return told


def a_delivery(channel: str, alert: Alert, number: int = 0, **fields: Any) -> Delivery:
    """A row of the outbox, due when its alert was made."""
    values: dict[str, Any] = {
        "id": str(UUID(int=UUID(alert.id).int + (number << 64))),
        "channel": channel,
        "about": "alert",
        "told_id": alert.id,
        "created": alert.created,
        "due": alert.created,
    }
    return Delivery(**values | fields)


def stand(store: Store) -> list[tuple[DeliveryState, str]]:
    """Return how each row stands, oldest first, with the reason."""
    with store.read() as tx:
        rows = read_waiting(tx, channel=None, state=None, most=1000)
    return [(row.delivery.state, row.delivery.reason) for row in reversed(rows)]


def states(store: Store) -> Mapping[str, ChannelState]:
    """Return how the channels are."""
    with store.read() as tx:
        return read_channel_states(tx)


async def beat(desk: Desk, delivering: Delivering, **later: float) -> None:
    """Let out what is due, so much later."""
    clock = desk.clock
    assert isinstance(clock, StandingClock)
    clock.time += timedelta(**later)
    for task in await delivering.look(desk):
        await task
