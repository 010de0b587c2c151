"""Which addresses anybody may reach, and which belong to somebody's own network."""

import ipaddress
from ipaddress import IPv4Address, IPv6Address, IPv6Network

_GLOBAL_UNICAST = IPv6Network("2000::/3")
_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")
# Inside 2000::/3 but not for the public; named here because Python's own list grew over time.
_SPECIAL = (
    IPv6Network("2001::/23"),
    IPv6Network("2001:db8::/32"),
    IPv6Network("3fff::/20"),
)
_RELAY = ipaddress.IPv4Network("192.88.99.0/24")


def is_public_address(address: str) -> bool:
    """Return whether a numeric address belongs to the public internet.

    Private, loopback, link-local, shared (RFC 6598), documentation, reserved and multicast
    addresses do not (IANA special-purpose registries, RFC 6890), nor do IPv6 addresses that carry
    such an IPv4 address (RFC 4291 mapped, RFC 6052 NAT64, RFC 3056 6to4). What is no plain
    numeric address, a zone such as ``fe80::1%eth0`` included, is not public either.
    """
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return False
    return _is_public_v4(number) if isinstance(number, IPv4Address) else _is_public_v6(number)


def _is_public_v4(number: IPv4Address) -> bool:
    """Return whether an IPv4 address is public unicast."""
    return number.is_global and not number.is_multicast and number not in _RELAY


def _is_public_v6(number: IPv6Address) -> bool:
    """Return whether an IPv6 address is public unicast, and so is the IPv4 address inside it."""
    if number.scope_id is not None:
        return False
    if number in _MAPPED or number in _NAT64:
        return _is_public_v4(IPv4Address(int(number) & 0xFFFFFFFF))
    if number in _6TO4:
        return _is_public_v4(IPv4Address((int(number) >> 80) & 0xFFFFFFFF))
    if number not in _GLOBAL_UNICAST or any(number in special for special in _SPECIAL):
        return False
    return number.is_global
