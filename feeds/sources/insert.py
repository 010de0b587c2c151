"""Sources written into a configuration file: text goes in, and all that stood there stays."""

import codecs
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, final

import yaml

from feeds.errors import WiredeskError
from feeds.sources.additions import Addition
from feeds.sources.characters import decode_text
from feeds.sources.findings import Findings
from feeds.sources.nodes import Place, ScalarNode
from feeds.sources.scalars import plain_value
from feeds.sources.yaml import read_yaml

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
# A line that holds a comment only, with the break before it.
_COMMENT = re.compile("(?:\r\n|[\r\n])( *)#[^\r\n]*")
# What YAML reads as text without quotes.
_PLAIN_URL = re.compile(r"https?://[A-Za-z0-9:/?#@!$&'()*+,;=%._~-]*[A-Za-z0-9/=_~-]")
_PLAIN_TEXT = re.compile(r"[^\W\d_][\w .-]*")
_INDENT = 2


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """Where lines go in.

    Attributes:
        text: The file, without an empty value that made way.
        at: Where they go: the end of a line, before its break.
        column: Where the dashes stand, counted from 0.
        above: Lines before the items.
    """

    text: str
    at: int
    column: int
    above: tuple[str, ...] = ()


def insert_sources(content: bytes, additions: Sequence[Addition], file: str) -> bytes:
    """Return a configuration file with sources behind the last one of its list.

    Comments, order, indentation, line ends and a byte order mark stay as they are. Where there is
    no ``sources:`` it is written at the end.

    Args:
        content: The file as it is.
        additions: What to write, in order; folders become comments.
        file: Its name, for messages.

    Raises:
        ConfigError: It is no YAML.
        WiredeskError: The list is written in a way that is left to be edited by hand; the message
            says where, and what to add.
    """
    text = decode_text(content, file)
    read_yaml(text, file, Findings())
    spot = _find_spot(text, file)
    if isinstance(spot, Place):
        raise _refuse(spot, additions)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    first = _BREAK.search(text)
    end = first[0] if first else "\n"
    lines = [*spot.above, *show_sources(additions, spot.column)]
    if not spot.text:
        return mark + "".join(line + end for line in lines).encode()
    new = "".join(end + line for line in lines)
    return mark + (spot.text[: spot.at] + new + spot.text[spot.at :]).encode()


def show_sources(additions: Sequence[Addition], column: int = _INDENT) -> list[str]:
    """Return the lines that stand for sources in a block list.

    Args:
        additions: In order; the name of each folder stands once above its sources.
        column: Where the dashes stand, counted from 0.
    """
    space = " " * column
    lines: list[str] = []
    for folder, group in groupby(additions, key=lambda one: one.folder):
        if folder:
            lines.append(f"{space}# {folder}")
        for addition in group:
            first, *more = _show_source(addition)
            lines += [f"{space}- {first}", *(f"{space}  {line}" for line in more)]
    return lines


def _show_source(addition: Addition) -> list[str]:
    """Return a source as the lines of a mapping, or as its bare address."""
    keys = _list_keys(addition)
    return [f"{key}: {value}" for key, value in keys.items()] if len(keys) > 1 else [keys["url"]]


def _list_keys(addition: Addition) -> dict[str, str]:
    """Return the keys of a source in their usual order, with their values as YAML."""
    stated = {
        "id": addition.id and _quote_text(addition.id),
        "url": _quote_url(addition.url),
        "title": addition.title and _quote_text(addition.title),
        "every": addition.every,
        "allow_private": "true" if addition.allow_private else None,
    }
    return {key: value for key, value in stated.items() if value}


def _quote_url(url: str) -> str:
    """Return an address as YAML text; JSON's quotes are YAML's."""
    return url if _PLAIN_URL.fullmatch(url) else json.dumps(url, ensure_ascii=False)


