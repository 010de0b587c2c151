"""``watch: page``: pages of stories visited again and again, on this machine."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from loopback import Page, Publisher
from pages import (
    HTML,
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
)

from feeds.model import Kind, Revision
from feeds.schedule.desk import Desk
from feeds.store import Store, read_revisions

HOUR = timedelta(hours=1)
# A page is due again at the earliest after ten minutes, counted from when it had come.
SOON = timedelta(minutes=11)
EDITED = (PARAGRAPHS[0].replace("two metres", "three metres"), *PARAGRAPHS[1:])


def revisions(desk: Desk, name: str = "a") -> tuple[Revision, ...]:
    """Return the revisions of a story."""
    with desk.store.read() as tx:
        return read_revisions(tx, held(desk)[name].id)


async def run_after(desk: Desk, *gaps: timedelta) -> None:
    """Run at once, and again after each of these times."""
    await run(desk)
    for gap in gaps:
        move(desk, gap)
        await run(desk)


async def run_when_due(desk: Desk) -> None:
    """Run when the page is due again."""
    due = visit_of(desk, "a").due
    assert due is not None
    move(desk, due - desk.clock.now())
    await run(desk)


async def test_an_edit_in_a_watched_page_is_a_revision(store: Store, tmp_path: Path) -> None:
    """Though the feed says nothing of it; and it is published."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article(), article(paragraphs=EDITED))
        publisher.serve("/feed", feed(item(url)))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run_after(desk, SOON)
    told = revisions(desk)

    assert ["/robots.txt", "/a", "/a"] == asked(publisher)
    assert [(Kind.NEW,), (Kind.FULL_TEXT,)] == [it.kinds for it in told[:2]]
    assert Kind.BODY in told[-1].kinds
    assert "\n\n".join(EDITED) == held(desk)["a"].body_text
    assert "three metres" in (tmp_path / "dams.atom").read_text("utf-8")


