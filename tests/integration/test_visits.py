"""Pages of stories, visited on this machine: what of them comes into the stories."""

from dataclasses import replace
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
)
from polls import DAMS

from feeds.model import (
    AlertRule,
    Kind,
    Topic,
)
from feeds.store import Store, read_alerts, read_revisions
from feeds.text.query import parse_query


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
    assert {"dams.rss", "dams.atom", "dams.json"} <= set(report.topics[0].written)
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
    assert (0, 0, 1) == (third.new, third.revised, third.unchanged)
    assert "The dam holds!" == story.headline
    assert REPORT == story.body_text
    with store.read() as tx:
        assert (Kind.TRIVIAL,) == read_revisions(tx, story.id)[-1].kinds


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


async def test_another_headline_takes_no_text_away_and_the_page_is_read_once_more(
    store: Store, tmp_path: Path
) -> None:
    """Of what stands there now the story takes it all; later headlines change nothing else."""
    async with Publisher() as publisher:
        right = [text.replace("two metres", "one metre") for text in PARAGRAPHS]
        head = '<meta name="author" content="Ida {}">'
        pages = [
            article(head=head.format("Brenn")),
            article(paragraphs=right, head=head.format("Brand")),
        ]
        url = publisher.serve("/a", *pages)
        said = ("The dam holds", "The old dam holds", "The old dam holds", "The dam held", "A dam")
        publisher.serve("/feed", *(feed(item(url, headline=text)) for text in said))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        bodies, counts = [], []
        for _ in said:
            await run(desk)
            bodies.append(held(desk)["a"].body_text)
            counts.append(asked(publisher).count("/a"))
            move(desk, HOUR)

    corrected = "\n\n".join(right)
    assert [REPORT, REPORT, corrected, corrected, corrected] == bodies
    assert [1, 1, 2, 2, 2] == counts
    assert ("Ida Brand",) == held(desk)["a"].byline
    assert "A dam" == held(desk)["a"].headline


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
