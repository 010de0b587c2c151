"""Stories that are withdrawn, and all that only looks like it, on this machine."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from loopback import Page, Publisher
from pages import (
    HOUR,
    PARAGRAPHS,
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
from polls import DAMS

from feeds.model import AlertRule, Kind, Revision, Source
from feeds.schedule.desk import Desk
from feeds.store import Store, read_alerts, read_histories, read_revisions

LATER = timedelta(minutes=61)
FEW = 6


def revisions(desk: Desk, name: str = "a") -> tuple[Revision, ...]:
    """Return the revisions of a story."""
    with desk.store.read() as tx:
        return read_revisions(tx, held(desk)[name].id)


def is_withdrawn(desk: Desk, name: str = "a") -> bool:
    """Tell whether a story is withdrawn."""
    story_id = held(desk)[name].id
    with desk.store.read() as tx:
        return read_histories(tx, [story_id])[story_id].withdrawn is not None


def list_kinds(desk: Desk, name: str = "a") -> list[tuple[Kind, ...]]:
    """Return the kinds of all revisions of a story but the first."""
    return [it.kinds for it in revisions(desk, name)[1:]]


def a_listener(publisher: Publisher) -> Source:
    """The newspaper, whose pages nobody asked to be read."""
    return a_post(publisher, full_text=False)


async def run_after(desk: Desk, *gaps: timedelta) -> None:
    """Run at once, and again after each of these times."""
    await run(desk)
    for gap in gaps:
        move(desk, gap)
        await run(desk)


async def watch(store: Store, folder: Path, publisher: Publisher, *pages: Page) -> Desk:
    """Watch a page that answers so, one after the other, at least an hour apart."""
    publisher.serve("/feed", feed(item(publisher.serve("/a", *pages))))
    desk = a_reading_desk(store, folder, a_post(publisher, watch="page"))
    await run(desk)
    for _ in pages[1:]:
        due, now = visit_of(desk, "a").due, desk.clock.now()
        move(desk, max(LATER, due - now) if due else LATER)
        await run(desk)
    return desk


@pytest.mark.parametrize("status", [404, 410])
async def test_a_page_that_is_gone_twice_withdraws_its_story(
    store: Store, tmp_path: Path, status: int
) -> None:
    """An hour apart; the text stays, and the proof says when."""
    async with Publisher() as publisher:
        gone = Page(status=status)
        desk = await watch(store, tmp_path, publisher, article(), gone, gone)
    last = revisions(desk)[-1]

    assert [(Kind.FULL_TEXT,), (Kind.WITHDRAWN,)] == list_kinds(desk)
    assert is_withdrawn(desk)
    assert REPORT == last.story.body_text
    assert [Kind.WITHDRAWN] == [edit.kind for edit in last.edits]
    times = "was gone at 2026-11-23 13:01 UTC, and still is at 2026-11-23 14:02 UTC"
    assert f"its page {times} ({status})" == last.edits[0].note


async def test_who_asked_for_withdrawals_is_told_of_one(store: Store, tmp_path: Path) -> None:
    """Once, though the page stays gone."""
    rule = AlertRule(on=(Kind.WITHDRAWN,))
    async with Publisher() as publisher:
        url = publisher.serve("/a", article(), Page(status=410))
        publisher.serve("/feed", feed(item(url)))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        topics = (replace(DAMS, alerts=(rule,)),)
        desk = replace(desk, config=replace(desk.config, topics=topics))
        await run_after(desk, *[LATER] * 4)
    with store.read() as tx:
        told = read_alerts(tx, "dams", desk.clock.now() - 9 * HOUR, 10)

    assert [(Kind.WITHDRAWN,)] == [alert.kinds for alert in told]
    assert "its page was gone at" in told[0].edits[0].note


async def test_a_page_that_is_gone_once_withdraws_nothing(store: Store, tmp_path: Path) -> None:
    """It was a moment's fault."""
    async with Publisher() as publisher:
        pages = (article(), Page(status=404), article(), Page(status=404), article())
        desk = await watch(store, tmp_path, publisher, *pages)

    assert [(Kind.FULL_TEXT,)] == list_kinds(desk)
    assert (0, None) == (visit_of(desk, "a").missing, visit_of(desk, "a").missing_since)


