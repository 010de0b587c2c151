"""What is sent to people and programs, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from feeds.model.change import Kind

DeliveryState = Literal["waiting", "sending", "sent", "failed", "expired", "muted"]
"""``sending``: it was begun, and is so after a crash too; ``failed``: refused for good, or perhaps
received twice; ``expired``: it could not be had in time; ``muted``: somebody asked for silence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One thing to be told through one channel: a row of the outbox.

    Attributes:
        id: UUID (version 5) of channel and what is told: the same each time.
        channel: Its name.
        about: Whether an alert of a topic is told, or the health of a source.
        told_id: Id of the alert or of the change of health.
        state: How it stands.
        created: When it was put into the outbox.
        due: Not before this time.
        digest: What it waits for to be told together with others: the digest's cron line, or the
            quiet hours; empty if it is told alone.
        tries: How often it was begun.
        unsure: How often nobody knows whether it was received; the second time is the last.
        reason: Why it was not received, in one line without secrets; empty if it was.
        settled: When it reached its last state; None before.
        message_id: The message it goes out with, however often that is tried; empty before.
    """

    id: str
    channel: str
    about: Literal["alert", "health"]
    told_id: str
    state: DeliveryState = "waiting"
    created: datetime
    due: datetime
    digest: str = ""
    tries: int = 0
    unsure: int = 0
    reason: str = ""
    settled: datetime | None = None
    message_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, in every form that channels need; a channel takes the form it can carry.

    Story text in it is plain text, never markup or template of any channel.

    Attributes:
        id: The delivery's, or for several at once a UUID (version 5) of the channel and the first
            of them.
        subject: One line of at most 200 characters.
        text: Plain text.
        html: The same as HTML: edits as ``ins`` and ``del``; everything else is escaped.
        data: The same for programs: what is written as JSON.
        thread: What messages about one story have in common; empty for a digest.
        created: When what it tells was seen.
    """

    id: str
    subject: str
    text: str
    html: str
    data: Mapping[str, object] = field(default_factory=dict)
    thread: str = ""
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The receiver has it.

    Attributes:
        note: Who of several receivers has it not, in one line without secrets; empty if all have.
    """

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The receiver surely has it not.

    Attributes:
        reason: In one line, without secrets.
        final: Whether it would be refused again.
        off: Whether the channel itself is no more (410): nothing is sent to it any more.
        retry_after: Not before this time; None if nothing was said.
    """

    reason: str
    final: bool = False
    off: bool = False
    retry_after: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """Nobody knows whether the receiver has it: all was sent, and no answer came.

    Attributes:
        reason: In one line, without secrets.
    """

    reason: str


Sending = Accepted | Refused | Unsure
"""What became of one message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatAddress:
    """What somebody who knows chats and push services says of an address, without repeating it.

    Attributes:
        fault: Why it cannot be used; empty if it can, or nobody knows.
        missing: What is not installed without which nothing can be sent to it; empty if all is.
        holds_secret: Whether who knows it could send by it too.
    """

    fault: str = ""
    missing: str = ""
    holds_secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelState:
    """What is remembered of a channel.

    Attributes:
        name: Its name.
        failures: Messages in a row that were not received.
        rests_until: Not before this time; None if it may be used.
        off_since: Since when nothing is sent to it (410); None if it is used.
        muted_until: Until when nothing is told through it; None if it is not muted.
        reason: Why the last message was not received; empty if it was.
        last_sent: When it last received something.
        address: Hash of the address that this was learned of; empty if nothing was sent yet.
    """

    name: str
    failures: int = 0
    rests_until: datetime | None = None
    off_since: datetime | None = None
    muted_until: datetime | None = None
    reason: str = ""
    last_sent: datetime | None = None
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits in the outbox, as people ask for it.

    Attributes:
        delivery: The row.
        topic: Of the alert; empty for the health of a source.
        kinds: What the alert tells; none for the health of a source.
        headline: Of the alert, or what is told of a source.
        sources: Who told it.
    """

    delivery: Delivery
    topic: str
    kinds: tuple[Kind, ...]
    headline: str
    sources: tuple[str, ...]
