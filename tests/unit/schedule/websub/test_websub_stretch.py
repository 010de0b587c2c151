"""How long a source rests while a hub pushes."""

from datetime import timedelta

import pytest
from stories import NOON
from subscriptions import a_state, a_subscription, a_trusted_one, an_active_one

from feeds.model import Pace, Subscription
from feeds.schedule.websub.stretch import put_off, stretch_wait

MINUTES = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def test_a_source_whose_hub_can_be_trusted_rests_six_hours() -> None:
    """Or as long as it would without a hub, if that is longer."""
    trusted = a_trusted_one()

    assert 6 * HOUR == stretch_wait(30 * MINUTES, trusted, a_state(), NOON)
    assert 48 * HOUR == stretch_wait(48 * HOUR, trusted, a_state(), NOON)


@pytest.mark.parametrize(
    "subscription",
    [
        None,
        a_subscription(),
        an_active_one(),
        an_active_one(last_push=NOON),
        a_trusted_one(missed=1),
        a_trusted_one(state="broken"),
        a_trusted_one(state="denied", lease_until=None),
        a_trusted_one(state="ending"),
        a_trusted_one(lease_until=NOON),
    ],
)
def test_any_doubt_leaves_the_interval_as_it_is(subscription: Subscription | None) -> None:
    """No hub, no push that brought anything, a story it missed, no promise."""
    assert 30 * MINUTES == stretch_wait(30 * MINUTES, subscription, a_state(), NOON)


def test_the_end_of_a_lease_is_not_slept_through() -> None:
    """The source is polled when the hub's promise ends."""
    trusted = a_trusted_one(lease_until=NOON + 2 * HOUR)

    assert 2 * HOUR == stretch_wait(30 * MINUTES, trusted, a_state(), NOON)


def test_a_hub_silent_for_twice_the_longest_pause_is_not_trusted() -> None:
    """The source spoke every hour and a half at most: three hours after the last push it is odd."""
    heard = tuple(NOON - hours * HOUR for hours in (0, 1, 2.5, 3))
    state = a_state(heard=heard)
    trusted = a_trusted_one()

    assert 3 * HOUR == stretch_wait(30 * MINUTES, trusted, state, NOON)
    assert HOUR == stretch_wait(30 * MINUTES, trusted, state, NOON + 2 * HOUR)
    assert 30 * MINUTES == stretch_wait(30 * MINUTES, trusted, state, NOON + 3 * HOUR)


def test_a_source_that_never_rests_makes_a_hub_odd_after_an_hour() -> None:
    """Twenty stories of one minute say nothing of the next one."""
    state = a_state(heard=(NOON,) * 20)

    assert HOUR == stretch_wait(30 * MINUTES, a_trusted_one(), state, NOON)


def test_a_good_poll_is_put_off_and_a_failed_one_is_not() -> None:
    """Nor is one put off into an hour or a day in which nobody should ask."""
    due = NOON + 30 * MINUTES
    trusted = a_trusted_one()
    hour = Pace(skip_hours=((NOON + 6 * HOUR).hour,))
    day = Pace(skip_days=(NOON.weekday(),))

    assert NOON + 6 * HOUR == put_off(a_state(next_due=due), trusted, NOON)
    assert put_off(a_state(next_due=due, failures=1), trusted, NOON) is None
    assert put_off(a_state(next_due=due, pace=hour), trusted, NOON) is None
    assert put_off(a_state(next_due=due, pace=day), trusted, NOON) is None
    assert put_off(a_state(next_due=due), None, NOON) is None
