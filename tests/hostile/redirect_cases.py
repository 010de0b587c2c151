"""Group redirect: into private networks, round in circles, and to what is no address."""

from functools import partial

from hostile.answers import head, raw, redirect, redirect_bytes, reply, stream
from hostile.bombs import unfold_gzip
from hostile.cases import Seen, expect_error, expect_ok
from hostile.documents import FEED
from hostile.judge import SECRET
from hostile.server import PUBLIC, Line, Play

from feeds.model import Moved

_error = partial(expect_error, "redirect")
_good = partial(expect_ok, "redirect")
_FEED = reply(FEED)

# A host as it may be written in a Location, and where the same hole was found.
_PRIVATE = {
    "loopback": ("127.0.0.1", "Miniflux CVE-2026-21885"),
    "localhost": ("localhost", "changedetection CVE-2026-27696"),
    "zero_ip": ("0.0.0.0", "imgproxy CVE-2025-24354"),
    "decimal_ip": ("2130706433", "the naive approach reaches the canary"),
    "hex_ip": ("0x7f000001", "the naive approach reaches the canary"),
    "octal_ip": ("0177.0.0.1", "the naive approach reaches the canary"),
    "short_ip": ("127.1", "the naive approach reaches the canary"),
    "other_loopback": ("127.8.8.8", ""),
    "metadata": ("169.254.169.254", "Miniflux GHSA-xwh2-742g-w3wp"),
    "metadata_name": ("metadata.google.internal", ""),
    "private_10": ("10.0.0.1", ""),
    "private_172": ("172.16.0.1", ""),
    "private_192": ("192.168.1.1", ""),
    "cgnat": ("100.64.0.1", "changedetection GHSA-gwph-fp79-379w"),
    "broadcast": ("255.255.255.255", ""),
    "multicast": ("224.0.0.1", ""),
    "ipv6_loopback": ("[::1]", ""),
    "ipv6_unspecified": ("[::]", ""),
    "ipv6_mapped": ("[::ffff:127.0.0.1]", "CommaFeed GHSA-q5qw-345w-55xg"),
    "ipv6_mapped_hex": ("[::ffff:7f00:1]", "CommaFeed GHSA-q5qw-345w-55xg"),
    "ipv6_ula": ("[fd00::1]", "CommaFeed 7.2.0"),
    "ipv6_link_local": ("[fe80::1]", ""),
    "ipv6_nat64": ("[64:ff9b::7f00:1]", ""),
    "ipv6_6to4": ("[2002:7f00:1::1]", ""),
    "private_name": ("private.test", ""),
    "loop_name": ("loop.test", ""),
    "fullwidth_dot": ("127。0。0。1", "changedetection GHSA-rph4-96w6-q594"),
    "circled_digits": ("①②⑦.0.0.1", ""),
    "userinfo": ("feed.test@127.0.0.1", "changedetection GHSA-rph4-96w6-q594"),
    "userinfo_port": ("127.0.0.2:80@127.0.0.1", ""),
    "backslash": ("127.0.0.1\\@127.0.0.2", "two programs read one address differently"),
    "trailing_dot": ("127.0.0.1.", ""),
}

# Locations that lead nowhere a feed could be.
_UNUSABLE = {
    "file": b"file:///etc/passwd",
    "file_odd": b"FILE:/etc/passwd",
    "data": b"data:application/rss+xml,<rss/>",
    "ftp": b"ftp://127.0.0.1/feed",
    "gopher": b"gopher://127.0.0.1:11211/_stats",
    "javascript": b"javascript:alert(1)",
    "unix": b"unix:///run/docker.sock",
    "bad_v6": b"http://[::1/feed",
    "bad_v6_zone": b"http://[fe80::1%25eth0]/feed",
    "no_host": b"http:///feed",
    "port_zero": b"http://127.0.0.2:0/",
    "port_huge": b"http://127.0.0.2:99999999999/",
    "port_word": b"http://127.0.0.2:http/",
    "latin1": b"http://127.0.0.2\xff\xfe/feed",
    "nul": b"http://127.0.0.2/\x00feed",
    "blank_host": b"http://127.0.0.2 .example/feed",
}


def _asked_once(seen: Seen) -> bool:
    """Nothing but the first address was asked."""
    return len(seen.asked) == 1


def _stays_public(seen: Seen) -> bool:
    """If anything was asked at all after the redirect, it was the same public host."""
    return {it.address for it in seen.asked} == {PUBLIC}


def _has_moved(seen: Seen) -> bool:
    """Only permanent redirects: the source has a new address."""
    return isinstance(seen.outcome, Moved)


def _has_not_moved(seen: Seen) -> bool:
    """A redirect that is not permanent changes no address."""
    return not isinstance(seen.outcome, Moved)


def _keeps_secrets(seen: Seen) -> bool:
    """The secret went to the source's own origin, and to no other."""
    first, second = seen.asked
    return SECRET in first.head and SECRET not in second.head