async def test_a_source_that_watches_its_feed_only_visits_a_page_once(
    store: Store, tmp_path: Path
) -> None:
    """That is the default."""
    async with Publisher() as publisher:
        publisher.serve("/feed", feed(item(publisher.serve("/a", article()))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        await run_after(desk, SOON, HOUR, 24 * HOUR)

    assert 1 == asked(publisher).count("/a")


async def test_a_page_is_watched_less_and_less_often(store: Store, tmp_path: Path) -> None:
    """After ten minutes, twenty, forty and so on; an edit begins that anew; after days it ends."""
    async with Publisher() as publisher:
        pages = [article()] * 4 + [article(paragraphs=EDITED)]
        publisher.serve("/feed", feed(item(publisher.serve("/a", *pages))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        begun, times = desk.clock.now(), []
        await run(desk)
        while due := visit_of(desk, "a").due:
            times.append((due - begun) // timedelta(minutes=1))
            await run_when_due(desk)

    assert [10, 20, 40, 80, 90, 100, 120, 160, 240] == times[:9]
    assert times[-1] <= 8 * 24 * 60
    assert len(times) == asked(publisher).count("/a") - 1 <= 20
    assert "done" == visit_of(desk, "a").state


async def test_a_watched_page_is_asked_whether_it_changed(store: Store, tmp_path: Path) -> None:
    """With the validators it gave; one that did not change makes no revision."""
    async with Publisher() as publisher:
        page = article()
        tagged = Page(body=page.body, headers=HTML, etag='"1"')
        publisher.serve("/feed", feed(item(publisher.serve("/a", tagged))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run_after(desk, SOON, HOUR)
    sent = [it.headers.get("if-none-match") for it in publisher.requests if it.target == "/a"]

    assert [None, '"1"', '"1"'] == sent
    assert 2 == len(revisions(desk))


async def test_a_server_that_never_changes_its_mind_is_asked_for_the_whole_page(
    store: Store, tmp_path: Path
) -> None:
    """After half a day without an edit: some say "not modified" for ever."""
    async with Publisher() as publisher:
        stuck = Page(body=article().body, headers=HTML, etag='"1"')
        publisher.serve("/feed", feed(item(publisher.serve("/a", stuck))))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run_after(desk, SOON)
        publisher.serve("/a", Page(body=article(paragraphs=EDITED).body, headers=HTML, etag='"1"'))
        move(desk, 12 * HOUR)
        await run(desk)

    assert "\n\n".join(EDITED) == held(desk)["a"].body_text


def tick(minute: int, paragraphs: Sequence[str] = PARAGRAPHS) -> Page:
    """A page with a clock and a counter in its text."""
    clock = f"It is 12:{minute:02} in Aubeval, and {4711 + minute} people read this with you now."
    return article(paragraphs=(paragraphs[0], clock, *paragraphs[1:]))


async def test_a_clock_in_a_page_makes_no_edit_at_each_visit(store: Store, tmp_path: Path) -> None:
    """After three times it is left as it was; what is edited beside it is told all the same."""
    last = (*PARAGRAPHS[:-1], "The railway to Lorne is open again, and the mill works.")
    async with Publisher() as publisher:
        url = publisher.serve("/a", *map(tick, range(8)), tick(8, last), tick(9, last))
        publisher.serve("/feed", feed(item(url)))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        counts, said, bodies = [], [], []
        await run(desk)
        for _ in range(10):
            counts.append(len(revisions(desk)))
            said.append(visit_of(desk, "a").reason)
            bodies.append(held(desk)["a"].body_text)
            await run_when_due(desk)

    assert [2, 3, 4, 5, 5, 5, 5, 5, 6, 6] == counts
    assert last[-1] in bodies[-1]
    assert "12:03" in bodies[-1]
    assert None is said[3]
    assert "a passage is left as it was: it changes at every visit" == said[4]


async def test_what_was_ticking_is_told_when_it_stands_still(store: Store, tmp_path: Path) -> None:
    """Nothing is lost for good: the text of two visits in a row counts."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", *map(tick, range(6)), tick(6), tick(6))
        publisher.serve("/feed", feed(item(url)))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run(desk)
        for _ in range(6):
            await run_when_due(desk)
        before = held(desk)["a"].body_text
        await run_when_due(desk)

    assert "12:03" in before
    assert "12:06" in held(desk)["a"].body_text


async def test_feed_and_page_do_not_fight(store: Store, tmp_path: Path) -> None:
    """The feed edits its summary: the page's text stays, and no edit of it is told."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article())
        said = ("It is safe.", "It is safe, they say.", "It is safe, they all say.")
        publisher.serve("/feed", *(feed(item(url, summary=text)) for text in said))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run_after(desk, *[SOON] * 5)
    kinds = [set(it.kinds) for it in revisions(desk)]

    assert [{Kind.NEW}, {Kind.FULL_TEXT}, {Kind.STANDFIRST}, {Kind.STANDFIRST}] == kinds
    assert REPORT == held(desk)["a"].body_text
    assert said[-1] == held(desk)["a"].standfirst


async def test_a_page_that_cannot_be_read_again_gives_way_to_the_feed(
    store: Store, tmp_path: Path
) -> None:
    """The feed says something else, the page is closed meanwhile: its old text is not kept."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article(), Page(status=500))
        said = ("It is safe.", "It breaks.", "It breaks.", "It breaks now.")
        publisher.serve("/feed", *(feed(item(url, summary=text)) for text in said))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        bodies = []
        for _ in range(4):
            await run(desk)
            bodies.append(held(desk)["a"].body_text)
            move(desk, HOUR)

    assert [REPORT, REPORT] == bodies[:2]
    assert "" == bodies[-1]


async def test_a_headline_edited_in_the_page_first_is_one_edit(
    store: Store, tmp_path: Path
) -> None:
    """The feed that still has the old one changes nothing, and the one that follows neither."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article(), article("The dam breaks"))
        old, new = item(url), item(url, "The dam breaks")
        publisher.serve("/feed", feed(old), feed(old, "<!-- x -->"), feed(old), feed(new))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        headlines = []
        for _ in range(5):
            await run(desk)
            headlines.append(held(desk)["a"].headline)
            move(desk, HOUR)
    kinds = [it.kinds for it in revisions(desk)]

    assert ["The dam holds", *["The dam breaks"] * 4] == headlines
    assert [(Kind.NEW,), (Kind.FULL_TEXT,), (Kind.HEADLINE,)] == kinds


async def test_a_headline_of_the_feed_goes_before_an_older_one_of_the_page(
    store: Store, tmp_path: Path
) -> None:
    """The page had another one first; then the feed has a third."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article(), article("The dam breaks"))
        third = item(url, "The dam broke")
        publisher.serve("/feed", feed(item(url)), feed(item(url), "<!-- x -->"), feed(third))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        headlines = []
        for _ in range(5):
            await run(desk)
            headlines.append(held(desk)["a"].headline)
            move(desk, HOUR)

    assert ["The dam holds", "The dam breaks", *["The dam broke"] * 3] == headlines
    assert 4 == len(revisions(desk))


async def test_a_headline_that_the_page_always_had_is_not_an_edit(
    store: Store, tmp_path: Path
) -> None:
    """Many pages have another headline than their feed; its edits are not the feed's."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article("Old dam holds"), article("Old dam holds, still"))
        publisher.serve("/feed", feed(item(url)))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run_after(desk, SOON)

    assert "The dam holds" == held(desk)["a"].headline
    assert 2 == len(revisions(desk))


async def test_a_page_that_says_that_it_was_taken_back_withdraws_its_story(
    store: Store, tmp_path: Path
) -> None:
    """Its words are the proof; it is restored when the text is back, and not before."""
    notice = article("Story removed", ["This article has been withdrawn by the publisher."])
    async with Publisher() as publisher:
        url = publisher.serve("/a", article(), notice, notice, article())
        publisher.serve("/feed", feed(item(url, summary="")))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run(desk)
        kinds = []
        for _ in range(3):
            await run_when_due(desk)
            kinds.append(revisions(desk)[-1].kinds)

    assert [(Kind.WITHDRAWN,), (Kind.WITHDRAWN,), (Kind.RESTORED,)] == kinds
    assert 4 == len(revisions(desk))
    assert REPORT == held(desk)["a"].body_text


async def test_a_page_that_becomes_a_wall_is_not_an_edit(store: Store, tmp_path: Path) -> None:
    """Only the beginning is shown now: the text stays, and why is remembered."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article(), article(paragraphs=PARAGRAPHS[:1]))
        publisher.serve("/feed", feed(item(url)))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run_after(desk, SOON)
    visit = visit_of(desk, "a")

    assert REPORT == held(desk)["a"].body_text
    assert 2 == len(revisions(desk))
    assert ("watched", True) == (visit.state, "behind a wall" in (visit.reason or ""))


async def test_a_host_is_visited_again_within_its_budget(store: Store, tmp_path: Path) -> None:
    """The newest stories first, the others when the day is over; first visits are not counted."""
    async with Publisher() as publisher:
        old = item(publisher.serve("/a", article()), date="Mon, 23 Nov 2026 06:00:00 GMT")
        new = item(
            publisher.serve("/b", article("The mill burns")),
            "The mill burns",
            date="Mon, 23 Nov 2026 09:00:00 GMT",
        )
        publisher.serve("/feed", feed(old, new))
        post = a_post(publisher, watch="page")
        desk = a_reading_desk(store, tmp_path, post, revisits=1)
        await run_after(desk, SOON, SOON)
        today = asked(publisher)
        move(desk, 24 * HOUR)
        await run(desk)

    assert sorted(["/robots.txt", "/a", "/b", "/b"]) == sorted(today)
    assert 5 <= len(asked(publisher))


@pytest.mark.parametrize("status", [401, 402, 403, 451])
async def test_a_watched_page_that_is_closed_is_left_alone(
    store: Store, tmp_path: Path, status: int
) -> None:
    """Who says no is not asked again; the text stays, and nothing is said of it."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article(), Page(status=status))
        publisher.serve("/feed", feed(item(url)))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run_after(desk, SOON, 2 * HOUR, 24 * HOUR)

    assert 2 == asked(publisher).count("/a")
    assert "closed" == visit_of(desk, "a").state
    assert 2 == len(revisions(desk))
