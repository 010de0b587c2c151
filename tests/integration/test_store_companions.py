"""What is read of events, from a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from stories import NOON, a_change, a_place, a_sketch, a_story

from feeds.model import Level, Ruling
from feeds.store import (
    Store,
    count_stories,
    count_texts,
    find_memberships,
    find_ruled,
    list_reports,
    open_store,
    read_near_reports,
    read_reports,
    save_changes,
    save_ruling,
    save_sketches,
)
from feeds.store.events import save_memberships

HOUR = timedelta(hours=1)


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory with an event of six texts, one of them with a copy, and one that is alone."""
    with open_store(None) as opened:
        for number, sign in enumerate(("dam", "dam", "lake", "lake", "pump", "dam")):
            level = Level.MAYBE if number else Level.ALONE
            keep(opened, f"n{number}", sign, event_id="id-n0", fold_id="id-n0", level=level)
        copied = {"event_id": "id-n0", "fold_id": "id-n0", "copies_id": "id-n2"}
        keep(opened, "copy", "lake", **copied, level=Level.COPY)
        keep(opened, "else", "dam")
        yield opened


def keep(store: Store, name: str, sign: str, **fields: object) -> None:
    """Keep a story known by one sign, told an hour after the last."""
    with store.write() as tx:
        story = a_story(name, first_seen=NOON + count_stories(tx) * HOUR)
        save_changes(tx, [a_change(story)])
        made = a_sketch(story, terms=(sign,), weights=(9,), spelled=(sign,))
        save_sketches(tx, [made], [a_place(story, **fields)])


def read(
    store: Store, sign: str, sets: tuple[str, ...] = (), most: int = 9
) -> tuple[set[str], float]:
    """Return the names of the stories that are looked at, and how much the others count."""
    with store.write() as tx:
        listed = list_reports(tx, ["id-n0"], 99, 99)
        reports, (event,) = read_near_reports(tx, listed, {"id-n0": {sign}}, sets, most)
    assert event.texts.keys() == {f"id-n{number}" for number in range(6)}
    return {one.sketch.story_id.removeprefix("id-") for one in reports}, event.share


def test_the_reports_of_events_are_listed_in_the_order_they_were_told(store: Store) -> None:
    """Of many those told last, and the first; copies are no texts, and counted apart."""
    with store.write() as tx:
        listed = list_reports(tx, ["id-n0", "id-else"], 99, 99)
        some = list_reports(tx, ["id-n0"], 1, 1)
        none = list_reports(tx, ["id-n0"], 99, 0)
        read = read_reports(tx, listed["id-n0"])

    names = [f"id-{name}" for name in ("n0", "n1", "n2", "n3", "n4", "n5", "copy")]
    assert [report.place.story_id for report in listed["id-n0"]] == names
    assert [one.sketch.story_id for one in read] == names
    assert [report.place.story_id for report in listed["id-else"]] == ["id-else"]
    assert [report.place.story_id for report in some["id-n0"]] == ["id-n0", "id-n5", "id-copy"]
    assert count_texts(listed["id-n0"]) == 6
    assert [report.place.story_id for report in none["id-n0"]] == names[:-1]


def test_what_shares_a_sign_is_looked_at_and_the_first_always(store: Store) -> None:
    """And a set of copies that is asked for, whole."""
    assert read(store, "pump") == ({"n0", "n4"}, 1.0)
    assert read(store, "dam") == ({"n0", "n1", "n5"}, 1.0)
    assert read(store, "pump", ("id-n2",)) == ({"n0", "n2", "n4", "copy"}, 1.0)


def test_of_many_that_share_a_sign_some_are_looked_at(store: Store) -> None:
    """Of the others as many count."""
    names, share = read(store, "lake", most=1)

    assert names in ({"n0", "n2"}, {"n0", "n3"})
    assert share == pytest.approx((3 * 1 / 2) / 4)


def test_stories_about_which_editors_decided_are_found_with_their_events(store: Store) -> None:
    """As far as they are held."""
    with store.write() as tx:
        for one, other in (("id-n1", "id-else"), ("id-n1", "id-gone")):
            save_ruling(tx, Ruling(story_id=one, other_id=other, together=False, ruled=NOON))

        assert find_ruled(tx) == {"id-n1": "id-n0", "id-else": "id-else"}


def test_all_copies_of_a_text_go_where_one_of_them_goes(store: Store) -> None:
    """Though nobody read them: of a text that hundreds carry, only some are."""
    with store.write() as tx:
        place = find_memberships(tx, ["id-n2"])["id-n2"]
        save_memberships(tx, [replace(place, fold_id="id-else", event_id="id-else")])
        copy, other = find_memberships(tx, ["id-copy", "id-n3"]).values()

    assert ("id-n2", "id-else", "id-else") == (copy.copies_id, copy.fold_id, copy.event_id)
    assert ("id-n0", "id-n0") == (other.fold_id, other.event_id)
