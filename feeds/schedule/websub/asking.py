"""WebSub, where we go to hubs: they are asked to push, to go on pushing, and to stop."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

import structlog

from feeds.errors import DataError
from feeds.model import Failed, Posted, Secret, Source, Subscription
from feeds.schedule.desk import Desk
from feeds.schedule.once import read_states
from feeds.schedule.websub.callbacks import Hurry
from feeds.schedule.websub.requests import Begin, Forget, list_hub_requests
from feeds.schedule.websub.subscribing import LEASE_WISH, was_pushed
from feeds.store import (
    Store,
    find_subscription,
    forget_subscriptions,
    read_source_states,
    read_subscriptions,
    save_subscriptions,
)

# So many hubs are asked at one look; the others have their turn at the next.
_MOST_AT_ONCE = 10
_SUCCESS = range(200, 300)

_log = structlog.get_logger()


class Post(Protocol):
    """Posts a form to a hub; it never raises for a server."""

    async def __call__(
        self, url: str, fields: Sequence[tuple[str, str]], *, allow_private: bool
    ) -> Posted | Failed:
        """Post it."""
        ...


class Hubs:
    """Asks hubs for what the configuration and the sources want.

    That a hub was asked is kept before it is asked: it may ask back before it answers, and after
    a crash it is not asked again at once.
    """

    def __init__(
        self, post: Post, make_token: Callable[[], str], hurry: Hurry, *, heard: bool = True
    ) -> None:
        """Take what to work with.

        Args:
            post: How hubs are asked.
            make_token: Makes what nobody can guess, at most 64 characters that a URL can hold.
            hurry: Has a source polled.
            heard: Whether anything listens to hubs; if not, what they were asked for ends.
        """
        self._post = post
        self._make_token = make_token
        self._hurry = hurry
        self._heard = heard
        self._asking: set[asyncio.Task[None]] = set()

    async def begin(self, desk: Desk) -> None:
        """Poll as if no hub pushed: what it pushed meanwhile is lost, or was not polled yet.

        Raises:
            DataError: The database cannot be used.
        """
        for source_id, due in await asyncio.to_thread(_list_put_off, desk.store, desk.clock.now()):
            self._hurry(source_id, due)

    async def ask_hubs(self, desk: Desk) -> tuple[asyncio.Task[None], ...]:
        """Begin to ask hubs what is to be asked of them now.

        Returns:
            What is under way.

        Raises:
            DataError: The database cannot be used.
        """
        asked = await asyncio.to_thread(self._plan, desk)
        sources = {source.id: source for source in desk.config.sources}
        for each in asked:
            if each.state == "ending" and each.due:
                self._hurry(each.source_id, each.due)
        tasks = [asyncio.create_task(self._ask(desk.store, each, sources)) for each in asked]
        for task in tasks:
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)
        return tuple(tasks)

    async def end(self) -> None:
        """Hang up on hubs that have not answered."""
        for task in self._asking:
            task.cancel()
        await asyncio.gather(*self._asking, return_exceptions=True)

    def _plan(self, desk: Desk) -> list[Subscription]:
        """Keep what is to be asked now as asked, and return it."""
        settings, sources, now = desk.config.settings, desk.config.sources, desk.clock.now()
        if not self._heard:
            settings = replace(settings, websub=None)
        with desk.store.read() as tx:
            held = read_subscriptions(tx)
        if not (held or settings.websub):  # most desks: their sources need not be looked through
            return []
        states = read_states(desk)
        if not list_hub_requests(held, states, sources, settings, now):
            return []
        with desk.store.write() as tx:
            held = read_subscriptions(tx)
            found = list_hub_requests(held, states, sources, settings, now)[:_MOST_AT_ONCE]
            asked = [
                self._make(each, settings.websub or "", now)
                if isinstance(each, Begin)
                else each.subscription
                for each in found
                if not isinstance(each, Forget)
            ]
            save_subscriptions(tx, asked)
            let_be = [each.subscription.token for each in found if isinstance(each, Forget)]
            forget_subscriptions(tx, let_be)
        return asked

    def _make(self, begin: Begin, base: str, now: datetime) -> Subscription:
        """Make a subscription that is to be asked for."""
        token = self._make_token()
        return Subscription(
            token=token,
            source_id=begin.source_id,
            hub=begin.hub,
            topic=begin.topic,
            callback=f"{base}websub/{token}",
            secret=Secret(self._make_token()),
            state="asked",
            asked=now,
            tries=1,
        )

    async def _ask(
        self, store: Store, subscription: Subscription, sources: Mapping[str, Source]
    ) -> None:
        """Ask a hub; keep what it says if it will not."""
        source = sources.get(subscription.source_id)
        allowed = source is not None and _may_be_private(subscription.hub, source)
        form = _write_form(subscription)
        answer = await self._post(subscription.hub, form, allow_private=allowed)
        if isinstance(answer, Posted) and answer.status in _SUCCESS:
            return
        if subscription.tries == 1:
            _log.warning("hub refuses", source=subscription.source_id, reason=answer.reason)
        try:
            await asyncio.to_thread(_keep_reason, store, subscription.token, answer.reason)
        except DataError as error:
            _log.debug("not kept", source=subscription.source_id, reason=str(error))


def _list_put_off(store: Store, now: datetime) -> list[tuple[str, datetime]]:
    """Return sources whose polls are put off or owed to a push, each with its time."""
    with store.read() as tx:
        states = read_source_states(tx)
        held = read_subscriptions(tx)
    owed = {
        each.source_id: now
        for each in held
        if (state := states.get(each.source_id)) and was_pushed(each, state.last_polled)
    }
    put_off = {each.source_id: each.due for each in held if each.due}
    return list((put_off | owed).items())


def _may_be_private(hub: str, source: Source) -> bool:
    """Return whether a hub may be at a private address: only at the host of its source.

    Any document can name any hub, and ``allow_private`` was said of the source.
    """
    same = urlsplit(hub).hostname == urlsplit(source.url or "").hostname
    return source.allow_private and same


def _keep_reason(store: Store, token: str, reason: str) -> None:
    """Keep why a hub did not do as it was asked."""
    with store.write() as tx:
        if held := find_subscription(tx, token):
            save_subscriptions(tx, [replace(held, reason=reason)])


def _write_form(subscription: Subscription) -> tuple[tuple[str, str], ...]:
    """Return what a hub is asked (W3C WebSub, 5.1).

    The secret is told over http too: without it, anybody who sees the callback could push.
    """
    ending = subscription.state == "ending"
    fields = (
        ("hub.mode", "unsubscribe" if ending else "subscribe"),
        ("hub.topic", subscription.topic),
        ("hub.callback", subscription.callback),
    )
    if ending:
        return fields
    return (
        *fields,
        ("hub.lease_seconds", str(int(LEASE_WISH.total_seconds()))),
        ("hub.secret", subscription.secret.reveal()),
    )
