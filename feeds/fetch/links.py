"""What the Link fields of an answer name: WebSub hubs, and the document's own address."""

import re
from collections.abc import Iterator
from typing import Final

import httpx

_LONGEST_FIELD: Final = 8192
_LONGEST_URL: Final = 2000
_MOST_HUBS: Final = 5
_TARGET: Final = re.compile(r"<([^<>]*)>")
_PARAMETER: Final = re.compile(
    r'\s*;\s*([!#$&+.^_`|~0-9A-Za-z-]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s;,"]*))?'
)


def read_links(field: str, base: str) -> tuple[tuple[str, ...], str]:
    """Return the hubs (``rel=hub``) and the own address (``rel=self``) of a Link field (RFC 8288).

    Only absolute http and https addresses are returned, at most five hubs; what cannot be read is
    passed over. A link that speaks of another document (``anchor``) is none of ours.

    Args:
        field: The field's value, repeated fields joined by a comma.
        base: The address that was asked, for relative links.

    Returns:
        The hubs in order, each once; the first own address, or nothing.
    """
    hubs: dict[str, None] = {}
    own = ""
    for target, relations in _list_links(field[:_LONGEST_FIELD]):
        url = _join(base, target) if relations & {"hub", "self"} else ""
        if url and "hub" in relations and len(hubs) < _MOST_HUBS:
            hubs[url] = None
        if url and "self" in relations:
            own = own or url
    return tuple(hubs), own


def _list_links(field: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the targets with their relations in lower case."""
    place = 0
    while link := _TARGET.search(field, place):
        parameters: dict[str, str] = {}
        place = link.end()
        while parameter := _PARAMETER.match(field, place):
            parameters.setdefault(parameter[1].lower(), (parameter[2] or "").strip('"'))
            place = parameter.end()
        if "anchor" not in parameters:
            yield link[1].strip(), set(parameters.get("rel", "").lower().split())


def _join(base: str, target: str) -> str:
    """Return a target as an absolute address; nothing where it is none to ask."""
    try:
        url = httpx.URL(base).join(target)
    except (httpx.InvalidURL, ValueError):
        return ""
    # Not `host`: httpx raises for a name that cannot be shown in Unicode.
    usable = url.scheme in {"http", "https"} and url.raw_host and not url.userinfo
    return str(url) if usable and len(str(url)) <= _LONGEST_URL else ""
