"""Batches through the second half of the walk, into a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from polls import DAMS, a_config, a_poll, stumble_over
from sqlalchemy.exc import IntegrityError
from stories import NOON, a_source, a_story

from feeds.errors import DataError
from feeds.model import (
    Alert,
    Failed,
    Fetched,
    Genre,
    Kind,
    NotModified,
    Pace,
    SourceState,
    TopicReport,
)
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.poll import Polled
from feeds.pipeline.publish import publish_feeds
from feeds.pipeline.read import Reading
from feeds.pipeline.selecting import select_again
from feeds.schedule.state import remember_poll
from feeds.store import (
    Store,
    count_stories,
    open_store,
    read_alerts,
    read_last_revisions,
    read_selections,
    read_source_states,
)
from feeds.text.query import parse_query

HOUR = timedelta(hours=1)
POST, MAIL = a_source("post"), a_source("mail")
KNOWN = SourceState(source_id="post", first_ok=NOON)


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory with the topic of dams."""
    with open_store(None) as opened:
        select_again(opened, [DAMS])
        yield opened


def held(store: Store) -> int:
    """Return how many stories are held."""
    with store.read() as tx:
        return count_stories(tx)


def alerts(store: Store) -> tuple[Alert, ...]:
    """Return what is in the outbox."""
    with store.read() as tx:
        return read_alerts(tx, DAMS.slug, NOON - HOUR, 10)


def states(store: Store) -> dict[str, SourceState]:
    """Return what is remembered of the sources."""
    with store.read() as tx:
        return read_source_states(tx)


def publish(store: Store, folder: Path) -> TopicReport:
    """Publish, and return what the topic's feed holds."""
    (report,), _ = publish_feeds(store, a_config(), folder, NOON + HOUR)
    return report


def two_polls() -> list[Polled]:
    """A story each of two newspapers."""
    return [
        a_poll(a_story("dam"), source=POST),
        a_poll(a_story("dyke", source_id="mail"), source=MAIL),
    ]


@pytest.mark.parametrize(("culprit", "other"), [("post", "mail"), ("mail", "post")])
def test_a_bug_in_one_source_leaves_the_others_of_its_batch_alone(
    store: Store, culprit: str, other: str
) -> None:
    """The one is remembered as crashed and rests; the other's story is held."""
    edited = edit_batch(store, two_polls(), a_config(POST, MAIL), stumble_over(culprit))
    reports = [one.report for one in edited]
    by_id = {report.source_id: report for report in reports}
    crashed = states(store)[culprit]

    assert ["post", "mail"] == [report.source_id for report in reports]
    assert ("failed", 0) == (by_id[culprit].answer, by_id[culprit].new)
    assert ("fetched", 1) == (by_id[other].answer, by_id[other].new)
    assert 1 == held(store)
    assert 1 == crashed.failures
    assert "crashed: a fault in wiredesk itself: ValueError" == crashed.last_error
    assert crashed.next_due
    assert crashed.next_due >= NOON + POST.every
    assert (None, None) == (crashed.first_ok, crashed.last_ok)


def test_a_bug_in_the_only_source_is_remembered_too(store: Store) -> None:
    """A batch of one needs no parting."""
    (edited,) = edit_batch(store, [a_poll(a_story())], a_config(), stumble_over("post"))

    assert ("failed", 0) == (edited.report.answer, held(store))
    assert 1 == edited.state.failures
    assert edited.state == states(store)["post"]


