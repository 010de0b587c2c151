"""Through which channels an alert goes out, and when: at once, with a digest, after quiet hours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Final, Literal
from uuid import UUID, uuid5

from feeds.alert.decide import list_kinds
from feeds.model import (
    Alert,
    AlertRule,
    Change,
    Delivery,
    HealthChange,
    HealthRule,
    Hours,
    Kind,
    Topic,
)
from feeds.text.cron import next_time
from feeds.text.hours import end_of_hours

# Names what is made with uuid5; a fixed value, so that ids are the same for ever.
_NAMESPACE: Final = UUID("c7b5d9a2-1f0e-5d5b-8a36-64d5a1f3e0b9")

GATHERING: Final = timedelta(seconds=60)
"""An alert of an edit waits so long for others that tell the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _When:
    """When something is told, and what it waits for; see :class:`~feeds.model.Delivery`."""

    due: datetime
    digest: str = ""


def plan_alert(topic: Topic, alert: Alert, change: Change, zone: tzinfo) -> tuple[Delivery, ...]:
    """Return the deliveries of an alert, one for each channel, whatever the number of rules.

    Args:
        topic: Whose rules hold.
        alert: What is told.
        change: What it is made from.
        zone: Whose clocks digests and quiet hours are about.
    """
    rules = [rule for rule in topic.alerts if set(list_kinds([rule], change)) & set(alert.kinds)]
    gathering = timedelta() if Kind.NEW in alert.kinds else GATHERING
    return _plan(alert, "alert", rules, gathering, zone)


def plan_health(
    rules: Iterable[HealthRule], change: HealthChange, zone: tzinfo
) -> tuple[Delivery, ...]:
    """Return the deliveries of a change of the health of a source, one for each channel."""
    asking = [rule for rule in rules if change.kind in rule.on]
    return _plan(change, "health", asking, timedelta(), zone)


def _plan(
    told: Alert | HealthChange,
    about: Literal["alert", "health"],
    rules: Sequence[AlertRule | HealthRule],
    gathering: timedelta,
    zone: tzinfo,
) -> tuple[Delivery, ...]:
    """Return a delivery for each channel, by the rule that tells it first."""
    whens: dict[str, _When] = {}
    for rule in rules:
        when = _find_when(rule.digest, rule.quiet, told.created, gathering, zone)
        for channel in rule.to:
            whens[channel] = min(whens.get(channel, when), when, key=lambda one: one.due)
    return tuple(
        Delivery(
            id=str(uuid5(_NAMESPACE, f"{channel}\n{told.id}")),
            channel=channel,
            about=about,
            told_id=told.id,
            created=told.created,
            due=when.due,
            digest=when.digest,
        )
        for channel, when in whens.items()
    )


def _find_when(
    digest: str | None, quiet: Hours | None, created: datetime, gathering: timedelta, zone: tzinfo
) -> _When:
    """Return when something is told by one rule."""
    when = _When(due=created + gathering)
    if digest and (due := next_time(digest, created, zone)):
        when = _When(due=due, digest=digest)
    if quiet and (end := end_of_hours(quiet, when.due, zone)):
        hours = f"quiet until {quiet.end:%H:%M}"
        return _When(due=end, digest=when.digest or hours)
    return when
