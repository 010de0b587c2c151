"""How a subscription goes on from what hubs and polls say."""

from datetime import timedelta

import pytest
from stories import NOON
from subscriptions import WEEK, a_subscription, a_trusted_one, an_active_one, an_intent

from feeds.model import Intent, Subscription
from feeds.schedule.websub.subscribing import confirm_intent, note_poll, note_push, was_pushed

HOUR = timedelta(hours=1)


def test_what_was_asked_for_is_confirmed_with_the_lease_of_the_hub() -> None:
    """Active from now on, whatever was wished for."""
    confirmed = confirm_intent(a_subscription(), an_intent(lease_seconds=3600), NOON + HOUR)

    assert confirmed == a_subscription(
        state="active", tries=0, verified=NOON + HOUR, lease_until=NOON + 2 * HOUR
    )


@pytest.mark.parametrize(
    ("held", "intent"),
    [
        (a_subscription(), an_intent(topic="https://other.example/rss")),
        (a_subscription(), an_intent("unsubscribe")),
        (an_active_one(), an_intent("unsubscribe")),
        (a_subscription(asked=NOON - timedelta(days=2)), an_intent()),
        (an_active_one(asked=NOON - timedelta(days=2)), an_intent()),
        (a_subscription(state="ending"), an_intent()),
        (a_subscription(state="denied"), an_intent()),
        (a_subscription(state="broken"), an_intent()),
        (a_subscription(), an_intent("denied", topic="https://other.example/rss")),
    ],
)
def test_what_nobody_asked_for_is_not_confirmed(held: Subscription, intent: Intent) -> None:
    """Another topic, another intent, or a request of the day before yesterday."""
    assert confirm_intent(held, intent, NOON) is None


def test_a_renewal_is_confirmed_and_counts_from_now() -> None:
    """An active one that was asked for again."""
    held = an_active_one(asked=NOON + 5 * HOUR, tries=1)
    renewed = confirm_intent(held, an_intent(lease_seconds=7200), NOON + 6 * HOUR)

    assert renewed
    assert (0, NOON + 8 * HOUR) == (renewed.tries, renewed.lease_until)


@pytest.mark.parametrize(
    ("seconds", "lease"),
    [(None, timedelta(days=1)), (0, timedelta(days=1)), (10**12, timedelta(days=90))],
)
def test_a_lease_that_nobody_can_mean_is_cut(seconds: int | None, lease: timedelta) -> None:
    """Not told: a day, to be careful. For ever: three months."""
    confirmed = confirm_intent(a_subscription(), an_intent(lease_seconds=seconds), NOON)

    assert confirmed
    assert NOON + lease == confirmed.lease_until


def test_a_hub_may_refuse_at_any_time_and_its_words_are_cleaned() -> None:
    """What it pushed before is worth nothing any more."""
    denied = confirm_intent(a_trusted_one(), an_intent("denied", reason="no\x07 more"), NOON)

    assert denied
    assert ("denied", None, 0) == (denied.state, denied.lease_until, denied.pushes)
    assert denied.reason
    assert "\x07" not in denied.reason


def test_an_end_is_confirmed_while_it_is_wanted() -> None:
    """Nothing but the end of it is left to be said."""
    ending = a_subscription(state="ending")

    assert ending == confirm_intent(ending, an_intent("unsubscribe"), NOON)


def test_a_push_closes_what_was_missed() -> None:
    """The hub is slow, but it works."""
    pushed = note_push(an_active_one(missed=2), NOON)

    assert (0, NOON) == (pushed.missed, pushed.last_push)


def test_a_push_mends_what_was_taken_for_broken_while_the_lease_holds() -> None:
    """And only then."""
    broken = an_active_one(state="broken", reason="missed")

    assert "active" == note_push(broken, NOON).state
    assert "broken" == note_push(broken, NOON + 2 * WEEK).state


def test_a_poll_behind_a_push_that_brings_something_is_why_a_hub_is_trusted() -> None:
    """A story or a revision counts; nothing does not."""
    pushed = an_active_one(last_push=NOON + HOUR)
    polled = NOON + HOUR

    story = note_poll(pushed, before=NOON, new=True, revised=False, now=polled)
    revision = note_poll(pushed, before=NOON, new=False, revised=True, now=polled)
    nothing = note_poll(pushed, before=NOON, new=False, revised=False, now=polled)

    assert (1, 1, 0) == (story.pushes, revision.pushes, nothing.pushes)
    assert {0} == {story.missed, revision.missed, nothing.missed}


def test_polls_that_find_stories_first_three_times_break_it() -> None:
    """Told in words, and what was trusted must be earned again."""
    held = a_trusted_one()
    states = []
    for hours in (1, 2, 3):
        held = note_poll(
            held,
            before=NOON + (hours - 1) * HOUR,
            new=True,
            revised=False,
            now=NOON + hours * HOUR,
        )
        states.append((held.state, held.missed))

    assert [("active", 1), ("active", 2), ("broken", 3)] == states
    assert (0, "3 polls in a row found stories before a push came") == (held.pushes, held.reason)


@pytest.mark.parametrize(
    "held",
    [
        a_subscription(),
        an_active_one(verified=NOON + HOUR),
        an_active_one(lease_until=NOON + HOUR),
        an_active_one(state="denied"),
    ],
)
def test_a_story_is_only_missed_while_the_hub_had_promised_to_push(held: Subscription) -> None:
    """Not before it confirmed, and not after its lease."""
    assert held == note_poll(held, before=NOON, new=True, revised=False, now=NOON + 2 * HOUR)


def test_a_push_is_owed_a_poll_until_one_begins_after_it() -> None:
    """One under way when it came may have asked too early."""
    pushed = an_active_one(last_push=NOON)

    assert was_pushed(pushed, None)
    assert was_pushed(pushed, NOON - HOUR)
    assert not was_pushed(pushed, NOON)
    assert not was_pushed(an_active_one(), None)
