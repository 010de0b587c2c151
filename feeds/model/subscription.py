"""What a WebSub hub was asked for, and what it promised (W3C WebSub)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from feeds.model.secret import Secret

SubscriptionState = Literal["asked", "active", "denied", "broken", "ending"]
"""``asked``: the hub has not confirmed it yet; ``active``: it did; ``denied``: it refuses;
``broken``: it confirmed, but does not push; ``ending``: it is being asked to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One subscription at one hub. A source has one, and perhaps some that are ending.

    Attributes:
        token: Last part of the callback, which nobody can guess.
        source_id: The source that is polled when the hub pushes.
        hub: Where it was asked for.
        topic: What the hub calls the source (``hub.topic``).
        callback: Where the hub pushes to; it ends in the token.
        secret: What pushes are signed with (``hub.secret``).
        state: How it stands.
        asked: When the hub was last asked.
        tries: How often in a row it was asked without confirming.
        verified: When it last confirmed.
        lease_until: Until when it pushes, as it said; None if it never confirmed.
        last_push: When it last pushed something that was signed as it should be.
        pushes: Pushes after which a poll brought a story or a revision.
        missed: Polls that brought a story of which no push had told, since the last push.
        refused: Pushes that were not signed as they should be; they were dropped.
        due: When the source would be polled next if nothing was pushed; None if its polls are
            not put off.
        reason: Why the hub did not do as asked, in one line; None if it did.
    """

    token: str
    source_id: str
    hub: str
    topic: str
    callback: str
    secret: Secret
    state: SubscriptionState
    asked: datetime
    tries: int = 0
    verified: datetime | None = None
    lease_until: datetime | None = None
    last_push: datetime | None = None
    pushes: int = 0
    missed: int = 0
    refused: int = 0
    due: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What a hub asks or tells at a callback (W3C WebSub, 5.2 and 5.3).

    Attributes:
        mode: ``subscribe`` or ``unsubscribe``: is this what you want? ``denied``: it refuses.
        topic: As the hub calls it.
        lease_seconds: How long it will push; None if it does not say.
        reason: Why it refuses; empty if it does not say.
    """

    mode: Literal["subscribe", "unsubscribe", "denied"]
    topic: str
    lease_seconds: int | None = None
    reason: str = ""
