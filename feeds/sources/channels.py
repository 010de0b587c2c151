"""The channels: where alerts are sent."""

import re
from collections.abc import Mapping

from feeds.model import Channel, Secret
from feeds.sources.checks import check_slug
from feeds.sources.fields import ADDRESS, read_value
from feeds.sources.findings import Findings
from feeds.sources.names import tell_twins
from feeds.sources.nodes import MapNode
from feeds.sources.parts import Part, map_section
from feeds.sources.variables import expand_text

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:[!-~]{1,4000}")


def make_channels(
    parts: tuple[Part, ...], variables: Mapping[str, str], findings: Findings
) -> tuple[Channel, ...]:
    """Return the channels of all files, in order.

    Args:
        parts: All files.
        variables: For ``${NAME}``.
        findings: Takes what is wrong; it never holds an address.
    """
    nodes = [node for part in parts if (node := map_section(part.root, "channels", findings))]
    places = ((name, node.keys[name]) for node in nodes for name in node.values)
    tell_twins(places, "channel", findings)
    made = [
        _make_channel(name, node, variables, findings) for node in nodes for name in node.values
    ]
    return tuple(channel for channel in made if channel)


def list_channel_names(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """Return the names of all channels that are written, whether right or wrong."""
    nodes = [part.root.values.get("channels") for part in parts]
    return tuple(name for node in nodes if isinstance(node, MapNode) for name in node.values)


def _make_channel(
    name: str, node: MapNode, variables: Mapping[str, str], findings: Findings
) -> Channel | None:
    """Return one channel of a mapping; None if something is wrong with it."""
    try:
        check_slug(name)
    except ValueError as error:
        findings.add_problem(node.keys[name], str(error))
    written = read_value(node.values[name], ADDRESS, findings)
    if written is None:
        return None
    try:
        address = _check_address(expand_text(written, variables))
    except ValueError as error:
        findings.add_problem(node.values[name].place, str(error))
        return None
    return Channel(name=name, url=Secret(address))


def _check_address(text: str) -> str:
    """Refuse what does not begin with a scheme; the message does not repeat it."""
    if not _ADDRESS.fullmatch(text):
        raise ValueError("must be an address, as in https://example.org/hook, without spaces")
    return text
