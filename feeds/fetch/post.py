"""What the desk has to tell a server: a WebSub hub, or the receiver of a webhook.

It goes through the door that sources are asked through: the address is checked at the moment of
connecting, the host has its turns, one deadline holds for all of it.
"""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import quote, quote_plus, urlencode

import httpx

from feeds.fetch.answers import name_status
from feeds.fetch.failures import EXPECTED, explain_error, make_failed
from feeds.fetch.freshness import read_retry_after
from feeds.fetch.headers import Headers, name_ourselves
from feeds.fetch.http import Request, Web, open_answer, read_fields
from feeds.fetch.redirects import REDIRECTS, Hop, first_hop, next_hop, same_origin
from feeds.model import Failed, Posted, Unanswered
from feeds.text.characters import clean_line

_REPEATED = frozenset({307, 308})
_MOST_WORDS = 4096
# Shorter values, such as a mode, are words of the protocol and give nothing away.
_SHORTEST_SECRET = 12
# User and password are no such words.
_SHORTEST_PASSWORD = 4
_SENT = "http11.send_request_body.complete"

Form = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    """What is posted.

    Attributes:
        body: Its bytes.
        headers: What it is; the desk's own come before.
        hidden: Values in it that nobody may read in an answer's line.
        allow_private: Whether the address may be private, loopback or link-local.
    """

    body: bytes
    headers: Headers
    hidden: tuple[str, ...] = ()
    allow_private: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One answer: status and headers, its words if it was no success, its seconds."""

    status: int
    fields: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    seconds: float


async def post_form(web: Web, url: str, fields: Form, *, allow_private: bool) -> Posted | Failed:
    """Post fields as ``application/x-www-form-urlencoded`` and return what the server says.

    This is how WebSub hubs are asked; what holds for it is said at :func:`post_bytes`.

    Args:
        web: The open door.
        url: Where to; user and password in it become a header.
        fields: Names and values, in order.
        allow_private: Whether the address may be private, loopback or link-local.

    Returns:
        Posted: Any answer that is no redirect, whatever its status.
        Failed: There is no answer, or a redirect that is not followed (kind ``redirect``).
    """
    letter = _Letter(
        body=urlencode(fields).encode("ascii"),
        headers=((b"Content-Type", b"application/x-www-form-urlencoded"),),
        hidden=tuple(value for _, value in fields),
        allow_private=allow_private,
    )
    posted = await _post(web, url, letter, None)
    match posted:
        case Unanswered(kind=kind, reason=reason):
            return Failed(kind=kind, reason=reason)
        case Posted() | Failed():
            return posted


async def post_bytes(
    web: Web, url: str, body: bytes, headers: Headers, now: datetime, *, allow_private: bool
) -> Posted | Failed | Unanswered:
    """Post bytes and return what the server says.

    Addresses of hubs and webhooks come from strangers or people in a hurry. A redirect that asks
    for the same request again (307, 308) is followed once and at the same origin only; nothing is
    ever posted to another server. Of an answer that is no success a few kilobytes are read; of a
    success nothing but its head, so a slow or endless body cannot undo it.

    Args:
        web: The open door.
        url: Where to; user and password in it become a header.
        body: What is posted.
        headers: What it is; the desk's own are added.
        now: The time, for a Retry-After.
        allow_private: Whether the address may be private, loopback or link-local.

    Returns:
        Posted: Any answer that is no redirect, whatever its status.
        Failed: It was surely not received, or is a redirect that is not followed (``redirect``).
        Unanswered: All of it was sent, and no answer came.
    """
    letter = _Letter(body=body, headers=headers, allow_private=allow_private)
    return await _post(web, url, letter, now)


async def _post(
    web: Web, url: str, letter: _Letter, now: datetime | None
) -> Posted | Failed | Unanswered:
    """Post a letter, and once more where a redirect asks for that."""
    hop = first_hop(url, ())
    left = web.settings.deadline.total_seconds()
    while isinstance(hop, Hop):
        told = await _send(hop, letter, web, left)
        if not isinstance(told, _Told):
            return told
        if told.status not in REDIRECTS:
            words = _hide(told.words, hop, letter.hidden)
            says = f"{hop.host}: {name_status(told.status)}{words and ': '}{words}"
            return Posted(
                status=told.status,
                reason=clean_line(says),
                retry_after=read_retry_after(told.fields, now) if now else None,
            )
        left -= told.seconds
        hop = _follow(hop, told)
    return hop


async def _send(hop: Hop, letter: _Letter, web: Web, seconds: float) -> _Told | Failed | Unanswered:
    """Return what one address answers, or why there is no answer."""
    ours = (
        (b"User-Agent", name_ourselves(web.settings.contact)),
        (b"Accept", b"*/*"),
        (b"Accept-Encoding", b"identity"),
        (b"Connection", b"close"),
    )
    steps: set[str] = set()

    async def note_step(name: str, _info: object) -> None:
        steps.add(name)

    request = Request(
        url=hop.url,
        headers=ours + letter.headers + hop.headers,
        allow_private=letter.allow_private,
        method="POST",
        body=letter.body,
        trace=note_step,
    )
    told: _Told | None = None
    try:
        async with open_answer(web, request, seconds) as opened:
            response = opened.response
            fields = read_fields(response.headers.raw)
            told = _Told(status=response.status_code, fields=fields, seconds=opened.seconds())
            if not response.is_success:
                told = replace(told, words=await _read_words(response), seconds=opened.seconds())
    except EXPECTED as error:
        if told:  # a status counts, whatever becomes of the words behind it
            return told
        failed = explain_error(error, where=hop.host)
        if _SENT in steps:
            return Unanswered(kind=failed.kind, reason=failed.reason)
        return failed
    return told


def _follow(hop: Hop, told: _Told) -> Hop | Failed:
    """Return where the same letter is posted once more, if a redirect asks for no more."""
    location = told.fields.get("location")
    if told.status in _REPEATED and location and not hop.count:
        following = next_hop(hop, status=told.status, location=location)
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


def _read_secrets(value: bytes) -> tuple[str, ...]:
    """Return what of a header nobody may read; of Basic (RFC 7617) user and password too."""
    whole = value.decode("utf-8", "replace")
    scheme, _, coded = whole.partition(" ")
    if scheme != "Basic":
        return (whole,)
    try:
        pair = b64decode(coded).decode("utf-8", "replace")
    except ValueError:
        return whole, coded
    user, _, password = pair.partition(":")
    return whole, coded, pair, user, password


def _write(value: str) -> tuple[str, ...]:
    """Return how a value may stand in an answer."""
    return value, quote(value), quote_plus(value)


def _hide(words: str, hop: Hop, hidden: Sequence[str]) -> str:
    """Return a server's words without what it repeats of the request: that may hold secrets."""
    path = hop.url.path
    sent = [hop.url.raw_path.decode("ascii"), path, *path.split("/"), *hop.url.params.values()]
    sent += hidden
    own = [part for _, value in hop.headers for part in _read_secrets(value)]
    forms = {form for one in sent for form in _write(one) if len(form) >= _SHORTEST_SECRET}
    forms |= {form for one in own for form in _write(one) if len(form) >= _SHORTEST_PASSWORD}
    for form in sorted(forms, key=len, reverse=True):
        words = words.replace(form, "…")
    return words
