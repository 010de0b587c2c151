"""What YAML makes of a value without quotes, where versions and readers disagree."""

import re
from dataclasses import dataclass
from typing import final

from feeds.sources.nodes import ListNode, MapNode, Node, ScalarNode

# Values without quotes that YAML 1.2 or YAML 1.1 (yaml.org/type) reads as something else than
# text; the group that matches tells as what.
_NO_TEXT = re.compile(
    r"""(?P<nothing>~|null|Null|NULL|)
    | (?P<true>true|True|TRUE)
    | (?P<false>false|False|FALSE)
    | (?P<whole>-?(?:0|[1-9][0-9]{0,17}))
    | (?P<boolean>[yYnN]|[yY][eE][sS]|[nN][oO]|[oO][nN]|[oO][fF][fF])
    | (?P<number>[-+]?0[bBoOxX][0-9a-fA-F_]+
        | [-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?
        | [-+]?\.[0-9]+(?:[eE][-+]?[0-9]+)?
        | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN))
    | (?P<time>[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)
    | (?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\ \t].*)?)
    """,
    re.VERBOSE,
)
_READINGS = {
    "nothing": "nothing",
    "boolean": "a boolean",
    "number": "a number",
    "time": "a number or a time",
    "date": "a date",
}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class NoText:
    """A value that cannot be taken as text without guessing.

    Attributes:
        reading: What it is, in words: ``nothing``, ``a date``, ``a list``.
    """

    reading: str


def plain_value(node: Node) -> object:
    """Return a node as plain values for checking: one level of list or mapping, no deeper."""
    match node:
        case ScalarNode():
            return _scalar_value(node)
        case ListNode():
            return [_flat_value(item) for item in node.items]
        case MapNode():
            return {key: _flat_value(value) for key, value in node.values.items()}


def describe_node(node: Node) -> str:
    """Return in words what a node is."""
    match node:
        case ListNode():
            return "a list"
        case MapNode():
            return "a mapping"
        case ScalarNode():
            value = _scalar_value(node)
    match value:
        case NoText(reading=reading):
            return reading
        case bool():
            return "a boolean"
        case int():
            return "a number"
        case _:
            return "text"


def _flat_value(node: Node) -> object:
    """Return a value of a list or mapping; what is nested deeper only says so."""
    return _scalar_value(node) if isinstance(node, ScalarNode) else NoText(reading="nested")


def _scalar_value(node: ScalarNode) -> str | int | bool | NoText:
    """Return text, a whole number, a boolean, or word of what stands there instead."""
    found = _NO_TEXT.fullmatch(node.text) if node.plain else None
    match found and found.lastgroup:
        case None:
            return node.text
        case "true":
            return True
        case "false":
            return False
        case "whole":
            return int(node.text)
        case reading:
            return NoText(reading=_READINGS[reading])
