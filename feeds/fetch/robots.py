"""Before a page is asked for: the robots.txt of its host (RFC 9309)."""

from datetime import datetime, timedelta
from typing import Final

from feeds.fetch.answers import has_content, name_status
from feeds.fetch.decode import choose_decoder
from feeds.fetch.failures import EXPECTED, HostRestsError, explain_error, make_failed
from feeds.fetch.freshness import read_retry_after
from feeds.fetch.headers import compose_headers
from feeds.fetch.http import Opened, Request, Web, allow_body, open_answer, read_fields
from feeds.fetch.redirects import REDIRECTS, Hop, first_hop, next_hop, same_origin
from feeds.model import Failed, Robots, Validators

# RFC 9309, 2.4 and 2.5: kept for a day at most, and half a mebibyte is all that is read.
_KEPT: Final = timedelta(hours=24)
_MOST: Final = 500 * 1024
_CLOSED_FOR: Final = timedelta(hours=1)
_TOO_MANY_REQUESTS: Final = 429
_REFUSALS: Final = range(400, 500)


async def fetch_robots(origin: str, web: Web, now: datetime, *, allow_private: bool) -> Robots:
    """Return what a host says about programs that visit it; it never raises for a server.

    A host without a robots.txt (4xx) allows everything; one that cannot be asked now, that answers
    5xx, or 429, allows nothing for an hour, or for as long as it says (RFC 9309, 2.3.1).

    Args:
        origin: Scheme, host and port, as in ``https://example.org``.
        web: The open door.
        now: When it is asked.
        allow_private: Whether its address may be private; never one that it redirects to.
    """
    hop = own = first_hop(f"{origin}/robots.txt", ())
    left = web.settings.deadline.total_seconds()
    while isinstance(hop, Hop) and isinstance(own, Hop):
        headers = compose_headers(web.settings, ((b"Accept", b"text/plain, */*"),), Validators())
        private = allow_private and same_origin(hop.url, own.url)
        request = Request(url=hop.url, headers=headers, allow_private=private)
        try:
            async with open_answer(web, request, left) as opened:
                response = opened.response
                location = response.headers.get("location")
                if response.status_code not in REDIRECTS or location is None:
                    return await _read_answer(origin, opened, hop, now)
                left -= opened.seconds()
        except HostRestsError as rests:
            resting = make_failed("status", "it asked to be left alone (429)", where=hop.host)
            return _close(origin, resting, now + timedelta(seconds=rests.seconds))
        except EXPECTED as error:
            failed = explain_error(error, where=hop.host)
            # A private address is refused to one source: it says nothing to another, nor later.
            refused = failed.kind == "private address" and hop.count == 0
            wait = timedelta() if refused else _CLOSED_FOR
            return _close(origin, failed, now + wait)
        hop = next_hop(hop, status=response.status_code, location=location)
    # One that redirects for ever has none (RFC 9309, 2.3.1.2).
    return Robots(origin=origin, rules="", until=now + _KEPT)


async def _read_answer(origin: str, opened: Opened, hop: Hop, now: datetime) -> Robots:
    """Return the meaning of an answer that is no redirect."""
    status = opened.response.status_code
    if has_content(status):
        rules = await _read_rules(opened)
        return Robots(origin=origin, rules=rules, until=now + _KEPT)
    if status in _REFUSALS and status != _TOO_MANY_REQUESTS:
        return Robots(origin=origin, rules="", until=now + _KEPT)
    wait = read_retry_after(read_fields(opened.response.headers.raw), now)
    failed = make_failed("status", name_status(status), where=hop.host, status=status)
    return _close(origin, failed, max(wait or now, now + _CLOSED_FOR))


async def _read_rules(opened: Opened) -> str:
    """Return as much of a robots.txt as has to be read."""
    allow_body(opened.response, _MOST)
    decoder = choose_decoder(opened.response.headers.get("content-encoding", ""))
    rules = bytearray()
    async for data in opened.response.aiter_raw():
        for piece in decoder.decode(data):
            rules += piece
            if len(rules) >= _MOST:
                return rules[:_MOST].decode("utf-8-sig", "replace")
    return rules.decode("utf-8-sig", "replace")


def _close(origin: str, failed: Failed, until: datetime) -> Robots:
    """Return that nothing may be asked for now."""
    return Robots(origin=origin, rules=None, reason=f"robots.txt: {failed.reason}", until=until)
