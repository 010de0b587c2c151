"""What an answer means: status and headers become an outcome."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus

from feeds.fetch.failures import make_failed
from feeds.fetch.freshness import Fields, read_freshness, read_retry_after
from feeds.fetch.links import read_links
from feeds.model import (
    Body,
    Failed,
    Fetched,
    Gone,
    NotModified,
    SourceState,
    Throttled,
    Validators,
)

_FULL = frozenset({200, 203})
_PART = 226
_UNDERSTOOD = frozenset({"feed", "identity", ""})
_LONGEST_FIELD = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What one request brought.

    Attributes:
        status: The HTTP status.
        fields: The headers as Latin-1, names in lower case, repeated ones joined by a comma.
        content: The decoded body; empty where :func:`has_content` says no.
        seconds: How long it took, waiting for a turn not counted.
    """

    status: int
    fields: Fields
    content: bytes = b""
    seconds: float = 0.0


def has_content(status: int) -> bool:
    """Return whether the body of an answer with this status is worth reading."""
    return status in _FULL or status == _PART


def is_usable(reply: Reply) -> bool:
    """Return whether the body can be read as it is: not a part made in a way we cannot undo.

    Of the manipulations of a part (RFC 3229, 10.5.3) only ``feed`` is asked for and understood.
    """
    done = [
        name.partition(";")[0].strip() for name in reply.fields.get("im", "").lower().split(",")
    ]
    return reply.status != _PART or ("feed" in done and set(done) <= _UNDERSTOOD)


def read_reply(
    reply: Reply, *, url: str, where: str, state: SourceState, now: datetime
) -> Fetched | NotModified | Gone | Throttled | Failed:
    """Return what a reply that is no redirect means for a source in this state.

    Args:
        reply: The reply.
        url: The address that was asked.
        where: Its host, for the reason of a failure.
        state: What was sent along, and the hash of the last body.
        now: When it came.
    """
    match reply.status:
        case status if status in _FULL:
            return _read_content(reply, url=url, state=state, now=now)
        case status if status == _PART:
            return _read_part(reply, url=url, where=where, state=state, now=now)
        case 304 if state.validators != Validators():
            return NotModified(
                status=304,
                validators=_read_validators(reply.fields, kept=state.validators),
                fresh_until=read_freshness(reply.fields, now),
            )
        case 410:
            return Gone()
        case 429 | 503:
            return Throttled(status=reply.status, retry_after=read_retry_after(reply.fields, now))
        case status:
            return make_failed("status", name_status(status), where=where, status=status)


def hash_content(content: bytes) -> str:
    """Return the hash that tells whether a body changed: BLAKE2b, 16 bytes, in hex."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def read_media_type(content_type: str) -> tuple[str, str | None]:
    """Return media type (lower case) and charset of a Content-Type (RFC 9110, 8.3)."""
    media_type, _, parameters = content_type.partition(";")
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return _clean_type(media_type), value.strip().strip("\"'") or None
    return _clean_type(media_type), None


def name_status(status: int) -> str:
    """Return a status with its name: ``answered 404 Not Found``."""
    try:
        return f"answered {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"answered with the unknown status {status}"


def _read_part(
    reply: Reply, *, url: str, where: str, state: SourceState, now: datetime
) -> Fetched | NotModified | Failed:
    """Return what is new since the last answer (RFC 3229), if we asked for just that.

    Its hash takes the place of the last one's: a whole answer that follows differs from it, and is
    compared story by story.
    """
    if not is_usable(reply) or state.validators == Validators():
        what = "answered 226 with a part of something that was not asked for"
        return make_failed("status", what, where=where, status=_PART)
    part = _read_content(reply, url=url, state=state, now=now)
    if isinstance(part, Fetched):
        return replace(part, partial=True)
    return replace(part, status=_PART)


def _read_content(
    reply: Reply, *, url: str, state: SourceState, now: datetime
) -> Fetched | NotModified:
    """Return an answer with a body, or that it is the one we had."""
    validators = _read_validators(reply.fields, kept=Validators())
    fresh_until = read_freshness(reply.fields, now)
    body_hash = hash_content(reply.content)
    if body_hash == state.body_hash:
        return NotModified(status=200, validators=validators, fresh_until=fresh_until)
    media_type, charset = read_media_type(reply.fields.get("content-type", ""))
    body = Body(content=reply.content, media_type=media_type, charset=charset, url=url)
    hubs, self_url = read_links(reply.fields.get("link", ""), url)
    return Fetched(
        bodies=(body,),
        body_hash=body_hash,
        validators=validators,
        fresh_until=fresh_until,
        hubs=hubs,
        self_url=self_url,
    )


def _read_validators(fields: Fields, *, kept: Validators) -> Validators:
    """Return what an answer says to tell versions apart; what it leaves out is kept."""
    return Validators(
        etag=_read_field(fields, "etag") or kept.etag,
        last_modified=_read_field(fields, "last-modified") or kept.last_modified,
    )


def _read_field(fields: Fields, name: str) -> str | None:
    """Return a field; one so long that our next request might be refused for it counts as none."""
    value = fields.get(name)
    return value if value and len(value) <= _LONGEST_FIELD else None


def _clean_type(media_type: str) -> str:
    """Return a media type in lower case; of a repeated field the first counts."""
    return media_type.partition(",")[0].strip().lower()