async def test_a_page_that_leads_to_the_home_page_is_gone(store: Store, tmp_path: Path) -> None:
    """Many sites send there whoever asks for what is no more."""
    async with Publisher() as publisher:
        publisher.serve("/", article("Aubeval today", ["The dam holds, says Ida Brenn."] * 9))
        home = Page(status=302, headers={"Location": "/"})
        desk = await watch(store, tmp_path, publisher, article(), home, home)

    assert is_withdrawn(desk)
    assert "sent to the home page" in revisions(desk)[-1].edits[0].note


NOT_GONE = {
    "500": Page(status=500),
    "502": Page(status=502),
    "503": Page(status=503, headers={"Retry-After": "60"}),
    "429": Page(status=429, headers={"Retry-After": "60"}),
    "401": Page(status=401),
    "402": Page(status=402),
    "403": Page(status=403),
    "451": Page(status=451),
    "paywall": article(paragraphs=[PARAGRAPHS[0], "Subscribe to read on."]),
    "bot wall": article("Just a moment", ["Checking your browser. Verify you are human."]),
    "login": article("Sign in", ["Sign in to your account, or create one, to read on."]),
    "consent": article("Before you go on", ["We and our 800 partners use cookies. Accept."]),
    "soft": article("Page not found", ["Sorry, the page was not found. It may have moved."]),
    "empty": Page(body=b"", headers={"Content-Type": "text/html"}),
    "cut": Page(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n<html>"),
    "login redirect": Page(status=302, headers={"Location": "/login?next=/a"}),
    "home behind a wall": Page(status=302, headers={"Location": "/"}),
    "home with a query": Page(status=302, headers={"Location": "/?consent=needed"}),
    "moved": Page(status=301, headers={"Location": "/moved"}),
}


@pytest.mark.parametrize("page", NOT_GONE.values(), ids=NOT_GONE)
async def test_what_only_looks_gone_withdraws_nothing(
    store: Store, tmp_path: Path, page: Page
) -> None:
    """However often it is seen: failing, closed, behind a wall, or elsewhere."""
    async with Publisher() as publisher:
        publisher.serve("/moved", article())
        publisher.serve("/login", article("Sign in", ["Sign in to your account."]))
        publisher.serve("/", article("Aubeval today", ["We use cookies. Accept."]))
        desk = await watch(store, tmp_path, publisher, article(), page, page, page)

    assert [(Kind.FULL_TEXT,)] == list_kinds(desk)
    assert not is_withdrawn(desk)
    assert REPORT == held(desk)["a"].body_text


async def test_a_page_that_was_never_there_withdraws_nothing(store: Store, tmp_path: Path) -> None:
    """A wrong link in a feed is no withdrawal."""
    async with Publisher() as publisher:
        desk = await watch(store, tmp_path, publisher, *[Page(status=404)] * 4)

    assert [] == list_kinds(desk)


async def test_many_pages_gone_at_once_are_a_fault_of_their_host(
    store: Store, tmp_path: Path
) -> None:
    """Of six in one day none is believed; a day later they are, since one other is there."""
    async with Publisher() as publisher:
        words = ("dam", "mill", "bridge", "school", "railway", "harbour")
        gone = Page(status=404)
        items = [
            item(
                publisher.serve(f"/{word}", article(f"The {word} holds"), *[gone] * 9),
                f"The {word} holds",
            )
            for word in words
        ]
        items.append(item(publisher.serve("/inn", article("The inn holds")), "The inn holds"))
        publisher.serve("/feed", feed(*items))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run_after(desk, LATER, 2 * HOUR)
        early = [is_withdrawn(desk, word) for word in words]
        for _ in range(3):
            move(desk, 24 * HOUR)
            await run(desk)
        late = [is_withdrawn(desk, word) for word in words]

    assert [False] * FEW == early
    assert [True] * FEW == late


async def test_a_withdrawn_story_is_restored_by_its_page(store: Store, tmp_path: Path) -> None:
    """That is looked for; what differs in it is told with that."""
    edited = (PARAGRAPHS[0].replace("two metres", "three metres"), *PARAGRAPHS[1:])
    async with Publisher() as publisher:
        gone = Page(status=410)
        pages = (
            article(),
            gone,
            gone,
            gone,
            article(paragraphs=edited),
            article(paragraphs=edited),
        )
        desk = await watch(store, tmp_path, publisher, *pages)
        move(desk, 2 * HOUR)
        await run(desk)
    kinds = list_kinds(desk)

    assert [(Kind.FULL_TEXT,), (Kind.WITHDRAWN,)] == kinds[:2]
    assert {Kind.BODY, Kind.RESTORED} <= set(kinds[2])
    assert 3 == len(kinds)
    assert not is_withdrawn(desk)
    assert "its page is there again" in revisions(desk)[3].edits[-1].note
    assert "three metres" in held(desk)["a"].body_text
    assert "watched" == visit_of(desk, "a").state


async def test_a_feed_that_still_lists_a_withdrawn_story_does_not_restore_it(
    store: Store, tmp_path: Path
) -> None:
    """Its words are heard when the page is back: then an edit of them is not lost."""
    async with Publisher() as publisher:
        gone = Page(status=410)
        url = publisher.serve("/a", article(), gone, gone, gone, article())
        said = [feed(item(url))] * 3 + [feed(item(url, summary="It is safe again."))]
        publisher.serve("/feed", *said)
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run_after(desk, LATER, LATER, LATER)
        while_gone = (is_withdrawn(desk), held(desk)["a"].standfirst)
        for _ in range(3):
            move(desk, LATER)
            await run(desk)
    kinds = list_kinds(desk)

    assert (True, "It is safe.") == while_gone
    assert [Kind.FULL_TEXT, Kind.WITHDRAWN, Kind.RESTORED, Kind.STANDFIRST] == [
        it[0] for it in kinds
    ]
    assert "It is safe again." == held(desk)["a"].standfirst


def dated(publisher: Publisher, name: str, minute: int, *pages: Page) -> str:
    """An item that was told at some minute, with its page."""
    url = publisher.serve(f"/{name}", *(pages or (article(f"The {name} holds"),)))
    return item(url, f"The {name} holds", date=write_date(minute))


async def test_a_hole_in_a_feed_with_its_page_gone_withdraws_a_story(
    store: Store, tmp_path: Path
) -> None:
    """Nobody asked for its page to be read; it is asked for when the hole is seen twice."""
    async with Publisher() as publisher:
        old, new = dated(publisher, "old", 1), dated(publisher, "new", 3)
        taken = dated(publisher, "mill", 2, Page(status=404))
        publisher.serve("/feed", feed(new, taken, old), feed(new, old))
        desk = a_reading_desk(store, tmp_path, a_listener(publisher))
        await run_after(desk, HOUR)
        once = (asked(publisher), is_withdrawn(desk, "mill"))
        move(desk, HOUR)
        await run(desk)
    note = revisions(desk, "mill")[-1].edits[0].note

    assert ([], False) == once
    assert ["/robots.txt", "/mill"] == asked(publisher)
    assert [(Kind.WITHDRAWN,)] == list_kinds(desk, "mill")
    assert "(404), and its feed lists older stories, but not this one" in note
    assert [[], []] == [list_kinds(desk, "old"), list_kinds(desk, "new")]


async def test_a_feed_in_any_order_withdraws_nothing(store: Store, tmp_path: Path) -> None:
    """Its pages are there; each is looked at once a day, and five at most."""
    async with Publisher() as publisher:
        items = [dated(publisher, f"mill{number}", number) for number in range(9)]
        publisher.serve(
            "/feed",
            feed(*items),
            feed(items[0]),
            feed(items[0], "<!-- x -->"),
            feed(*items),
            feed(items[0]),
            feed(items[0], "<!-- x -->"),
        )
        desk = a_reading_desk(store, tmp_path, a_listener(publisher))
        await run_after(desk, *[HOUR] * 6)
        pages = [name for name in asked(publisher) if name != "/robots.txt"]

    assert ["/mill4", "/mill5", "/mill6", "/mill7", "/mill8"] == sorted(pages)
    assert not any(list_kinds(desk, f"mill{number}") for number in range(9))


async def test_what_grows_old_is_not_looked_for(store: Store, tmp_path: Path) -> None:
    """It fell out at the end of its feed."""
    async with Publisher() as publisher:
        items = [dated(publisher, name, minute) for minute, name in enumerate(("a", "b", "c", "d"))]
        publisher.serve(
            "/feed",
            feed(items[2], items[1], items[0]),
            feed(items[3], items[2], items[1]),
            feed(items[3], items[2]),
            feed(items[3]),
        )
        desk = a_reading_desk(store, tmp_path, a_listener(publisher))
        await run_after(desk, *[HOUR] * 4)

    assert [] == asked(publisher)


async def test_a_truncated_feed_has_no_holes(store: Store, tmp_path: Path) -> None:
    """What is missing in it may stand in what did not come."""
    async with Publisher() as publisher:
        old, new = dated(publisher, "old", 1), dated(publisher, "new", 3)
        taken = dated(publisher, "mill", 2, Page(status=404))
        whole = feed(new, taken, old)
        cut = Page(body=feed(old, new).body.removesuffix(b"</channel></rss>"))
        publisher.serve("/feed", whole, cut, Page(body=cut.body + b"<!--"), whole)
        desk = a_reading_desk(store, tmp_path, a_listener(publisher))
        await run_after(desk, *[HOUR] * 3)

    assert [] == asked(publisher)
    assert [] == list_kinds(desk, "mill")


@pytest.mark.parametrize("status", [403, 500, 503])
async def test_a_hole_whose_page_does_not_say_that_it_is_gone_proves_nothing(
    store: Store, tmp_path: Path, status: int
) -> None:
    """It is looked at a few times, and left alone then."""
    async with Publisher() as publisher:
        old, new = dated(publisher, "old", 1), dated(publisher, "new", 3)
        taken = dated(publisher, "mill", 2, Page(status=status))
        publisher.serve("/feed", feed(new, taken, old), feed(new, old))
        desk = a_reading_desk(store, tmp_path, a_listener(publisher))
        await run_after(desk, *[8 * HOUR] * 8)

    assert asked(publisher).count("/mill") <= 3
    assert [] == list_kinds(desk, "mill")


def grave(url: str, when: str = "2026-11-23T11:00:00Z") -> str:
    """A tombstone."""
    return (
        "<at:deleted-entry xmlns:at='http://purl.org/atompub/tombstones/1.0' "
        f"ref='{url}' when='{when}'><at:comment>The mayor was not there.</at:comment>"
        "</at:deleted-entry>"
    )


async def test_a_tombstone_withdraws_a_story(store: Store, tmp_path: Path) -> None:
    """Its words are the proof; that its page is still there does not restore it."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article())
        publisher.serve("/feed", feed(item(url)), feed(grave(url)), feed(grave(url), "<!-- x -->"))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run_after(desk, *[LATER] * 4)
    (edit,) = revisions(desk)[-1].edits

    assert [(Kind.FULL_TEXT,), (Kind.WITHDRAWN,)] == list_kinds(desk)
    assert (
        "its feed says that it was deleted, at 2026-11-23 11:00 UTC: “The mayor was not there.”"
        == edit.note
    )
    assert is_withdrawn(desk)


async def test_a_deleted_story_that_its_feed_lists_again_is_restored(
    store: Store, tmp_path: Path
) -> None:
    """When its page is there too."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", Page(status=404), article())
        publisher.serve(
            "/feed",
            feed(item(url)),
            feed(grave(url)),
            feed(item(url)),
            feed(item(url), "<!-- x -->"),
        )
        desk = a_reading_desk(store, tmp_path, a_listener(publisher))
        await run_after(desk, LATER, LATER)
        before = is_withdrawn(desk)
        move(desk, LATER)
        await run(desk)

    assert before
    assert [(Kind.WITHDRAWN,), (Kind.RESTORED,)] == list_kinds(desk)
    assert not is_withdrawn(desk)


async def test_a_tombstone_for_what_is_not_held_says_nothing(store: Store, tmp_path: Path) -> None:
    """Nor does one that another source puts up."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article())
        publisher.serve("/feed", feed(item(url)))
        publisher.serve("/other", feed(grave(url), grave("tag:unknown")))
        mail = a_post(publisher, id="mail", url=publisher.url("/other"), full_text=False)
        desk = a_reading_desk(store, tmp_path, a_post(publisher), mail)
        await run_after(desk, LATER)

    assert [(Kind.FULL_TEXT,)] == list_kinds(desk)


async def test_a_deleted_story_without_a_page_is_restored_by_its_feed(
    store: Store, tmp_path: Path
) -> None:
    """There is nothing else that could say so."""
    bare = "<item><guid>tag:a</guid><title>The dam holds</title></item>"
    async with Publisher() as publisher:
        publisher.serve("/feed", feed(bare), feed(grave("tag:a")), feed(bare))
        desk = a_reading_desk(store, tmp_path, a_listener(publisher))
        await run_after(desk, LATER, LATER)

    assert [(Kind.WITHDRAWN,), (Kind.RESTORED,)] == list_kinds(desk, "")
