"""The nodes of a YAML document, each knowing its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is written.

    Attributes:
        file: The file as the user named it.
        line: Counted from 1.
        column: Counted from 1.
        key: Path in the document, as in ``sources.2.every``; empty for the whole.
    """

    file: str
    line: int = 1
    column: int = 1
    key: str = ""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ScalarNode:
    """A single value.

    Attributes:
        place: Where it begins.
        text: As written, without quotes.
        plain: Whether it was written without quotes, so that YAML decides what it is.
        comment: What stands behind it in its line if it is plain, from the ``#`` on.
    """

    place: Place
    text: str
    plain: bool
    comment: str = ""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ListNode:
    """A list."""

    place: Place
    items: tuple["Node", ...]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class MapNode:
    """A mapping.

    Attributes:
        place: Where it begins.
        values: By key, in order.
        keys: Where each key stands.
    """

    place: Place
    values: Mapping[str, "Node"]
    keys: Mapping[str, Place]


Node = ScalarNode | ListNode | MapNode


def find_node(node: Node, path: tuple[int | str, ...]) -> Node:
    """Return the deepest node that is there on a path of keys and numbers below a node."""
    for part in path:
        match node, part:
            case MapNode(), str() if part in node.values:
                node = node.values[part]
            case ListNode(), int() if part < len(node.items):
                node = node.items[part]
            case _:
                return node
    return node


def find_key(node: Node, name: str) -> Node | None:
    """Return the value of a key; None if the node is no mapping or has no such key."""
    return node.values.get(name) if isinstance(node, MapNode) else None


def find_place(node: Node, path: tuple[int | str, ...]) -> Place:
    """Return the place of what is wrong on a path as pydantic gives it.

    A path that ends in ``[key]`` means the key before it, not its value.
    """
    if path[-1:] != ("[key]",):
        return find_node(node, path).place
    above = find_node(node, path[:-2])
    name = str(path[-2])
    return above.keys[name] if isinstance(above, MapNode) else above.place
