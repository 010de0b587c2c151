"""Pages of stories: where the desk may go, and with what."""

from datetime import timedelta
from pathlib import Path

import pytest
from loopback import Page, Publisher
from pages import (
    HOUR,
    a_post,
    a_reading_desk,
    article,
    asked,
    feed,
    held,
    item,
    move,
    run,
    visit_of,
)
from stories import NOON

from feeds.fetch import fetch_page, open_web
from feeds.model import (
    Failed,
    Fetched,
    Robots,
    Secret,
    Settings,
    Source,
)
from feeds.pipeline.robots import Leave
from feeds.processes import Limits, Workers
from feeds.store import Store, save_robots
from feeds.store.visits import MOST_HOSTS


async def test_robots_txt_is_obeyed_and_asked_for_once_a_day(store: Store, tmp_path: Path) -> None:
    """What it forbids is never asked for; what it allows is; it is kept across runs."""
    rules = b"User-agent: *\nDisallow: /\n\nUser-agent: wiredesk\nDisallow: /closed/\n"
    async with Publisher() as publisher:
        publisher.serve("/robots.txt", Page(body=rules))
        closed = publisher.serve("/closed/a", article())
        opened = publisher.serve("/open/b", article("The mill closes"))
        later = publisher.serve("/open/c", article("The lake falls"))
        first = item(closed), item(opened, "The mill closes")
        publisher.serve("/feed", feed(*first), feed(*first, item(later, "The lake falls")))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        report = await run(desk)
        move(desk, HOUR)
        await run(desk)
        told = asked(publisher)

    assert ["/robots.txt", "/open/b", "/open/c"] == told
    assert "closed" == visit_of(desk, "a").state
    assert ["127.0.0.1: robots.txt forbids it"] == [
        page.reason.removeprefix("robots: ") for page in report.pages if page.state == "closed"
    ]
    assert "" == held(desk)["a"].body_text


async def test_a_host_whose_robots_txt_fails_is_left_alone(store: Store, tmp_path: Path) -> None:
    """5xx forbids everything for now (RFC 9309, 2.3.1.4): it is asked again after an hour."""
    async with Publisher() as publisher:
        publisher.serve("/robots.txt", Page(status=500), Page(status=404))
        url = publisher.serve("/a", article())
        publisher.serve("/feed", feed(item(url)))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        await run(desk)
        before = asked(publisher), visit_of(desk, "a").state
        move(desk, HOUR)
        await run(desk)

    assert (["/robots.txt"], "due") == before
    assert ["/robots.txt", "/robots.txt", "/a"] == asked(publisher)
    assert "done" == visit_of(desk, "a").state


async def test_rules_that_cannot_be_read_forbid_the_page(store: Store) -> None:
    """No worker process starts, or one is stopped: nobody is visited on a guess.

    What was not read is not kept; what was kept is not asked for again.
    """
    async with Publisher() as publisher, open_web(Settings()) as web:
        publisher.serve("/robots.txt", Page(body=b"User-agent: *\nDisallow: /closed\n"))
        source, url = a_post(publisher), publisher.url("/a")
        async with Workers(limits=Limits(memory=1 << 70)) as none, Workers(count=1) as some:
            answers = [
                await Leave(store, workers).ask_as(source, web, NOON)(url)
                for workers in (none, some, none)
            ]

    assert [True, False, True] == [answer is not None for answer in answers]
    told = "127.0.0.1: reading its robots.txt was stopped"
    assert all(answer.reason.startswith(told) for answer in answers if answer)
    assert ["/robots.txt"] * 2 == asked(publisher)


async def test_of_a_robots_txt_is_kept_what_speaks_to_us(store: Store) -> None:
    """Of half a mebibyte for other programs nothing; and that of other hosts is forgotten."""
    rules = b"User-agent: otherbot\n" + b"Disallow: /news\n" * 30_000
    rules += b"User-agent: *\nDisallow: /closed # for now\nSitemap: /sitemap.xml\n"
    with store.write() as tx:
        old = Robots(origin="https://old.example", rules="", until=NOON)
        save_robots(tx, old, NOON - HOUR)
    async with Publisher() as publisher, open_web(Settings()) as web, Workers(count=1) as workers:
        publisher.serve("/robots.txt", Page(body=rules))
        may_ask = Leave(store, workers).ask_as(a_post(publisher), web, NOON)
        answers = [await may_ask(publisher.url(path)) for path in ("/closed", "/news")]
        origin = publisher.url("")
    with store.read() as tx:
        kept = tx.exec_driver_sql("SELECT origin, rules FROM robots").all()

    assert [True, False] == [answer is not None for answer in answers]
    assert [(origin, "User-agent: *\nDisallow: /closed\n")] == kept


