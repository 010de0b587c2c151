"""The parts of a sitemap index (https://www.sitemaps.org/protocol.html#index): which to ask for.

An index is read as text: this is not the place, or the process, for a document parser.
"""

import html
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpx

MOST_PARTS = 5
"""Sitemaps of an index that are asked for, the newest."""

_MOST_NAMED = 50_000
_HEAD = 4000
_INDEX = re.compile(
    r"\s*(?:<\?[^>]{0,500}\?>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<(?:[\w.-]{1,40}:)?sitemapindex[\s>]"
)
_TAG = re.compile(r"<(?:[\w.-]{1,40}:)?(sitemap|loc|lastmod)(?:\s[^<>]{0,300})?>([^<]{0,3000})")
_EARLIEST = datetime.min.replace(tzinfo=UTC)

Origin = tuple[str, bytes, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sitemap that an index names.

    Attributes:
        url: Absolute.
        changed: When, as stated; the beginning of time if it is not.
        timed: Whether that tells the time of day.
    """

    url: str
    changed: datetime = _EARLIEST
    timed: bool = False


def is_index(content: bytes) -> bool:
    """Tell a sitemap index by how it begins."""
    head = content[:_HEAD].decode("utf-8", "replace")
    return _INDEX.match(head.lstrip("\ufeff")) is not None


def list_parts(content: bytes, base: str) -> list[Part]:
    """Return the sitemaps that an index names, in its order; ``base`` is its address."""
    text = content.decode("utf-8", "replace").replace("<![CDATA[", "").replace("]]>", "")
    parts: list[Part] = []
    for name, words in _TAG.findall(text):
        value = html.unescape(words).strip()
        match name:
            case "sitemap" if len(parts) == _MOST_NAMED:
                break
            case "sitemap":
                parts.append(Part(url=""))
            case "loc" if parts and not parts[-1].url:
                parts[-1] = replace(parts[-1], url=_join_url(base, value))
            case "lastmod" if parts:
                parts[-1] = replace(parts[-1], changed=_read_time(value), timed="T" in value)
    return [part for part in parts if part.url]


def choose_parts(parts: list[Part], base: str) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Return the newest parts of the same site, and what people should know of the choice."""
    own = [part for part in parts if _is_same_site(part.url, base)]
    # Sorting keeps the order of equals: without dates, the first ones.
    newest = sorted(own, key=lambda part: part.changed, reverse=True)[:MOST_PARTS]
    problems = []
    if len(own) < len(parts):
        problems.append(f"sitemaps of another site, not asked for: {len(parts) - len(own)}")
    if len(own) > MOST_PARTS and any(part.changed == _EARLIEST for part in newest):
        problems.append(
            f"the index names {len(own):,} sitemaps and does not say which are new; "
            f"only {MOST_PARTS} are read"
        )
    return tuple(newest), tuple(problems)


def read_origin(url: str) -> Origin | None:
    """Return scheme, host and port (None: the usual one); None if it is no address of the web."""
    try:
        parts = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        return None
    if parts.scheme not in {"http", "https"} or not parts.raw_host:
        return None
    return parts.scheme, parts.raw_host, parts.port


def _is_same_site(url: str, base: str) -> bool:
    """Tell whether a sitemap is its index's own: same host or below it, no step down from https."""
    own, other = read_origin(base), read_origin(url)
    if not own or not other or (own[0], other[0]) == ("https", "http"):
        return False
    site = own[1].removeprefix(b"www.")
    within = other[1] in {own[1], site} or other[1].endswith(b"." + site)
    return within and own[2] == other[2]


def _join_url(base: str, href: str) -> str:
    """Return an address made absolute; nothing where that cannot be done."""
    try:
        return urljoin(base, href) if href else ""
    except ValueError:
        return ""


def _read_time(words: str) -> datetime:
    """Return a time of the W3C's form; the beginning of time where it is none."""
    try:
        read = datetime.fromisoformat(words)
        return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return _EARLIEST
