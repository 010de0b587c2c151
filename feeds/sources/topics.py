"""The topics: what readers care about."""

from collections.abc import Sequence
from typing import Any

from feeds.errors import QueryError
from feeds.model import NOTICED_KINDS, AlertRule, Kind, Query, Topic
from feeds.sources.fields import explain_type, read_fields, suggest_name
from feeds.sources.findings import Findings
from feeds.sources.names import tell_twins
from feeds.sources.nodes import ListNode, MapNode, Node, ScalarNode, find_key
from feeds.sources.parts import Part, list_section
from feeds.sources.written import WrittenAlert, WrittenTopic
from feeds.text.query import parse_query


def make_topics(
    parts: tuple[Part, ...], channels: tuple[str, ...] | None, findings: Findings
) -> tuple[Topic, ...]:
    """Return the topics of all files, in order.

    Args:
        parts: All files.
        channels: The names alerts may be sent to; None if not all files could be read, so that
            nobody knows.
        findings: Takes what is wrong.
    """
    nodes = [node for part in parts for node in list_section(part.root, "topics", findings)]
    slugs = [slug for node in nodes if isinstance(slug := find_key(node, "slug"), ScalarNode)]
    tell_twins(((slug.text, slug.place) for slug in slugs), "slug", findings)
    made = [_make_topic(node, channels, findings) for node in nodes]
    return tuple(topic for topic in made if topic)


def _make_topic(node: Node, channels: tuple[str, ...] | None, findings: Findings) -> Topic | None:
    """Return a topic; None if its slug or query is missing or wrong."""
    if not isinstance(node, MapNode):
        findings.add_problem(node.place, explain_type(node, "a mapping with slug: and match:"))
        return None
    fields: dict[str, Any] = read_fields(node, WrittenTopic, findings)
    alerts = _make_alerts(node, channels, findings)
    query = _read_query(node, fields.get("match"), findings)
    if "slug" not in fields or query is None:
        return None
    title = fields["slug"].replace("-", " ").replace("_", " ").capitalize()
    return Topic(**{"title": title, **fields}, query=query, alerts=alerts)


def _read_query(node: MapNode, match: str | None, findings: Findings) -> Query | None:
    """Return the query of a topic, read; None if it is missing or wrong."""
    if match is None:
        return None
    try:
        return parse_query(match)
    except QueryError as error:
        message = f"{error}\n{error.pointed()}" if error.query else str(error)
        findings.add_problem(node.values["match"].place, message)
    return None


def _make_alerts(
    topic: MapNode, channels: tuple[str, ...] | None, findings: Findings
) -> tuple[AlertRule, ...]:
    """Return the alert rules of a topic that are right."""
    match topic.values.get("alerts"):
        case None:
            return ()
        case ListNode(items=items):
            made = [_make_rule(node, channels, findings) for node in items]
            return tuple(rule for rule in made if rule)
        case wrong:
            findings.add_problem(wrong.place, explain_type(wrong, "a list"))
            return ()


def _make_rule(
    node: Node, channels: tuple[str, ...] | None, findings: Findings
) -> AlertRule | None:
    """Return one alert rule; None if its kinds are missing or wrong."""
    if not isinstance(node, MapNode):
        findings.add_problem(node.place, explain_type(node, "a mapping with on: and to:"))
        return None
    written = read_fields(node, WrittenAlert, findings)
    if channels is not None:
        _check_channels(find_key(node, "to"), channels, findings)
    if "on" not in written:
        return None
    to = tuple(dict.fromkeys(written.get("to", ())))
    _warn_unkept(node, written["on"], to, findings)
    return AlertRule(on=tuple(dict.fromkeys(written["on"])), to=to)


def _warn_unkept(
    node: MapNode, kinds: Sequence[Kind], to: tuple[str, ...], findings: Findings
) -> None:
    """Warn of what this version promises nothing about."""
    unnoticed = [kind.value for kind in kinds if kind not in NOTICED_KINDS]
    if unnoticed:
        message = f"not noticed by this version yet: {', '.join(unnoticed)}"
        findings.add_warning(node.values["on"].place, message)
    if to:
        message = "this version sends nothing to channels yet; see the topic's alerts feed"
        findings.add_warning(node.values["to"].place, message)


def _check_channels(to: Node | None, channels: tuple[str, ...], findings: Findings) -> None:
    """Tell names that no channel has."""
    names = to.items if isinstance(to, ListNode) else ()
    for name in names:
        if isinstance(name, ScalarNode) and name.text not in channels:
            message = f"no channel has this name; {suggest_name(name.text, channels)}"
            findings.add_problem(name.place, message)