def _steps(count: int) -> Play:
    """Redirect from /case to /case/1, /case/2 … and give the feed at the last."""

    async def play(line: Line) -> None:
        step = int(line.asked.target.rpartition("/")[2]) if line.asked.target.count("/") > 1 else 0
        if step == count:
            await _FEED(line)
        else:
            await redirect(f"/{line.asked.case}/{step + 1}")(line)

    return play


async def _drip_round(line: Line) -> None:
    """Redirect to ourselves, slowly: each hop is quick enough alone."""
    location = f"/{line.asked.case}/again"
    await line.drip(head("302 Found", content_length="0", location=location), 0.05)


async def _redirect_with_bomb(line: Line) -> None:
    """Redirect with a body that unfolds to 4 GiB."""
    if line.asked.target.count("/") > 1:
        await _FEED(line)
        return
    location = f"/{line.asked.case}/feed"
    start = head("302 Found", content_encoding="gzip", location=location)
    await stream(start, unfold_gzip)(line)


_INTO_PRIVATE = tuple(
    _error(
        f"redirect_{name}",
        *("private address", "redirect", "dns", "status"),
        serve=redirect(f"http://{host}:{{http}}/canary"),
        check=_stays_public,
        note=note,
    )
    for name, (host, note) in _PRIVATE.items()
)

_NOWHERE = tuple(
    _error(
        f"redirect_{name}",
        *("redirect", "protocol", "dns", "status"),
        serve=redirect_bytes(location),
        check=_stays_public,
    )
    for name, location in _UNUSABLE.items()
)

_WAYS = (
    _error("redirect_loop", "redirect", serve=redirect("{case}")),
    _error(
        "redirect_loop_of_two",
        "redirect",
        serve=redirect("/redirect_loop_of_two/b", then=redirect("/redirect_loop_of_two")),
    ),
    _error("redirect_six", "redirect", serve=_steps(6)),
    _error("redirect_slow", "timeout", serve=_drip_round),
    _error("redirect_no_location", "status", serve=reply(b"", status="302 Found")),
    _error("redirect_empty_location", "redirect", "status", serve=redirect("")),
    _error("redirect_location_1mb", "too large", "protocol", serve=redirect("/" + "a" * 1_000_000)),
    _error(
        "redirect_two_locations",
        "redirect",
        "status",
        "protocol",
        serve=raw(
            b"HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"
        ),
    ),
    _error("redirect_to_closed_port", "refused", serve=redirect("http://127.0.0.3:{closed}/")),
    _error("redirect_to_plain_as_tls", "tls", serve=redirect("https://127.0.0.2:{http}/")),
    _error(
        "redirect_crlf",
        "status",
        "protocol",
        "redirect",
        serve=redirect("/missing%0d%0aX-Evil:%20yes"),
    ),
    _good("redirect_five", _steps(5)),
    _good("redirect_relative", redirect("redirect_relative/feed", then=_FEED)),
    _good("redirect_scheme_relative", redirect("//127.0.0.3:{http}{case}/feed", then=_FEED)),
    _good("redirect_query_only", redirect("redirect_query_only/x?a=b", then=_FEED)),
    _good("redirect_utf8", redirect("{case}/füd", then=_FEED)),
    _good("redirect_fragment", redirect("{case}/feed#javascript:alert(1)", then=_FEED)),
    _good("redirect_307", redirect("{case}/feed", "307 Temporary Redirect", _FEED), _has_not_moved),
    _good("redirect_303", redirect("{case}/feed", "303 See Other", _FEED), _has_not_moved),
    _good("redirect_301", redirect("{case}/feed", "301 Moved Permanently", _FEED), _has_moved),
    _good("redirect_308", redirect("{case}/feed", "308 Permanent Redirect", _FEED), _has_moved),
    _good(
        "redirect_cross_origin",
        redirect("http://127.0.0.3:{http}{case}/feed", then=_FEED),
        _keeps_secrets,
        note="httpx forwards X-Api-Key, feedparser Authorization too",
    ),
    _good(
        "redirect_cross_port",
        redirect("https://127.0.0.2:{tls}{case}/feed", then=_FEED),
        _keeps_secrets,
        note="Scrapy CVE-2024-3574 and follow-ups",
    ),
    _good("redirect_bomb_body", _redirect_with_bomb, note="urllib3 CVE-2026-21441"),
    _error(
        "redirect_https_down",
        "redirect",
        serve=redirect("http://127.0.0.2:{http}{case}/feed", then=_FEED),
        url="https://127.0.0.2:{tls}/redirect_https_down",
        check=_asked_once,
    ),
)

_ABROAD = """metadata metadata_name private_10 private_172 private_192 cgnat broadcast multicast
ipv6_ula ipv6_link_local ipv6_nat64 ipv6_6to4 private_name loop_name other_loopback trailing_dot
userinfo_port latin1 blank_host bad_v6_zone circled_digits"""
OUTWARD = frozenset(f"redirect_{name}" for name in _ABROAD.split())
"""Cases that would leave this machine, or ask its resolver, where private addresses are allowed."""

REDIRECT = (*_INTO_PRIVATE, *_NOWHERE, *_WAYS)
