"""How a WebSub subscription goes on from what hubs and polls say. Quiet: the time is handed in."""

from dataclasses import replace
from datetime import datetime, timedelta

from feeds.model import Intent, Subscription
from feeds.text.characters import clean_line

LEASE_WISH = timedelta(days=7)

# A hub confirms within a day of being asked, or not at all.
_PENDING = timedelta(days=1)
# A hub that confirms without saying how long pushes for a day, to be careful.
_UNTOLD_LEASE = timedelta(days=1)
_LONGEST_LEASE = timedelta(days=90)

# So many polls that found a story first, without a push in between: it does not work.
_BROKEN_AFTER = 3


def confirm_intent(
    subscription: Subscription, intent: Intent, now: datetime
) -> Subscription | None:
    """Return how a subscription goes on when its hub asks or tells something.

    Returns:
        None for what is not wanted: another topic, or a request that nobody made. An ending
        subscription that is returned has ended.
    """
    if intent.topic != subscription.topic:
        return None
    ending = subscription.state == "ending"
    match intent.mode:
        case "denied":
            reason = clean_line(intent.reason) or "the hub does not say why"
            denied = replace(subscription, asked=now, tries=0, lease_until=None, reason=reason)
            return denied if ending else replace(denied, state="denied", pushes=0)
        case "subscribe" if _is_pending(subscription, now):
            lease = _read_lease(intent.lease_seconds)
            return replace(
                subscription,
                state="active",
                tries=0,
                verified=now,
                lease_until=now + lease,
                reason=None,
            )
        case "unsubscribe" if ending:
            return subscription
    return None


def note_push(subscription: Subscription, now: datetime) -> Subscription:
    """Return how it goes on after a push that was signed as it should be."""
    holds = subscription.lease_until is not None and subscription.lease_until > now
    mended = subscription.state == "broken" and holds
    return replace(
        subscription,
        state="active" if mended else subscription.state,
        reason=None if mended else subscription.reason,
        last_push=now,
        missed=0,
    )


def note_poll(
    subscription: Subscription,
    *,
    before: datetime | None,
    new: bool,
    revised: bool,
    now: datetime,
) -> Subscription:
    """Return how it goes on after a good poll of its source.

    Args:
        subscription: As it was.
        before: When the source was polled the time before; None for never.
        new: Whether the poll brought a story.
        revised: Whether it brought a revision.
        now: When the poll began.
    """
    if was_pushed(subscription, before):
        brought = 1 if new or revised else 0
        return replace(subscription, pushes=subscription.pushes + brought)
    if not (new and before and _covered(subscription, before, now)):
        return subscription
    missed = subscription.missed + 1
    if missed < _BROKEN_AFTER:
        return replace(subscription, missed=missed)
    return replace(
        subscription,
        state="broken",
        asked=now,
        tries=0,
        missed=missed,
        pushes=0,
        reason=f"{missed} polls in a row found stories before a push came",
    )


def was_pushed(subscription: Subscription, before: datetime | None) -> bool:
    """Return whether a push came since the source was polled the time before."""
    push = subscription.last_push
    return push is not None and (before is None or push > before)


def _covered(subscription: Subscription, before: datetime, now: datetime) -> bool:
    """Return whether the hub should have pushed all the time between two polls."""
    if subscription.state != "active":
        return False
    verified, until = subscription.verified, subscription.lease_until
    return verified is not None and until is not None and verified <= before and now <= until


def _is_pending(subscription: Subscription, now: datetime) -> bool:
    """Return whether the hub was asked not long ago; one that asks twice is told twice."""
    return subscription.state in {"asked", "active"} and now - subscription.asked <= _PENDING


def _read_lease(seconds: int | None) -> timedelta:
    """Return how long a hub pushes; what nobody can mean is cut."""
    if seconds is None or seconds <= 0:
        return _UNTOLD_LEASE
    return min(timedelta(seconds=min(seconds, 10**9)), _LONGEST_LEASE)
