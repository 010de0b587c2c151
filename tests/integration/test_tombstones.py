"""Tombstones of stories that moved to another guid, or return, poll after poll, into a database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from polls import DAMS, a_config, a_poll
from stories import NOON, a_source, a_story

from feeds.model import AlertRule, Deletion, Kind, Revision, Source, SourceState, Story
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.read import Reading
from feeds.pipeline.selecting import select_again
from feeds.schedule.state import remember_poll
from feeds.store import Store, open_store, read_alerts, read_histories, read_revisions, read_visits

HOUR = timedelta(hours=1)
KNOWN = SourceState(source_id="post", first_ok=NOON - HOUR)
TOPIC = replace(DAMS, alerts=(AlertRule(on=(Kind.NEW, Kind.WITHDRAWN, Kind.RESTORED)),))
PAGE = a_story()
MOVED = a_story(guid="dam2", keys=("guid:dam2", *PAGE.keys[1:]))
BARE = a_story(url=None, canonical_url=None, keys=("guid:dam", "text:dam"))
BARE_MOVED = replace(BARE, guid="dam2", keys=("guid:dam2", "text:dam"))
OTHER = a_story("mill")


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory with the topic of dams."""
    with open_store(None) as opened:
        select_again(opened, [TOPIC])
        yield opened


def said(*stories: Story, deleted: str = "") -> Reading:
    """A document that tells stories, and perhaps that one was deleted."""
    graves = (Deletion(ref=deleted),) if deleted else ()
    return Reading(stories=stories, deletions=graves)


def tell(
    store: Store, *documents: Reading, step: timedelta = HOUR, source: Source | None = None
) -> tuple[Revision, ...]:
    """Poll one document after the other; return what is held of the dam."""
    config = replace(a_config(), topics=(TOPIC,))
    for place, document in enumerate(documents):
        poll = a_poll(source=source, state=KNOWN, now=NOON + place * step, reading=document)
        ((edited),) = edit_batch(store, [poll], config, remember_poll)
        assert not edited.report.reason
    with store.read() as tx:
        return read_revisions(tx, PAGE.id)


def is_withdrawn(store: Store) -> bool:
    """Tell whether the dam is withdrawn."""
    with store.read() as tx:
        return read_histories(tx, [PAGE.id])[PAGE.id].withdrawn is not None


def told(store: Store) -> list[tuple[Kind, ...]]:
    """Return what was told of dams, in order."""
    with store.read() as tx:
        alerts = read_alerts(tx, TOPIC.slug, NOON - HOUR, 100)
    return [alert.kinds for alert in reversed(alerts)]


@pytest.mark.parametrize(("before", "after"), [(PAGE, MOVED), (BARE, BARE_MOVED)])
def test_a_story_that_stands_under_a_new_guid_is_not_withdrawn(
    store: Store, before: Story, after: Story
) -> None:
    """The tombstone is that of its old guid."""
    held = tell(store, said(before), *[said(after, deleted="dam")] * 6)

    assert [(Kind.NEW,)] == [it.kinds for it in held]
    assert [(Kind.NEW,)] == told(store)
    assert not is_withdrawn(store)


def test_the_tombstone_of_an_old_guid_says_nothing_when_its_story_has_grown_old(
    store: Store,
) -> None:
    """It may stay in the document for longer than the story."""
    moved = said(MOVED, deleted="dam")
    held = tell(store, said(PAGE), moved, *[said(OTHER, deleted="dam")] * 2)

    assert [(Kind.NEW,)] == [it.kinds for it in held]


def test_a_story_that_moved_is_withdrawn_by_the_tombstone_of_its_new_guid(store: Store) -> None:
    """As any other."""
    moved = said(MOVED, deleted="dam")
    held = tell(store, said(PAGE), moved, said(OTHER, deleted="dam2"))

    assert [(Kind.NEW,), (Kind.WITHDRAWN,)] == [it.kinds for it in held]
    assert is_withdrawn(store)


def test_two_tombstones_of_one_story_withdraw_it_once(store: Store) -> None:
    """Each of the guids that it had."""
    both = Reading(deletions=(Deletion(ref="dam"), Deletion(ref="dam2")))
    config = replace(a_config(), topics=(TOPIC,))
    tell(store, said(PAGE), said(MOVED))
    poll = a_poll(state=KNOWN, now=NOON + 2 * HOUR, reading=both)
    (edited,) = edit_batch(store, [poll], config, remember_poll)

    assert 1 == edited.report.revised


def test_a_story_without_a_page_returns_with_what_differs_in_it(store: Store) -> None:
    """The document that tells it again may be the last one for long: nothing of it is lost."""
    edited = replace(BARE, headline="The dam breaks", content_hash="other")
    *_, last = tell(store, said(BARE), said(deleted="dam"), said(edited))

    assert (Kind.HEADLINE, Kind.RESTORED) == last.kinds
    assert "The dam breaks" == last.story.headline
    assert "its feed tells it again, seen at 2026-11-23 14:00 UTC" == last.edits[-1].note
    assert not is_withdrawn(store)


def test_a_story_without_a_page_that_returns_as_a_notice_stays_withdrawn(store: Store) -> None:
    """The notice stands in the place of the text that was deleted."""
    notice = replace(
        BARE, headline="The dam holds", body_text="This story has been withdrawn.", content_hash="n"
    )
    tell(store, said(BARE), said(deleted="dam"), said(notice))

    assert is_withdrawn(store)
    assert [(Kind.NEW,), (Kind.WITHDRAWN,)] == told(store)


def test_a_story_that_returned_under_a_new_guid_is_withdrawn_by_its_tombstone(
    store: Store,
) -> None:
    """That it has another guid is remembered, though nothing differs in its words."""
    held = tell(store, said(BARE), said(deleted="dam"), said(BARE_MOVED), said(deleted="dam2"))

    assert (Kind.WITHDRAWN,) == held[-1].kinds
    assert is_withdrawn(store)


@pytest.mark.parametrize(
    ("back", "state"), [(BARE, "done"), (replace(PAGE, keys=BARE.keys), "waiting")]
)
def test_only_a_page_that_a_returned_story_has_is_asked_for(
    store: Store, back: Story, state: str
) -> None:
    """Where full texts are read; a story may return with an address."""
    tell(store, said(BARE), said(deleted="dam"), said(back), source=a_source(full_text=True))
    with store.read() as tx:
        visit = read_visits(tx, [PAGE.id])[PAGE.id]

    assert (state, back.url or "") == (visit.state, visit.url)


def test_a_tombstone_that_comes_and_goes_makes_twelve_revisions_a_day(store: Store) -> None:
    """From then on each takes the place of the last, and says how the story stands."""
    gone, back = said(deleted="dam"), said(BARE)
    held = tell(store, back, *[gone, back] * 20, step=timedelta(minutes=5))
    there = is_withdrawn(store)
    gone_again = tell(store, back, *[gone, back] * 20, gone, step=timedelta(minutes=5))

    assert (12, (Kind.RESTORED,)) == (len(held), held[-1].kinds)
    assert not there
    assert (12, (Kind.WITHDRAWN,)) == (len(gone_again), gone_again[-1].kinds)
    assert is_withdrawn(store)
