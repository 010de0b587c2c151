"""Messages in every form that channels need: one alert, many, how sources are, or a test."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Final

from feeds.alert.payload import (
    describe_alert,
    describe_digest,
    describe_health,
    wrap_data,
)
from feeds.alert.told import Told, list_names, show_html, show_text, show_title
from feeds.model import SOURCES_FEED, Alert, HealthChange, Message, Settings
from feeds.text.characters import clean_line

MOST_IN_FULL: Final = 50
"""So many are told in full in one message; the others are counted."""

_LONGEST_SUBJECT = 200
_LONGEST_TITLE = 100
_HEALTH = "Health of the sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How people call what is told of; what is missing is called by its id or slug.

    Attributes:
        sources: By id.
        topics: By slug.
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)


def compose_message(
    told: Sequence[Told],
    message_id: str,
    names: Names,
    settings: Settings,
    topics: Mapping[str, int] | None = None,
) -> Message:
    """Return one message about everything that is to be told through a channel.

    Args:
        told: At least one, in the order they happened.
        message_id: The same however often it is sent.
        names: How people call sources and topics.
        settings: For the desk's name.
        topics: How much each topic tells, the health of sources among them, where that is more.
    """
    if len(told) > 1:
        return _compose_digest(_group(told), message_id, names, settings, topics)
    match told[0]:
        case Alert() as alert:
            return _compose_alert(alert, message_id, names)
        case HealthChange() as change:
            return _compose_health(change, message_id, names.sources)


def compose_test(channel: str, message_id: str, settings: Settings, now: datetime) -> Message:
    """Return a message that says nothing but that a channel works."""
    text = f"This is a test of the channel {channel}. Whoever reads it need do nothing."
    return Message(
        id=message_id,
        subject=_line(f"{settings.title}: a test of the channel {channel}"),
        text=f"{text}\n",
        html=f"<p>{escape(text)}</p>",
        data=wrap_data("wiredesk.test", now, {"channel": channel, "text": text}),
        created=now,
    )


def _compose_alert(alert: Alert, message_id: str, called: Names) -> Message:
    """Return a message about one alert; all about one event of a topic are one thread."""
    names = called.sources
    return Message(
        id=message_id,
        subject=_line(f"[{_call_topic(alert.topic, called)}] {show_title(alert, names)}"),
        text=show_text(alert, names) + "\n",
        html=show_html(alert, names),
        data=wrap_data("wiredesk.alert", alert.created, describe_alert(alert, names)),
        thread=alert.event_id or alert.story_id,
        created=alert.created,
    )


def _compose_health(change: HealthChange, message_id: str, names: Mapping[str, str]) -> Message:
    """Return a message about how one source is; all about one source are one thread."""
    return Message(
        id=message_id,
        subject=_line(show_title(change, names)),
        text=show_text(change, names) + "\n",
        html=show_html(change, names),
        data=wrap_data("wiredesk.health", change.created, describe_health(change, names)),
        thread=change.source_id or SOURCES_FEED,
        created=change.created,
    )


def _compose_digest(
    told: Sequence[Told],
    message_id: str,
    called: Names,
    settings: Settings,
    topics: Mapping[str, int] | None,
) -> Message:
    """Return a message about many, which are in groups already."""
    names = called.sources
    counts = {**Counter(_topic(one) for one in told), **(topics or {})}
    total = sum(counts.values())
    shown = told[:MOST_IN_FULL]
    created = max(one.created for one in told)
    alerts = [describe_alert(one, names) for one in shown if isinstance(one, Alert)]
    health = [describe_health(one, names) for one in shown if isinstance(one, HealthChange)]
    data = describe_digest(alerts, health, counts, total - len(shown))
    topics_called = tuple(_call_topic(topic, called) for topic in counts)
    return Message(
        id=message_id,
        subject=_line(f"{settings.title}: {total} changes in {list_names(topics_called)}"),
        text="\n\n".join(_show_blocks_text(shown, counts, called)) + "\n",
        html="".join(_show_blocks_html(shown, counts, called)),
        data=wrap_data("wiredesk.digest", created, data),
        created=created,
    )


def _group(told: Sequence[Told]) -> tuple[Told, ...]:
    """Return everything by topic and then by event, each in the order of its first; health last."""
    topics = dict.fromkeys(_topic(one) for one in told)
    order = {topic: number for number, topic in enumerate(topics)} | {SOURCES_FEED: len(told)}
    events: dict[tuple[str, str], int] = {}
    for number, one in enumerate(told):
        events.setdefault((_topic(one), _event(one)), number)
    return tuple(
        sorted(told, key=lambda one: (order[_topic(one)], events[_topic(one), _event(one)]))
    )


def _list_blocks(
    shown: Sequence[Told], counts: Mapping[str, int]
) -> Iterator[tuple[str, int, list[Told], int]]:
    """Yield each topic of a digest, how much it tells, what of that is shown, and what is not."""
    for topic, number in counts.items():
        told = [one for one in shown if _topic(one) == topic]
        yield topic, number, told, number - len(told)


def _show_blocks_text(
    shown: Sequence[Told], counts: Mapping[str, int], called: Names
) -> Iterator[str]:
    """Yield the paragraphs of a digest in plain text: each topic with its number, its alerts."""
    for topic, number, told, left in _list_blocks(shown, counts):
        title = _call_topic(topic, called)
        heading = f"{title}: {number}"
        yield f"{heading}\n{'=' * len(heading)}"
        yield from (show_text(one, called.sources) for one in told)
        if left > 0:
            yield f"… and {left} more in {title}"


def _show_blocks_html(
    shown: Sequence[Told], counts: Mapping[str, int], called: Names
) -> Iterator[str]:
    """Yield the same in HTML."""
    for topic, number, told, left in _list_blocks(shown, counts):
        title = escape(_call_topic(topic, called))
        yield f"<h2>{title}: {number}</h2>"
        yield from (show_html(one, called.sources) for one in told)
        if left > 0:
            yield f"<p>… and {left} more in {title}</p>"


def _topic(told: Told) -> str:
    """Return what a digest counts something under."""
    return told.topic if isinstance(told, Alert) else SOURCES_FEED


def _call_topic(topic: str, called: Names) -> str:
    """Return how people call a topic, on one line, or the health of the sources."""
    if topic == SOURCES_FEED:
        return _HEALTH
    return clean_line(called.topics.get(topic, topic), _LONGEST_TITLE)


def _event(told: Told) -> str:
    """Return what something is about."""
    if isinstance(told, Alert):
        return told.event_id or told.story_id
    return told.source_id or ""


def _line(text: str) -> str:
    """Return a subject: one line."""
    return clean_line(text, _LONGEST_SUBJECT)
