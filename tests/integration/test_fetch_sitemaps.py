"""Sitemaps asked for from a real server: compressed ones, and those that an index names."""

import gzip
from dataclasses import replace
from datetime import timedelta

from asking import NOW, QUICK, SMALL, ask_url, is_after
from loopback import Page, Publisher

from feeds.fetch import fetch_source, open_web
from feeds.model import (
    Failed,
    Fetched,
    Moved,
    NotModified,
    Outcome,
    Secret,
    Settings,
    Source,
    SourceState,
    Throttled,
    Validators,
)

SITEMAP = b"<urlset><url><loc>https://valley.example/dam</loc></url></urlset>"
TIME = "2026-11-23T10:00:00Z"


def index(*locs: str, time: str = TIME, **more: str) -> Page:
    """A sitemap index that names these addresses, newest first."""
    rows = "".join(f"<sitemap><loc>{loc}</loc><lastmod>{time}</lastmod></sitemap>" for loc in locs)
    return Page(body=f"<sitemapindex>{rows}</sitemapindex>".encode(), **more)


async def ask(
    url: str,
    *,
    state: SourceState | None = None,
    kind: str = "feed",
    settings: Settings = SMALL,
    headers: tuple[tuple[str, Secret], ...] = (),
) -> Outcome:
    """Return what an address answers."""
    source = Source(id="valley", kind=kind, url=url, allow_private=True, headers=headers)
    async with open_web(settings) as web:
        return await fetch_source(source, state or SourceState(source_id="valley"), web, NOW)


async def fetched(url: str, **more: object) -> Fetched:
    """Return a full answer."""
    outcome = await ask(url, **more)
    assert isinstance(outcome, Fetched), outcome
    return outcome


def remember(answer: Fetched) -> SourceState:
    """Return the state after a full answer."""
    return SourceState(source_id="valley", validators=answer.validators, body_hash=answer.body_hash)


async def test_a_compressed_file_is_unfolded() -> None:
    """Told by its name, by its media type, or by the configuration; the same again is no news."""
    packed = gzip.compress(SITEMAP)
    async with Publisher() as publisher:
        by_name = publisher.serve("/s.xml.gz", Page(body=packed))
        by_type = publisher.serve(
            "/s", Page(body=packed, headers={"Content-Type": "application/gzip"})
        )
        unnamed = publisher.serve(
            "/t", Page(body=packed), Page(body=gzip.compress(SITEMAP, mtime=9))
        )
        answers = [await fetched(by_name), await fetched(by_type)]
        said = await fetched(unnamed, kind="sitemap")
        again = await ask(unnamed, kind="sitemap", state=remember(said))
        feed = await fetched(unnamed)

    assert [SITEMAP] * 3 == [answer.bodies[0].content for answer in (*answers, said)]
    assert isinstance(again, NotModified)
    assert feed.bodies[0].content.startswith(b"\x1f\x8b")


async def test_a_compressed_file_is_bounded() -> None:
    """One that unfolds without end, or stops in the middle, is a failure."""
    bomb = gzip.compress(b" " * (SMALL.max_bytes + 1))
    async with Publisher() as publisher:
        large = await ask(publisher.serve("/a.gz", Page(body=bomb)))
        cut = await ask(publisher.serve("/b.gz", Page(body=gzip.compress(SITEMAP)[:-9])))

    assert isinstance(large, Failed)
    assert isinstance(cut, Failed)
    assert ("too large", "encoding") == (large.kind, cut.kind)


async def test_the_parts_of_an_index_are_one_answer() -> None:
    """In the order of their times; the index's validators are kept, and it is known again."""
    async with Publisher() as publisher:
        url = publisher.serve(
            "/i.xml", index("/a.xml", "/b.xml.gz", etag='"1"'), index("/a.xml", "/b.xml.gz")
        )
        publisher.serve("/a.xml", Page(body=SITEMAP, etag='"a"'))
        publisher.serve("/b.xml.gz", Page(body=gzip.compress(SITEMAP)))
        first = await fetched(url)
        again = await ask(url, state=remember(first))

    assert [SITEMAP, SITEMAP] == [body.content for body in first.bodies]
    assert [f"{publisher.url('/a.xml')}", f"{publisher.url('/b.xml.gz')}"] == [
        body.url for body in first.bodies
    ]
    assert (Validators(etag='"1"'), ()) == (first.validators, first.problems)
    assert isinstance(again, NotModified)
    assert all(
        "if-none-match" not in it.headers for it in publisher.requests if it.target != "/i.xml"
    )


