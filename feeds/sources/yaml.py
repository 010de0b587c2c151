"""From the characters of a configuration file to nodes that know their place.

PyYAML's C parser gives the events; the nodes are built here, so that duplicate keys, tags,
nesting and aliases are seen before anything is built from them.
"""

import re
from dataclasses import dataclass, field
from typing import Any, Final, final

import yaml

from feeds.errors import ConfigError
from feeds.sources.findings import Findings, make_problem
from feeds.sources.nodes import ListNode, MapNode, Node, Place, ScalarNode

MAX_DEPTH = 20
MAX_NODES = 100_000
"""In one file, what an alias stands for counted each time it is used."""

_KEY_SHOWN = 80
_COMMENT: Final = re.compile(r"[ \t]+(#[^\r\n]*)")
_GOES_ON_QUOTED: Final = re.compile(r""":\s+(?:"[^"]*"|'[^']*')\s+[^\s#]""")


def read_yaml(text: str, file: str, findings: Findings) -> Node | None:
    """Return the document of a file; None if it is empty.

    Args:
        text: The file's characters.
        file: Its name, for the places.
        findings: Takes duplicate keys, after which reading goes on.

    Raises:
        ConfigError: It is not YAML, or uses what is refused: tags, a second document, keys that
            are no text, nesting deeper than 20, more than 100,000 values.
    """
    builder = _Builder(text=text, file=file, findings=findings)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _explain_error(error, text, file) from None
    return builder.root


@final
@dataclass(slots=True, kw_only=True)
class _Open:
    """A list or mapping whose end was not read yet.

    Attributes:
        place: Where it begins.
        anchor: Its name for aliases.
        begun: How many nodes had been read before it.
        is_map: Mapping or list.
        items: Of a list.
        values: Of a mapping.
        keys: Of a mapping.
        key: The key that waits for its value, and its place.
    """

    place: Place
    anchor: str | None
    begun: int
    is_map: bool
    items: list[Node] = field(default_factory=list)
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    key: tuple[str, Place] | None = None


