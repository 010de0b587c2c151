"""What is it? The bytes decide; media type and file name only where the bytes do not."""

import re
from collections.abc import Mapping
from typing import Literal

from feeds.model import Body, Unreadable
from feeds.parse.prolog import Root, find_root

TextForm = Literal["syndication", "sitemap", "json", "html", "markdown", "text"]
Form = TextForm | Literal["mhtml", "email"]

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image, sound or film (RIFF)"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"ID3", "an MP3 sound"),
    (b"OggS", "an Ogg sound or film"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)
_FEED_ROOTS = frozenset({"rss", "rdf", "feed", "channel", "entry"})
_OTHER_ROOTS = {
    "sitemapindex": "a sitemap index",
    "opml": "a list of feeds (OPML)",
    "svg": "an SVG image",
    "error": "an XML error message",
    "service": "an Atom service document",
}
# A page, or a piece of one that was saved without its head.
_HTML_ROOT = re.compile(
    r"html|head|body|meta|title|link|script|style|base|div|p|span|a|b|i|em|strong|br|hr|h[1-6]|ul"
    r"|ol|li|dl|table|tr|td|center|font|main|article|section|header|footer|nav|aside|figure|img"
    r"|iframe|form|pre|blockquote|noscript|template"
)
# Junk before a feed (a PHP warning, a stray line) is short; a page that only shows a feed is not.
_JUNK = 4000
_FEED_START = re.compile(r"<(?:[A-Za-z_][\w-]{0,20}:)?(?:rss|feed|RDF)[\s>]", re.IGNORECASE)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,70}):[ \t]?(.*)")
# A header goes on below; a line of spaces ends all of them.
_FOLDED = re.compile(r"(?:\r\n?|\n)(?=[ \t]+\S)[ \t]+")
_MAIL_HEADERS = frozenset({"from", "message-id", "received", "return-path", "mime-version"})
_SOME_HEADERS = _MAIL_HEADERS | {"to", "subject", "date", "content-type", "delivered-to", "sender"}
_SINGLE_FILES = ("multipart/related", "text/html", "application/xhtml+xml")
_SINGLE_ENDINGS = (".mhtml", ".mht")
_SAVED_BY = re.compile(r"[<\"]{0,2}saved by ", re.IGNORECASE)
_WHOLE = re.compile(r"<(?:\?xml|!doctype|html|rss|feed|rdf:rdf)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


def refuse_bytes(content: bytes) -> Unreadable | None:
    """Return why these bytes can be no document of text, or None if they may be one."""
    if not content.strip(b" \t\r\n\0"):
        return _not_a_feed("nothing: the document is empty")
    for magic, what in _MAGIC:
        if content.startswith(magic):
            return _not_a_feed(f"{what}, not a feed")
    return None


def sniff_text(text: str, body: Body) -> Form | Unreadable:
    """Return the form of a document, or why it is none that the desk reads.

    Args:
        text: The decoded document.
        body: Where it came from; articles (page, e-mail, plain text) are told from feeds by their
            bytes, but only an inbox may hold them.
    """
    if not text.strip("\ufeff \t\r\n\f\0"):
        return _not_a_feed("nothing: the document is empty")
    start = text.lstrip("\ufeff \t\r\n\f\0")
    if _is_markdown(start, body):
        return _sniff_words(text, "markdown")
    if start[0] in "{[" and _looks_like_json(start):
        return "json"
    if message := _sniff_message(start, body):
        return message
    form = _sniff_markup(text, body, start)
    if form:
        return form
    words = _sniff_words(text, "text")
    if body.name is None and words == "text":
        return _not_a_feed("plain text, not a feed")
    return words


def _sniff_words(text: str, form: Literal["markdown", "text"]) -> Form | Unreadable:
    """Return the form of what has no marks that tell it, unless most of it is no text."""
    sample = text[:2000]
    if len(_CONTROL.findall(sample)) * 10 > len(sample):
        return _not_a_feed("binary data, not a feed")
    return form


def _is_markdown(start: str, body: Body) -> bool:
    """Tell whether an inbox file is Markdown: it is called so, and no whole document in markup.

    HTML may stand in it anywhere, and where it begins.
    """
    if body.name is None or _WHOLE.match(start):
        return False
    return body.media_type == "text/markdown" or body.name.lower().endswith((".md", ".markdown"))


def _sniff_message(start: str, body: Body) -> Literal["mhtml", "email"] | None:
    """Return what an inbox file is that begins with the headers of a message; None for others."""
    if body.name is None:
        return None
    headers = _read_headers(start)
    if _is_saved_page(headers, body, body.name.lower()):
        return "mhtml"
    return "email" if _is_mail(headers, body, body.name.lower()) else None


def _is_mail(headers: Mapping[str, str], body: Body, name: str) -> bool:
    """Tell whether a file is an e-mail: it begins with a block of mail headers."""
    found = headers.keys()
    named = body.media_type == "message/rfc822" or name.endswith((".eml", *_SINGLE_ENDINGS))
    needed = 1 if named else 3
    return len(found & _SOME_HEADERS) >= needed and (named or bool(found & _MAIL_HEADERS))


def _is_saved_page(headers: Mapping[str, str], body: Body, name: str) -> bool:
    """Tell whether a file is a page in the form of a message, which nobody sent.

    Browsers say where it stood, or write that they saved it where others have a sender with an
    address.
    """
    if not headers.get("content-type", "").lower().startswith(_SINGLE_FILES):
        return False
    if "snapshot-content-location" in headers:
        return True
    sender = headers.get("from", "")
    named = body.media_type == "multipart/related" or name.endswith(_SINGLE_ENDINGS)
    return (named or bool(_SAVED_BY.match(sender))) and "@" not in sender


def _read_headers(start: str) -> dict[str, str]:
    """Return the headers that a document begins with, by small name; of several the first."""
    found: dict[str, str] = {}
    for line in _FOLDED.sub(" ", start[:20_000]).splitlines():
        if not line.strip():
            break
        header = _HEADER.fullmatch(line)
        if header:
            found.setdefault(header[1].lower(), header[2].strip())
        elif not line.startswith(("From ", ">From ")):
            break
    return found


def _sniff_markup(text: str, body: Body, start: str) -> Form | Unreadable | None:
    """Return the form of a document with elements; None if it is plain text."""
    root = find_root(text)
    if root.local in _FEED_ROOTS and start.startswith("<"):
        return "syndication"
    if root.local == "urlset" and start.startswith("<"):
        return "sitemap"
    html = "html" in (root.local, root.doctype[9:].strip()[:4].lower())
    if not html and _FEED_START.search(text[:_JUNK]):
        return "syndication"
    if not start.startswith("<"):
        return _sniff_by_name(root, body)
    if html or _HTML_ROOT.fullmatch(root.local):
        return "html"
    if not root.name or (body.name is not None and f"</{root.name}>" not in text):
        return None
    what = _OTHER_ROOTS.get(root.local, f"XML with the root element <{root.name[:40]}>")
    return _not_a_feed(f"{what}, not a feed")


def _sniff_by_name(root: Root, body: Body) -> Form | None:
    """Decide what begins with words and has elements later: a page only if it is named so."""
    named = body.media_type in {"text/html", "application/xhtml+xml"} or (
        body.name or ""
    ).lower().endswith((".html", ".htm", ".xhtml"))
    return "html" if named and _HTML_ROOT.fullmatch(root.local) else None


def _looks_like_json(start: str) -> bool:
    """Tell JSON from plain text that begins with a bracket: a key, an object or an end follows."""
    follows = start[1:200].lstrip()[:1]
    return follows in '"{[}]' if start[0] == "{" else follows in "{]"


def _not_a_feed(reason: str) -> Unreadable:
    """Return the value for what is no document of ours."""
    return Unreadable(kind="not a feed", reason=reason)