def _quote_text(text: str) -> str:
    """Return words as YAML text, with quotes where YAML could read something else."""
    node = ScalarNode(place=Place(file=""), text=text, plain=True)
    plain = _PLAIN_TEXT.fullmatch(text) and isinstance(plain_value(node), str)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _find_spot(text: str, file: str) -> _Spot | Place:
    """Return where sources go in, or the place that is left to people."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:  # one anchor named twice, which reading allows
        return Place(file=file)
    if root is None:
        return _spot_at_end(text, 0)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return _make_place(root, file)
    pairs = {key.value: (key, value) for key, value in root.value}
    if "sources" not in pairs:
        return _spot_at_end(text, root.start_mark.column)
    key, value = pairs["sources"]
    is_alias = value.start_mark.index < key.end_mark.index
    same_line = value.end_mark.line == key.end_mark.line
    match value:
        case yaml.SequenceNode(flow_style=False) if not is_alias:
            return _spot_behind(text, value)
        case yaml.ScalarNode() | yaml.SequenceNode(value=[]) if same_line and not is_alias:
            return _spot_instead(text, key, value)
        case _:
            return _make_place(key, file)


def _spot_at_end(text: str, column: int) -> _Spot:
    """Return the end of the file, for a list of its own after an empty line."""
    last = re.search(r"(?:\r\n|[\r\n])?\Z", text)
    at = last.start() if last else len(text)
    key = f"{' ' * column}sources:"
    parted = not text or text[:at].endswith(("\n", "\r"))
    return _Spot(text=text, at=at, column=column + _INDENT, above=(key,) if parted else ("", key))


def _spot_instead(text: str, key: Any, value: Any) -> _Spot:
    """Return the place of an empty value: ``[]``, ``null`` or nothing at all."""
    start, end = value.start_mark.index, value.end_mark.index
    shorter = text[:start].rstrip(" \t") + text[end:] if start < end else text
    at = _find_line_end(shorter, key.end_mark.index)
    return _Spot(text=shorter, at=at, column=key.start_mark.column + _INDENT)


def _spot_behind(text: str, value: Any) -> _Spot:
    """Return the place behind the last item of a block list, and behind comments inside it."""
    start, end = value.start_mark.index, value.end_mark.index
    tokens: Iterator[Any] = yaml.scan(text, Loader=yaml.CSafeLoader)
    dashes = (token.start_mark for token in tokens if isinstance(token, yaml.BlockEntryToken))
    column = next(mark.column for mark in dashes if mark.index >= start)
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
    last = max(
        event.end_mark.index
        for event in events
        if event.start_mark.index >= start and event.end_mark.index <= end and _is_solid(event)
    )
    at = _find_line_end(text, len(text[:last].rstrip()))
    while (comment := _COMMENT.match(text, at)) and len(comment[1]) > column:
        at = comment.end()
    return _Spot(text=text, at=at, column=column)


def _is_solid(event: Any) -> bool:
    """Tell an event that stands for characters; the end of a block lies at what follows it."""
    if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
        return True
    ends = isinstance(event, yaml.CollectionEndEvent)
    return ends and event.start_mark.index < event.end_mark.index


def _find_line_end(text: str, start: int) -> int:
    """Return where the line ends in which a position is."""
    found = _BREAK.search(text, start)
    return found.start() if found else len(text)


def _make_place(node: Any, file: str) -> Place:
    """Return the place of a node of the parser, which counts from 0."""
    mark = node.start_mark
    return Place(file=file, line=mark.line + 1, column=mark.column + 1)


def _refuse(place: Place, additions: Sequence[Addition]) -> WiredeskError:
    """Return the error for what is not a block list."""
    by_hand = "\n".join(_show_flow(addition) for addition in additions)
    return WiredeskError(
        f"{place.file}:{place.line}:{place.column}: sources is not a list with a line and a dash "
        f"for each, and another is not touched; write it so, or add by hand:\n{by_hand}"
    )


def _show_flow(addition: Addition) -> str:
    """Return a source as it can stand between brackets."""
    keys = _list_keys(addition) | {"url": json.dumps(addition.url, ensure_ascii=False)}
    pairs = ", ".join(f"{key}: {value}" for key, value in keys.items())
    return f"  {{{pairs}}}," if len(keys) > 1 else f"  {keys['url']},"
