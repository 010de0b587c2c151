"""The channels: where alerts are sent."""

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, final
from urllib.parse import urlsplit

from feeds.model import Channel, Secret
from feeds.sources.checks import check_slug
from feeds.sources.fields import ADDRESS, explain_type, read_fields, read_value
from feeds.sources.findings import Findings
from feeds.sources.names import tell_twins
from feeds.sources.nodes import ListNode, MapNode, Node, ScalarNode
from feeds.sources.parts import Part, map_section
from feeds.sources.variables import expand_text, has_variable
from feeds.sources.written import WrittenChannel
from feeds.text.mail_server import read_mail_server
from feeds.text.signing import read_signing_key

FindFault = Callable[[str], str]
"""Says what is wrong with an address that is neither a webhook nor a mail server, without it."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:[!-~]{1,4000}")
_WEB = frozenset({"http", "https"})
_MAIL = frozenset({"smtp", "smtps"})
# Services of chats and messages that are called nearly so.
_NO_MISTAKE = frozenset({"httpsms", "smpp", "smpps", "smtp2go"})
_NEAR = 0.7
_FOR_WEBHOOKS = ("secret", "allow_private")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What every channel is read with.

    Attributes:
        variables: For ``${NAME}``.
        findings: Takes what is wrong; it never holds an address.
        find_fault: Looks at addresses of chats; None if nobody can.
    """

    variables: Mapping[str, str]
    findings: Findings
    find_fault: FindFault | None


def make_channels(
    parts: tuple[Part, ...],
    variables: Mapping[str, str],
    findings: Findings,
    find_fault: FindFault | None = None,
) -> tuple[Channel, ...]:
    """Return the channels of all files, in order.

    Args:
        parts: All files.
        variables: For ``${NAME}``.
        findings: Takes what is wrong; it never holds an address.
        find_fault: Looks at addresses of chats; None if nobody can.
    """
    nodes = [node for part in parts if (node := map_section(part.root, "channels", findings))]
    places = ((name, node.keys[name]) for node in nodes for name in node.values)
    tell_twins(places, "channel", findings)
    reader = _Reader(variables=variables, findings=findings, find_fault=find_fault)
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
    if channel.scheme not in _WEB:
        for key in _FOR_WEBHOOKS:
            if key in node.values:
                message = "is for webhooks only (http and https); remove it"
                reader.findings.add_problem(node.keys[key], message)
    return channel


def _read_address(written: str | None, node: Node, reader: _Reader) -> Secret | None:
    """Return an address with what ``${NAME}`` stands for; None if it is wrong, which is told."""
    if written is None:
        return None
    try:
        return Secret(_check_address(expand_text(written, reader.variables), reader.find_fault))
    except ValueError as error:
        reader.findings.add_problem(node.place, str(error))
        return None


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
            message = "a secret should not stand in the file; write ${NAME} and set NAME outside"
            reader.findings.add_warning(each.place, message)
        try:
            text = expand_text(each.text, reader.variables)
            read_signing_key(text)
        except ValueError as error:
            reader.findings.add_problem(each.place, str(error))
        else:
            yield Secret(text)


def _check_address(text: str, find_fault: FindFault | None) -> str:
    """Refuse an address that cannot be used; the message does not repeat it."""
    if not _ADDRESS.fullmatch(text):
        raise ValueError("must be an address, as in https://example.org/hook, without spaces")
    scheme = text.partition(":")[0].lower()
    meant = difflib.get_close_matches(scheme, sorted(_WEB | _MAIL), n=1, cutoff=_NEAR)
    if scheme in _MAIL:
        read_mail_server(text)
    elif scheme in _WEB:
        _check_webhook(text)
    elif meant and scheme not in _NO_MISTAKE:
        raise ValueError(f"is no address that is known; did you mean {meant[0]}://?")
    elif find_fault and (fault := find_fault(text)):
        raise ValueError(fault)
    return text


def _check_webhook(text: str) -> None:
    """Refuse a webhook without a host and port that can be used."""
    try:
        parts = urlsplit(text)
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise ValueError("the address of the webhook has no usable host or port")