def test_of_a_thousand_hosts_at_most_is_kept_what_they_say(store: Store) -> None:
    """A stranger's feed can name any number: those that are to be asked again soonest are asked."""
    with store.write() as tx:
        for number in range(MOST_HOSTS + 20):
            until = NOON + number * timedelta(seconds=1)
            said = Robots(origin=f"https://h{number}.example", rules="", until=until)
            save_robots(tx, said, NOON - HOUR)
        names = tx.exec_driver_sql("SELECT origin FROM robots").all()

    assert {(f"https://h{20 + number}.example",) for number in range(MOST_HOSTS)} == set(names)


async def test_a_refusal_to_one_source_is_none_to_another(store: Store) -> None:
    """A stranger's feed names a page at a private address: that source's own pages are read."""
    async with (
        Publisher() as post,
        open_web(Settings()) as web,
        Workers(count=1) as workers,
    ):
        url, leave = post.serve("/a", article()), Leave(store, workers)
        stranger = Source(id="stranger", kind="feed", url="https://stranger.example/rss")
        refused = await leave.ask_as(stranger, web, NOON)(url)
        allowed = await leave.ask_as(a_post(post), web, NOON)(url)

    assert refused is not None
    assert "not public" in refused.reason
    assert allowed is None


async def test_leave_is_asked_at_each_host_of_a_redirect(store: Store) -> None:
    """The other host forbids it: nothing but its robots.txt is asked for."""
    async with (
        Publisher() as post,
        Publisher() as other,
        open_web(Settings(), is_public=bool) as web,
        Workers(count=1) as workers,
    ):
        other.serve("/robots.txt", Page(body=b"User-agent: *\nDisallow: /"))
        there = other.serve("/b", article())
        url = post.serve("/a", Page(status=302, headers={"Location": there}))
        source = a_post(post)
        may_ask = Leave(store, workers).ask_as(source, web, NOON)
        answer = await fetch_page(url, source, web, may_ask, NOON)

    assert isinstance(answer, Failed)
    assert "robots" == answer.kind
    assert ["/robots.txt"] == [request.target for request in other.requests]


async def test_headers_of_a_source_stay_at_its_origin(store: Store) -> None:
    """They go along to its own pages, not to those of others, nor to where it is redirected."""
    async with (
        Publisher() as post,
        Publisher() as other,
        open_web(Settings(), is_public=bool) as web,
        Workers(count=1) as workers,
    ):
        there = other.serve("/b", article("The mill closes"))
        moved = post.serve("/c", Page(status=302, headers={"Location": there}))
        own = post.serve("/a", article())
        source = a_post(post, headers=(("X-Token", Secret("abcdef")),))
        may_ask = Leave(store, workers).ask_as(source, web, NOON)
        for url in (own, moved, there):
            assert isinstance(await fetch_page(url, source, web, may_ask, NOON), Fetched)

    sent = {request.target: request.headers.get("x-token") for request in post.requests}
    assert {"/a": "abcdef", "/c": "abcdef", "/robots.txt": None} == sent
    assert ["/robots.txt", "/b", "/b"] == [request.target for request in other.requests]
    assert {None} == {request.headers.get("x-token") for request in other.requests}


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2"])
async def test_private_pages_are_only_those_of_a_private_source(
    store: Store, tmp_path: Path, host: str
) -> None:
    """A feed that may be private cannot send the desk to another private host, or port."""
    async with Publisher() as publisher, Publisher(host) as other:
        publisher.serve("/feed", feed(item(other.serve("/a", article()))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        report = await run(desk)

    assert [] == asked(publisher)
    assert () == tuple(other.requests)
    assert "not public" in report.pages[0].reason
