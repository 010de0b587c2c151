"""Pages of stories, visited on this machine: from the feed to the full text."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from loopback import Page, Publisher
from pages import PARAGRAPHS, REPORT, a_post, a_reading_desk, article, asked, feed, held, item, run
from polls import DAMS, StandingClock
from stories import NOON

from feeds.errors import DataError
from feeds.fetch import fetch_page, open_web
from feeds.model import (
    AlertRule,
    Failed,
    Fetched,
    Kind,
    Robots,
    Secret,
    Settings,
    Source,
    Topic,
    Visit,
)
from feeds.pipeline.robots import Leave
from feeds.pipeline.visit import visit_page
from feeds.processes import Limits, Workers
from feeds.schedule import Desk
from feeds.store import Store, open_store, read_alerts, read_revisions, read_visit, save_robots
from feeds.text.query import parse_query

HOUR = timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A memory in a file: several threads use it at once."""
    with open_store(tmp_path / "wiredesk.db") as opened:
        yield opened


def move(desk: Desk, by: timedelta) -> None:
    """Move the clock."""
    assert isinstance(desk.clock, StandingClock)
    desk.clock.time += by


def visit_of(desk: Desk, name: str) -> Visit:
    """Return what is remembered of the visit to a story's page."""
    with desk.store.read() as tx:
        visit = read_visit(tx, held(desk)[name].id)
    assert visit is not None
    return visit


