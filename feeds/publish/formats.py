"""The formats of a feed, and where each is found."""

from dataclasses import dataclass

from feeds.model import Feed


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to say a feed.

    Attributes:
        suffix: Of the file name, without the dot.
        media_type: As registered.
        name: For people.
    """

    suffix: str
    media_type: str
    name: str


RSS = Format(suffix="rss", media_type="application/rss+xml", name="RSS")
ATOM = Format(suffix="atom", media_type="application/atom+xml", name="Atom")
JSON = Format(suffix="json", media_type="application/feed+json", name="JSON Feed")
FORMATS = (RSS, ATOM, JSON)

# RFC 2046, 4.5.1: the type of what has no other.
UNKNOWN_TYPE = "application/octet-stream"

# Tells the kinds of an edit from the publisher's own categories.
KIND_SCHEME = "urn:wiredesk:kind"

INDEX_PATH = "index.html"
OPML_PATH = "feeds.opml"


def name_file(feed: Feed, form: Format) -> str:
    """Return the file name of a feed in a format."""
    return f"{feed.slug}.{form.suffix}"


def locate_feed(feed: Feed, form: Format) -> str:
    """Return the feed's address; a relative one where it is not known where files are served."""
    return f"{feed.base_url or ''}{name_file(feed, form)}"


def locate_page(feed: Feed) -> str | None:
    """Return the feed's place on the index page; None where that is not known."""
    return f"{feed.base_url}{INDEX_PATH}#{feed.topic}" if feed.base_url else None
