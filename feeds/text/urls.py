"""Addresses: safe ones, and one spelling for each page."""

import re
from functools import lru_cache
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from w3lib.url import canonicalize_url as sort_and_quote
from w3lib.url import safe_url_string

from feeds.text.tracking import (
    SESSION_NAMES,
    TRACKING_BY_HOST,
    TRACKING_NAMES,
    TRACKING_PREFIXES,
    TRACKING_VALUES,
)

MAX_URL_LENGTH: Final = 2000

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
# What the URL Standard takes out of an address before reading it.
_IGNORED: Final = str.maketrans("", "", "\t\r\n")
_UNWANTED: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff]"
)
# A visit's number, in a query or behind the path (Java Servlet Specification 4.0, 7.1.3).
_SESSION: Final = re.compile(r"(?![0-9a-f]{24}$)[0-9a-f]{16,}")
_SESSION_IN_PATH: Final = re.compile(r";jsessionid=[^/;]*", re.IGNORECASE)
# Names that lead nowhere in the web (RFC 6761, 6762, 8375), and what routers and offices use.
_PRIVATE: Final = (
    *("localhost", "local", "internal", "invalid", "test", "home.arpa", "lan", "localdomain"),
    *("intranet", "corp", "home"),
)
_HOST: Final = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?\.?|\[[0-9a-f:.]+\]")

# Most addresses are plain: there is nothing in them to quote, to leave out or to make absolute.
_CANONICAL: Final = re.compile(
    r"https?://(?:[a-z0-9]+[.-])*[a-z0-9]+(?:/(?!\.)[\w.~-]*)+", re.ASCII
)
_CLEAN: Final = re.compile(rf"{_CANONICAL.pattern}(?:\?[\w=&.-]+)?", re.ASCII)


def clean_url(url: str, base: str = "") -> str | None:
    """Return the address absolute, with http or https, or None.

    ``javascript:``, ``data:``, ``file:`` and all others are refused, user names and passwords
    taken out, spaces and letters beyond ASCII quoted. An address of more than 2,000 characters
    or with control characters is none.

    Args:
        url: As stated.
        base: What a relative address is relative to; empty if nothing is known.
    """
    short = len(url) <= MAX_URL_LENGTH and len(base) <= MAX_URL_LENGTH
    return _recall_cleaned(url, base) if short else _clean_url(url, base)


def _clean_url(url: str, base: str) -> str | None:
    """Return the address absolute, or None."""
    if len(url) <= MAX_URL_LENGTH and _CLEAN.fullmatch(url):
        return url
    text = url.strip().translate(_IGNORED)
    if not text or _UNWANTED.search(text):
        return None
    try:
        joined = urljoin(base, text) if base else text
        parts = urlsplit(safe_url_string(_without_user(urlsplit(joined))))
        return _check_url(parts)
    except ValueError:  # brackets that are no IPv6 address, a port that is no number
        return None


# An address stands in many places of a document: its site's, that of a page or of a picture.
_recall_cleaned = lru_cache(maxsize=256)(_clean_url)


def _without_user(parts: SplitResult) -> str:
    """Return the address without user name and password."""
    if not parts.netloc or "\\" in parts.netloc or "%" in parts.netloc:
        raise ValueError("no host, or read differently by different programs")
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _check_url(parts: SplitResult) -> str | None:
    """Return the address if it is one of a web page."""
    if parts.scheme not in _DEFAULT_PORTS or parts.port == 0:
        return None
    if not _HOST.fullmatch(parts.netloc.lower().removesuffix(f":{parts.port}").removesuffix(":")):
        return None
    text = urlunsplit(parts)
    return text if len(text) <= MAX_URL_LENGTH else None


def canonicalize_url(url: str) -> str:
    """Return the one spelling of an address, for comparing.

    Host in lower case, default port off, path and query quoted in one way, parameters sorted,
    tracking parameters and visits (:mod:`feeds.text.tracking`) and the fragment off; one that
    begins with ``!`` names a page and stays. Doing it twice changes nothing.

    Args:
        url: Absolute, as from :func:`clean_url`.
    """
    if _CANONICAL.fullmatch(url):
        return url
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    netloc = f"[{host}]" if ":" in host else host
    if parts.port and parts.port != _DEFAULT_PORTS.get(parts.scheme):
        netloc = f"{netloc}:{parts.port}"
    kept = "&".join(pair for pair in parts.query.split("&") if not _tracks(pair, host))
    plain = urlunsplit(parts._replace(netloc=netloc, query=kept))
    quoted = urlsplit(sort_and_quote(plain, keep_fragments=parts.fragment.startswith("!")))
    return urlunsplit(quoted._replace(path=_SESSION_IN_PATH.sub("", quoted.path)))


def key_url(url: str) -> str:
    """Return a canonical address with ``https``: for comparing, both schemes are one page."""
    return f"https:{url.partition(':')[2]}"


def names_page(url: str) -> bool:
    """Tell whether an address names a page of its host, not only the host."""
    parts = urlsplit(url)
    return parts.path not in {"", "/"} or bool(parts.query) or parts.fragment.startswith("!")


def is_public(url: str) -> bool:
    """Tell whether the host of an address may be reached by everybody, by its name or number.

    Args:
        url: With http or https.
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return False
    try:
        return ip_address(host).is_global
    except ValueError:  # a name
        return "." in host and not host_within(host, _PRIVATE)


def host_within(host: str, domains: tuple[str, ...]) -> bool:
    """Tell whether a host is one of the domains or below one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def _tracks(pair: str, host: str) -> bool:
    """Tell whether a ``name=value`` of a query only counts readers."""
    if not pair:
        return True
    name, _, value = pair.lower().partition("=")
    if name in TRACKING_NAMES or name.startswith(TRACKING_PREFIXES):
        return True
    if value in TRACKING_VALUES.get(name, ()):
        return True
    if name in SESSION_NAMES and _SESSION.fullmatch(value):
        return True
    labels = host.split(".")
    domains = (".".join(labels[start:]) for start in range(len(labels)))
    return any(name in TRACKING_BY_HOST.get(domain, ()) for domain in domains)
