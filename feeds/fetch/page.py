"""The page of a story asked: with leave, hop by hop, to its answer."""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from feeds.fetch.answers import Reply, read_reply
from feeds.fetch.failures import EXPECTED, explain_error
from feeds.fetch.feed import let_rest
from feeds.fetch.headers import compose_headers
from feeds.fetch.http import Request, Web, ask
from feeds.fetch.redirects import REDIRECTS, Hop, first_hop, next_hop, same_origin
from feeds.model import (
    Failed,
    Fetched,
    Gone,
    NotModified,
    Source,
    SourceState,
    Throttled,
    Validators,
)

MayAsk = Callable[[str], Awaitable[Failed | None]]
"""Returns why an address may not be asked for; None if it may."""

_ACCEPT: Final = b"text/html, application/xhtml+xml, */*;q=0.5"

# The home page of a site, or of one of its languages.
_HOME: Final = re.compile(r"/?|/index\.\w{3,5}|/[a-z]{2}(?:[-_][a-zA-Z]{2})?/?")


async def fetch_page(
    url: str,
    source: Source,
    web: Web,
    may_ask: MayAsk,
    now: datetime,
    *,
    kept: SourceState | None = None,
) -> Fetched | NotModified | Gone | Throttled | Failed:
    """Return what the server of a page answered, redirects followed; it never raises for a server.

    Leave is asked for each address on the way: a redirect may lead to another host, or to where no
    program is wanted.

    Args:
        url: The page of a story.
        source: Whose story it is; its headers go along only to its own origin, and its
            ``allow_private`` holds only there too.
        web: The open door.
        may_ask: Whether an address may be asked for.
        now: When it is asked.
        kept: Validators and hash of the page as it was last read; None for the first time.
    """
    kept = kept or SourceState(source_id=source.id)
    hop = first_hop(url, ())
    left = web.settings.deadline.total_seconds()
    while isinstance(hop, Hop):
        refused = await may_ask(str(hop.url))
        if refused:
            return refused
        reply = await _ask_hop(hop, source, web, left, kept.validators)
        if isinstance(reply, Failed):
            return reply
        location = reply.fields.get("location")
        if reply.status not in REDIRECTS or location is None:
            came = now + timedelta(seconds=reply.seconds)
            return _read_answer(hop, reply, source, web, came, kept=kept)
        left -= reply.seconds
        hop = next_hop(hop, status=reply.status, location=location)
    return hop


def may_be_private(url: str, source: Source) -> bool:
    """Return whether a page may be at a private address: only at the origin of a source that may.

    Any feed can name any page, at any port, and ``allow_private`` was said of the source.
    """
    own, page = first_hop(source.url or "", ()), first_hop(url, ())
    if not (isinstance(own, Hop) and isinstance(page, Hop)):
        return False
    return source.allow_private and same_origin(own.url, page.url)


def tell_manner(source: Source) -> tuple[object, ...]:
    """Return what tells how a source asks for pages from how another does; nothing if it is plain.

    That is its headers, and leave to read at private addresses, which hold at its own origin.
    """
    own = first_hop(source.url or "", source.headers)
    if not isinstance(own, Hop) or not (own.headers or source.allow_private):
        return ()
    return (own.url.scheme, own.url.netloc, own.headers, source.allow_private)


async def _ask_hop(
    hop: Hop, source: Source, web: Web, seconds: float, validators: Validators
) -> Reply | Failed:
    """Return the reply of one address, or why there is none."""
    own = first_hop(source.url or "", source.headers)
    headers = own.headers if isinstance(own, Hop) and same_origin(own.url, hop.url) else ()
    if not any(name.lower() == b"accept" for name, _ in headers):
        headers = ((b"Accept", _ACCEPT), *headers)
    request = Request(
        url=hop.url,
        headers=compose_headers(web.settings, headers, validators),
        allow_private=may_be_private(str(hop.url), source),
    )
    try:
        return await ask(web, request, seconds)
    except EXPECTED as error:
        return explain_error(error, where=hop.host)


def _read_answer(
    hop: Hop, reply: Reply, source: Source, web: Web, now: datetime, *, kept: SourceState
) -> Fetched | NotModified | Gone | Throttled | Failed:
    """Return the meaning of the last reply; a host that says 429 rests."""
    answer = read_reply(reply, url=str(hop.url), where=hop.host, state=kept, now=now)
    let_rest(hop, answer, web, now, private=may_be_private(str(hop.url), source))
    return answer


def leads_home(url: str, found: str) -> bool:
    """Tell whether the address of a page leads to the home page of its site.

    Args:
        url: The page.
        found: Where its answer came from, redirects followed.
    """
    asked, end = urlsplit(url), urlsplit(found)
    one, other = (f".{(parts.hostname or '').removeprefix('www.')}" for parts in (asked, end))
    same_site = one.endswith(other) or other.endswith(one)
    was_home = _HOME.fullmatch(asked.path) is not None
    return same_site and not was_home and not end.query and _HOME.fullmatch(end.path) is not None
