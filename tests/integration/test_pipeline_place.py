"""Rulings and stories meet in a real database, whichever comes first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from polls import a_config, a_poll
from stories import NOON, a_source, a_story

from feeds.model import Level, Membership, Ruling, Story
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.overrule import split_story
from feeds.schedule import remember_poll
from feeds.store import Store, open_store, read_memberships, save_ruling

DAY = timedelta(days=1)
TEXT = " ".join(f"word{n} stands{n}" for n in range(60))


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty memory."""
    with open_store(None) as opened:
        yield opened


def rule(store: Store, one: str, other: str, *, together: bool) -> None:
    """Decide about two stories, held or not."""
    ruling = Ruling(story_id=f"id-{one}", other_id=f"id-{other}", together=together, ruled=NOON)
    with store.write() as tx:
        save_ruling(tx, ruling)


def tell(store: Store, stories: Sequence[Story]) -> dict[str, Membership]:
    """Let each story come in a batch of its own; return where all stand then, by name."""
    for story in stories:
        source = a_source(story.source_id)
        edit_batch(store, [a_poll(story, source=source)], a_config(source), remember_poll)
    with store.read() as tx:
        places = read_memberships(tx, [story.id for story in stories])
    return {story_id.removeprefix("id-"): place for story_id, place in places.items()}


def test_a_ruling_about_stories_that_are_not_held_yet_holds_when_they_come(store: Store) -> None:
    """Copies stay apart, and reports without a common word, years apart, are one fold."""
    rule(store, "one", "two", together=False)
    rule(store, "old", "late", together=True)
    twins = [a_story(name, source_id=name, body_text=TEXT) for name in ("one", "two")]
    old = a_story("old", source_id="old", headline="Glazier", first_seen=NOON - 900 * DAY)
    late = a_story("late", source_id="late", headline="Orchestra", body_text="")

    placed = tell(store, [*twins, old, late])

    assert placed["one"].copies_id != placed["two"].copies_id
    assert placed["one"].event_id != placed["two"].event_id
    assert ("id-old", Level.RULED) == (placed["late"].fold_id, placed["late"].level)
    assert placed["old"].fold_id == placed["late"].fold_id


def test_a_revision_does_not_undo_what_an_editor_decided(store: Store) -> None:
    """The story stands where it stood, whatever it says now."""
    rule(store, "one", "two", together=False)
    twins = [a_story(name, source_id=name, body_text=TEXT) for name in ("one", "two")]
    before = tell(store, twins)
    revised = [
        a_story(name, source_id=name, headline="It holds", body_text=TEXT) for name in before
    ]

    assert before == tell(store, revised)


def test_a_split_holds_in_an_event_of_more_reports_than_are_looked_at(store: Store) -> None:
    """What was parted stays parted when fifty reports came since, about which nobody decided."""
    headline = "Meadowbrook boiler strike in Aubeval continues"
    reports = [
        a_story(
            f"r{n}",
            source_id=f"s{n}",
            headline=headline,
            body_text="",
            first_seen=NOON + n * timedelta(minutes=10),
        )
        for n in range(52)
    ]
    before = tell(store, reports[:2])
    split_story(store, "id-r1", None, NOON)
    placed = tell(store, reports)
    again = tell(store, [replace(reports[1], standfirst="It continues.", content_hash="new")])

    assert before["r0"].fold_id == before["r1"].fold_id
    assert placed["r0"].event_id != placed["r1"].event_id
    assert placed["r0"].event_id != again["r1"].event_id
