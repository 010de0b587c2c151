"""The room's one question: what did they answer?"""

import asyncio
from datetime import datetime

from feeds.fetch.feed import fetch_feed
from feeds.fetch.files import read_inbox
from feeds.fetch.http import Web
from feeds.fetch.sitemap import fetch_sitemap
from feeds.model import Failed, Outcome, Source, SourceState


async def fetch_source(source: Source, state: SourceState, web: Web, now: datetime) -> Outcome:
    """Return what a source answered; whatever a server or a disk can do is a value.

    Args:
        source: Where to ask.
        state: What we remember of it: validators and body hash.
        web: The open door, from :func:`open_web`.
        now: When it is asked.
    """
    match source.kind:
        case "feed" | "sitemap":
            return await fetch_sitemap(source, state, web, now)
        case "page":
            return await fetch_feed(source, state, web, now)
    if source.path is None:
        return Failed(kind="missing", reason="the inbox has no path")
    return await asyncio.to_thread(read_inbox, source.path, state, web.settings.max_bytes)
