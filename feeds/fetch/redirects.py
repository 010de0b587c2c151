"""Where to ask next: the hops from a source's address to its answer."""

from base64 import b64encode
from dataclasses import dataclass, replace

import httpx

from feeds.fetch.failures import make_failed
from feeds.fetch.headers import Headers
from feeds.model import Failed, FailureKind, Secret

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_HIGHEST_PORT = 65535
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One address to ask.

    Attributes:
        url: http or https, without userinfo and fragment.
        headers: The source's own; empty for good once a redirect left its origin.
        count: Redirects so far.
        permanent: Whether all of them were permanent (301, 308).
    """

    url: httpx.URL
    headers: Headers = ()
    count: int = 0
    permanent: bool = True

    @property
    def host(self) -> str:
        """The host in ASCII: not every name a server sends can be shown in Unicode."""
        return self.url.raw_host.decode("ascii")

    @property
    def moved(self) -> bool:
        """Whether the source's address is out of date."""
        return self.count > 0 and self.permanent


def first_hop(address: str, headers: tuple[tuple[str, Secret], ...]) -> Hop | Failed:
    """Return the hop for a configured address; user and password in it become a header."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError):
        return make_failed("protocol", "the address cannot be used", where="url")
    own = tuple((name.encode("utf-8"), value.reveal().encode("utf-8")) for name, value in headers)
    if url.userinfo and not any(name.lower() == b"authorization" for name, _ in own):
        pair = f"{url.username}:{url.password}".encode()
        own = (*own, (b"Authorization", b"Basic " + b64encode(pair)))
    return _check_hop(Hop(url=url, headers=own), "protocol", where="url")


def next_hop(hop: Hop, *, status: int, location: str) -> Hop | Failed:
    """Return the hop a redirect leads to (RFC 9110, 15.4).

    Args:
        hop: The one that was answered.
        status: Its redirect status.
        location: Its Location field, as Latin-1.

    Returns:
        Failed: Kind ``redirect``, for more than five, another scheme than http(s), a step from
        https down to http, or an address that cannot be used.
    """
    where = hop.host
    if hop.count == MOST_REDIRECTS:
        return make_failed("redirect", f"more than {MOST_REDIRECTS} redirects", where=where)
    try:
        url = hop.url.join(_decode_location(location))
    except (httpx.InvalidURL, ValueError):
        return make_failed("redirect", "it redirects to an unusable address", where=where)
    if hop.url.scheme == "https" and url.scheme == "http":
        return make_failed("redirect", "it redirects from https down to http", where=where)
    following = replace(
        hop,
        url=url,
        headers=hop.headers if same_origin(hop.url, url) else (),
        count=hop.count + 1,
        permanent=hop.permanent and status in _PERMANENT,
    )
    return _check_hop(following, "redirect", where=where)


def _check_hop(hop: Hop, kind: FailureKind, *, where: str) -> Hop | Failed:
    """Return the hop without userinfo and fragment, or what is wrong with its address."""
    if hop.url.scheme not in _DEFAULT_PORTS:
        what = f"only http and https addresses are fetched, not {hop.url.scheme or 'this'}"
        return make_failed(kind, what, where=where)
    if not hop.host or not 0 < _port(hop.url) <= _HIGHEST_PORT:
        return make_failed(kind, "the address has no usable host or port", where=where)
    return replace(hop, url=hop.url.copy_with(userinfo=b"", fragment=None))


def same_origin(one: httpx.URL, other: httpx.URL) -> bool:
    """Return whether scheme, host and port are equal (RFC 6454, 4)."""
    return (one.scheme, one.raw_host, _port(one)) == (other.scheme, other.raw_host, _port(other))


def _port(url: httpx.URL) -> int:
    """Return the port an address means."""
    return url.port if url.port is not None else _DEFAULT_PORTS.get(url.scheme, 0)


def _decode_location(location: str) -> str:
    """Return a Location as servers mean it: UTF-8 where it is that, whatever the standard says."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
