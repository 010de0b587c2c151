"""The channels: where alerts are sent."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, final

from feeds.model import Channel, ChatAddress, Secret
from feeds.sources.addresses import WEB, check_address, is_chat, shows_password
from feeds.sources.checks import check_slug
from feeds.sources.fields import ADDRESS, explain_type, read_fields, read_value
from feeds.sources.findings import Findings
from feeds.sources.names import tell_twins
from feeds.sources.nodes import ListNode, MapNode, Node, ScalarNode
from feeds.sources.parts import Part, map_section
from feeds.sources.variables import expand_text, has_variable
from feeds.sources.written import WrittenChannel
from feeds.text.signing import read_signing_key

LookAtChat = Callable[[str], ChatAddress]
"""Says how an address is that is neither a webhook nor a mail server."""

_FOR_WEBHOOKS = ("secret", "allow_private")
_IN_THE_FILE = "should not stand in the file; write ${NAME} and set NAME outside"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What every channel is read with.

    Attributes:
        variables: For ``${NAME}``.
        findings: Takes what is wrong; it never holds an address.
        look: Looks at addresses of chats; None not to look.
    """

    variables: Mapping[str, str]
    findings: Findings
    look: LookAtChat | None


def make_channels(
    parts: tuple[Part, ...],
    variables: Mapping[str, str],
    findings: Findings,
    look: LookAtChat | None = None,
) -> tuple[Channel, ...]:
    """Return the channels of all files, in order.

    Args:
        parts: All files.
        variables: For ``${NAME}``.
        findings: Takes what is wrong; it never holds an address.
        look: Looks at addresses of chats; None not to look.
    """
    nodes = [node for part in parts if (node := map_section(part.root, "channels", findings))]
    places = ((name, node.keys[name]) for node in nodes for name in node.values)
    tell_twins(places, "channel", findings)
    reader = _Reader(variables=variables, findings=findings, look=look)
    made = [_make_channel(name, node, reader) for node in nodes for name in node.values]
    return tuple(channel for channel in made if channel)


def list_channel_names(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """Return the names of all channels that are written, whether right or wrong."""
    nodes = [part.root.values.get("channels") for part in parts]
    return tuple(name for node in nodes if isinstance(node, MapNode) for name in node.values)


def warn_unnamed(parts: tuple[Part, ...], named: Collection[str], findings: Findings) -> None:
    """Warn of channels that no rule names.

    Args:
        parts: All files.
        named: The names that stand in rules.
        findings: Takes the warnings.
    """
    for part in parts:
        node = part.root.values.get("channels")
        for name, place in node.keys.items() if isinstance(node, MapNode) else ():
            if name not in named:
                findings.add_warning(place, "no rule names this channel: nothing is sent to it")


def _make_channel(name: str, node: MapNode, reader: _Reader) -> Channel | None:
    """Return one channel of a mapping; None if its address is missing or wrong."""
    try:
        check_slug(name)
    except ValueError as error:
        reader.findings.add_problem(node.keys[name], str(error))
    match node.values[name]:
        case MapNode() as written:
            return _make_mapping(name, written, reader)
        case ScalarNode() as place:
            address = read_value(place, ADDRESS, reader.findings)
            url = _read_address(address, place, reader)
            return Channel(name=name, url=url) if url else None
        case wrong:
            wanted = "an address, or a mapping with url:"
            reader.findings.add_problem(wrong.place, explain_type(wrong, wanted))
            return None


def _make_mapping(name: str, node: MapNode, reader: _Reader) -> Channel | None:
    """Return a channel that is written as a mapping."""
    written: dict[str, Any] = read_fields(node, WrittenChannel, reader.findings)
    address = written.pop("url", None)
    secrets = tuple(_read_secrets(node, reader)) if written.pop("secret", None) else ()
    url = _read_address(address, node.values.get("url", node), reader)
    if url is None:
        return None
    channel = Channel(name=name, url=url, secrets=secrets, **written)
    if channel.scheme not in WEB:
        for key in _FOR_WEBHOOKS:
            if key in node.values:
                message = "is for webhooks only (http and https); remove it"
                reader.findings.add_problem(node.keys[key], message)
    return channel


def _read_address(written: str | None, node: Node, reader: _Reader) -> Secret | None:
    """Return an address with what ``${NAME}`` stands for; None if it is wrong, which is told."""
    if written is None:
        return None
    if shows_password(written):
        reader.findings.add_warning(node.place, f"a password or token {_IN_THE_FILE}")
    try:
        text = check_address(expand_text(written, reader.variables))
    except ValueError as error:
        reader.findings.add_problem(node.place, str(error))
        return None
    if reader.look is None or not is_chat(text):
        return Secret(text)
    seen = reader.look(text)
    if seen.fault:
        reader.findings.add_problem(node.place, seen.fault)
        return None
    if seen.missing:
        reader.findings.add_warning(node.place, seen.missing)
    if seen.holds_secret and not has_variable(written):
        reader.findings.add_warning(node.place, f"a password or token {_IN_THE_FILE}")
    return Secret(text)


def _read_secrets(node: MapNode, reader: _Reader) -> Iterator[Secret]:
    """Yield the secrets that sign, one or a list of them."""
    match node.values.get("secret"):
        case ListNode(items=items):
            nodes = items
        case ScalarNode() as single:
            nodes = (single,)
        case _:
            nodes = ()
    for each in nodes:
        if not isinstance(each, ScalarNode) or not each.text.strip():
            continue
        if not has_variable(each.text):
            reader.findings.add_warning(each.place, f"a secret {_IN_THE_FILE}")
        try:
            text = expand_text(each.text, reader.variables)
            read_signing_key(text)
        except ValueError as error:
            reader.findings.add_problem(each.place, str(error))
        else:
            yield Secret(text)
