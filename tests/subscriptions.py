"""Subscriptions at hubs, made by hand."""

import hashlib
import hmac
from collections.abc import AsyncIterable
from datetime import timedelta
from typing import Any

from stories import NOON

from feeds.model import Intent, Secret, SourceState, Subscription

HUB = "https://hub.example/"
TOPIC = "https://post.example/rss"
BASE = "https://desk.example/"
WEEK = timedelta(days=7)


def a_subscription(**fields: Any) -> Subscription:
    """A subscription of the source a, asked for at noon."""
    values: dict[str, Any] = {
        "token": "t-0",
        "source_id": "a",
        "hub": HUB,
        "topic": TOPIC,
        "callback": f"{BASE}websub/t-0",
        "secret": Secret("planted"),
        "state": "asked",
        "asked": NOON,
        "tries": 1,
    }
    return Subscription(**values | fields)


def an_active_one(**fields: Any) -> Subscription:
    """One that was confirmed at noon for a week."""
    values = {"state": "active", "tries": 0, "verified": NOON, "lease_until": NOON + WEEK}
    return a_subscription(**values | fields)


def a_trusted_one(**fields: Any) -> Subscription:
    """One that told of something at noon."""
    return an_active_one(**{"last_push": NOON, "pushes": 1} | fields)


def a_state(**fields: Any) -> SourceState:
    """The state of the source a, which names a hub."""
    values = {"source_id": "a", "hub": HUB, "hub_topic": TOPIC, "last_polled": NOON}
    return SourceState(**values | fields)


def an_intent(mode: Any = "subscribe", **fields: Any) -> Intent:
    """What the hub asks of it."""
    return Intent(**{"mode": mode, "topic": TOPIC} | fields)


def sign(body: bytes, *, secret: str, method: str = "sha256") -> str:
    """Sign a push as hubs do."""
    return f"{method}={hmac.new(secret.encode(), body, getattr(hashlib, method)).hexdigest()}"


class _Nobody:
    """Knows no subscription."""

    async def confirm(self, token: str, intent: Intent) -> bool:
        """Nothing is what we want."""
        del token, intent
        return False

    async def take_push(
        self, token: str, signature: str | None, chunks: AsyncIterable[bytes]
    ) -> bool:
        """Nothing is known."""
        del token, signature, chunks
        return False


NOBODY = _Nobody()
