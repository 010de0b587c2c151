"""Before a source is added: fetch an address, and find the feed behind it."""

from collections.abc import Sequence
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
from feeds.parse import FeedLink, Preview, find_feeds, guess_feeds, preview_body
from feeds.processes import Stopped, Workers

# Requests for feeds that a page names; the usual addresses of feeds come on top.
_MOST_STATED = 8
# Nobody watches while a configured source is polled: it asks for less.
_MOST_BEHIND = 3
# After these, one host is not asked for anything else.
_HOPELESS = {"dns", "refused", "private address", "timeout", "tls"}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFeed:
    """A feed that answered.

    Attributes:
        url: The address to poll: after permanent redirects the new one.
        preview: What it says.
        asked: The address that was asked.
        answer: What was answered there.
    """

    url: str
    preview: Preview
    asked: str
    answer: Fetched


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
    source = Source(id="new", kind="feed", url=url, allow_private=allow_private)
    async with open_web(settings) as web, Workers(count=1, preload=("feeds.parse",)) as workers:
        asker = _Asker(source=source, web=web, workers=workers, now=now)
        page = await asker.ask(url)
        if isinstance(page, FoundFeed):
            return Discovery(feed=page)
        if not page.is_page:
            return Discovery(feed=None, others=page.links, tried=(page,))
        links = (*page.links[:_MOST_STATED], *guess_feeds(page.url))
        feed, tried = await _try_links(links, asker, but=page.url)
        others = tuple(link for link in page.links if feed is None or link.url != feed.url)
        return Discovery(feed=feed, others=others, tried=(page, *tried))


async def find_behind(
    page: Body, source: Source, *, web: Web, workers: Workers, now: datetime
) -> Discovery:
    """Return the first feed with entries of the three that a page names first; none is guessed.

    Args:
        page: What was answered at the address of a source.
        source: Its headers go along only to its own origin, and its guard holds.
        web: The open door.
        workers: The processes to read in.
        now: The time.
    """
    links = await workers.run(find_feeds, page)
    if isinstance(links, Stopped):
        return Discovery(feed=None)
    asker = _Asker(source=source, web=web, workers=workers, now=now)
    feed, tried = await _try_links(links[:_MOST_BEHIND], asker, but=page.url)
    return Discovery(feed=feed, others=links, tried=tried)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Asker:
    """What asking needs; the source says whose headers and whose guard."""

    source: Source
    web: Web
    workers: Workers
    now: datetime

    async def ask(self, url: str) -> FoundFeed | Tried:
        """Fetch and look at one address."""
        state = SourceState(source_id=self.source.id, found_at=url)
        outcome = await fetch_source(self.source, state, self.web, self.now)
        match outcome:
            case Fetched():
                return await self._look(url, url, outcome)
            case Moved(to=to, answer=Fetched() as answer):
                return await self._look(url, to, answer)
            case Failed(kind=kind):
                leave = kind in _HOPELESS
            case _:
                leave = isinstance(outcome, Throttled)
        return Tried(url=url, reason=describe_outcome(outcome)[1], leave=leave)

    async def _look(self, asked: str, url: str, answer: Fetched) -> FoundFeed | Tried:
        """Read what came; a sitemap index brings several bodies, of which one shows enough."""
        body = answer.bodies[0]
        preview = await self.workers.run(preview_body, body)
        if isinstance(preview, Stopped):
            return Tried(url=url, reason=f"reading it was stopped: {preview.reason}")
        if preview.form:
            return FoundFeed(url=url, preview=preview, asked=asked, answer=answer)
        return Tried(url=body.url, reason=preview.reason, links=preview.links, is_page=True)


async def _try_links(
    links: Sequence[FeedLink], asker: _Asker, *, but: str
) -> tuple[FoundFeed | None, tuple[Tried, ...]]:
    """Ask for feeds in turn, each address once and not the one given, until one has entries."""
    tried: list[Tried] = []
    asked = {but}
    left = set[str | None]()
    for link in links:
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
