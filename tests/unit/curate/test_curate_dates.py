"""When an entry was published."""

from datetime import timedelta

import pytest
from stories import NOON, a_held, a_story

from feeds.curate.dates import date_entry, find_change
from feeds.curate.feed import order_folds
from feeds.model import Everything, HeldStory, History, Topic

_TOPIC = Topic(slug="dams", title="Dams", match="*", query=Everything(), fold="none")


def _hold(name: str, published: int | None, first: int | None = None, seen: int = 0) -> HeldStory:
    """A report with hours from noon at which it was published, now and at first, and was seen."""
    at = {it: NOON + it * timedelta(hours=1) if it else None for it in (published, first)}
    story = a_story(name, published=at[published], first_seen=NOON + seen * timedelta(hours=1))
    return a_held(story, first_published=at[first])


@pytest.mark.parametrize(
    ("first", "now", "said"),
    [(-3, 2, -3), (-3, -2, -2), (-3, -5, -5), (3, 2, 2), (2, 3, 2), (None, 2, 2), (-3, None, None)],
)
def test_a_date_moved_to_after_the_report_was_seen_is_none_of_publishing(
    first: int | None, now: int | None, said: int | None
) -> None:
    """The one stated at first stays; moved elsewhere it is a correction."""
    expected = NOON + said * timedelta(hours=1) if said else None

    assert expected == date_entry("id-one", [_hold("one", now, first)])


def test_a_date_that_is_moved_moves_no_entry_up() -> None:
    """It stands where it stood, by the date that holds; one in the future counts as seen."""
    moved, still, early = _hold("one", 2, -3), _hold("two", -1, None), _hold("six", 4, None)

    ordered = order_folds(_TOPIC, [moved, still, early], NOON)

    assert ["id-six", "id-two", "id-one"] == list(ordered)


def test_an_entry_keeps_the_date_of_the_report_it_began_with_where_that_is_moved() -> None:
    """A moved date is no date yet to come: no other report takes its place."""
    stories = [_hold("two", -1, None), _hold("one", 2, -3)]

    assert NOON - timedelta(hours=3) == date_entry("id-one", stories)


def test_of_reports_that_came_in_together_the_first_told_dates_an_entry() -> None:
    """Where the one that gave the entry its id is elsewhere by now; whatever their ids are."""
    late, early = _hold("a", -1), _hold("b", -5)

    assert date_entry("id-gone", [late, early]) == NOON - timedelta(hours=5)
    assert date_entry("id-gone", [early, late]) == NOON - timedelta(hours=5)


def test_what_came_in_first_dates_an_entry_though_another_was_told_before() -> None:
    """So a report that joins later moves no date, and no entry goes back in a reader."""
    first, joined = _hold("a", -1), _hold("b", -5, seen=2)

    assert date_entry("id-gone", [joined, first]) == NOON - timedelta(hours=1)


def test_the_report_that_gave_an_entry_its_id_dates_it() -> None:
    """Whoever came in or was told before."""
    founder, other = _hold("a", -1), _hold("b", -5, seen=-2)

    assert date_entry("id-a", [other, founder]) == NOON - timedelta(hours=1)


def test_a_date_that_is_moved_alone_is_no_change() -> None:
    """Not even one at the moment when the report was first seen."""
    assert find_change(_hold("one", 2, -3)) == NOON - timedelta(hours=3)
    assert find_change(_hold("one", -1, -3)) == NOON - timedelta(hours=1)
    assert find_change(_hold("one", 2)) == NOON


@pytest.mark.parametrize(
    ("first", "now", "edited", "said"),
    [
        (-2, 9, False, -2),
        (-2, -1, False, -1),
        (None, 9, False, 0),
        (-2, 9, True, 5),
        (-2, 3, True, 5),
    ],
)
def test_an_update_that_is_stated_without_an_edit_is_no_change(
    first: int | None, now: int, said: int, *, edited: bool
) -> None:
    """Many say so of all they list at once; where we saw an edit, that is when."""
    hour = timedelta(hours=1)
    story = a_story(published=NOON - 3 * hour, updated=NOON + now * hour)
    held = a_held(
        story,
        first_updated=first and NOON + first * hour,
        history=History(revised=NOON + 5 * hour if edited else None),
    )

    assert find_change(held) == NOON + said * hour
