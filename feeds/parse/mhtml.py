"""A page saved as a single file: MHTML (RFC 2557), as browsers write it.

It has the form of a message, but nobody sent it: its headers say who saved it, and when.
"""

import email
import re
from collections.abc import Sequence
from dataclasses import replace
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from html import escape
from itertools import islice
from urllib.parse import unquote

from feeds.model import Document, Problem, Unreadable
from feeds.parse.mime import decode_part, find_header, read_parameter
from feeds.parse.page import read_page
from feeds.parse.values import is_web_address, join_url

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
# Pages have hundreds of pictures; no browser saved one of so many.
_MOST_PARTS = 5000
# Addresses longer than that are of no picture, and a page that names them often grows by all.
_LONGEST_PLACE = 2000
# The id of another part, in an attribute (RFC 2392).
_PART = re.compile(
    r"""\b((?:src|href)\s{0,10}=\s{0,10}["']?)cid:([^"'<>()\s]{1,300})""", re.IGNORECASE
)


def read_mhtml(content: bytes, name: str) -> Document | Unreadable:
    """Return one entry: the page, at the address where it stood.

    A picture of the file is one in the web if its part says where; no part is ever opened.

    Args:
        content: The file.
        name: Path of the file inside the inbox; it identifies the entry.
    """
    message = email.message_from_bytes(content)
    parts = [it for it in islice(message.walk(), _MOST_PARTS) if not it.is_multipart()]
    page = _find_page(parts, _read_id(read_parameter(message, "start")))
    if page is None:
        return Unreadable(kind="not a feed", reason="a saved page without the page in it")
    markup, problems = decode_part(page)
    address = _find_address(message, page)
    if any(isinstance(it, CloseBoundaryNotFoundDefect) for it in message.defects):
        problems += (Problem(what="the saved page is cut off: its end is missing"),)
    document = read_page(_place_parts(markup, parts, address), address, name)
    if isinstance(document, Unreadable):
        return document
    return replace(document, problems=(*problems, *document.problems))


def _find_page(parts: Sequence[Message], start: str) -> Message | None:
    """Return the page among the parts: the one that is named as the root, or the first.

    Frames of the page are pages, too, and stand behind it.
    """
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    named = (it for it in pages if start and _read_id(find_header(it, "content-id")) == start)
    return next(named, pages[0] if pages else None)


def _find_address(message: Message, page: Message) -> str:
    """Return where the page stood in the web; empty for a file of the machine it was saved on."""
    stated = (
        find_header(message, "snapshot-content-location"),
        find_header(page, "content-location"),
        find_header(message, "content-location"),
    )
    return next(filter(is_web_address, stated), "")


def _place_parts(markup: str, parts: Sequence[Message], address: str) -> str:
    """Return a page in which parts with an address in the web are called by that."""
    if "cid:" not in markup.lower():
        return markup
    places = {
        _read_id(find_header(it, "content-id")): join_url(
            address, find_header(it, "content-location")
        )
        for it in parts
    }

    def place(found: re.Match[str]) -> str:
        """Return the address of a part, or what stood there."""
        known = places.get(found[2]) or places.get(unquote(found[2]), "")
        fits = is_web_address(known) and len(known) <= _LONGEST_PLACE
        return found[1] + escape(known, quote=True) if fits else found[0]

    return _PART.sub(place, markup, count=_MOST_PARTS)


def _read_id(stated: str) -> str:
    """Return an id without its brackets."""
    return stated.strip().removeprefix("<").removesuffix(">")
