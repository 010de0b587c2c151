"""The door to the network, which another configuration may want differently."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self, final

from feeds.fetch import Web, open_web, post_form
from feeds.model import (
    Channel,
    Failed,
    Message,
    Posted,
    Sending,
    Settings,
    Source,
    SourceState,
    Visit,
    Visited,
)
from feeds.pipeline.deliver import send_message
from feeds.pipeline.poll import Polled, poll_source
from feeds.pipeline.robots import Leave
from feeds.pipeline.sharing import SharedPages
from feeds.pipeline.visit import visit_page
from feeds.processes import Workers


@final
@dataclass(slots=True, kw_only=True)
class _Door:
    """An open door, and how many requests are going through it."""

    web: Web
    stack: AsyncExitStack
    passing: int = 0


@final
class Doors:
    """All goes through the newest door; an older one is closed behind the last who goes through."""

    def __init__(self, workers: Workers) -> None:
        """Take who reads what comes; :meth:`open` must come before the first poll."""
        self._workers = workers
        self._newest: _Door | None = None
        self._pages = SharedPages()

    async def open(self, settings: Settings) -> None:
        """Send all further requests through a door with these settings; open one if need be.

        While the limits stay, both doors share their turns: no host is asked more often at once.
        """
        older = self._newest
        if older and _choose_door(older.web.settings) == _choose_door(settings):
            return
        stack = AsyncExitStack()
        web = await stack.enter_async_context(open_web(settings))
        if older and _choose_limits(older.web.settings) == _choose_limits(settings):
            web = replace(web, turns=older.web.turns)
        self._newest = _Door(web=web, stack=stack)
        await self._close_unused(older)

    async def poll(self, source: Source, state: SourceState, *, now: datetime) -> Polled:
        """Poll a source.

        Raises:
            RuntimeError: No door is open.
        """
        async with self._pass() as web:
            return await poll_source(source, state, web=web, workers=self._workers, now=now)

    async def visit(self, visit: Visit, source: Source, leave: Leave, *, now: datetime) -> Visited:
        """Visit the page of a story.

        Raises:
            RuntimeError: No door is open.
        """
        async with self._pass() as web:
            may_ask = leave.ask_as(source, web, now)
            return await visit_page(
                visit,
                source,
                web=web,
                workers=self._workers,
                may_ask=may_ask,
                pages=self._pages,
                now=now,
            )

    async def post(
        self, url: str, fields: Sequence[tuple[str, str]], *, allow_private: bool
    ) -> Posted | Failed:
        """Post a form.

        Raises:
            RuntimeError: No door is open.
        """
        async with self._pass() as web:
            return await post_form(web, url, fields, allow_private=allow_private)

    async def send(self, channel: Channel, message: Message, *, now: datetime) -> Sending:
        """Send a message through a channel.

        Raises:
            RuntimeError: No door is open.
        """
        async with self._pass() as web:
            return await send_message(channel, message, web, now)

    @asynccontextmanager
    async def _pass(self) -> AsyncIterator[Web]:
        """Go through the newest door."""
        door = self._newest
        if door is None:
            raise RuntimeError("a request before the door was opened, or after it was closed")
        door.passing += 1
        try:
            yield door.web
        finally:
            door.passing -= 1
            await self._close_unused(door)

    async def _close_unused(self, door: _Door | None) -> None:
        """Close an older door that nobody is going through."""
        if door is not None and door is not self._newest and not door.passing:
            await door.stack.aclose()

    async def __aenter__(self) -> Self:
        """Use the doors in an ``async with`` block."""
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Close the newest; the polls must have ended."""
        newest, self._newest = self._newest, None
        await self._close_unused(newest)


def _choose_limits(settings: Settings) -> tuple[object, ...]:
    """Return what bounds the requests that are under way at once."""
    return settings.concurrency, settings.per_host, settings.host_pause


def _choose_door(settings: Settings) -> tuple[object, ...]:
    """Return all that a request needs to know."""
    limits = _choose_limits(settings)
    return settings.contact, settings.deadline, settings.max_bytes, *limits
