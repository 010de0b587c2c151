"""A form posted: what the desk has to tell a server, a WebSub hub or the receiver of a webhook.

It goes through the door that sources are asked through: the address is checked at the moment of
connecting, the host has its turns, one deadline holds for all of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, urlencode

import httpx

from feeds.fetch.answers import name_status
from feeds.fetch.failures import EXPECTED, explain_error, make_failed
from feeds.fetch.headers import name_ourselves
from feeds.fetch.http import Request, Web, open_answer
from feeds.fetch.redirects import REDIRECTS, Hop, first_hop, next_hop, same_origin
from feeds.model import Failed, Posted
from feeds.text.characters import clean_line

_REPEATED = frozenset({307, 308})
_MOST_WORDS = 4096
# Shorter values, such as a mode, are words of the protocol and give nothing away.
_SHORTEST_SECRET = 12

Form = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One answer: status, where it redirects to, its words if it was no success, its seconds."""

    status: int
    location: str | None
    words: str
    seconds: float


async def post_form(web: Web, url: str, fields: Form, *, allow_private: bool) -> Posted | Failed:
    """Post fields as ``application/x-www-form-urlencoded`` and return what the server says.

    This is how WebSub hubs are asked, and how webhooks are to be sent: the addresses of both come
    from strangers or people in a hurry. A redirect that asks for the same request again (307, 308)
    is followed once and at the same origin only; nothing is ever posted to another server. Of an
    answer that is no success a few kilobytes are read; of a success nothing but its head, so a slow
    or endless body cannot undo it.

    Args:
        web: The open door.
        url: Where to; user and password in it become a header.
        fields: Names and values, in order.
        allow_private: Whether the address may be private, loopback or link-local.

    Returns:
        Posted: Any answer that is no redirect, whatever its status.
        Failed: There is no answer, or a redirect that is not followed (kind ``redirect``).
    """
    hop = first_hop(url, ())
    left = web.settings.deadline.total_seconds()
    while isinstance(hop, Hop):
        told = await _send(hop, fields, web, left, allow_private=allow_private)
        if isinstance(told, Failed):
            return told
        if told.status not in REDIRECTS:
            words = _hide(told.words, hop, fields)
            says = f"{hop.host}: {name_status(told.status)}{words and ': '}{words}"
            return Posted(status=told.status, reason=clean_line(says))
        left -= told.seconds
        hop = _follow(hop, told)
    return hop


async def _send(
    hop: Hop, fields: Form, web: Web, seconds: float, *, allow_private: bool
) -> _Told | Failed:
    """Return what one address answers, or why there is no answer."""
    headers = (
        (b"User-Agent", name_ourselves(web.settings.contact)),
        (b"Accept", b"*/*"),
        (b"Accept-Encoding", b"identity"),
        (b"Connection", b"close"),
        (b"Content-Type", b"application/x-www-form-urlencoded"),
    )
    request = Request(
        url=hop.url,
        headers=headers + hop.headers,
        allow_private=allow_private,
        method="POST",
        body=urlencode(fields).encode("ascii"),
    )
    try:
        async with open_answer(web, request, seconds) as opened:
            response = opened.response
            return _Told(
                status=response.status_code,
                location=response.headers.get("location"),
                words="" if response.is_success else await _read_words(response),
                seconds=opened.seconds(),
            )
    except EXPECTED as error:
        return explain_error(error, where=hop.host)


def _follow(hop: Hop, told: _Told) -> Hop | Failed:
    """Return where the same form is posted once more, if a redirect asks for no more than that."""
    if told.status in _REPEATED and told.location and not hop.count:
        following = next_hop(hop, status=told.status, location=told.location)
        if isinstance(following, Failed) or same_origin(hop.url, following.url):
            return following
    what = f"it redirects ({told.status}), and nothing is posted to another place"
    return make_failed("redirect", what, where=hop.host)


async def _read_words(response: httpx.Response) -> str:
    """Return the beginning of an answer in plain text; nothing of any other."""
    plain = response.headers.get("content-type", "text/plain").lower().startswith("text/plain")
    coded = response.headers.get("content-encoding", "identity").lower() != "identity"
    if coded or not plain:
        return ""
    words = bytearray()
    async for data in response.aiter_raw():
        words += data
        if len(words) >= _MOST_WORDS:
            break
    return words[:_MOST_WORDS].decode("utf-8", "replace")


def _hide(words: str, hop: Hop, fields: Form) -> str:
    """Return a server's words without what it repeats of the request: that may hold secrets."""
    path = hop.url.path
    sent = [hop.url.raw_path.decode("ascii"), path, *path.split("/"), *hop.url.params.values()]
    sent += [value for _, value in fields]
    forms = {form for value in sent for form in (value, quote(value), quote_plus(value))}
    for form in sorted(forms, key=len, reverse=True):
        if len(form) >= _SHORTEST_SECRET:
            words = words.replace(form, "…")
    return words
