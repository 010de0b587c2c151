"""Edits of stories, poll after poll, into a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from polls import DAMS, a_config, a_poll
from stories import NOON, a_story

from feeds.curate.dates import date_entry
from feeds.model import AlertRule, Kind, Revision, Settings, SourceState, Story
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.publish import hold_stories
from feeds.pipeline.selecting import select_again
from feeds.schedule.state import remember_poll
from feeds.store import Store, open_store, read_alerts, read_histories, read_revisions

HOUR = timedelta(hours=1)
KNOWN = SourceState(source_id="post", first_ok=NOON - HOUR)


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory with the topic of dams."""
    with open_store(None) as opened:
        select_again(opened, [DAMS])
        yield opened


def tell(store: Store, *versions: Story, typo: int = 0) -> tuple[Revision, ...]:
    """Poll one version after the other, an hour apart; return what is held of the story."""
    config = replace(a_config(), settings=Settings(typo=typo))
    for place, version in enumerate(versions):
        poll = a_poll(version, state=KNOWN, now=NOON + place * HOUR)
        edit_batch(store, [poll], config, remember_poll)
    with store.read() as tx:
        return read_revisions(tx, versions[0].id)


def test_dates_that_move_at_each_poll_are_one_revision(store: Store) -> None:
    """The last date is held, nobody is told, and the story is as old as it was."""
    held = tell(store, *(a_story(updated=NOON + place * HOUR) for place in range(5)))
    with store.read() as tx:
        alerts = read_alerts(tx, DAMS.slug, NOON - HOUR, 10)
        history = read_histories(tx, [held[0].story.id])[held[0].story.id]

    assert [(Kind.NEW,), (Kind.DATE,)] == [revision.kinds for revision in held]
    assert NOON + 4 * HOUR == held[-1].story.updated
    assert [(Kind.NEW,)] == [alert.kinds for alert in alerts]
    assert history.revised is None


@pytest.mark.parametrize(("moved", "said"), [(1, -3), (-1, -1), (-5, -5)])
def test_a_date_that_moves_with_an_edit_is_published_as_it_was_first(
    store: Store, moved: int, said: int
) -> None:
    """Only after it was seen: there it cannot have been published first."""
    first, last = (a_story(published=NOON + hours * HOUR) for hours in (-3, moved))
    tell(store, first, last)
    with store.read() as tx:
        held = hold_stories(tx, [first.id], a_config(), {})

    assert last.published == held[0].story.published
    assert NOON + said * HOUR == date_entry(first.id, held)


def test_a_story_that_goes_back_is_told_as_reverted(store: Store) -> None:
    """What earlier revisions said is remembered; the words of each edit are kept."""
    before, after = a_story(headline="The dam holds"), a_story(headline="The dam breaks")
    last = tell(store, before, after, before)[-1]

    assert (3, (Kind.HEADLINE, Kind.REVERTED)) == (last.number, last.kinds)
    assert ["The dam holds", ""] == [edit.after for edit in last.edits]
    assert "as in revision 1" == last.edits[-1].note


def test_a_page_with_a_clock_in_it_makes_twelve_revisions_a_day(store: Store) -> None:
    """What it says last is held all the same."""
    held = tell(store, *(a_story(headline=f"The dam at {place} o'clock") for place in range(20)))

    assert list(range(1, 13)) == [revision.number for revision in held]
    assert "The dam at 19 o'clock" == held[-1].story.headline


def test_what_was_told_is_not_told_again_with_what_takes_its_place(store: Store) -> None:
    """From the thirteenth on revisions take each other's place; each alert tells what is new."""
    texts = [f"Engineers in Aubeval said word{'abcdefghijk'[place] * 5}." for place in range(11)]
    corrected = f"{texts[-1]} Correction: an earlier version misstated the height of the wall."
    versions = [a_story(body_text=text) for text in texts]
    versions += [
        a_story(body_text=corrected),
        a_story(body_text=corrected, headline="The dam breaks"),
        a_story(body_text=corrected, headline="The dam is mended"),
    ]
    topic = replace(DAMS, alerts=(AlertRule(on=(Kind.HEADLINE, Kind.CORRECTION)),))
    config = replace(a_config(), topics=(topic,))
    for place, version in enumerate(versions):
        poll = a_poll(version, state=KNOWN, now=NOON + place * HOUR / 2)
        edit_batch(store, [poll], config, remember_poll)
    with store.read() as tx:
        last = read_revisions(tx, versions[0].id)[-1]
        alerts = read_alerts(tx, DAMS.slug, NOON - HOUR, 10)

    assert (12, (Kind.HEADLINE, Kind.BODY, Kind.CORRECTION)) == (last.number, last.kinds)
    assert [(Kind.HEADLINE,), (Kind.HEADLINE,), (Kind.CORRECTION,)] == [it.kinds for it in alerts]
    assert "“The dam breaks” is now “The dam is mended”" in alerts[0].text


def test_a_byline_is_no_edit_of_the_text_though_it_takes_its_place(store: Store) -> None:
    """What readers see as updated moves with words only."""
    versions = [a_story(headline=f"The dam at {place} o'clock") for place in range(12)]
    before = tell(store, *versions)[-1]
    now = NOON + 12 * HOUR
    signed = replace(versions[-1], byline=("Ida Moor",), content_hash="signed")
    edit_batch(store, [a_poll(signed, state=KNOWN, now=now)], a_config(), remember_poll)
    with store.read() as tx:
        last = read_revisions(tx, signed.id)[-1]
        history = read_histories(tx, [signed.id])[signed.id]

    assert (12, (Kind.HEADLINE, Kind.BYLINE)) == (last.number, last.kinds)
    assert (before.seen, now) == (history.revised, last.seen)


@pytest.mark.parametrize(("typo", "kind"), [(0, Kind.BODY), (2, Kind.TRIVIAL)])
def test_the_settings_say_what_a_typo_is(store: Store, typo: int, kind: Kind) -> None:
    """Words are known by the tables of the languages."""
    before = a_story(body_text="The goverment holds the dam.", language="en")
    after = a_story(body_text="The government holds the dam.", language="en")

    assert (kind,) == tell(store, before, after, typo=typo)[-1].kinds
