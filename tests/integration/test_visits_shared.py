"""Pages that several feeds of a site name: asked for once, as long as the answer holds."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from loopback import Page, Publisher
from pages import HTML, REPORT, a_post, a_reading_desk, article, asked, feed, item, run
from stories import NOON

from feeds.fetch import Web, open_web
from feeds.model import Fetched, Secret, Settings, Source, Visit
from feeds.pipeline.sharing import MOST_BYTES, SharedPages
from feeds.store import Store, read_last_revisions

MINUTE = timedelta(minutes=1)


async def may_ask(_: str) -> None:
    """Leave is given."""


async def ask(
    pages: SharedPages, web: Web, url: str, source: Source, after: timedelta, *, readings: int = 0
) -> None:
    """Ask for a page, so long after noon."""
    visit = Visit(
        story_id="id", source_id=source.id, url=url, host="127.0.0.1", told=NOON, readings=readings
    )
    assert isinstance(await pages.ask(visit, source, web, may_ask, NOON + after), Fetched)


async def test_two_feeds_of_a_site_ask_for_a_page_once(store: Store, tmp_path: Path) -> None:
    """It completes the stories of both."""
    async with Publisher() as publisher:
        told = feed(item(publisher.serve("/a", article())))
        publisher.serve("/feed", told)
        sport = a_post(publisher, id="sport", url=publisher.serve("/sport", told))
        desk = a_reading_desk(store, tmp_path, a_post(publisher), sport)
        report = await run(desk)
        targets = asked(publisher)
    with store.read() as tx:
        ids = tx.exec_driver_sql("SELECT story_id FROM stories").scalars().all()
        held = read_last_revisions(tx, ids)

    assert ["/sport", "/robots.txt", "/a"] == targets
    assert [True, True] == [page.completed for page in report.pages]
    bodies = {it.story.source_id: it.story.body_text for it in held.values()}
    assert {"post": REPORT, "sport": REPORT} == bodies


@pytest.mark.parametrize(
    ("headers", "minutes"),
    [
        ({}, 10),
        ({"Cache-Control": "no-cache"}, 10),
        ({"Cache-Control": "max-age=1800"}, 30),
        ({"Cache-Control": "max-age=86400"}, 60),
    ],
)
async def test_a_page_is_shared_as_long_as_it_holds(
    headers: Mapping[str, str], minutes: int
) -> None:
    """As its server says, between ten minutes and an hour; nor before it came."""
    pages, counts = SharedPages(), []
    async with Publisher() as publisher, open_web(Settings()) as web:
        url = publisher.serve("/a", Page(body=b"<p>x</p>", headers={**HTML, **headers}))
        for after in (0 * MINUTE, (minutes - 1) * MINUTE, (minutes + 1) * MINUTE, -MINUTE):
            await ask(pages, web, url, a_post(publisher), after)
            counts.append(len(publisher.requests))

    assert [1, 1, 2, 3] == counts


async def test_only_what_was_asked_for_in_the_same_manner_is_shared() -> None:
    """Not what another's headers opened, or leave to private addresses; another name is nothing."""
    pages, counts = SharedPages(), []
    async with Publisher() as publisher, open_web(Settings(), is_public=bool) as web:
        url = publisher.serve("/a", article())
        post = a_post(publisher)
        plain = replace(post, allow_private=False)
        member = replace(plain, headers=(("Cookie", Secret("member=1")),))
        sport = replace(plain, id="sport", url="https://post.example/sport")
        for source in (post, plain, member, sport, replace(member, id="sport")):
            await ask(pages, web, url, source, MINUTE)
            counts.append(len(publisher.requests))

    assert [1, 2, 3, 3, 3] == counts


async def test_a_page_that_is_read_again_is_not_read_as_it_was_before() -> None:
    """The feed was corrected: the page is asked for anew, once for all stories of it."""
    pages, counts = SharedPages(), []
    async with Publisher() as publisher, open_web(Settings()) as web:
        url = publisher.serve("/a", article())
        for readings in (0, 1, 1, 0):
            await ask(pages, web, url, a_post(publisher), MINUTE, readings=readings)
            counts.append(len(publisher.requests))

    assert [1, 2, 2, 2] == counts


async def test_few_bytes_are_held() -> None:
    """Those of the newest pages."""
    pages, names = SharedPages(), ("/a", "/b", "/c", "/b", "/c", "/a")
    big = Page(body=b"x" * (MOST_BYTES // 2), headers=HTML)
    async with Publisher() as publisher, open_web(Settings(max_bytes=MOST_BYTES)) as web:
        for name in names[:3]:
            publisher.serve(name, big)
        for name in names:
            await ask(pages, web, publisher.url(name), a_post(publisher), MINUTE)
        targets = asked(publisher)

    assert ["/a", "/b", "/c", "/a"] == targets
