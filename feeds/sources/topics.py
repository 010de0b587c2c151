"""The topics: what readers care about."""

import re
from collections.abc import Mapping
from typing import Any, Final

from feeds.errors import QueryError
from feeds.model import Query, Topic
from feeds.sources.alerts import Channels, make_alert_rules
from feeds.sources.fields import explain_type, read_fields
from feeds.sources.findings import Findings
from feeds.sources.names import tell_twins
from feeds.sources.nodes import MapNode, Node, ScalarNode, find_key
from feeds.sources.parts import Part, list_section
from feeds.sources.written import WrittenTopic
from feeds.text.review import review_query

# A comment begins with a space or says what is to be done; a tag or a number does not.
_LOST: Final = re.compile(r"#(?!(?:TODO|FIXME|XXX|NOTE)\b)\w.*")
# The hosts of all sources by their ids, empty for a folder; None if not all could be read, so that
# nobody knows.
Sources = Mapping[str, str] | None


def make_topics(
    parts: tuple[Part, ...], channels: Channels, sources: Sources, findings: Findings
) -> tuple[Topic, ...]:
    """Return the topics of all files, in order.

    Args:
        parts: All files.
        channels: The names alerts may be sent to; None if not all files could be read, so that
            nobody knows.
        sources: Those that queries may name.
        findings: Takes what is wrong, and what of a query was probably not meant.
    """
    nodes = [node for part in parts for node in list_section(part.root, "topics", findings)]
    slugs = [slug for node in nodes if isinstance(slug := find_key(node, "slug"), ScalarNode)]
    tell_twins(((slug.text, slug.place) for slug in slugs), "slug", findings)
    made = [_make_topic(node, channels, sources, findings) for node in nodes]
    return tuple(topic for topic in made if topic)


def _make_topic(
    node: Node, channels: Channels, sources: Sources, findings: Findings
) -> Topic | None:
    """Return a topic; None if its slug or query is missing or wrong."""
    if not isinstance(node, MapNode):
        findings.add_problem(node.place, explain_type(node, "a mapping with slug: and match:"))
        return None
    fields: dict[str, Any] = read_fields(node, WrittenTopic, findings)
    alerts = make_alert_rules(node, channels, findings)
    query = _read_query(node, fields.get("match"), sources, findings)
    if "slug" not in fields or query is None:
        return None
    title = fields["slug"].replace("-", " ").replace("_", " ").capitalize()
    return Topic(**{"title": title, **fields}, query=query, alerts=alerts)


def _read_query(
    node: MapNode, match: str | None, sources: Sources, findings: Findings
) -> Query | None:
    """Return the query of a topic, read; None if it is missing or wrong."""
    written = node.values.get("match")
    if isinstance(written, ScalarNode) and (lost := _LOST.match(written.comment)):
        findings.add_warning(written.place, _explain_lost(written.text, lost[0]))
    if written is None or match is None:
        return None
    place = written.place
    review = review_query(match, None if sources is None else tuple(sources), sources or {})
    for never in review.never:
        findings.add_problem(place, _point(never))
    for unmeant in review.unmeant:
        findings.add_warning(place, _point(unmeant))
    return review.query


def _explain_lost(match: str, comment: str) -> str:
    """Say that YAML takes the end of a query for a comment."""
    quoted = f"{match} {comment}".strip().replace("'", "''")
    return (
        f"YAML takes {comment} for a comment, so that it is no part of the query; if it should be, "
        f"put all of it into single quotes, as in '{quoted}'; if not, put a space behind the #"
    )


def _point(error: QueryError) -> str:
    """Return what is wrong with a query, and the query with a caret under it."""
    return f"{error}\n{error.pointed()}" if error.query else str(error)
