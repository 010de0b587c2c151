"""One question asked in one line, for tests of the fetch room."""

import ssl
from datetime import UTC, datetime, timedelta

from feeds.fetch import fetch_source, open_web
from feeds.fetch.addresses import is_public_address
from feeds.fetch.network import Allows, Resolve
from feeds.model import Outcome, Secret, Settings, Source, SourceState

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SMALL = Settings(max_bytes=1024 * 1024)
# For those that waste time: on a busy machine an honest answer can take longer.
QUICK = Settings(deadline=timedelta(seconds=0.5), max_bytes=1024 * 1024)


def is_after(wait: timedelta, moment: datetime | None) -> bool:
    """Whether a moment is so long after an answer to what was asked just now: not a bit sooner."""
    return moment is not None and wait <= moment - NOW <= wait + timedelta(minutes=1)


async def ask_url(
    url: str,
    *,
    state: SourceState | None = None,
    settings: Settings | None = None,
    headers: tuple[tuple[str, Secret], ...] = (),
    allow_private: bool = True,
    is_public: Allows = is_public_address,
    resolve: Resolve | None = None,
    tls: ssl.SSLContext | None = None,
) -> Outcome:
    """Return what a URL answers to a source that has only this address."""
    source = Source(id="valley", kind="feed", url=url, allow_private=allow_private, headers=headers)
    state = state or SourceState(source_id="valley")
    async with open_web(
        settings or Settings(), is_public=is_public, resolve=resolve, tls=tls
    ) as web:
        return await fetch_source(source, state, web, NOW)
