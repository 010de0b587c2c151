"""The topics: what readers care about."""

from typing import Any

from feeds.errors import QueryError
from feeds.model import Query, Topic
from feeds.sources.alerts import Channels, make_alert_rules
from feeds.sources.fields import explain_type, read_fields
from feeds.sources.findings import Findings
from feeds.sources.names import tell_twins
from feeds.sources.nodes import MapNode, Node, ScalarNode, find_key
from feeds.sources.parts import Part, list_section
from feeds.sources.written import WrittenTopic
from feeds.text.query import parse_query


def make_topics(
    parts: tuple[Part, ...], channels: Channels, findings: Findings
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


def _make_topic(node: Node, channels: Channels, findings: Findings) -> Topic | None:
    """Return a topic; None if its slug or query is missing or wrong."""
    if not isinstance(node, MapNode):
        findings.add_problem(node.place, explain_type(node, "a mapping with slug: and match:"))
        return None
    fields: dict[str, Any] = read_fields(node, WrittenTopic, findings)
    alerts = make_alert_rules(node, channels, findings)
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
