"""What is to be told goes into the outbox, with what it tells of: one alert for each event."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from feeds.alert import AGAIN_AFTER, Known, decide_alert, list_kinds, plan_alert, plan_health
from feeds.model import (
    RESTLESS,
    Alert,
    Change,
    Delivery,
    HealthChange,
    Kind,
    Membership,
    Settings,
    Topic,
)
from feeds.pipeline.silence import list_names
from feeds.store import (
    Transaction,
    find_muted,
    name_sources,
    read_event_alerts,
    read_fellows,
    read_memberships,
    read_restless_since,
    read_selections,
    save_alerts,
    save_deliveries,
)

# What was told, by topic and event.
_ToldBefore = defaultdict[tuple[str, str], dict[str, Alert]]


def tell_changes(tx: Transaction, told: Sequence[tuple[Topic, Change]], settings: Settings) -> None:
    """Put into the outbox what topics ask to be told of changes that they select.

    Args:
        tx: The transaction that keeps the changes; they have their places already.
        told: Topics with what changed in them, in order.
        settings: For the time zone.
    """
    asking = [
        (topic, change)
        for topic, change in told
        if not change.baseline and list_kinds(topic.alerts, change)
    ]
    if not asking:
        return
    places = read_memberships(tx, {change.story.id for _, change in asking})
    fellows = read_fellows(tx, {place.event_id for place in places.values()})
    known = _recall(tx, asking, places, fellows)
    held = _list_held(tx, asking, fellows)
    made: dict[str, tuple[Topic, Change]] = {}
    joined: set[tuple[str, str, str]] = set()
    for topic, change in asking:
        place = places[change.story.id]
        event_id = _find_event(topic, place)
        before = known[topic.slug, event_id]
        told_before = Known(
            event_id=event_id,
            copies_id=place.copies_id,
            alerts=tuple(before.values()),
            held=(topic.slug, event_id) in held,
            restless_since=_find_unrest(tx, before, change),
        )
        alert = decide_alert(topic, change, told_before)
        if alert is None or alert == before.get(alert.id):
            continue
        if alert.id in before:
            joined.add((topic.slug, event_id, alert.id))
        else:
            made[alert.id] = (topic, change)
        before[alert.id] = alert
    _keep(tx, known, made, joined, settings=settings, places=places)


def tell_health(tx: Transaction, told: Sequence[HealthChange], settings: Settings) -> None:
    """Put into the outbox what channels are to be told of the health of sources."""
    zone = ZoneInfo(settings.timezone)
    save_deliveries(
        tx, [one for change in told for one in plan_health(settings.alerts, change, zone)]
    )


def _keep(
    tx: Transaction,
    known: _ToldBefore,
    made: Mapping[str, tuple[Topic, Change]],
    joined: set[tuple[str, str, str]],
    *,
    settings: Settings,
    places: Mapping[str, Membership],
) -> None:
    """Keep new alerts with their deliveries, and the sources of older ones."""
    alerts = [alert for some in known.values() for alert in some.values() if alert.id in made]
    save_alerts(tx, alerts)
    name_sources(tx, [known[slug, event_id][it] for slug, event_id, it in joined if it not in made])
    zone = ZoneInfo(settings.timezone)
    planned = {
        alert: plan_alert(made[alert.id][0], alert, made[alert.id][1], zone) for alert in alerts
    }
    save_deliveries(tx, _mute(tx, planned, places))


def _mute(
    tx: Transaction,
    planned: Mapping[Alert, Sequence[Delivery]],
    places: Mapping[str, Membership],
) -> list[Delivery]:
    """Return deliveries; those of muted stories are settled."""
    if not planned:
        return []
    names = {alert.story_id: list_names(places[alert.story_id]) for alert in planned}
    now = max(alert.created for alert in planned)
    muted = find_muted(tx, {it for some in names.values() for it in some}, now)
    reason = "its story is muted"
    return [
        replace(one, state="muted", settled=one.created, reason=reason)
        if names[alert.story_id] & muted
        else one
        for alert, some in planned.items()
        for one in some
    ]


def _recall(
    tx: Transaction,
    asking: Sequence[tuple[Topic, Change]],
    places: Mapping[str, Membership],
    fellows: Mapping[str, Membership],
) -> _ToldBefore:
    """Return what was told of the events of changes, under whatever name they had then.

    An event is named by the story that founded it: of events that are one now, by one of its own.
    """
    topics = {topic.slug: topic for topic, _ in asking}
    events = {_find_event(topic, places[change.story.id]) for topic, change in asking}
    since = min(change.revision.seen for _, change in asking) - AGAIN_AFTER
    known: _ToldBefore = defaultdict(dict)
    for alert in read_event_alerts(tx, events | fellows.keys(), since):
        topic, place = topics.get(alert.topic), fellows.get(alert.event_id)
        event_id = _find_event(topic, place) if topic and place else alert.event_id
        known[alert.topic, event_id][alert.id] = alert
    return known


def _list_held(
    tx: Transaction,
    asking: Sequence[tuple[Topic, Change]],
    fellows: Mapping[str, Membership],
) -> set[tuple[str, str]]:
    """Return the events of which topics had a story before, told or not: slugs and event ids.

    That counts where something is new; else none are looked for.
    """
    topics = {topic.slug: topic for topic, _ in asking}
    fresh = {
        (topic.slug, change.story.id)
        for topic, change in asking
        if Kind.NEW in change.revision.kinds
    }
    if not fresh:
        return set()
    return {
        (slug, _find_event(topics[slug], fellows[story_id]))
        for story_id, slugs in read_selections(tx, fellows).items()
        for slug in slugs
        if slug in topics and (slug, story_id) not in fresh
    }


def _find_unrest(tx: Transaction, before: Mapping[str, Alert], change: Change) -> datetime | None:
    """Return since when a story changes without a rest; None if it was never called restless."""
    story_id = change.story.id
    if any(RESTLESS in alert.hashes and alert.story_id == story_id for alert in before.values()):
        return read_restless_since(tx, story_id, AGAIN_AFTER, change.revision.seen)
    return None


def _find_event(topic: Topic, place: Membership) -> str:
    """Return what a topic folds a story into."""
    match topic.fold:
        case "none":
            return place.story_id
        case "copies":
            return place.copies_id
        case "events":
            return place.fold_id
