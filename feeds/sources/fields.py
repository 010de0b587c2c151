"""From nodes to values of the written types, telling every mistake at its place."""

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, Required, TypeVar, get_args, get_origin

from pydantic import ConfigDict, TypeAdapter, ValidationError
from typing_extensions import get_type_hints

from feeds.sources.findings import Findings
from feeds.sources.nodes import MapNode, Node, ScalarNode, find_node, find_place
from feeds.sources.scalars import describe_node, plain_value
from feeds.sources.written import (
    FilePath,
    Visible,
    WrittenAlert,
    WrittenChannel,
    WrittenFile,
    WrittenHealthAlert,
    WrittenPage,
    WrittenSettings,
    WrittenSource,
    WrittenTopic,
)

_STRICT = ConfigDict(strict=True)
_NESTED = {"sources", "topics", "channels", "settings", "include", "alerts", "page"}
_WANTED = {
    "string_type": "text",
    "int_type": "a whole number, without quotes and leading zeros",
    "bool_type": "true or false, without quotes",
    "list_type": "a list",
    "dict_type": "a mapping",
}
_SHOWN = 20
_Value = TypeVar("_Value")


def _make_fields(shape: type) -> dict[str, TypeAdapter[Any]]:
    """Return how each key of a written type is checked; nested ones are read by their owners."""
    hints = get_type_hints(shape, include_extras=True)
    return {
        name: TypeAdapter(_strip_required(hint), config=_STRICT)
        for name, hint in hints.items()
        if name not in _NESTED
    }


def _strip_required(hint: Any) -> Any:
    """Return the type without the mark that its key is required."""
    return get_args(hint)[0] if get_origin(hint) is Required else hint


_FIELDS: dict[type, dict[str, TypeAdapter[Any]]] = {
    shape: _make_fields(shape)
    for shape in (
        WrittenFile,
        WrittenSource,
        WrittenPage,
        WrittenTopic,
        WrittenAlert,
        WrittenHealthAlert,
        WrittenChannel,
        WrittenSettings,
    )
}
URL: TypeAdapter[str] = _FIELDS[WrittenSource]["url"]
ADDRESS: TypeAdapter[str] = TypeAdapter(Visible, config=_STRICT)
FILE_PATH: TypeAdapter[str] = TypeAdapter(FilePath, config=_STRICT)


def read_fields(node: MapNode, shape: type, findings: Findings) -> dict[str, Any]:
    """Return what is right in a mapping; what is not is told, all of it.

    Args:
        node: The mapping.
        shape: One of the types of ``written``.
        findings: Takes unknown keys, missing keys and wrong values.
    """
    known = _FIELDS[shape]
    check_keys(node, shape, findings)
    values: dict[str, Any] = {}
    for name, child in node.values.items():
        if name in known and (value := read_value(child, known[name], findings)) is not None:
            values[name] = value
    return values


def check_keys(node: MapNode, shape: type, findings: Findings) -> None:
    """Tell the keys of a mapping that are unknown, and those that are missing."""
    names = tuple(shape.__annotations__)
    for name in node.values:
        if name not in names:
            findings.add_problem(node.keys[name], f"unknown key; {suggest_name(name, names)}")
    for name in sorted(getattr(shape, "__required_keys__", ())):
        if name not in node.values:
            findings.add_problem(node.place, f"the key {name} is missing")


def read_value(node: Node, wanted: TypeAdapter[_Value], findings: Findings) -> _Value | None:
    """Return a checked value; None if it is wrong, which is told."""
    try:
        return wanted.validate_python(plain_value(node))
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_input=False):
            place = find_place(node, detail["loc"])
            findings.add_problem(place, _explain(detail, find_node(node, detail["loc"])))
    return None


def suggest_name(name: str, known: Iterable[str]) -> str:
    """Return what was probably meant by a name that is not known."""
    names = tuple(known)
    near = difflib.get_close_matches(name[:64].lower(), names, n=1)
    if near:
        return f"did you mean {near[0]}?"
    return f"known are: {', '.join(names)}" if names else "none is known"


def _explain(detail: Mapping[str, Any], node: Node) -> str:
    """Return in words what is wrong with a value."""
    kind = detail["type"]
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    words = str(detail["msg"])
    if kind in _WANTED:
        return explain_type(node, _WANTED[kind])
    if kind in ("enum", "literal_error"):
        return f"is not known; {suggest_name(_text_of(node), _list_choices(detail))}"
    return "must " + words.split(" should ", 1)[-1].replace(" after validation", "")


def _text_of(node: Node) -> str:
    """Return the text of a single value; nothing of a list or mapping."""
    return node.text if isinstance(node, ScalarNode) else ""


def _list_choices(detail: Mapping[str, Any]) -> list[str]:
    """Return what might have stood there, from a message like ``'a', 'b' or 'c'``."""
    return re.findall(r"'([^']*)'", detail["ctx"]["expected"])


def explain_type(node: Node, wanted: str) -> str:
    """Return in words that something else was wanted than what stands there."""
    found = describe_node(node)
    if found == "nothing":
        return "is empty; give it a value"
    if isinstance(node, ScalarNode) and wanted == "text":
        shown = f': "{node.text}"' if len(node.text) <= _SHOWN else ""
        return f"must be text, but YAML can read this as {found}; quote it{shown}"
    return f"must be {wanted}" + ("" if isinstance(node, ScalarNode) else f", not {found}")