@final
class _Builder:
    """Takes one event after the other; in the end ``root`` is the document."""

    def __init__(self, *, text: str, file: str, findings: Findings) -> None:
        """Begin with an empty document."""
        self._text = text
        self.root: Node | None = None
        self._file = file
        self._findings = findings
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        """Take one event of the parser."""
        match event:
            case yaml.ScalarEvent():
                self._take_scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
            case yaml.AliasEvent():
                self._take_alias(event)
            case yaml.DocumentStartEvent() if self.root is not None:
                raise self._refuse(event, "a second document begins here; one file holds one")
            case _:
                pass

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        """Take a single value, or a key."""
        top = self._stack[-1] if self._stack else None
        if top and top.is_map and top.key is None:
            self._refuse_tag(event)
            top.key = (event.value, self._place(event, event.value))
            return
        plain = event.implicit[0]
        mark: Any = event.end_mark
        comment = _COMMENT.match(self._text, mark.index) if plain else None
        node = ScalarNode(
            place=self._enter(event),
            text=event.value,
            plain=plain,
            comment=comment[1] if comment else "",
        )
        self._add(node, event.anchor, 1)

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        """Begin a list or mapping."""
        if len(self._stack) == MAX_DEPTH:
            raise self._refuse(event, f"the nesting is deeper than {MAX_DEPTH}")
        self._stack.append(
            _Open(
                place=self._enter(event),
                anchor=event.anchor,
                begun=self._count,
                is_map=isinstance(event, yaml.MappingStartEvent),
            )
        )

    def _close(self) -> None:
        """End the innermost list or mapping."""
        done = self._stack.pop()
        node: Node = (
            MapNode(place=done.place, values=done.values, keys=done.keys)
            if done.is_map
            else ListNode(place=done.place, items=tuple(done.items))
        )
        self._add(node, done.anchor, self._count - done.begun + 1)

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        """Put what the alias stands for in its place, and count all of it."""
        self._enter(event)
        if event.anchor not in self._anchors:
            raise self._refuse(event, f"*{event.anchor} stands for nothing read before it")
        node, size = self._anchors[event.anchor]
        self._count += size
        self._check_count(event)
        self._add(node, None, size)

    def _enter(self, event: yaml.NodeEvent) -> Place:
        """Return the place of a node that is a value; count it and refuse what is not allowed."""
        self._refuse_tag(event)
        self._count += 1
        self._check_count(event)
        top = self._stack[-1] if self._stack else None
        if top is None:
            return self._place(event, "")
        if not top.is_map:
            return self._place(event, str(len(top.items)))
        if top.key is None:
            raise self._refuse(event, "a key must be text")
        return self._place(event, top.key[0])

    def _add(self, node: Node, anchor: str | None, size: int) -> None:
        """Hang a finished node into the list or mapping around it."""
        if anchor:
            self._anchors[anchor] = (node, size)
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if top.key is None:
            top.items.append(node)
            return
        (name, place), top.key = top.key, None
        if name in top.values:
            first = top.keys[name].line
            self._findings.add_problem(
                place, f"the key stands twice, in line {first} and in line {place.line}; remove one"
            )
            return
        top.values[name] = node
        top.keys[name] = place

    def _place(self, event: yaml.Event, name: str) -> Place:
        """Return the place of an event below the innermost list or mapping."""
        above = self._stack[-1].place.key if self._stack else ""
        short = name[:_KEY_SHOWN]
        return _make_place(event.start_mark, self._file, f"{above}.{short}" if above else short)

    def _check_count(self, event: yaml.Event) -> None:
        """Refuse documents that grow without end (the "billion laughs" of aliases)."""
        if self._count > MAX_NODES:
            raise self._refuse(event, f"more than {MAX_NODES} values; aliases count each time")

    def _refuse_tag(self, event: yaml.NodeEvent) -> None:
        """Refuse a tag: no type but those of the configuration is ever made."""
        tag = getattr(event, "tag", None)
        if tag is not None:
            short = tag.replace("tag:yaml.org,2002:", "!!")[:60]
            if not short.startswith("!!"):
                raise self._refuse(
                    event, f"text cannot begin with an exclamation mark; quote {short}"
                )
            raise self._refuse(event, f"the tag {short} is refused; write the value without it")

    def _refuse(self, event: yaml.Event, message: str) -> ConfigError:
        """Return the error that ends the reading."""
        key = self._stack[-1].place.key if self._stack else ""
        return ConfigError((make_problem(_make_place(event.start_mark, self._file, key), message),))


def _make_place(mark: Any, file: str, key: str = "") -> Place:
    """Return the place of a mark of the parser, which counts from 0."""
    return Place(file=file, line=mark.line + 1, column=mark.column + 1, key=key)


def _explain_error(error: yaml.YAMLError, text: str, file: str) -> ConfigError:
    """Return what the parser could not read, with a hint for the usual mistakes."""
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in (getattr(error, "problem", None) or ""):
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        return ConfigError((make_problem(Place(file=file), "this is not YAML"),))
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return ConfigError(
        (make_problem(_make_place(mark, file), _explain_text(error, line, mark.column)),)
    )


def _explain_text(error: yaml.YAMLError, line: str, column: int) -> str:
    """Return in words what is wrong in a line."""
    problem = getattr(error, "problem", None) or "it cannot be read"
    if "\t" in line[: column + 1]:
        return "a tab cannot indent YAML; use spaces"
    if "mapping values are not allowed" in problem:
        return "a colon and a space make a key; quote text that holds them, or check the indent"
    if line[column : column + 1] in tuple("@`%"):
        return f"text cannot begin with {line[column]}; quote it"
    context = getattr(error, "context", None) or ""
    if context.endswith(("an alias", "an anchor")):
        return "text cannot begin with * or &; put it into single quotes, as in '*'"
    if _GOES_ON_QUOTED.search(line):
        return "text goes on behind its quotes; put all of it into single quotes, as in '\"a b\" c'"
    return f"this is not YAML: {problem}" + (f" {context}" if context else "")
