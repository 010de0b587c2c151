"""What hubs must be asked for now."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from stories import NOON, a_source
from subscriptions import BASE, HUB, TOPIC, WEEK, a_state, a_subscription, an_active_one

from feeds.model import Settings, Source, SourceState, Subscription
from feeds.schedule.websub.requests import Ask, Begin, Forget, HubRequest, list_hub_requests

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
A = a_source("a")


def list_requests(
    *held: Subscription,
    state: SourceState | None = None,
    now: datetime = NOON,
    websub: str | None = BASE,
    sources: tuple[Source, ...] = (A,),
) -> tuple[HubRequest, ...]:
    """Ask what is to be asked for the source a."""
    states = {"a": state or a_state()}
    return list_hub_requests(held, states, sources, Settings(websub=websub), now)


def test_a_source_that_names_a_hub_is_asked_for_once() -> None:
    """Then the hub is waited for."""
    assert (Begin(source_id="a", hub=HUB, topic=TOPIC),) == list_requests()
    assert () == list_requests(a_subscription())


@pytest.mark.parametrize(
    "fields",
    [
        {"hub": None, "hub_topic": None},
        {"hub_topic": None},
        {"gone": 2},
        {"hub_topic": "https://user:planted@post.example/rss"},
    ],
)
def test_without_a_hub_or_a_name_that_can_be_told_nobody_is_asked(fields: dict[str, Any]) -> None:
    """A password in the address is for the publisher alone."""
    assert () == list_requests(state=a_state(**fields))


def test_without_an_address_from_outside_nobody_is_asked() -> None:
    """The setting is missing."""
    assert () == list_requests(websub=None)


def test_a_hub_that_does_not_confirm_is_asked_less_and_less() -> None:
    """After 1, 3 and 9 hours, then once a day: four times in the first day and a half."""
    held = a_subscription()
    asked = []
    for hours in range(24 * 4):
        for request in list_requests(held, now=NOON + hours * HOUR):
            assert isinstance(request, Ask)
            held = request.subscription
            asked.append(hours)

    assert [1, 4, 13, 37, 61, 85] == asked
    assert ("asked", 7, "t-0") == (held.state, held.tries, held.token)


def test_a_lease_is_renewed_under_the_same_callback_when_a_quarter_is_left() -> None:
    """The hub keeps what it has; until it confirms, the lease is what it was."""
    held = an_active_one()
    (request,) = list_requests(held, now=NOON + WEEK * 0.75)

    assert () == list_requests(held, now=NOON + WEEK * 0.74)
    assert Ask(subscription=replace(held, asked=NOON + WEEK * 0.75, tries=1)) == request


@pytest.mark.parametrize(
    ("lease", "due"), [(30, 60), (60, 60), (100, 75), (20 * 60, 15 * 60), (70 * 60, 3150)]
)
def test_a_short_lease_is_renewed_before_it_ends_but_not_within_a_minute(
    lease: int, due: int
) -> None:
    """Seconds; a hub that promises half a minute is not trusted most of the time."""
    held = an_active_one(lease_until=NOON + timedelta(seconds=lease))
    second = timedelta(seconds=1)

    assert () == list_requests(held, now=NOON + (due - 1) * second)
    assert 1 == len(list_requests(held, now=NOON + due * second))


def test_a_short_lease_that_is_not_confirmed_is_asked_for_less_and_less() -> None:
    """An hour later and not before, though the lease has run out meanwhile."""
    minute = timedelta(minutes=1)
    held = an_active_one(lease_until=NOON + 20 * minute)
    (request,) = list_requests(held, now=NOON + 15 * minute)
    assert isinstance(request, Ask)

    assert () == list_requests(request.subscription, now=NOON + 74 * minute)
    assert 1 == len(list_requests(request.subscription, now=NOON + 75 * minute))


@pytest.mark.parametrize(
    ("changed", "base"),
    [
        ({"hub": "https://other.example/"}, BASE),
        ({"hub_topic": "https://post.example/feed"}, BASE),
        ({}, "https://new.example/"),
    ],
)
def test_another_hub_topic_or_address_of_ours_is_a_new_subscription(
    changed: dict[str, Any], base: str
) -> None:
    """The old one is ended first."""
    held = an_active_one()
    end, begin = list_requests(held, state=a_state(**changed), websub=base)

    assert Ask(subscription=replace(held, state="ending", asked=NOON, tries=1)) == end
    assert isinstance(begin, Begin)


@pytest.mark.parametrize("keywords", [{"sources": ()}, {"websub": None}])
def test_what_leaves_the_configuration_is_ended(keywords: dict[str, Any]) -> None:
    """A source, or the setting."""
    (request,) = list_requests(an_active_one(), **keywords)

    assert isinstance(request, Ask)
    assert "ending" == request.subscription.state


def test_an_end_that_no_hub_confirms_is_let_be() -> None:
    """After three tries, or when the lease is over; one that was denied has nothing to end."""
    ending = an_active_one(state="ending", tries=1)
    (again,) = list_requests(ending, now=NOON + HOUR, sources=())
    last = replace(ending, tries=3)
    over = replace(ending, lease_until=NOON)

    assert isinstance(again, Ask)
    assert ("ending", 2) == (again.subscription.state, again.subscription.tries)
    assert (Begin(source_id="a", hub=HUB, topic=TOPIC),) == list_requests(ending)
    for let_be in (last, over):
        assert Forget(subscription=let_be) == list_requests(let_be, now=NOON + DAY)[0]
    denied = a_subscription(state="denied")
    assert (Forget(subscription=denied),) == list_requests(denied, sources=())


def test_what_is_broken_is_asked_for_anew_after_a_day_and_what_was_denied_after_a_week() -> None:
    """And not before."""
    broken = an_active_one(state="broken", missed=3)
    denied = a_subscription(state="denied", reason="no")
    (anew,) = list_requests(broken, now=NOON + DAY)
    (again,) = list_requests(denied, now=NOON + WEEK)

    assert ((), ()) == (
        list_requests(broken, now=NOON + 23 * HOUR),
        list_requests(denied, now=NOON + 6 * DAY),
    )
    assert isinstance(anew, Ask)
    assert isinstance(again, Ask)
    assert ("asked", 0) == (anew.subscription.state, anew.subscription.missed)
    assert ("asked", None) == (again.subscription.state, again.subscription.reason)
