"""What hubs must be asked for now. Quiet: the time is handed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from feeds.model import Settings, Source, SourceState, Subscription

# A hub that does not confirm is asked again after so long, then after three times as long, and
# in the end once a day.
_FIRST_WAIT = timedelta(hours=1)
_LONGEST_WAIT = timedelta(days=1)
_LAST_TRY = 3

# A hub that confirms is asked to renew no more often than that, however short its lease.
_SHORTEST_WAIT = timedelta(minutes=1)

# A lease is renewed when a quarter of it is left.
_RENEW_LEFT = 4

_BROKEN_REST = timedelta(days=1)
_DENIED_REST = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """A source has a hub that was never asked."""

    source_id: str
    hub: str
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A hub is to be asked again: to go on, or to end what is not wanted any more.

    Attributes:
        subscription: As it is once the hub was asked.
    """

    subscription: Subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """An ending that the hub does not confirm: its lease ends by itself."""

    subscription: Subscription


HubRequest = Begin | Ask | Forget


def list_hub_requests(
    subscriptions: Sequence[Subscription],
    states: Mapping[str, SourceState],
    sources: Sequence[Source],
    settings: Settings,
    now: datetime,
) -> tuple[HubRequest, ...]:
    """Return what is to be asked of hubs now, in the order of the configuration, endings first.

    Args:
        subscriptions: All that are kept.
        states: What is remembered of the sources, with the hub each last named.
        sources: As configured.
        settings: Where hubs reach us; None for nowhere, and then all of them end.
        now: The time.
    """
    wanted = {
        source.id: (state.hub, state.hub_topic)
        for source in sources
        if settings.websub and (state := states.get(source.id)) and _wants_push(source, state)
    }
    held: dict[str, Subscription] = {}
    ends: list[HubRequest] = []
    for each in subscriptions:
        if each.state == "ending":
            ends.extend(_go_on_ending(each, now))
        elif _fits(each, wanted, settings):
            held[each.source_id] = each
        else:
            ends.append(_end(each, now))
    begun: list[HubRequest] = []
    for source_id, (hub, topic) in wanted.items():
        if source_id in held:
            begun.extend(_go_on(held[source_id], now))
        elif hub and topic:
            begun.append(Begin(source_id=source_id, hub=hub, topic=topic))
    return (*ends, *begun)


def _wants_push(source: Source, state: SourceState) -> bool:
    """Return whether a source names a hub, and by a name that gives no password away."""
    if source.url is None or state.gone or state.hub is None or state.hub_topic is None:
        return False
    return "@" not in urlsplit(state.hub_topic).netloc


def _fits(
    subscription: Subscription,
    wanted: Mapping[str, tuple[str | None, str | None]],
    settings: Settings,
) -> bool:
    """Return whether it is what is wanted now, and its callback is where hubs reach us now."""
    named = wanted.get(subscription.source_id)
    leads_here = settings.websub and subscription.callback.startswith(settings.websub)
    return named == (subscription.hub, subscription.topic) and bool(leads_here)


def _end(subscription: Subscription, now: datetime) -> HubRequest:
    """Ask for the end of what is not wanted any more; a hub that refused has nothing to end."""
    if subscription.state == "denied":
        return Forget(subscription=subscription)
    return Ask(subscription=replace(subscription, state="ending", asked=now, tries=1))


def _go_on(subscription: Subscription, now: datetime) -> tuple[HubRequest, ...]:
    """Ask again when it is time; the hub keeps what it has under the same callback."""
    asked = replace(subscription, asked=now, tries=subscription.tries + 1)
    rested = now - subscription.asked
    match subscription.state:
        case "active":
            due = _needs_renewal(subscription, now) and rested >= _wait_to_renew(subscription, now)
        case "denied":
            due, asked = rested >= _DENIED_REST, replace(asked, state="asked", reason=None)
        case "broken":
            due, asked = rested >= _BROKEN_REST, replace(asked, state="asked", missed=0)
        case _:
            due = rested >= _wait(subscription.tries)
    return (Ask(subscription=asked),) if due else ()


def _go_on_ending(subscription: Subscription, now: datetime) -> tuple[HubRequest, ...]:
    """Ask a few times to end; then let it be."""
    until = subscription.lease_until
    if now - subscription.asked < _wait(subscription.tries) and (until is None or now < until):
        return ()
    if subscription.tries >= _LAST_TRY or (until is not None and now >= until):
        return (Forget(subscription=subscription),)
    return (Ask(subscription=replace(subscription, asked=now, tries=subscription.tries + 1)),)


def _needs_renewal(subscription: Subscription, now: datetime) -> bool:
    """Return whether less than a quarter of the lease is left."""
    verified, until = subscription.verified, subscription.lease_until
    if verified is None or until is None:
        return True
    return until - now <= (until - verified) / _RENEW_LEFT


def _wait_to_renew(subscription: Subscription, now: datetime) -> timedelta:
    """Return how long a hub is left alone after it was asked: a short lease does not run out."""
    wait, until = _wait(subscription.tries), subscription.lease_until
    if subscription.tries or until is None:
        return wait
    return max(min(wait, until - now), _SHORTEST_WAIT)


def _wait(tries: int) -> timedelta:
    """Return how long a hub is left alone after it was asked so often without confirming."""
    return min(_FIRST_WAIT * int(3 ** min(max(tries - 1, 0), 9)), _LONGEST_WAIT)
