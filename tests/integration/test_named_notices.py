"""Notices of a source that name the report they withdraw, from its feed into the alerts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from loopback import Publisher
from pages import a_post, a_reading_desk, article, asked, feed, held, item, move, run, visit_of
from polls import DAMS, a_config, a_poll
from stories import NOON, a_change, a_revision, a_source, a_story

from feeds.model import AlertRule, Kind, Source, SourceState, Story
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.named import withdraw_named
from feeds.pipeline.read import Reading
from feeds.pipeline.selecting import select_again
from feeds.schedule.desk import Desk
from feeds.schedule.state import remember_poll
from feeds.store import Store, open_store, read_alerts, read_histories, read_revisions

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
HEADLINE = "Old dam of Aubeval holds"
TOPIC = replace(DAMS, alerts=(AlertRule(on=(Kind.NEW, Kind.WITHDRAWN, Kind.RESTORED)),))
KNOWN = SourceState(source_id="post", first_ok=NOON - HOUR)
REPORT = a_story("dam", headline=HEADLINE)
NOTICE = a_story("kill", headline=f"KILL: {HEADLINE}", body_text="Please kill the dam story.")
GONE = [(Kind.NEW,), (Kind.WITHDRAWN,)]


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory with the topic of dams."""
    with open_store(None) as opened:
        select_again(opened, [TOPIC])
        yield opened


def tell(
    store: Store,
    *documents: tuple[Story, ...],
    source: Source | None = None,
    state: SourceState = KNOWN,
    step: timedelta = HOUR,
) -> None:
    """Poll one document after the other."""
    config = replace(a_config(a_source(), a_source("wire")), topics=(TOPIC,))
    for place, stories in enumerate(documents):
        now = NOON + place * step
        seen = tuple(replace(story, first_seen=now) for story in stories)
        reading = Reading(stories=seen)
        poll = a_poll(source=source, state=state, now=now, reading=reading)
        ((edited),) = edit_batch(store, [poll], config, remember_poll)
        assert not edited.report.reason


def kinds(store: Store, story: Story = REPORT) -> list[tuple[Kind, ...]]:
    """Return the kinds of all revisions of a story."""
    with store.read() as tx:
        return [it.kinds for it in read_revisions(tx, story.id)]


def told(store: Store) -> list[tuple[Kind, ...]]:
    """Return what was told of dams, in order."""
    with store.read() as tx:
        alerts = read_alerts(tx, TOPIC.slug, NOON - HOUR, 100)
    return [alert.kinds for alert in reversed(alerts)]


def test_a_report_that_a_notice_names_is_withdrawn_once_and_stays_so(store: Store) -> None:
    """Though its feed lists it at every poll, as it was; the notice is a story of its own."""
    tell(store, (REPORT,), *[(NOTICE, REPORT)] * 4)
    with store.read() as tx:
        *_, last = read_revisions(tx, REPORT.id)

    assert GONE == kinds(store)
    assert [(Kind.NEW,)] == kinds(store, NOTICE)
    assert last.story.body_text == REPORT.body_text
    seen = "seen at 2026-11-23 13:00 UTC"
    assert f"a notice of its source says so, {seen}: “KILL: {HEADLINE}”" == last.edits[0].note
    assert sorted([(Kind.NEW,), (Kind.NEW,), (Kind.WITHDRAWN,)]) == sorted(told(store))


def test_a_backlog_with_a_report_and_its_notice_is_told_to_nobody(store: Store) -> None:
    """The report is withdrawn from the beginning."""
    early = replace(REPORT, published=NOON - 2 * HOUR)
    notice = replace(NOTICE, published=NOON - HOUR)
    tell(store, (notice, early), state=SourceState(source_id="post"))

    assert GONE == kinds(store)
    assert not told(store)


