"""Which changes of a topic are told: each once, and those of a restless story for a while only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from feeds.alert.hashes import hash_words
from feeds.alert.lines import describe_change
from feeds.model import RESTLESS, Alert, AlertRule, Change, Kind, Topic

# Names what is made with uuid5; a fixed value, so that ids are the same for ever.
_NAMESPACE: Final = UUID("a9b4a5f0-5a63-5c0e-9a8e-0f5c8d1f2b37")

AGAIN_AFTER: Final = timedelta(hours=24)
"""So long the same is not told again, and so long a restless story must stand still."""

# After so many changes told of one story in that time it is restless.
_MOST_TOLD: Final = 8
_RESTLESS_TEXT: Final = (
    "This story changes again and again: until it stands still for a day, of what is asked for "
    "only corrections, withdrawal and return are told"
)
_ALWAYS_TOLD: Final = frozenset({Kind.CORRECTION, Kind.WITHDRAWN, Kind.RESTORED})
_MEASURED: Final = frozenset({Kind.STANDFIRST, Kind.BODY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was told of the event of a change before.

    Attributes:
        event_id: What the topic folds the changed story into.
        copies_id: The set of copies that it is in.
        alerts: Of the topic and the event, oldest first: those of the last
            :data:`AGAIN_AFTER`, and all that told it as new or called a story restless.
        held: Whether a story of the event was in the topic before, told or not: then it is not new.
        restless_since: Since when the story changes without standing still for
            :data:`AGAIN_AFTER`; only of one that was called restless.
    """

    event_id: str
    copies_id: str
    alerts: tuple[Alert, ...] = ()
    held: bool = False
    restless_since: datetime | None = None


def decide_alert(topic: Topic, change: Change, told: Known) -> Alert | None:
    """Return the alert a topic asked for about a change in it; None for nothing new to tell.

    Several rules of one topic make one alert: it is told once. What another source told already is
    that alert, with one source more.
    """
    kinds = list_kinds(topic.alerts, change)
    if change.baseline or not kinds:
        return None
    now = change.revision.seen
    if Kind.NEW in kinds:
        first = next((alert for alert in told.alerts if Kind.NEW in alert.kinds), None)
        if first:
            return _join(first, change)
        if not told.held:
            return _make_alert(topic, change, kinds, told)
        kinds = tuple(kind for kind in kinds if kind is not Kind.NEW)
        if not kinds:
            return None
    recent = [alert for alert in told.alerts if abs(now - alert.created) < AGAIN_AFTER]
    if same := _find_same(recent, hash_words(change, kinds, told.copies_id)):
        return _join(same, change)
    if is_restless(told, change):
        kinds = tuple(kind for kind in kinds if kind in _ALWAYS_TOLD)
        known = not kinds or _find_same(recent, hash_words(change, kinds, told.copies_id))
        return None if known else _make_alert(topic, change, kinds, told)
    alert = _make_alert(topic, change, kinds, told)
    edits = [one for one in recent if one.story_id == change.story.id and Kind.NEW not in one.kinds]
    return _call_restless(alert) if len(edits) >= _MOST_TOLD else alert


def list_kinds(rules: Sequence[AlertRule], change: Change) -> tuple[Kind, ...]:
    """Return the kinds of a change that any of some rules asks for, in the order of the change."""
    return tuple(
        kind
        for kind in change.revision.kinds
        if any(kind in rule.on and _is_enough(rule, kind, change) for rule in rules)
    )


def is_restless(told: Known, change: Change) -> bool:
    """Whether a story was called restless, and has not stood still since."""
    since = told.restless_since
    return since is not None and any(
        RESTLESS in alert.hashes and alert.story_id == change.story.id and alert.created >= since
        for alert in told.alerts
    )


def _is_enough(rule: AlertRule, kind: Kind, change: Change) -> bool:
    """Whether an edit is as large as a rule wants it; one that nobody measured is."""
    if kind not in _MEASURED:
        return True
    words = [edit.words for edit in change.revision.edits if edit.kind is kind]
    return not words or max(words) >= rule.least_words


def _find_same(recent: Sequence[Alert], hashes: tuple[str, ...]) -> Alert | None:
    """Return the last alert that told of this, if all of this was told."""
    known = {one for alert in recent for one in alert.hashes}
    if not known >= set(hashes):
        return None
    return next(alert for alert in reversed(recent) if set(alert.hashes) & set(hashes))


def _join(alert: Alert, change: Change) -> Alert:
    """Return an alert with the source of a change that tells the same."""
    sources = (*alert.sources, change.story.source_id)
    return replace(alert, sources=tuple(dict.fromkeys(sources)))


def _make_alert(topic: Topic, change: Change, kinds: tuple[Kind, ...], told: Known) -> Alert:
    """Return an alert of what was never told."""
    story, number, seen = change.story, change.revision.number, change.revision.seen
    hashes = hash_words(change, kinds, told.copies_id)
    name = "\n".join((topic.slug, story.id, str(number), seen.isoformat(), *hashes))
    return Alert(
        id=str(uuid5(_NAMESPACE, name)),
        topic=topic.slug,
        event_id=told.event_id,
        story_id=story.id,
        revision=number,
        kinds=kinds,
        edits=tuple(edit for edit in change.revision.edits if edit.kind in kinds),
        headline=story.headline,
        text="\n".join(describe_change(kind, change) for kind in kinds),
        url=story.url,
        source_id=story.source_id,
        sources=(story.source_id,),
        hashes=hashes,
        created=seen,
    )


def _call_restless(alert: Alert) -> Alert:
    """Return an alert that says that its story changes again and again."""
    return replace(alert, text=f"{alert.text}\n{_RESTLESS_TEXT}", hashes=(*alert.hashes, RESTLESS))
