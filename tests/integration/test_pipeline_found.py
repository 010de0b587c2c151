"""An address that turns out to be a page leads to the feed that the page names."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from loopback import Page, Publisher
from polls import a_config

from feeds.fetch import Web, open_web
from feeds.model import (
    Failed,
    Fetched,
    Gone,
    NotModified,
    Outcome,
    Secret,
    Settings,
    Source,
    SourceReport,
    SourceState,
)
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.poll import poll_source
from feeds.pipeline.read import READING
from feeds.processes import Workers
from feeds.schedule.state import remember_poll
from feeds.store import Store, open_store, read_source_states

ITEM = "<item><title>The {0}</title><guid>{0}</guid></item>"


def feed(*names: str) -> Page:
    """A feed."""
    items = "".join(map(ITEM.format, names))
    xml = f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>"
    return Page(body=xml.encode(), etag=f'"{len(names)}"')


def page(*links: str) -> Page:
    """A page that names feeds."""
    named = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{link}">' for link in links
    )
    html = f"<!doctype html><title>Post</title>{named}<p>News"
    return Page(body=html.encode(), headers={"Content-Type": "text/html"}, etag='"page"')


@dataclass
class Desk:
    """A desk with one source, polled an hour after the last time.

    Attributes:
        publisher: Who is listened to.
        source: Its address is ``/``.
        now: The time.
    """

    publisher: Publisher
    source: Source
    web: Web
    workers: Workers
    store: Store
    now: datetime

    async def poll(self) -> tuple[Outcome, SourceReport]:
        """Poll, edit, and return what was answered and told."""
        self.publisher.requests.clear()
        self.now += timedelta(hours=1)
        polled = await poll_source(
            self.source, self.state(), web=self.web, workers=self.workers, now=self.now
        )
        (edited,) = edit_batch(self.store, [polled], a_config(self.source), remember_poll)
        return polled.outcome, edited.report

    def state(self) -> SourceState:
        """Return what is remembered of the source."""
        with self.store.read() as tx:
            return read_source_states(tx).get("post", SourceState(source_id="post"))

    def asked(self) -> list[str]:
        """Return what the last poll asked for."""
        return [request.target for request in self.publisher.requests]


@pytest.fixture
async def desk(now: datetime) -> AsyncIterator[Desk]:
    """A desk that never polled its source."""
    async with AsyncExitStack() as stack:
        publisher = await stack.enter_async_context(Publisher("127.0.0.1", "127.0.0.2"))
        secret = (("X-Key", Secret("planted")),)
        url = publisher.url("/")
        yield Desk(
            publisher=publisher,
            source=Source(id="post", kind="feed", url=url, allow_private=True, headers=secret),
            web=await stack.enter_async_context(open_web(Settings())),
            workers=await stack.enter_async_context(Workers(count=1, preload=READING)),
            store=stack.enter_context(open_store(None)),
            now=now,
        )


async def find(desk: Desk) -> None:
    """Let the page lead to ``/feed``."""
    desk.publisher.serve("/", page("/feed"))
    desk.publisher.serve("/feed", feed("dam"))
    _, report = await desk.poll()
    assert 1 == report.new


async def test_a_page_leads_to_its_first_feed_with_entries(desk: Desk) -> None:
    """Remembered, told with what to do, and asked from then on, with its own validators."""
    desk.publisher.serve("/", page("/empty", "/missing", "/feed", "/more"))
    desk.publisher.serve("/empty", feed())
    url = desk.publisher.serve("/feed", feed("dam", "mill"))
    outcome, report = await desk.poll()

    assert ["/", "/empty", "/missing", "/feed"] == desk.asked()
    assert isinstance(outcome, Fetched)
    assert (2, url) == (report.new, desk.state().found_at)
    told = f"the address is a page, its feed is read instead: put {url} into sources.yaml"
    assert (told,) == report.problems

    again, report = await desk.poll()
    assert ["/feed"] == desk.asked()
    assert NotModified(status=304, validators=again.validators) == again
    assert (told,) == report.problems


async def test_no_more_than_three_feeds_are_asked_and_none_is_guessed(desk: Desk) -> None:
    """A configured source is polled while nobody watches."""
    desk.publisher.serve("/", page("/a", "/b", "/c", "/feed"))
    desk.publisher.serve("/feed", feed("dam"))
    outcome, _ = await desk.poll()

    assert ["/", "/a", "/b", "/c"] == desk.asked()
    assert isinstance(outcome, Failed)
    assert "not a feed" == outcome.kind
    assert outcome.reason.endswith("; 3 feeds that it names gave no entries")

    desk.publisher.serve("/", page())
    outcome, _ = await desk.poll()
    assert ["/"] == desk.asked()
    assert None is desk.state().found_at


async def test_a_feed_that_is_a_page_now_leads_nowhere(desk: Desk) -> None:
    """It is under repair, asks for a password or was sold: what it names is not the source."""
    desk.publisher.serve("/", feed("dam"), page("/feed"))
    desk.publisher.serve("/feed", feed("casino"))
    await desk.poll()
    outcome, report = await desk.poll()

    assert ["/"] == desk.asked()
    assert isinstance(outcome, Failed)
    assert ("not a feed", 0, None) == (outcome.kind, report.new, desk.state().found_at)


async def test_a_lost_feed_is_looked_for_again_at_its_page(desk: Desk) -> None:
    """After three failures in a row, once, without the validators of the feed."""
    await find(desk)
    desk.publisher.serve("/feed", Page(status=404))
    desk.publisher.serve("/", page("/new"))
    new = desk.publisher.serve("/new", feed("dam", "mill"))
    for _ in range(3):
        outcome, _ = await desk.poll()
        assert ["/feed"] == desk.asked()
        assert isinstance(outcome, Failed)
    outcome, report = await desk.poll()

    assert ["/", "/new"] == desk.asked()
    assert "if-none-match" not in desk.publisher.requests[0].headers
    assert isinstance(outcome, Fetched)
    assert (1, new, 0) == (report.new, desk.state().found_at, desk.state().failures)


async def test_a_found_feed_that_is_gone_does_not_end_its_source(desk: Desk) -> None:
    """Its page is asked; if that names nothing else, the feed is not forgotten."""
    await find(desk)
    desk.publisher.serve("/feed", Page(status=410))
    for _ in range(3):
        outcome, _ = await desk.poll()
        assert isinstance(outcome, Gone)
        assert 0 == desk.state().gone
    asked = []
    for _ in range(2):
        await desk.poll()
        asked.append(desk.asked())

    assert [["/", "/feed"], ["/feed"]] == asked
    assert desk.publisher.url("/feed") == desk.state().found_at


async def test_a_found_feed_survives_an_outage(desk: Desk) -> None:
    """However often its host is silent, the page is not asked."""
    await find(desk)
    desk.publisher.serve("/feed", Page(raw=b""))
    for _ in range(7):
        outcome, _ = await desk.poll()
        assert isinstance(outcome, Failed)
        assert ["/feed"] == desk.asked()
    desk.publisher.serve("/feed", feed("dam", "mill"))
    _, report = await desk.poll()

    assert 1 == report.new


async def test_an_address_that_is_a_feed_itself_needs_no_other(desk: Desk) -> None:
    """What was found is forgotten then."""
    await find(desk)
    desk.publisher.serve("/feed", Page(status=404))
    desk.publisher.serve("/", feed("dam", "mill"))
    for _ in range(4):
        _, report = await desk.poll()

    assert (["/"], None, 1) == (desk.asked(), desk.state().found_at, report.new)
    assert () == report.problems


async def test_headers_go_to_the_sources_own_origin_only(desk: Desk) -> None:
    """A page may name a feed elsewhere; the key is not for them."""
    elsewhere = desk.publisher.url("/feed", "127.0.0.2")
    desk.publisher.serve("/", page("/own", elsewhere))
    desk.publisher.serve("/feed", feed("dam"))
    await desk.poll()
    first = [request.headers.get("x-key") for request in desk.publisher.requests]
    await desk.poll()

    assert ["planted", "planted", None] == first
    assert [None] == [request.headers.get("x-key") for request in desk.publisher.requests]
