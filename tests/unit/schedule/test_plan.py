"""What another configuration does to the plan."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from stories import NOON, a_source

from feeds.model import Config, Listing, Secret, Source, SourceState, Validators
from feeds.schedule.plan import is_same_place, replan

HOURLY = a_source(every=timedelta(hours=1))
STATE = SourceState(
    source_id=HOURLY.id,
    url=HOURLY.url,
    validators=Validators(etag='"1"'),
    next_due=NOON + timedelta(minutes=40),
)


def change(state: SourceState = STATE, was: Source = HOURLY, **fields: Any) -> SourceState:
    """Return what is remembered after the source is configured anew."""
    new = replace(was, **fields)
    changed = replan(Config(sources=(was,)), Config(sources=(new,)), {was.id: state}, NOON)
    return changed[0] if changed else state


@pytest.mark.case("T-17")
@pytest.mark.parametrize(
    ("every", "due"),
    [(timedelta(minutes=10), 10), (timedelta(minutes=50), 40), (timedelta(hours=9), 40)],
)
def test_another_interval_never_delays_what_is_planned(every: timedelta, due: int) -> None:
    """The old time, or the new interval from now: whichever comes first."""
    assert NOON + timedelta(minutes=due) == change(every=every).next_due


@pytest.mark.case("T-17")
@pytest.mark.parametrize(("quiet_every", "due"), [(1, 60), (2, 120), (4, 240), (8, 400), (24, 400)])
def test_another_interval_for_quiet_times_never_delays_what_is_planned(
    quiet_every: int, due: int
) -> None:
    """A source that tells something once a day, and was to rest for eight hours."""
    days = tuple(NOON - timedelta(days=day) for day in range(1, 10))
    state = replace(STATE, heard=days, next_due=NOON + timedelta(minutes=400))
    was = replace(HOURLY, quiet_every=timedelta(hours=8))

    new = {"quiet_every": timedelta(hours=quiet_every)}
    assert NOON + timedelta(minutes=due) == change(state, was, **new).next_due


def test_another_interval_does_not_hurry_a_source_that_fails() -> None:
    """It may have said when to come again."""
    failing = replace(STATE, failures=1)

    assert failing == change(failing, every=timedelta(minutes=10))


def test_a_source_asked_in_another_way_is_asked_at_once() -> None:
    """Somebody mended a key, or allowed an address: even if it fails, it need not wait."""
    failing = replace(STATE, failures=5)
    for fields in ({"headers": (("X-Key", Secret("new")),)}, {"allow_private": True}):
        assert replace(failing, next_due=NOON) == change(failing, **fields)


def test_a_page_read_with_other_selectors_is_read_again() -> None:
    """It did not change: without validators it is sent all the same."""
    again = change(kind="page", listing=Listing(item="li"))

    assert (Validators(), NOON) == (again.validators, again.next_due)


def test_what_stays_as_it_is_keeps_its_plan() -> None:
    """So do new sources, of which nothing is remembered, and those that are gone."""
    other = a_source("other")
    states = {HOURLY.id: STATE, "other": SourceState(source_id="other")}
    for old, new in (((HOURLY,), (HOURLY, other)), ((HOURLY, other), (HOURLY,))):
        assert () == replan(Config(sources=old), Config(sources=new), states, NOON)


def test_a_source_is_where_it_is_asked_and_what_is_looked_for() -> None:
    """How often it is asked and how it is called do not matter."""
    called: Source = replace(HOURLY, every=timedelta(days=1), title="Post", rank=90)
    moved: Source = replace(HOURLY, url="https://elsewhere.example/rss")
    read_anew: Source = replace(HOURLY, listing=Listing(item="li"))

    assert [True, False, False] == [
        is_same_place(HOURLY, other) for other in (called, moved, read_anew)
    ]
