"""What WebSub hubs say to us over HTTP (W3C WebSub, 5.2, 5.3 and 7)."""

from collections.abc import AsyncIterable, AsyncIterator
from typing import Protocol

from starlette.datastructures import QueryParams
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from feeds.errors import DataError
from feeds.model import Intent

_MOST_BYTES = 16 * 1024 * 1024
_LONGEST_CHALLENGE = 4096
_LONGEST_REASON = 300

_NOT_FOUND = 404
_GONE = 410
_TOO_LARGE = 413
_AGAIN = 503


class Callbacks(Protocol):
    """Who knows the subscriptions."""

    async def confirm(self, token: str, intent: Intent) -> bool:
        """Say whether what a hub asks is what we want."""
        ...

    async def take_push(
        self, token: str, signature: str | None, chunks: AsyncIterable[bytes]
    ) -> bool:
        """Take a push; say whether anybody knows the token."""
        ...


class _PushTooLargeError(Exception):
    """A push that is not read to its end."""


async def answer_hub(request: Request, callbacks: Callbacks) -> Response:
    """Answer what a hub asks or brings at a callback; its last part is the token."""
    token = request.path_params["token"]
    try:
        if request.method == "POST":
            return await _take_push(request, token, callbacks)
        return await _answer_question(request.query_params, token, callbacks)
    except DataError:
        return PlainTextResponse("Try again later", _AGAIN)


async def _answer_question(query: QueryParams, token: str, callbacks: Callbacks) -> Response:
    """Return the challenge of a hub that asks for what we want, and 404 otherwise."""
    intent, challenge = _read_intent(query), query.get("hub.challenge", "")
    fits = 0 < len(challenge) <= _LONGEST_CHALLENGE or (intent and intent.mode == "denied")
    if intent is None or not fits or not await callbacks.confirm(token, intent):
        return PlainTextResponse("Not Found", _NOT_FOUND)
    return PlainTextResponse("" if intent.mode == "denied" else challenge)


async def _take_push(request: Request, token: str, callbacks: Callbacks) -> Response:
    """Return 202 for what was taken or dropped, and 410 where nobody wants anything any more.

    A hub is not told whether its signature was right: whoever tries one out learns nothing.
    """
    signature = request.headers.get("x-hub-signature")
    length = request.headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length) > _MOST_BYTES:
        return PlainTextResponse("Content Too Large", _TOO_LARGE)
    try:
        known = await callbacks.take_push(token, signature, _limit(request.stream()))
    except _PushTooLargeError:
        return PlainTextResponse("Content Too Large", _TOO_LARGE)
    except ClientDisconnect:
        return PlainTextResponse("", _AGAIN)
    return PlainTextResponse("", 202) if known else PlainTextResponse("Gone", _GONE)


async def _limit(chunks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """Yield chunks until there are too many bytes."""
    left = _MOST_BYTES
    async for chunk in chunks:
        left -= len(chunk)
        if left < 0:
            raise _PushTooLargeError
        yield chunk


def _read_intent(query: QueryParams) -> Intent | None:
    """Return what a hub asks or tells; None for what no hub says."""
    topic, lease = query.get("hub.topic"), query.get("hub.lease_seconds", "")
    if not topic:
        return None
    match query.get("hub.mode"):
        case "subscribe":
            seconds = int(lease[:9]) if lease.isascii() and lease.isdigit() else None
            return Intent(mode="subscribe", topic=topic, lease_seconds=seconds)
        case "unsubscribe":
            return Intent(mode="unsubscribe", topic=topic)
        case "denied":
            reason = query.get("hub.reason", "")[:_LONGEST_REASON]
            return Intent(mode="denied", topic=topic, reason=reason)
    return None