def test_a_run_counts_each_story_once(store: Store) -> None:
    """The report is listed as it was, and withdrawn all the same."""
    config = replace(a_config(), topics=(TOPIC,))
    tell(store, (REPORT, a_story("mill")))
    notice = replace(NOTICE, first_seen=NOON + HOUR)
    listed = Reading(stories=(notice, REPORT, a_story("mill")))
    poll = a_poll(state=KNOWN, now=NOON + HOUR, reading=listed)
    ((edited),) = edit_batch(store, [poll], config, remember_poll)

    report = edited.report
    assert (1, 1, 1) == (report.new, report.revised, report.unchanged)


def test_a_report_that_is_told_anew_is_restored_and_its_notice_is_not_heard_again(
    store: Store,
) -> None:
    """The notice was about what stood there before."""
    anew = replace(REPORT, body_text="The dam stands, engineers said.", content_hash="anew")
    tell(store, (REPORT,), (NOTICE, REPORT), *[(NOTICE, anew)] * 3)

    assert [*GONE, (Kind.BODY, Kind.RESTORED)] == kinds(store)


@pytest.mark.parametrize(
    "body", ["The dam holds. 13 comments.", "The dam holds.", "The dam holds. 2 comments."]
)
def test_a_counter_that_moves_or_a_text_that_is_cut_restores_nothing(
    store: Store, body: str
) -> None:
    """Nothing is told that was not told."""
    counted = replace(REPORT, body_text="The dam holds. 12 comments.", content_hash="12")
    other = replace(counted, body_text=body, content_hash=body)
    tell(store, (counted,), (NOTICE, counted), (NOTICE, other))

    assert GONE == kinds(store)


def test_what_has_the_same_headline_is_withdrawn_only_where_one_is_meant(store: Store) -> None:
    """Two reports have it: nobody can tell which one."""
    tell(store, (REPORT, replace(a_story("other"), headline=HEADLINE)), (NOTICE,))

    assert [(Kind.NEW,)] == kinds(store)


def test_a_substitute_that_comes_with_a_notice_stands(store: Store) -> None:
    """A notice means what was told before it."""
    early = replace(REPORT, published=NOON - 2 * HOUR)
    notice = replace(NOTICE, published=NOON - HOUR)
    substitute = replace(
        a_story("new"), headline=HEADLINE, body_text="No.", published=NOON - HOUR / 2
    )
    tell(store, (early,), (substitute, notice, early))

    assert GONE == kinds(store)
    assert [(Kind.NEW,)] == kinds(store, substitute)


def test_an_undated_substitute_that_comes_with_a_notice_stands(store: Store) -> None:
    """The report that is meant is not held; nothing tells which of the two came first."""
    tell(store, (replace(REPORT, body_text="No."), NOTICE))

    assert [(Kind.NEW,)] == kinds(store)
    assert sorted([(Kind.NEW,), (Kind.NEW,)]) == sorted(told(store))


def test_a_notice_that_is_sent_twice_does_not_withdraw_the_substitute(store: Store) -> None:
    """The report that is withdrawn already is still one that it may mean."""
    substitute = replace(a_story("new"), headline=HEADLINE, body_text="No.", content_hash="no")
    again = replace(NOTICE, id="id-again", keys=("guid:again",), guid="again")
    tell(store, (REPORT,), (NOTICE,), (substitute,), (again,))

    assert [(Kind.NEW,)] == kinds(store, substitute)


def test_what_is_withdrawn_is_not_withdrawn_by_a_second_notice(store: Store) -> None:
    """It is told once."""
    again = replace(NOTICE, id="id-again", keys=("guid:again",), guid="again")
    tell(store, (REPORT,), (NOTICE,), (again,))

    assert GONE == kinds(store)


def test_the_page_of_a_notice_names_only_what_it_did_not_name_before(store: Store) -> None:
    """A report that was told anew since then stands."""
    anew = replace(REPORT, body_text="The dam stands, engineers said.", content_hash="anew")
    tell(store, (REPORT,), (NOTICE,), (anew,))
    held = a_revision(replace(NOTICE, first_seen=NOON + 2 * HOUR))
    more = "We have withdrawn the article “The new dam holds”."
    page = replace(held.story, body_text=f"{NOTICE.body_text} {more}")
    read = a_change(page, previous=held, kinds=(Kind.FULL_TEXT,), seen=NOON + 3 * HOUR)
    with store.write() as tx:
        assert not withdraw_named(tx, (read,))
        assert withdraw_named(tx, (replace(read, previous=None),))


