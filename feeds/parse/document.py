"""The door of the room: bytes in, a document or a reason out."""

from dataclasses import replace

from feeds.model import Body, Document, Listing, Problem, Unreadable
from feeds.parse.encoding import decode_bytes
from feeds.parse.jsonfeed import read_jsonfeed
from feeds.parse.listing import read_listing
from feeds.parse.mail import read_mail
from feeds.parse.markdown import read_markdown
from feeds.parse.mhtml import read_mhtml
from feeds.parse.page import read_page, refuse_page
from feeds.parse.paste import read_paste
from feeds.parse.sitemap import read_sitemap
from feeds.parse.sniff import TextForm, refuse_bytes, sniff_text
from feeds.parse.syndication import read_syndication
from feeds.text.advice import HOW_TO_SAVE


def parse_document(body: Body, listing: Listing | None = None) -> Document | Unreadable:
    """Return what the bytes say, for any bytes at all.

    A body with a name lies in an inbox and may be an article (text, Markdown, HTML page, e-mail)
    or a feed; one without a name was fetched from a source and must be a feed or a sitemap, or a
    page that lists reports where the selectors say.

    Args:
        body: The bytes, with what is known about them.
        listing: The selectors of a source that is a page; None for all others.

    Returns:
        The document, or why there is none. Never raises; it may be slow for hostile bytes and
        belongs into a process with limits.
    """
    try:
        return _read_body(body, listing)
    except Exception as error:  # noqa: BLE001 - no library's surprise at hostile bytes may pass
        reason = f"the document could not be read ({type(error).__name__})"
        return Unreadable(kind="malformed", reason=reason)


def _read_body(body: Body, listing: Listing | None) -> Document | Unreadable:
    """Decode, sniff, read."""
    refusal = refuse_bytes(body.content)
    if refusal:
        return refusal if body.name is None else _advise(refusal)
    text, problems = decode_bytes(body.content, body.charset)
    if listing:
        return _add_problems(read_listing(text, body.url, listing), problems)
    match sniff_text(text, body):
        case "email":
            return read_mail(body.content, body.name or "")
        case "mhtml":
            return read_mhtml(body.content, body.name or "")
        case form:
            return _add_problems(_read_text(text, form, body), problems)


def _advise(refusal: Unreadable) -> Unreadable:
    """Return why a file is not read, whatever its name promised, with what to do."""
    what, is_known, _ = refusal.reason.partition(", not a feed")
    return replace(refusal, reason=f"this is {what}: {HOW_TO_SAVE}") if is_known else refusal


def _add_problems(
    outcome: Document | Unreadable, problems: tuple[Problem, ...]
) -> Document | Unreadable:
    """Return a document with what was wrong with its encoding; parts of messages tell their own."""
    if isinstance(outcome, Unreadable):
        return outcome
    return replace(outcome, problems=problems + outcome.problems)


def _read_text(text: str, form: TextForm | Unreadable, body: Body) -> Document | Unreadable:
    """Hand the text to the file that knows its form."""
    match form:
        case Unreadable():
            return form
        case "syndication":
            return read_syndication(text, body.url)
        case "json":
            return read_jsonfeed(text, body.url)
        case "sitemap":
            return read_sitemap(text, body.url)
        case "html":
            if body.name is None:
                return refuse_page(text, body.url)
            return read_page(text, body.url, body.name)
        case "markdown":
            return read_markdown(text, body.name or "")
        case "text":
            return read_paste(text, body.name or "")
