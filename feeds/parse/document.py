"""The door of the room: bytes in, a document or a reason out."""

from dataclasses import replace

from feeds.model import Body, Document, Unreadable
from feeds.parse.encoding import decode_bytes
from feeds.parse.jsonfeed import read_jsonfeed
from feeds.parse.mail import read_mail
from feeds.parse.page import read_page, refuse_page
from feeds.parse.paste import read_paste
from feeds.parse.sniff import Form, refuse_bytes, sniff_text
from feeds.parse.syndication import read_syndication


def parse_document(body: Body) -> Document | Unreadable:
    """Return what the bytes say, for any bytes at all.

    A body with a name lies in an inbox and may be an article (text, HTML page, e-mail) or a feed;
    one without a name was fetched from a source and must be a feed.

    Args:
        body: The bytes, with what is known about them.

    Returns:
        The document, or why there is none. Never raises; it may be slow for hostile bytes and
        belongs into a process with limits.
    """
    try:
        return _read_body(body)
    except Exception as error:  # noqa: BLE001 - no library's surprise at hostile bytes may pass
        reason = f"the document could not be read ({type(error).__name__})"
        return Unreadable(kind="malformed", reason=reason)


def _read_body(body: Body) -> Document | Unreadable:
    """Decode, sniff, read."""
    refusal = refuse_bytes(body.content)
    if refusal:
        return refusal
    text, problems = decode_bytes(body.content, body.charset)
    form = sniff_text(text, body)
    if isinstance(form, Unreadable):
        return form
    outcome = _read_form(form, text, body)
    if isinstance(outcome, Unreadable) or form == "email":
        return outcome
    return replace(outcome, problems=problems + outcome.problems)


def _read_form(form: Form, text: str, body: Body) -> Document | Unreadable:
    """Hand the text to the file that knows its form."""
    match form:
        case "syndication":
            return read_syndication(text, body.url)
        case "json":
            return read_jsonfeed(text, body.url)
        case "html":
            if body.name is None:
                return refuse_page(text, body.url)
            return read_page(text, body.url, body.name)
        case "email":
            return read_mail(body.content, body.name or "")
        case "text":
            return read_paste(text, body.name or "")
