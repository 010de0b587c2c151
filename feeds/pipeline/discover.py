"""Before a source is added: fetch an address, and find the feed behind it."""

from dataclasses import dataclass
from datetime import datetime
from typing import final
from urllib.parse import urlsplit

from feeds.fetch import Web, fetch_source, open_web
from feeds.model import (
    Body,
    Failed,
    Fetched,
    Moved,
    Settings,
    Source,
    SourceState,
    Throttled,
    describe_outcome,
)
from feeds.parse import FeedLink, Preview, guess_feeds, preview_body
from feeds.processes import Stopped, Workers

# Requests for feeds that a page names; the usual addresses of feeds come on top.
_MOST_STATED = 8
_STATE = SourceState(source_id="new")
# After these, one host is not asked for anything else.
_HOPELESS = {"dns", "refused", "private address", "timeout", "tls"}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFeed:
    """A feed that answered.

    Attributes:
        url: The address to poll: after permanent redirects the new one.
        preview: What it says.
    """

    url: str
    preview: Preview


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """An address that was asked and gave no feed.

    Attributes:
        url: The address.
        reason: Why, in one line.
        links: The feeds that a page there names.
        is_page: Whether something was answered that is no feed.
        leave: Whether its host should not be asked again now.
    """

    url: str
    reason: str
    links: tuple[FeedLink, ...] = ()
    is_page: bool = False
    leave: bool = False


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What was found behind an address.

    Attributes:
        feed: The feed; None if there is none.
        others: Other feeds that the page names.
        tried: What was asked in vain, in order.
    """

    feed: FoundFeed | None
    others: tuple[FeedLink, ...] = ()
    tried: tuple[Tried, ...] = ()


async def discover_feed(
    url: str, settings: Settings, *, allow_private: bool, now: datetime
) -> Discovery:
    """Return the feed at an address, or the first with entries of those its page leads to.

    A page's own words go first; only where none of the feeds it names has entries are the usual
    addresses tried. Reading is done in a process with limits.

    Args:
        url: http or https.
        settings: Limits and deadline of each answer, and the contact.
        allow_private: Whether private addresses may be asked.
        now: The time.
    """
    async with open_web(settings) as web, Workers(count=1, preload=("feeds.parse",)) as workers:
        asker = _Asker(web=web, workers=workers, allow_private=allow_private, now=now)
        answer = await asker.ask(url)
        if isinstance(answer, FoundFeed):
            return Discovery(feed=answer)
        feed, tried = await _try_links(answer, asker) if answer.is_page else (None, (answer,))
        others = tuple(link for link in answer.links if feed is None or link.url != feed.url)
        return Discovery(feed=feed, others=others, tried=tried)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Asker:
    """What asking needs."""

    web: Web
    workers: Workers
    allow_private: bool
    now: datetime

    async def ask(self, url: str) -> FoundFeed | Tried:
        """Fetch and look at one address."""
        source = Source(id="new", kind="feed", url=url, allow_private=self.allow_private)
        outcome = await fetch_source(source, _STATE, self.web, self.now)
        match outcome:
            case Fetched(bodies=(body, *_)):  # a sitemap index brings several
                return await self._look(url, body)
            case Moved(to=to, answer=Fetched(bodies=(body, *_))):
                return await self._look(to, body)
            case Failed(kind=kind):
                leave = kind in _HOPELESS
            case _:
                leave = isinstance(outcome, Throttled)
        return Tried(url=url, reason=describe_outcome(outcome)[1], leave=leave)

    async def _look(self, url: str, body: Body) -> FoundFeed | Tried:
        """Read what came."""
        preview = await self.workers.run(preview_body, body)
        if isinstance(preview, Stopped):
            return Tried(url=url, reason=f"reading it was stopped: {preview.reason}")
        if preview.form:
            return FoundFeed(url=url, preview=preview)
        return Tried(url=body.url, reason=preview.reason, links=preview.links, is_page=True)


async def _try_links(page: Tried, asker: _Asker) -> tuple[FoundFeed | None, tuple[Tried, ...]]:
    """Ask for the feeds a page names, then the usual ones, until one has entries."""
    tried = [page]
    asked = {page.url}
    left = set[str | None]()
    for link in (*page.links[:_MOST_STATED], *guess_feeds(page.url)):
        host = urlsplit(link.url).hostname
        if link.url in asked or host in left:
            continue
        asked.add(link.url)
        answer = await asker.ask(link.url)
        if isinstance(answer, Tried):
            tried.append(answer)
            left |= {host} if answer.leave else set()
        elif answer.preview.entries:
            return answer, tuple(tried)
        else:
            tried.append(Tried(url=link.url, reason="a feed without entries"))
    return None, tuple(tried)
