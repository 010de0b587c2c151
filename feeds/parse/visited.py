"""The page of one story, as it was fetched: nothing but a page of HTML will do."""

from dataclasses import dataclass, replace

from feeds.model import Body, Document, Unreadable
from feeds.parse.encoding import decode_bytes
from feeds.parse.page import read_page
from feeds.parse.sniff import refuse_bytes, sniff_text

_PAGES = frozenset({"", "text/html", "application/xhtml+xml", "text/plain", "application/xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitedPage:
    """A page and its text.

    Attributes:
        document: The page as one entry.
        text: The decoded page.
    """

    document: Document
    text: str


def parse_visited(body: Body) -> VisitedPage | Unreadable:
    """Return the page of a story, for any bytes at all.

    Returns:
        The page, or why it is none. Never raises; it may be slow for hostile bytes and belongs into
        a process with limits.
    """
    try:
        return _read_body(body)
    except Exception as error:  # noqa: BLE001 - no library's surprise at hostile bytes may pass
        reason = f"the page could not be read ({type(error).__name__})"
        return Unreadable(kind="malformed", reason=reason)


def _read_body(body: Body) -> VisitedPage | Unreadable:
    """Decode, sniff, read."""
    if body.media_type not in _PAGES:
        return Unreadable(kind="not a feed", reason=f"no page: {body.media_type[:60]}")
    refusal = refuse_bytes(body.content)
    if refusal:
        return replace(refusal, reason=refusal.reason.removesuffix(", not a feed"))
    text, _ = decode_bytes(body.content, body.charset)
    if sniff_text(text, body) != "html":
        return Unreadable(kind="not a feed", reason="no page of HTML")
    document = read_page(text, body.url, "")
    if isinstance(document, Unreadable):
        return document
    return VisitedPage(document=document, text=text)