async def test_a_story_is_completed_from_its_page(store: Store, tmp_path: Path) -> None:
    """The feed's few words stay above the text of the page, and the origin of that is told."""
    async with Publisher() as publisher:
        publisher.serve("/feed", feed(item(publisher.serve("/a", article()))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        report = await run(desk)
    story = held(desk)["a"]

    assert REPORT == story.body_text
    assert "It is safe." == story.standfirst
    assert [True] == [page.completed for page in report.pages]
    assert any(
        inferred.field == "body_text" and inferred.origin.startswith("article page")
        for inferred in story.inferred
    )
    assert "ninety beds" in (tmp_path / "dams.atom").read_text("utf-8")


async def test_completing_is_a_revision_that_nobody_is_alerted_of(
    store: Store, tmp_path: Path
) -> None:
    """It is no edit of the publisher's: the only alert is that the story is new."""
    async with Publisher() as publisher:
        publisher.serve("/feed", feed(), feed(item(publisher.serve("/a", article()))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        await run(desk)
        move(desk, HOUR)
        await run(desk)
    with store.read() as tx:
        kinds = [it.kinds for it in read_revisions(tx, held(desk)["a"].id)]
        told = read_alerts(tx, "dams", desk.clock.now() - 2 * HOUR, 10)

    assert [(Kind.NEW,), (Kind.FULL_TEXT,)] == kinds
    assert [(Kind.NEW,)] == [alert.kinds for alert in told]


@pytest.mark.parametrize("backlog", [False, True])
async def test_a_story_that_a_topic_selects_by_its_full_text_is_new_to_it(
    store: Store, tmp_path: Path, *, backlog: bool
) -> None:
    """The feed's few words hold nothing of it; of a backlog nobody is told, as ever."""
    first = () if backlog else (feed(),)
    query = parse_query("sluice")
    rules = (AlertRule(on=(Kind.NEW,)),)
    topic = Topic(slug="sluices", title="Sluices", match="sluice", query=query, alerts=rules)
    async with Publisher() as publisher:
        publisher.serve("/feed", *first, feed(item(publisher.serve("/a", article()))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        desk = replace(desk, config=replace(desk.config, topics=(DAMS, topic)))
        for _ in range(2):
            await run(desk)
            move(desk, HOUR)
    with store.read() as tx:
        told = read_alerts(tx, "sluices", desk.clock.now() - 3 * HOUR, 10)

    assert REPORT == held(desk)["a"].body_text
    new = [((Kind.NEW,), "New: It is safe.")]
    assert ([] if backlog else new) == [(alert.kinds, alert.text) for alert in told]


async def test_what_was_written_before_the_pages_came_is_told(store: Store, tmp_path: Path) -> None:
    """A topic whose stories no page completes was written all the same."""
    closed = "Rain closes the mill. It will open again when the water has fallen."
    async with Publisher() as publisher:
        dam = item(publisher.serve("/a", Page(status=403)))
        page = article("The mill closes", [closed, closed])
        mill = item(publisher.serve("/b", page), "The mill closes", "It is wet.")
        publisher.serve("/feed", feed(dam, mill))
        report = await run(a_reading_desk(store, tmp_path, a_post(publisher)))

    assert ["dams"] == [topic.slug for topic in report.topics]
    assert ("dams.rss", "dams.atom", "dams.json") == report.topics[0].written
    assert {"dams.rss", "index.html"} <= set(report.written)


async def test_a_page_is_asked_for_once_and_its_words_are_kept(
    store: Store, tmp_path: Path
) -> None:
    """Later polls of the feed, in the same words, neither ask again nor take the text away."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article())
        publisher.serve(
            "/feed",
            feed(item(url)),
            feed(item(url), "<!-- same -->"),
            feed(item(url, headline="The  dam holds!")),
        )
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        await run(desk)
        move(desk, HOUR)
        (second,) = (await run(desk)).sources
        move(desk, HOUR)
        (third,) = (await run(desk)).sources
    story = held(desk)["a"]

    assert ["/robots.txt", "/a"] == asked(publisher)
    assert (0, 0, 1) == (second.new, second.revised, second.unchanged)
    assert (0, 1) == (third.new, third.revised)
    assert "The dam holds!" == story.headline
    assert REPORT == story.body_text
    with store.read() as tx:
        assert (Kind.HEADLINE,) == read_revisions(tx, story.id)[-1].kinds


async def test_a_correction_of_the_feed_goes_before_the_page(store: Store, tmp_path: Path) -> None:
    """The page's false text is not kept against it, be it longer ever so much."""
    false = "Police in Aubeval said that the mayor was arrested at the dam on Sunday night."
    right = "The mayor was not arrested at the dam."
    async with Publisher() as publisher:
        url = publisher.serve("/a", article("The dam holds", [false, *PARAGRAPHS]))
        said = [f"&lt;p&gt;{text}&lt;/p&gt;" * 2 for text in ("The mayor was arrested.", right)]
        publisher.serve("/feed", *(feed(item(url, summary=text)) for text in said))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        await run(desk)
        before = (tmp_path / "dams.atom").read_text("utf-8")
        move(desk, HOUR)
        (report,) = (await run(desk)).sources
    after = (tmp_path / "dams.atom").read_text("utf-8")

    assert false in before
    assert 1 == report.revised
    assert ["/robots.txt", "/a"] == asked(publisher)
    assert false not in held(desk)["a"].body_text
    assert false not in after
    assert right in after


async def test_the_page_of_a_corrected_story_is_read_once_more(
    store: Store, tmp_path: Path
) -> None:
    """After the next poll; whatever the feed corrects then, it is not asked for a third time."""
    async with Publisher() as publisher:
        right = [text.replace("two metres", "one metre") for text in PARAGRAPHS]
        url = publisher.serve("/a", article(), article(paragraphs=right))
        said = ("It is safe.", "It is very safe.", "It is very safe.", "It is not.", "It is not.")
        publisher.serve("/feed", *(feed(item(url, summary=text)) for text in said))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        bodies, counts = [], []
        for _ in said:
            await run(desk)
            bodies.append(held(desk)["a"].body_text)
            counts.append(asked(publisher).count("/a"))
            move(desk, HOUR)

    assert [REPORT, "", "\n\n".join(right), "", ""] == bodies
    assert [1, 1, 2, 2, 2] == counts
    assert "done" == visit_of(desk, "a").state


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


@pytest.mark.parametrize(
    "wall",
    [
        article("Sign in", ["Sign in to your account, or create one, to read on."]),
        article("The dam holds", ["Please enable JavaScript and turn off your ad blocker."]),
        article("Before you continue", ["We and our 800 partners use cookies. Accept or manage."]),
        article("The dam holds", ["Safe."]),
        article("Nine recipes for winter", [text.replace("dam", "soup") for text in PARAGRAPHS]),
        Page(body=b"%PDF-1.7 ...", headers={"Content-Type": "application/pdf"}),
        Page(body=b"", headers={"Content-Type": "text/html"}),
    ],
    ids=["login", "program", "consent", "stub", "another", "pdf", "empty"],
)
async def test_a_page_that_is_not_the_report_changes_nothing(
    store: Store, tmp_path: Path, wall: Page
) -> None:
    """The feed's own words stay, nothing is added, and the page is not asked for again."""
    async with Publisher() as publisher:
        publisher.serve("/feed", feed(item(publisher.serve("/a", wall))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        await run(desk)
        move(desk, 24 * HOUR)
        await run(desk)

    assert 1 == asked(publisher).count("/a")
    assert ("It is safe.", "") == (held(desk)["a"].standfirst, held(desk)["a"].body_text)


async def test_a_full_text_in_the_feed_is_not_replaced_by_less(
    store: Store, tmp_path: Path
) -> None:
    """Behind a wall the page shows one paragraph; the feed has them all."""
    whole = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in PARAGRAPHS)
    async with Publisher() as publisher:
        url = publisher.serve("/a", article(paragraphs=PARAGRAPHS[:1]))
        publisher.serve("/feed", feed(item(url, summary=whole)))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        await run(desk)

    assert REPORT == held(desk)["a"].body_text


async def test_a_huge_page_costs_only_itself(store: Store, tmp_path: Path) -> None:
    """It is dropped at the limit, and the next page is read."""
    async with Publisher() as publisher:
        huge = publisher.serve("/a", Page(body=b"<p>x</p>" * 1000, endless=True))
        good = publisher.serve("/b", article("The mill closes"))
        publisher.serve("/feed", feed(item(huge), item(good, "The mill closes")))
        desk = a_reading_desk(store, tmp_path, a_post(publisher), max_bytes=256 * 1024)
        report = await run(desk)

    reasons = {page.url.rpartition("/")[2]: page.reason for page in report.pages}
    assert "larger than 256 KiB" in reasons["a"]
    assert "" == reasons["b"]
    assert PARAGRAPHS[0] in held(desk)["b"].body_text


async def test_a_page_that_never_comes_ends_the_round(store: Store, tmp_path: Path) -> None:
    """At the deadline; the other pages of the host wait for a quarter of an hour."""
    async with Publisher() as publisher:
        silent = publisher.serve("/a", Page(hang=True, raw=b""), article())
        other = publisher.serve("/b", Page(hang=True, raw=b""), article("The mill closes"))
        older = item(other, "The mill closes", date=_write_date(0))
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


async def test_rules_that_cannot_be_read_forbid_the_page(store: Store) -> None:
    """No worker process starts, or one is stopped: nobody is visited on a guess."""
    async with Publisher() as publisher, open_web(Settings()) as web:
        publisher.serve("/robots.txt", Page(body=b"User-agent: *\nDisallow: /closed\n"))
        source, url = a_post(publisher), publisher.url("/a")
        async with Workers(limits=Limits(memory=1 << 70)) as none, Workers(count=1) as some:
            refused = await Leave(store, none).ask_as(source, web, NOON)(url)
            allowed = await Leave(store, some).ask_as(source, web, NOON)(url)

    assert refused is not None
    assert "reading its robots.txt was stopped" in refused.reason
    assert allowed is None
    assert ["/robots.txt"] == asked(publisher)


async def test_a_memory_that_fails_is_no_fault_of_the_page() -> None:
    """A full disk, or a busy database, met where leave is asked: the page is not given up."""

    async def may_ask(url: str) -> None:
        raise DataError(url)

    url = "http://127.0.0.1:9/a"
    visit = Visit(story_id="a", source_id="post", url=url, host="127.0.0.1", told=NOON)
    source = Source(id="post", kind="feed", url=url)
    async with open_web(Settings()) as web, Workers(count=1) as workers:
        with pytest.raises(DataError):
            await visit_page(visit, source, web=web, workers=workers, may_ask=may_ask, now=NOON)


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


async def test_ten_pages_are_visited_after_each_poll_the_newest_first(
    store: Store, tmp_path: Path
) -> None:
    """Of a backlog of 130 the newest hundred and ten are visited, at most."""
    async with Publisher() as publisher:
        pages = [publisher.serve(f"/{n}", article(f"The dam holds {n}")) for n in range(130)]
        items = [
            item(url, f"The dam holds {n}", date=_write_date(n)) for n, url in enumerate(pages)
        ]
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


def _write_date(minute: int) -> str:
    """A date of the morning, later for a higher number."""
    return f"Mon, 23 Nov 2026 {6 + minute // 60:02}:{minute % 60:02}:00 GMT"


async def test_a_429_rests_the_other_pages_of_its_host(store: Store, tmp_path: Path) -> None:
    """The other pages are not asked for before the time it said."""
    busy = Page(status=429, headers={"Retry-After": "7200"})
    async with Publisher() as publisher:
        first = publisher.serve("/a", busy, article())
        second = publisher.serve("/b", article("The mill closes"))
        older = item(second, "The mill closes", date=_write_date(0))
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
