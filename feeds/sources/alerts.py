"""The alert rules: what is told of topics and of sources, and to which channels."""

from typing import Any

from feeds.model import AlertRule, HealthRule
from feeds.sources.fields import explain_type, read_fields, suggest_name
from feeds.sources.findings import Findings
from feeds.sources.nodes import ListNode, MapNode, Node, ScalarNode, find_key
from feeds.sources.parts import Part
from feeds.sources.written import WrittenAlert, WrittenHealthAlert

# The names alerts may be sent to; None if not all files could be read, so that nobody knows.
Channels = tuple[str, ...] | None

_WITHOUT_TO = "it is about channels, and without to: there are none"


def make_alert_rules(
    topic: MapNode, channels: Channels, findings: Findings
) -> tuple[AlertRule, ...]:
    """Return the alert rules of a topic that are right."""
    read = _read_rules(topic, WrittenAlert, channels, findings)
    return tuple(AlertRule(**written) for _, written in read if "on" in written)


def make_health_rules(
    settings: MapNode, channels: Channels, findings: Findings
) -> tuple[HealthRule, ...]:
    """Return the alert rules of the settings, which are about sources, that are right."""
    read = _read_rules(settings, WrittenHealthAlert, channels, findings)
    return tuple(HealthRule(**written) for _, written in read if {"on", "to"} <= written.keys())


def list_named(parts: tuple[Part, ...]) -> frozenset[str]:
    """Return the names of channels that stand in rules, whether those are right or wrong."""
    owners = [node for part in parts for node in _list_items(part.root, "topics")]
    owners += [node for part in parts if (node := find_key(part.root, "settings"))]
    rules = [rule for owner in owners for rule in _list_items(owner, "alerts")]
    names = [name for rule in rules for name in _list_items(rule, "to")]
    names += [name for rule in rules if (name := find_key(rule, "to"))]
    return frozenset(name.text for name in names if isinstance(name, ScalarNode))


def _list_items(node: Node, key: str) -> tuple[Node, ...]:
    """Return what a list in a mapping holds; nothing where there is no such list."""
    found = find_key(node, key)
    return found.items if isinstance(found, ListNode) else ()


def _read_rules(
    owner: MapNode, shape: type, channels: Channels, findings: Findings
) -> list[tuple[MapNode, dict[str, Any]]]:
    """Return the rules of a list called ``alerts``, with what is right in them."""
    match owner.values.get("alerts"):
        case None:
            return []
        case ListNode(items=items):
            read = [(node, _read_rule(node, shape, channels, findings)) for node in items]
            return [(node, rule) for node, rule in read if isinstance(node, MapNode)]
        case wrong:
            findings.add_problem(wrong.place, explain_type(wrong, "a list"))
            return []


def _read_rule(node: Node, shape: type, channels: Channels, findings: Findings) -> dict[str, Any]:
    """Return what is right in a rule; lists without what stands twice."""
    if not isinstance(node, MapNode):
        findings.add_problem(node.place, explain_type(node, "a mapping with on: and to:"))
        return {}
    written = read_fields(node, shape, findings)
    if channels is not None:
        _check_channels(find_key(node, "to"), channels, findings)
    for name in ("digest", "quiet"):
        if name in written and "to" not in node.values:
            findings.add_warning(node.values[name].place, _WITHOUT_TO)
    lists = {name: tuple(dict.fromkeys(written[name])) for name in ("on", "to") if name in written}
    return written | lists


def _check_channels(to: Node | None, channels: tuple[str, ...], findings: Findings) -> None:
    """Tell names that no channel has."""
    names = to.items if isinstance(to, ListNode) else ()
    for name in names:
        if isinstance(name, ScalarNode) and name.text not in channels:
            message = f"no channel has this name; {suggest_name(name.text, channels)}"
            findings.add_problem(name.place, message)
