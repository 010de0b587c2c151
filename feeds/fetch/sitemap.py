"""Sitemaps: compressed ones unfolded, and the newest of those that an index names asked for.

Validators are kept of the index alone, and only if it tells by times when each part changed and all
of them were read; else the next request for it is unconditional: no news is lost behind a 304.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from feeds.fetch.answers import hash_content
from feeds.fetch.decode import ZlibDecoder
from feeds.fetch.failures import FetchError, explain_error, make_failed
from feeds.fetch.feed import fetch_feed, time_feed
from feeds.fetch.http import Web
from feeds.fetch.parts import Part, choose_parts, is_index, list_parts, read_origin
from feeds.model import (
    Body,
    Failed,
    Fetched,
    Moved,
    NotModified,
    Outcome,
    Source,
    SourceState,
    Throttled,
    Validators,
    describe_outcome,
    find_answer,
)

_GZIP = b"\x1f\x8b"
_GZIP_TYPES = frozenset({"application/gzip", "application/x-gzip"})
# Who fails like this would fail again at once; asking on would only take time.
_HOPELESS = frozenset({"dns", "refused", "timeout", "tls", "private address"})

_Told = Body | Failed | Throttled


async def fetch_sitemap(source: Source, state: SourceState, web: Web, now: datetime) -> Outcome:
    """Return what a feed or sitemap answered; of an index, what its newest parts answered.

    Args:
        source: Of kind ``feed`` or ``sitemap``; what is no sitemap is answered as it came.
        state: As for a feed.
        web: The open door.
        now: When it is asked.
    """
    loop = asyncio.get_running_loop()
    begun = loop.time()
    outcome = await fetch_feed(source, state, web, now)
    now += timedelta(seconds=loop.time() - begun)
    match outcome:
        case Fetched():
            return await _read_answer(outcome, source, state, web, now)
        case Moved(answer=Fetched() as answer):
            read = await _read_answer(answer, source, state, web, now)
            return (
                replace(outcome, answer=read) if isinstance(read, Fetched | NotModified) else read
            )
        case _:
            return outcome


async def _read_answer(
    answer: Fetched, source: Source, state: SourceState, web: Web, now: datetime
) -> Fetched | NotModified | Throttled | Failed:
    """Return a full answer unfolded, with the parts of an index in its place."""
    body = await _unfold(answer.bodies[0], source, web)
    if isinstance(body, Failed):
        return body
    if body != answer.bodies[0]:
        answer = replace(answer, bodies=(body,), body_hash=hash_content(body.content))
    if is_index(body.content):
        named = await asyncio.to_thread(list_parts, body.content, body.url)
        parts, problems = choose_parts(named, body.url)
        told = await _ask_parts(parts, source, web, now)
        if not any(isinstance(one, Body) for one in told):
            return _choose_failure(told, body)
        answer = _join(replace(answer, problems=problems), parts, told)
    if answer.body_hash != state.body_hash:
        return answer
    return NotModified(status=200, validators=answer.validators, fresh_until=answer.fresh_until)


async def _unfold(body: Body, source: Source, web: Web) -> Body | Failed:
    """Return a body, unfolded if it is a compressed file and said to be one."""
    said = (
        source.kind == "sitemap"
        or body.media_type in _GZIP_TYPES
        or urlsplit(body.url).path.endswith(".gz")
    )
    if not (said and body.content.startswith(_GZIP)):
        return body
    try:
        content = await asyncio.to_thread(_decompress, body.content, web.settings.max_bytes)
    except FetchError as error:
        return explain_error(error, where=_name_host(body.url))
    return replace(body, content=content, media_type="application/xml", charset=None)


def _decompress(compressed: bytes, most: int) -> bytes:
    """Return what is in a gzip file.

    Raises:
        FetchError: Kind ``encoding``, or ``too large`` for more than ``most`` bytes.
    """
    decoder = ZlibDecoder(gzip=True)
    content = bytearray()
    for piece in decoder.decode(compressed):
        content += piece
        if len(content) > most:
            raise FetchError("too large", f"the file unfolds to more than {most // 1024} KiB")
    decoder.finish()
    return bytes(content)


async def _ask_parts(
    parts: Sequence[Part], source: Source, web: Web, now: datetime
) -> tuple[_Told, ...]:
    """Return what the parts answered, asked one after the other; fewer than there are if it ended.

    None is begun when the host fails or the time for one answer is over for all of them together,
    waiting not counted, and together they may be as large as one answer.
    """
    loop = asyncio.get_running_loop()
    begun = loop.time()
    left = web.settings.deadline.total_seconds()
    room = web.settings.max_bytes
    told: list[_Told] = []
    for part in parts:
        since = timedelta(seconds=loop.time() - begun)
        answer, seconds = await _ask_part(part, source, web, now + since)
        left -= seconds
        if isinstance(answer, Body):
            room -= len(answer.content)
            if room < 0:
                what = "the sitemaps of the index are too large together"
                answer = make_failed("too large", what, where=_name_host(part.url))
        told.append(answer)
        if room < 0 or left < 0 or _is_hopeless(answer):
            break
    return tuple(told)


async def _ask_part(part: Part, source: Source, web: Web, now: datetime) -> tuple[_Told, float]:
    """Return one part, and the seconds it took.

    The source's headers go along only to the source's own origin.
    """
    own = read_origin(part.url) == read_origin(source.url or "")
    asked = replace(source, url=part.url, headers=source.headers if own else ())
    outcome, seconds = await time_feed(asked, SourceState(source_id=source.id), web, now)
    answer = find_answer(outcome)
    match answer:
        case Fetched(bodies=(body,)):
            return await _unfold(body, source, web), seconds
        case Failed() | Throttled():
            return answer, seconds
        case _:
            what = describe_outcome(answer)[1]
            return make_failed("status", what, where=_name_host(part.url)), seconds


def _join(answer: Fetched, parts: Sequence[Part], told: Sequence[_Told]) -> Fetched:
    """Return the parts as one answer, with only those validators that are safe to send."""
    bodies = tuple(one for one in told if isinstance(one, Body))
    settled = len(bodies) == len(parts) and all(part.timed for part in parts)
    hashes = (answer.body_hash, *(hash_content(body.content) for body in bodies))
    return replace(
        answer,
        bodies=bodies,
        body_hash=hash_content("".join(hashes).encode()),
        validators=answer.validators if settled else Validators(),
        fresh_until=answer.fresh_until if settled else _rest_until(told),
        problems=(*answer.problems, *_tell_failures(parts, told)),
    )


def _rest_until(told: Sequence[_Told]) -> datetime | None:
    """Return until when a part asked to be left alone."""
    waits = (one.retry_after for one in told if isinstance(one, Throttled))
    return max(filter(None, waits), default=None)


def _tell_failures(parts: Sequence[Part], told: Sequence[_Told]) -> tuple[str, ...]:
    """Return why parts could not be read, each in one line."""
    lines = [
        f"{urlsplit(part.url).path[-80:]}: {describe_outcome(one)[1]}"
        for part, one in zip(parts, told, strict=False)
        if not isinstance(one, Body)
    ]
    left = len(parts) - len(told)
    return (*lines, f"sitemaps not asked for after that: {left}") if left else tuple(lines)


def _choose_failure(told: Sequence[_Told], index: Body) -> Failed | Throttled:
    """Return the failure that stands for all: being asked to wait weighs most."""
    failures = [one for one in told if not isinstance(one, Body)]
    throttled = [one for one in failures if isinstance(one, Throttled)]
    what = "a sitemap index that names no sitemap of its own site"
    none = make_failed("not a feed", what, where=_name_host(index.url))
    return next(iter((*throttled, *failures)), none)


def _is_hopeless(answer: _Told) -> bool:
    """Tell a failure of the whole host."""
    match answer:
        case Failed(kind=kind):
            return kind in _HOPELESS
        case _:
            return isinstance(answer, Throttled)


def _name_host(url: str) -> str:
    """Return the host of an address, for people."""
    return urlsplit(url).hostname or "sitemap"
