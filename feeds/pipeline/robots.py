"""Leave to visit: what robots.txt allows, asked for once a day; what of it speaks to us is kept."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, final
from urllib.parse import urlsplit

from feeds.fetch import MayAsk, Web, fetch_robots, may_be_private
from feeds.model import Failed, Robots, Source
from feeds.processes import Limits, Stopped, Workers
from feeds.store import Store, read_robots, save_robots
from feeds.text.robots import allows_visit, pick_rules

_LIMITS: Final = Limits(wall=5.0, cpu=2)
# What was kept by a clock that was set back since does not hold.
_LONGEST: Final = timedelta(hours=25)
_STOPPED: Final = "reading its robots.txt was stopped"


@final
class Leave:
    """Asks hosts for leave, and remembers what they said across restarts."""

    def __init__(self, store: Store, workers: Workers) -> None:
        """Take the memory, and the processes in which rules are read."""
        self._store = store
        self._workers = workers

    def ask_as(self, source: Source, web: Web, now: datetime) -> MayAsk:
        """Return how leave is asked for the pages of a source, through a door."""

        async def may_ask(url: str) -> Failed | None:
            said = await self._recall(url, source, web, now)
            if said.rules is None:
                return Failed(kind="status", reason=said.reason)
            return await self._judge(said, url)

        return may_ask

    async def _recall(self, url: str, source: Source, web: Web, now: datetime) -> Robots:
        """Return what the host of an address says; it is asked if that is not known."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        known = await asyncio.to_thread(_read, self._store, origin, now)
        if known:
            return known
        private = may_be_private(url, source)
        said = await fetch_robots(origin, web, now, allow_private=private)
        said = await self._pick(said, now)
        if said.until > now:
            await asyncio.to_thread(_save, self._store, said, now)
        return said

    async def _pick(self, said: Robots, now: datetime) -> Robots:
        """Return what of a host's rules speaks to us; for now nothing is allowed if that fails."""
        if not said.rules:
            return said
        rules = await self._workers.run_aside(_LIMITS, pick_rules, said.rules)
        if isinstance(rules, Stopped):
            reason = f"{urlsplit(said.origin).hostname}: {_STOPPED}: {rules.reason}"
            return replace(said, rules=None, reason=reason, until=now)
        return replace(said, rules=rules)

    async def _judge(self, said: Robots, url: str) -> Failed | None:
        """Return why the rules forbid an address; None if they do not."""
        if not said.rules:
            return None
        allowed = await self._workers.run_aside(_LIMITS, allows_visit, said.rules, url)
        host = urlsplit(url).hostname
        if isinstance(allowed, Stopped):
            reason = f"{host}: {_STOPPED}: {allowed.reason}"
            return Failed(kind="malformed", reason=reason)
        return None if allowed else Failed(kind="robots", reason=f"{host}: robots.txt forbids it")


def _read(store: Store, origin: str, now: datetime) -> Robots | None:
    """Return what is remembered of a host, if that holds."""
    with store.read() as tx:
        known = read_robots(tx, origin, now)
    return known if known and known.until - now <= _LONGEST else None


def _save(store: Store, said: Robots, now: datetime) -> None:
    """Remember what a host said."""
    with store.write() as tx:
        save_robots(tx, said, now)