def test_a_story_without_a_text_is_restored_when_the_notice_in_its_place_is_gone(
    store: Store,
) -> None:
    """Though it tells nothing that did not stand beside the notice."""
    bare = replace(REPORT, body_text="", content_hash="bare")
    gone = replace(bare, body_text="This story has been withdrawn.", content_hash="gone")
    tell(store, (bare,), (gone,), (bare,))

    assert [*GONE, (Kind.RESTORED,)] == kinds(store)


def test_a_notice_of_another_source_withdraws_nothing(store: Store) -> None:
    """It speaks for itself only."""
    tell(store, (REPORT,))
    other = replace(NOTICE, source_id="wire")
    tell(store, (other,), source=a_source("wire"), state=replace(KNOWN, source_id="wire"))

    assert [(Kind.NEW,)] == kinds(store)


def test_a_notice_says_nothing_of_what_is_older_than_a_month(store: Store) -> None:
    """A headline may have come back since."""
    tell(store, (REPORT,), (NOTICE,), step=31 * DAY)

    assert [(Kind.NEW,)] == kinds(store)


def test_a_report_of_something_that_is_withdrawn_withdraws_no_story(store: Store) -> None:
    """Even beside the headline of another one."""
    plan = a_story("plan", headline="Plan for a dam above Aubeval")
    report = a_story(
        "report",
        headline="Withdrawn: Plan for a dam above Aubeval",
        body_text="A builder has withdrawn his plan for a dam.",
    )
    tell(store, (plan,), (report, plan))

    assert [(Kind.NEW,)] == kinds(store, plan)


async def test_a_page_that_stands_does_not_bring_back_what_a_notice_withdrew(
    store: Store, tmp_path: Path
) -> None:
    """Through the whole desk: the notice said nothing of a page, and none is asked for again."""
    async with Publisher() as publisher:
        page = publisher.serve("/a", article(HEADLINE))
        story = item(page, HEADLINE)
        notice = item(publisher.serve("/b"), f"WITHDRAWN-{HEADLINE}", "It was wrong.")
        publisher.serve("/feed", feed(story), feed(notice, story), feed(notice, story))
        desk = a_reading_desk(store, tmp_path, a_post(publisher, watch="page"))
        await run(desk)
        for _ in range(3):
            move(desk, 2 * HOUR)
            await run(desk)

    assert is_withdrawn(desk, "a")
    assert not is_withdrawn(desk, "b")
    assert 1 == asked(publisher).count("/a")
    assert "done" == visit_of(desk, "a").state
    published = (tmp_path / "dams.json").read_text("utf-8")
    assert "a notice of its source says so" in published
    assert f"WITHDRAWN-{HEADLINE}" in published


async def test_a_notice_of_which_only_the_page_names_a_report_is_heard(
    store: Store, tmp_path: Path
) -> None:
    """Its feed has a title and a few words."""
    said = f"We have withdrawn the article “{HEADLINE}”: its figures were wrong."
    more = "Ida Brenn had warned us. We are sorry, and thank all who wrote to us about the dam."
    async with Publisher() as publisher:
        story = item(publisher.serve("/a", article(HEADLINE)), HEADLINE)
        page = article("To our readers", [said, more])
        notice = item(publisher.serve("/b", page), "To our readers", "About the dam.")
        publisher.serve("/feed", feed(story), feed(notice, story))
        desk = a_reading_desk(store, tmp_path, a_post(publisher))
        await run(desk)
        move(desk, 2 * HOUR)
        await run(desk)

    assert said in held(desk)["b"].body_text
    assert is_withdrawn(desk, "a")
    assert not is_withdrawn(desk, "b")


def is_withdrawn(desk: Desk, name: str) -> bool:
    """Tell whether a story is withdrawn."""
    story_id = held(desk)[name].id
    with desk.store.read() as tx:
        return read_histories(tx, [story_id])[story_id].withdrawn is not None
