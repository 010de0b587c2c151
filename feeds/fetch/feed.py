"""A feed asked: hop by hop to its answer, inside one deadline."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from feeds.fetch.answers import Reply, is_usable, read_reply
from feeds.fetch.failures import EXPECTED, explain_error
from feeds.fetch.headers import compose_headers
from feeds.fetch.http import Request, Web, ask
from feeds.fetch.redirects import REDIRECTS, Hop, first_hop, next_hop, same_origin
from feeds.model import (
    Failed,
    Fetched,
    Moved,
    NotModified,
    Outcome,
    Source,
    SourceState,
    Throttled,
    Validators,
    choose_address,
)

_FULL_EVERY = timedelta(hours=24)
_MOST_UNMODIFIED = 20


async def fetch_feed(source: Source, state: SourceState, web: Web, now: datetime) -> Outcome:
    """Return what the server of a feed answered, redirects followed; it never raises for a server.

    Args:
        source: Of kind ``feed``.
        state: Its validators are sent along, its body hash is compared.
        web: The open door.
        now: When it is asked; what an answer says of times counts from when it came, be the queue
            at its host ever so long.
    """
    outcome, _ = await time_feed(source, state, web, now)
    return outcome


async def time_feed(
    source: Source, state: SourceState, web: Web, now: datetime
) -> tuple[Outcome, float]:
    """Return what :func:`fetch_feed` does, and the seconds its requests took.

    Waiting for turns is not counted, but where there was no answer.
    """
    hop = _begin(source, state)
    state = _forget_stuck(state, now)
    most = left = web.settings.deadline.total_seconds()
    loop = asyncio.get_running_loop()
    begun = loop.time()
    while isinstance(hop, Hop):
        reply = await _ask_hop(hop, source, state.validators, web, left)
        if isinstance(reply, Failed):
            return reply, loop.time() - begun
        location = reply.fields.get("location")
        if not is_usable(reply) and state.validators != Validators():
            # It says what is new in a way we cannot read: all of it is asked for instead.
            left -= reply.seconds
            state = replace(state, validators=Validators())
            continue
        if reply.status not in REDIRECTS or location is None:
            came = now + timedelta(seconds=loop.time() - begun)
            answer = _read_answer(hop, reply, state, came)
            let_rest(hop, answer, web, came, private=source.allow_private)
            return answer, most - left + reply.seconds
        left -= reply.seconds
        hop = next_hop(hop, status=reply.status, location=location)
    return hop, most - left


def _begin(source: Source, state: SourceState) -> Hop | Failed:
    """Return where to begin: at the address a source moved to, where it was found, or at its own.

    Its headers are for its own origin; to another one it was followed without them.
    """
    configured = first_hop(source.url or "", source.headers)
    address = choose_address(source, state)
    if address is None or address == source.url or isinstance(configured, Failed):
        return configured
    elsewhere = first_hop(address, ())
    if isinstance(elsewhere, Hop) and same_origin(elsewhere.url, configured.url):
        return replace(elsewhere, headers=configured.headers)
    return elsewhere


def _forget_stuck(state: SourceState, now: datetime) -> SourceState:
    """Drop validators for one poll after a day of nothing but "not modified", or parts.

    Some servers answer 304 for ever once they said an ETag, and what was changed is in no part;
    one full answer a day is what publishers allow.
    """
    long_ago = state.last_full is None or now - state.last_full >= _FULL_EVERY
    if long_ago and (state.parts or state.unmodified >= _MOST_UNMODIFIED):
        return replace(state, validators=Validators())
    return state


async def _ask_hop(
    hop: Hop, source: Source, validators: Validators, web: Web, seconds: float
) -> Reply | Failed:
    """Return the reply of one address, or why there is none."""
    headers = compose_headers(web.settings, hop.headers, validators)
    request = Request(url=hop.url, headers=headers, allow_private=source.allow_private)
    try:
        return await ask(web, request, seconds)
    except EXPECTED as error:
        return explain_error(error, where=hop.host)


def let_rest(hop: Hop, answer: Outcome, web: Web, now: datetime, *, private: bool) -> None:
    """Ask a host nothing more that waits for its turn there, once it said 429 for so long.

    On a private host, as behind a bridge that makes feeds, that speaks only for the feed itself.
    """
    match answer:
        case Throttled(status=429, retry_after=datetime() as until) if not private:
            web.turns.let_rest(hop.url.raw_host.decode("ascii"), (until - now).total_seconds())


def _read_answer(hop: Hop, reply: Reply, state: SourceState, now: datetime) -> Outcome:
    """Return the meaning of the last reply, and that the source moved if it did for good."""
    answer = read_reply(reply, url=str(hop.url), where=hop.host, state=state, now=now)
    match answer:
        case Fetched() | NotModified() if hop.moved:
            return Moved(to=str(hop.url), answer=answer)
        case _:
            return answer
