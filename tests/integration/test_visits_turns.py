"""Pages of stories: when they are asked for, how often, and what failures cost."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from loopback import Page, Publisher
from pages import (
    HOUR,
    REPORT,
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
    write_date,
)
from stories import NOON

from feeds.errors import DataError
from feeds.fetch import fetch_page, open_web
from feeds.model import (
    Robots,
    Settings,
    Source,
    Visit,
)
from feeds.pipeline.sharing import SharedPages
from feeds.pipeline.visit import visit_page
from feeds.processes import Workers
from feeds.store import Store, save_robots


async def test_a_page_that_fails_is_asked_for_three_times_at_most(
    store: Store, tmp_path: Path
) -> None:
    """At once, after an hour and after six; the story stays as its feed tells it."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", Page(status=404))
        publisher.serve("/feed", feed(item(url)))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        counts = []
        for _ in range(20):
            await run(desk)
            counts.append(asked(publisher).count("/a"))
            move(desk, HOUR)

    assert [1, 2, 2, 2, 2, 2, 2, 3, 3] == counts[:9]
    assert 3 == counts[-1]
    assert "failed" == visit_of(desk, "a").state
    assert ("It is safe.", "") == (held(desk)["a"].standfirst, held(desk)["a"].body_text)


@pytest.mark.parametrize("status", [401, 403, 410, 451])
async def test_a_page_that_is_not_for_us_is_asked_for_once(
    store: Store, tmp_path: Path, status: int
) -> None:
    """Nobody asks twice where the answer was no."""
    async with Publisher() as publisher:
        publisher.serve("/feed", feed(item(publisher.serve("/a", Page(status=status)))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        for _ in range(3):
            await run(desk)
            move(desk, 24 * HOUR)

    assert 1 == asked(publisher).count("/a")
    assert "closed" == visit_of(desk, "a").state


async def test_a_page_that_never_comes_ends_the_round(store: Store, tmp_path: Path) -> None:
    """At the deadline; the other pages of the host wait for a quarter of an hour."""
    async with Publisher() as publisher:
        silent = publisher.serve("/a", Page(hang=True, raw=b""), article())
        other = publisher.serve("/b", Page(hang=True, raw=b""), article("The mill closes"))
        older = item(other, "The mill closes", date=write_date(0))
        publisher.serve("/feed", feed(item(silent), older))
        desk = a_reading_desk(store, tmp_path, a_post(publisher), deadline=timedelta(seconds=1))
        (report,) = (await run(desk)).pages
        first = asked(publisher)
        move(desk, timedelta(minutes=14))
        await run(desk)
        second = asked(publisher)
        move(desk, HOUR)
        await run(desk)

    assert "no complete answer came in time" in report.reason
    assert (2, 2, 4) == (len(first), len(second), len(asked(publisher)))


async def test_ten_pages_are_visited_after_each_poll_the_newest_first(
    store: Store, tmp_path: Path
) -> None:
    """Of a backlog of 130 the newest hundred and ten are visited, at most."""
    async with Publisher() as publisher:
        pages = [publisher.serve(f"/{n}", article(f"The dam holds {n}")) for n in range(130)]
        items = [item(url, f"The dam holds {n}", date=write_date(n)) for n, url in enumerate(pages)]
        publisher.serve("/feed", feed(*items))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        counts = []
        for _ in range(13):
            await run(desk)
            counts.append(len(asked(publisher)) - 1)
            move(desk, HOUR)
    names = [target for target in asked(publisher) if target != "/robots.txt"]

    assert [min(10 * n, 110) for n in range(1, 14)] == counts
    assert [f"/{n}" for n in range(129, 19, -1)] == names


async def test_429_for_a_page_rests_its_host_unless_that_may_be_private() -> None:
    """A private source may report pages of public hosts: these speak for themselves."""

    async def may_ask(_: str) -> None:
        """Leave is given."""

    busy = Page(status=429, headers={"Retry-After": "3600"})
    async with Publisher() as post, Publisher() as other:
        source = a_post(post)
        pages = post.serve("/a", busy), other.serve("/b", busy)
        for url in pages:
            async with open_web(Settings(), is_public=bool) as web:
                for _ in range(2):
                    await fetch_page(url, source, web, may_ask, NOON)

    assert (2, 1) == (len(post.requests), len(other.requests))


async def test_a_429_rests_the_other_pages_of_its_host(store: Store, tmp_path: Path) -> None:
    """The other pages are not asked for before the time it said."""
    busy = Page(status=429, headers={"Retry-After": "7200"})
    async with Publisher() as publisher:
        first = publisher.serve("/a", busy, article())
        second = publisher.serve("/b", article("The mill closes"))
        older = item(second, "The mill closes", date=write_date(0))
        publisher.serve("/feed", feed(item(first), older))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        await run(desk)
        then = asked(publisher)
        move(desk, HOUR)
        await run(desk)
        still = asked(publisher)
        move(desk, HOUR + timedelta(minutes=1))
        await run(desk)

    assert 1 == len([target for target in then if target != "/robots.txt"])
    assert then == still
    assert {"/robots.txt", "/a", "/b"} == set(asked(publisher))


async def test_a_memory_that_fails_is_no_fault_of_the_page() -> None:
    """A full disk, or a busy database, met where leave is asked: the page is not given up."""

    async def may_ask(url: str) -> None:
        raise DataError(url)

    url = "http://127.0.0.1:9/a"
    visit = Visit(story_id="a", source_id="post", url=url, host="127.0.0.1", told=NOON)
    source = Source(id="post", kind="feed", url=url)
    async with open_web(Settings()) as web, Workers(count=1) as workers:
        with pytest.raises(DataError):
            await visit_page(
                visit,
                source,
                web=web,
                workers=workers,
                may_ask=may_ask,
                pages=SharedPages(),
                now=NOON,
            )


async def test_a_memory_that_fails_ends_the_pass_when_the_pages_that_came_are_kept(
    store: Store, tmp_path: Path
) -> None:
    """The robots.txt of the second host cannot be remembered: that is said, nothing crashes."""
    async with Publisher() as publisher, Publisher("127.0.0.2") as other:
        good, lost = publisher.serve("/a", article()), other.serve("/b", article())
        publisher.serve("/feed", feed(item(good)))
        other.serve("/feed", feed(item(lost, "The mill closes")))
        mill = a_post(other, id="mill")
        known = Robots(origin=publisher.url(""), rules="", until=NOON + HOUR)
        with store.write() as tx:
            save_robots(tx, known, NOON)
            tx.exec_driver_sql(
                "CREATE TRIGGER full BEFORE INSERT ON robots "
                "BEGIN INSERT INTO nowhere VALUES (1); END"
            )
        with pytest.raises(DataError):
            await run(a_reading_desk(store, tmp_path, a_post(publisher), mill))
        desk = a_reading_desk(store, tmp_path, a_post(publisher), mill)

    assert REPORT == held(desk)["a"].body_text
    assert ("done", "due") == (visit_of(desk, "a").state, visit_of(desk, "b").state)


async def test_the_feed_is_published_before_a_slow_page_has_come(
    store: Store, tmp_path: Path
) -> None:
    """The page hangs: the story stands in the feed of its topic meanwhile."""
    gate = asyncio.Event()
    async with Publisher() as publisher:
        slow = Page(body=article().body, headers=article().headers, gate=gate)
        publisher.serve("/feed", feed(item(publisher.serve("/a", slow))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        running = asyncio.create_task(run(desk))
        await publisher.received(2)
        published = (tmp_path / "dams.atom").read_text("utf-8")
        gate.set()
        await running

    assert "The dam holds" in published
    assert "ninety beds" not in published
    assert "ninety beds" in (tmp_path / "dams.atom").read_text("utf-8")
