"""Where is the feed of this page? Addresses that a page names, and those that are usual."""

import re
from dataclasses import dataclass
from typing import final
from urllib.parse import SplitResult, urljoin, urlsplit

from lxml import etree

from feeds.model import Body
from feeds.parse.encoding import decode_bytes
from feeds.parse.sniff import refuse_bytes
from feeds.text.characters import clean_characters, join_line
from feeds.text.markup import element_to_text, parse_html
from feeds.text.urls import clean_url, host_within

_FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/x-rss+xml",
        "application/x.atom+xml",
        "application/xml",
        "text/xml",
        "text/rss+xml",
    }
)
# JSON Feed 1.0 was named so; most other JSON that pages name is an interface for programs.
_MAYBE_JSON = "application/json"
_MOST = 50
_TITLE_LENGTH = 120
_COMMENTS = re.compile(r"com{1,2}ent|kommentar|reacties", re.IGNORECASE)
_FEED_PATH = re.compile(
    r"(?:^|/)(?:feeds?|rss2?|atom|rdf)/?$|\.(?:rss|atom|rdf|xml)$|(?:^|/)feed\.json$",
    re.IGNORECASE,
)
_FEED_QUERY = re.compile(r"(?:^|&)(?:feed|format|type)=(?:rss2?|atom|feed|xml)", re.IGNORECASE)
_USUAL = ("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """An address where a feed probably is.

    Attributes:
        url: Absolute, http or https.
        title: What the page calls it; empty if it does not, or if the address was guessed.
    """

    url: str
    title: str = ""


def find_feeds(body: Body) -> tuple[FeedLink, ...]:
    """Return the feeds that a page names, the likeliest first, each once, 50 at most.

    First its ``link`` elements with ``rel=alternate`` and a feed's type (RSS Advisory Board, RSS
    Autodiscovery) or with ``rel=feed`` (HTML microformats), in document order, those of comments
    last; then what it links to on its own site that looks like a feed.

    Args:
        body: Any bytes; those that are no page name nothing. Relative addresses begin at its
            ``base`` element, or at the body's own address.
    """
    if refuse_bytes(body.content):
        return ()
    root = parse_html(decode_bytes(body.content, body.charset)[0])
    if root is None:
        return ()
    base = _find_base(root, body.url)
    stated = [link for element in root.iter("link") if (link := _read_link(element, base))]
    stated.sort(key=_is_of_comments)
    linked = [link for element in root.iter("a") if (link := _read_anchor(element, base, body.url))]
    first: dict[str, FeedLink] = {}
    for link in (*stated, *linked):
        first.setdefault(link.url, link)
    return tuple(first.values())[:_MOST]


def guess_feeds(url: str) -> tuple[FeedLink, ...]:
    """Return the usual addresses of feeds of a site: below the page asked for, then at the root.

    Args:
        url: Absolute address of a page, http or https.
    """
    parts = urlsplit(url)
    folder = parts.path.rstrip("/")
    here = [f"{folder}/feed"] if folder and "." not in folder.rpartition("/")[2] else []
    paths = [*here, *(f"/{name}" for name in _USUAL)]
    found = (clean_url(urljoin(url, path)) for path in dict.fromkeys(paths))
    return tuple(FeedLink(url=address) for address in found if address)


def _find_base(root: "etree._Element", address: str) -> str:
    """Return what relative addresses begin at."""
    element = root.find(".//base[@href]")
    stated = clean_url(element.get("href") or "", address) if element is not None else None
    return stated or address


def _read_link(element: "etree._Element", base: str) -> FeedLink | None:
    """Return the feed a ``link`` element names; None if it names something else."""
    rel = (element.get("rel") or "").lower().split()
    kind, _, parameters = (element.get("type") or "").lower().partition(";")
    kind = kind.strip()
    href = element.get("href") or ""
    is_feed = kind in _FEED_TYPES or (kind == _MAYBE_JSON and "feed" in href.lower())
    is_entry = "type=entry" in parameters.replace(" ", "")
    if is_entry or not ("feed" in rel or ("alternate" in rel and is_feed)):
        return None
    return _make_link(href, base, element.get("title") or "")


def _read_anchor(element: "etree._Element", base: str, page: str) -> FeedLink | None:
    """Return the feed that running text links to; None if it does not look like one of ours."""
    link = _make_link(element.get("href") or "", base, "")
    if link is None:
        return None
    parts = urlsplit(link.url)
    if not _is_same_site(parts, urlsplit(page)) or "sitemap" in parts.path.lower():
        return None
    if not (_FEED_PATH.search(parts.path) or _FEED_QUERY.search(parts.query)):
        return None
    title = element.get("title") or element_to_text(element)
    return FeedLink(url=link.url, title=_clean_title(title))


def _make_link(href: str, base: str, title: str) -> FeedLink | None:
    """Return an address with its title; None if nobody could fetch it."""
    url = clean_url(href.removeprefix("feed:"), base)
    return FeedLink(url=url.partition("#")[0], title=_clean_title(title)) if url else None


def _clean_title(title: str) -> str:
    """Return a title on one line of readable length."""
    return join_line(clean_characters(title))[:_TITLE_LENGTH]


def _is_of_comments(link: FeedLink) -> bool:
    """Tell a feed of readers' comments from one of reports."""
    return bool(_COMMENTS.search(link.title) or _COMMENTS.search(urlsplit(link.url).path))


def _is_same_site(one: SplitResult, other: SplitResult) -> bool:
    """Tell whether one host is the other, or below it; www counts for nothing."""
    first, second = ((part.hostname or "").removeprefix("www.") for part in (one, other))
    return bool(first and second) and (
        host_within(first, (second,)) or ("." in first and host_within(second, (first,)))
    )