def test_a_bug_that_no_source_brings_is_raised_and_nothing_is_kept(store: Store) -> None:
    """Where even the failure cannot be remembered, the desk itself is at fault."""
    with store.write() as tx:
        tx.exec_driver_sql(
            "CREATE TRIGGER fault BEFORE INSERT ON sources BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with pytest.raises(IntegrityError):
        edit_batch(store, two_polls(), a_config(POST, MAIL), remember_poll)

    assert (0, ()) == (held(store), alerts(store))


def test_a_batch_is_kept_whole_or_not_at_all(store: Store) -> None:
    """The states are saved last: when they cannot be, no story, selection or alert is kept."""
    edit = [a_poll(a_story(), state=KNOWN)]
    with store.write() as tx:
        tx.exec_driver_sql("ALTER TABLE sources RENAME TO elsewhere")
    with pytest.raises(DataError, match="sources"):
        edit_batch(store, edit, a_config(), remember_poll)
    with store.read() as tx:
        tables = ("stories", "revisions", "sightings", "memberships", "selections", "alerts")
        counts = [tx.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in tables]  # noqa: S608

    assert [0] * 6 == counts


def test_a_full_disk_is_no_bug_of_a_source(store: Store) -> None:
    """It is raised, nothing is kept, and nobody is remembered as crashed."""
    full = stumble_over("mail", lambda: DataError("no space left"))
    with pytest.raises(DataError, match="no space left"):
        edit_batch(store, two_polls(), a_config(POST, MAIL), full)

    assert (0, {}) == (held(store), states(store))


@pytest.mark.case("A-06")
def test_the_backlog_of_a_new_source_alerts_nobody(store: Store) -> None:
    """Its stories are held and published; what comes later is told."""
    edit_batch(store, [a_poll(a_story("dam"))], a_config(), remember_poll)
    backlog = alerts(store)
    later = a_poll(a_story("new dam"), state=states(store)["post"], now=NOON + HOUR)
    edit_batch(store, [later], a_config(), remember_poll)

    assert () == backlog
    assert ["The new dam holds"] == [alert.headline for alert in alerts(store)]


def test_a_revision_that_leaves_a_query_leaves_the_feed(store: Store, tmp_path: Path) -> None:
    """What a topic no longer selects is not shown by it."""
    edit_batch(store, [a_poll(a_story())], a_config(), remember_poll)
    before = publish(store, tmp_path)
    other = a_story(headline="The bridge holds", body_text="Engineers said the bridge would hold.")
    later = a_poll(other, state=states(store)["post"], now=NOON + HOUR)
    (edited,) = edit_batch(store, [later], a_config(), remember_poll)

    assert (1, 0) == (before.entries, edited.report.new)
    assert 1 == edited.report.revised
    assert 0 == publish(store, tmp_path).entries


def test_a_revision_that_still_matches_stays(store: Store, tmp_path: Path) -> None:
    """Being asked again does not lose it."""
    edit_batch(store, [a_poll(a_story())], a_config(), remember_poll)
    later = a_poll(a_story(headline="The dam breaks"), state=states(store)["post"], now=NOON + HOUR)
    edit_batch(store, [later], a_config(), remember_poll)

    assert 1 == publish(store, tmp_path).entries


ASKING = Reading(
    pace=Pace(every=3 * HOUR, skip_hours=(1, 2)),
    hubs=("https://hub.example/", "https://second.example/"),
    self_url="https://post.example/own.xml",
)


def edit_post(store: Store, reading: Reading, answer: Fetched, state: SourceState) -> SourceState:
    """Edit one poll of a source, and return what is remembered of it then."""
    polled = a_poll(source=POST, state=state, outcome=answer, reading=reading)
    edit_batch(store, [polled], a_config(POST), remember_poll)
    return states(store)["post"]


def test_what_a_document_says_about_asking_is_remembered(store: Store) -> None:
    """The first hub, what it calls the feed, and the pace; nothing of it once it is unstated."""
    answer = Fetched(bodies=(), body_hash="h")
    told = edit_post(store, ASKING, answer, KNOWN)
    silent = edit_post(store, Reading(), answer, told)

    assert ("https://hub.example/", "https://post.example/own.xml") == (told.hub, told.hub_topic)
    assert ASKING.pace == told.pace
    assert (None, None, Pace()) == (silent.hub, silent.hub_topic, silent.pace)


def test_link_fields_go_before_the_document(store: Store) -> None:
    """And a feed without a name of its own is called by the address that was asked."""
    link = Fetched(bodies=(), body_hash="h", hubs=("https://link.example/",), self_url="https://t/")
    nameless = Fetched(bodies=(), body_hash="h", hubs=("https://link.example/",))

    told = edit_post(store, ASKING, link, KNOWN)
    assert ("https://link.example/", "https://t/") == (told.hub, told.hub_topic)
    assert POST.url == edit_post(store, Reading(), nameless, KNOWN).hub_topic


def test_an_answer_without_a_document_says_nothing_new_about_asking(store: Store) -> None:
    """Neither "not modified" nor a failure takes back what the last document said."""
    told = edit_post(store, ASKING, Fetched(bodies=(), body_hash="h"), KNOWN)
    for outcome in (NotModified(status=304), Failed(kind="timeout", reason="timeout: late")):
        polled = a_poll(source=POST, state=told, outcome=outcome)
        edit_batch(store, [polled], a_config(POST), remember_poll)
        after = states(store)["post"]
        assert (told.pace, told.hub, told.hub_topic) == (after.pace, after.hub, after.hub_topic)


def test_the_publishers_pace_holds_from_the_document_that_states_it(store: Store) -> None:
    """At once and through answers "not modified", until another document says otherwise."""
    slow = Reading(pace=Pace(every=3 * HOUR, skip_hours=(4, 5), skip_days=(6,)))
    edit_batch(store, [a_poll(reading=slow)], a_config(), remember_poll)
    stated = states(store)["post"]
    same = a_poll(state=stated, outcome=NotModified(status=304))
    edit_batch(store, [same], a_config(), remember_poll)
    kept = states(store)["post"]
    edit_batch(store, [a_poll(state=kept)], a_config(), remember_poll)
    free = states(store)["post"]

    assert [slow.pace, slow.pace, Pace()] == [stated.pace, kept.pace, free.pace]
    assert stated.next_due
    assert kept.next_due
    assert free.next_due
    assert NOON + 3 * HOUR <= min(stated.next_due, kept.next_due)
    assert free.next_due < NOON + HOUR


def test_a_genre_that_was_not_known_is_heard_with_the_next_poll(store: Store) -> None:
    """A story may have been held before it was labelled, or before genres were known at all."""
    reports = replace(
        DAMS, match="dam NOT genre:opinion", query=parse_query("dam NOT genre:opinion")
    )
    select_again(store, [reports])
    config = replace(a_config(), topics=(reports,))
    story = a_story(headline="The dam must hold")
    edit_batch(store, [a_poll(story)], config, remember_poll)
    with store.read() as tx:
        before = read_selections(tx, [story.id])
    edit_batch(store, [a_poll(replace(story, genre=Genre.OPINION))], config, remember_poll)
    with store.read() as tx:
        after = read_selections(tx, [story.id])
        last = read_last_revisions(tx, [story.id])[story.id]

    assert ((reports.slug,), None) == (before.get(story.id), after.get(story.id))
    assert (Genre.OPINION, (Kind.TRIVIAL,)) == (last.story.genre, last.kinds)
    assert () == tuple(alert for alert in alerts(store) if Kind.TRIVIAL in alert.kinds)
