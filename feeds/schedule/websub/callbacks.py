"""WebSub, where hubs come to us: they ask back, and what they push is a hint to poll."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterable, Callable, Mapping
from dataclasses import replace
from datetime import datetime

import structlog

from feeds.clock import Clock
from feeds.errors import DataError
from feeds.model import Intent, Subscription
from feeds.schedule.websub.signature import is_signed
from feeds.schedule.websub.subscribing import confirm_intent, note_push
from feeds.store import (
    Store,
    find_subscription,
    forget_subscriptions,
    read_subscriptions,
    save_subscriptions,
)

Hurry = Callable[[str, datetime], None]
"""Has a source polled at a time, if it is not due sooner."""

_log = structlog.get_logger()


class Callbacks:
    """What is behind the callbacks of all subscriptions.

    The memory is the truth: each is read from it, changed and written in one transaction, so two
    that come at once lose nothing of each other.
    """

    def __init__(self, store: Store, clock: Clock, hurry: Hurry) -> None:
        """Take the memory, the time and the way to have a source polled."""
        self._store = store
        self._clock = clock
        self._hurry = hurry
        self._refused: Counter[str] = Counter()
        self._noted: dict[str, datetime] = {}
        self._turn = asyncio.Lock()

    async def confirm(self, token: str, intent: Intent) -> bool:
        """Say to a hub whether it is what we want; take note of what it says.

        Raises:
            DataError: The database cannot be written.
        """
        changed = await asyncio.to_thread(self._confirm, token, intent)
        if changed is None:
            return False
        match changed.state:
            case "active":
                _log.info("push confirmed", source=changed.source_id, until=changed.lease_until)
            case "denied":
                _log.warning("push denied", source=changed.source_id, reason=changed.reason)
                if changed.due:
                    self._hurry(changed.source_id, changed.due)
        return True

    async def take_push(
        self, token: str, signature: str | None, chunks: AsyncIterable[bytes]
    ) -> bool:
        """Take what a hub pushes for a hint, if it is signed; return whether anybody knows it.

        It is kept before the hub is told that it came, and polled afterwards.

        Raises:
            DataError: The database cannot be written; the hub should push again.
        """
        subscription = await asyncio.to_thread(self._find, token)
        if subscription is None or subscription.state == "ending":
            return False
        if not await is_signed(chunks, signature, subscription.secret):
            self._refused[token] += 1
            return True
        came = self._clock.now()
        async with self._turn:
            # Of many that come at once, the first to write speaks for all before it.
            noted = self._noted.get(token)
            if noted is None or noted < came:
                self._noted[token] = await asyncio.to_thread(self._note_push, token)
        self._hurry(subscription.source_id, came)
        return True

    async def keep_refused(self) -> None:
        """Keep how many pushes were dropped; a forger must not make us write for each of them.

        Raises:
            DataError: The database cannot be written; the counts are kept the next time.
        """
        self._noted.clear()  # who waits for a turn now writes once more, which does no harm
        if not self._refused:
            return
        refused, self._refused = self._refused, Counter()
        try:
            await asyncio.to_thread(self._add_refused, refused)
        except DataError:
            self._refused.update(refused)
            raise

    def _find(self, token: str) -> Subscription | None:
        """Return the subscription with a token."""
        with self._store.read() as tx:
            return find_subscription(tx, token)

    def _confirm(self, token: str, intent: Intent) -> Subscription | None:
        """Keep what follows from what a hub asks or tells; None if it is not what we want.

        Whoever knows no token has nothing written, and waits for no writer.
        """
        if self._find(token) is None:
            return None
        with self._store.write() as tx:
            held = find_subscription(tx, token)
            changed = held and confirm_intent(held, intent, self._clock.now())
            if changed is None:
                return None
            if changed.state == "ending":
                forget_subscriptions(tx, [token])
            else:
                save_subscriptions(tx, [changed])
        return changed

    def _note_push(self, token: str) -> datetime:
        """Keep that a push came; return when."""
        with self._store.write() as tx:
            now = self._clock.now()
            if held := find_subscription(tx, token):
                save_subscriptions(tx, [note_push(held, now)])
        return now

    def _add_refused(self, refused: Mapping[str, int]) -> None:
        """Add to each how many of its pushes were dropped; say so the first time."""
        with self._store.write() as tx:
            held = [each for each in read_subscriptions(tx) if each.token in refused]
            save_subscriptions(
                tx, [replace(each, refused=each.refused + refused[each.token]) for each in held]
            )
        for each in held:
            if not each.refused:
                _log.warning("push dropped", source=each.source_id, reason="not signed as agreed")