async def test_a_failed_part_is_a_problem_and_asked_again() -> None:
    """Without validators the next request brings the index again, so nothing is lost."""
    async with Publisher() as publisher:
        publisher.serve("/a.xml", Page(body=SITEMAP))
        url = publisher.serve("/i.xml", index("/gone.xml", "/a.xml", etag='"1"'))
        answer = await fetched(url)

    assert 1 == len(answer.bodies)
    assert Validators() == answer.validators
    assert ["/gone.xml: status: 127.0.0.1: answered 404 Not Found"] == list(answer.problems)


async def test_an_index_without_times_is_never_asked_conditionally() -> None:
    """A part may change although the index stays: a 304 would hide it."""
    async with Publisher() as publisher:
        publisher.serve("/a.xml", Page(body=SITEMAP), Page(body=SITEMAP + b"<!-- more -->"))
        url = publisher.serve("/i.xml", index("/a.xml", time="2026-11-23", etag='"1"'))
        first = await fetched(url)
        second = await ask(url, state=remember(first))

    assert Validators() == first.validators
    assert isinstance(second, Fetched)


async def test_a_part_that_asks_to_wait_ends_the_asking() -> None:
    """The others are left for the next time, which comes when the host allows."""
    async with Publisher() as publisher:
        publisher.serve("/a.xml", Page(body=SITEMAP))
        publisher.serve("/b.xml", Page(status=429, headers={"Retry-After": "600"}))
        answer = await fetched(publisher.serve("/i.xml", index("/a.xml", "/b.xml", "/c.xml")))
        alone = await ask(publisher.serve("/j.xml", index("/b.xml", "/c.xml")))

    assert is_after(timedelta(minutes=10), answer.fresh_until)
    assert "sitemaps not asked for after that: 1" == answer.problems[-1]
    assert isinstance(alone, Throttled)
    assert is_after(timedelta(minutes=10), alone.retry_after)
    assert "/c.xml" not in {request.target for request in publisher.requests}


async def test_parts_that_hang_end_soon() -> None:
    """One hanging part costs one deadline, not five."""
    async with Publisher() as publisher:
        names = [f"/{number}.xml" for number in range(5)]
        for name in names:
            publisher.serve(name, Page(raw=b"", hang=True))
        outcome = await ask(publisher.serve("/i.xml", index(*names)), settings=QUICK)

    assert isinstance(outcome, Failed)
    assert "timeout" == outcome.kind
    assert 2 == len(publisher.requests)


async def test_waiting_for_turns_leaves_out_no_part() -> None:
    """The pauses of a host take longer than an answer may: all its parts are asked for, though."""
    paused = replace(SMALL, host_pause=timedelta(seconds=0.4))
    async with Publisher() as publisher:
        names = [publisher.serve(f"/{number}.xml", Page(body=SITEMAP)) for number in range(4)]
        url = publisher.serve("/i.xml", index(*names))
        answer = await ask_url(url, settings=paused, allow_private=False, is_public=bool)

    assert isinstance(answer, Fetched)
    assert 4 == len(answer.bodies)


async def test_parts_are_bounded_together() -> None:
    """All of them may be as large as one answer."""
    half = Page(body=SITEMAP + b" " * (SMALL.max_bytes * 2 // 3))
    async with Publisher() as publisher:
        names = [publisher.serve(f"/{number}.xml", half) for number in range(3)]
        answer = await fetched(publisher.serve("/i.xml", index(*names)))

    assert 1 == len(answer.bodies)
    assert "too large together" in answer.problems[0]


async def test_an_index_of_other_sites_leads_nowhere() -> None:
    """Nobody else is asked, and no index inside an index is followed."""
    async with Publisher("127.0.0.1", "127.0.0.2") as publisher:
        other = publisher.url("/a.xml", "127.0.0.2")
        outcome = await ask(publisher.serve("/i.xml", index(other)))
        publisher.serve("/b.xml", index("/c.xml"))
        nested = await fetched(publisher.serve("/j.xml", index("/b.xml")))

    assert isinstance(outcome, Failed)
    assert "names no sitemap of its own site" in outcome.reason
    assert b"sitemapindex" in nested.bodies[0].content
    assert ["/i.xml", "/j.xml", "/b.xml"] == [request.target for request in publisher.requests]


async def test_headers_go_along_to_the_same_origin_only() -> None:
    """After a redirect to another origin its parts get no secret."""
    headers = (("X-Key", Secret("s3cret")),)
    async with Publisher("127.0.0.1", "127.0.0.2") as publisher:
        publisher.serve("/a.xml", Page(body=SITEMAP))
        publisher.serve("/i.xml", index("/a.xml"))
        await fetched(publisher.url("/i.xml"), headers=headers)
        there = publisher.url("/i.xml", "127.0.0.2")
        moved = publisher.serve("/old.xml", Page(status=301, headers={"Location": there}))
        outcome = await ask(moved, headers=headers)

    assert isinstance(outcome, Moved)
    assert [True, True, True, False, False] == [
        "x-key" in request.headers for request in publisher.requests
    ]
