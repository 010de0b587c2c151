"""One request: a turn for the host, a connection to a checked address, a bounded answer."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from typing import Any, final

import httpx
import truststore

from feeds.fetch.addresses import is_public_address
from feeds.fetch.answers import Reply, has_content
from feeds.fetch.decode import choose_decoder
from feeds.fetch.failures import FetchError, HostRestsError
from feeds.fetch.headers import Headers
from feeds.fetch.network import (
    HEAD_LIMIT,
    Allows,
    GuardedBackend,
    MeteredStream,
    Resolve,
    resolve_host,
)
from feeds.fetch.scratch import FILES, Scratch
from feeds.fetch.space import PLACES, Space
from feeds.fetch.turns import OVERTIME, Turn, Turns
from feeds.model import Settings

Trace = Callable[[str, object], Coroutine[Any, Any, None]]
"""Takes the name of a step of a request, and what httpcore says of it."""

# Seconds for each address of a host; all other waiting is bounded by the deadline.
_EXTENSIONS = {"timeout": httpx.Timeout(None, connect=5.0).as_dict()}
_PIECES_AT_ONCE = 64


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """The open door to the network: one for the whole process.

    Attributes:
        settings: Limits, contact, deadline.
        public: httpx, connecting to public addresses only.
        private: httpx, connecting to any address.
        turns: How many requests are under way at once.
        files: How many large answers are under way, or wait to be held, at once.
        places: How many polls hold large answers at once.
        space: What the answers of one poll take up; None where nobody counts.
    """

    settings: Settings
    public: httpx.AsyncHTTPTransport
    private: httpx.AsyncHTTPTransport
    turns: Turns
    files: asyncio.Semaphore
    places: asyncio.Semaphore
    space: Space | None = None


@asynccontextmanager
async def open_web(
    settings: Settings,
    *,
    is_public: Allows = is_public_address,
    resolve: Resolve | None = None,
    tls: ssl.SSLContext | None = None,
) -> AsyncIterator[Web]:
    """Open the door to the network for as long as the context lasts.

    Args:
        settings: Concurrency, deadline, limits and contact.
        is_public: Which numeric addresses a source without ``allow_private`` may reach.
        resolve: Finds the addresses of a host; None asks the system's resolver, in threads of its
            own, so that a silent name server holds up nothing else.
        tls: What is trusted; None means what the machine trusts.
    """
    context = tls or truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    most = settings.concurrency + OVERTIME
    threads = ThreadPoolExecutor(most, thread_name_prefix="resolve")
    resolve = resolve or partial(resolve_host, threads=threads)
    public = _make_transport(context, GuardedBackend(resolve=resolve, allows=is_public))
    private = _make_transport(context, GuardedBackend(resolve=resolve, allows=_allow_all))
    try:
        async with public, private:
            yield Web(
                settings=settings,
                public=public,
                private=private,
                turns=Turns(
                    at_once=settings.concurrency,
                    per_host=settings.per_host,
                    pause=settings.host_pause.total_seconds(),
                ),
                files=asyncio.Semaphore(FILES),
                places=asyncio.Semaphore(PLACES),
            )
    finally:
        threads.shutdown(wait=False, cancel_futures=True)


@asynccontextmanager
async def hold_answers(web: Web) -> AsyncIterator[Web]:
    """Give the door to one poll, which holds what it fetches as long as the context lasts.

    While few large answers are held at once, the others wait, in scratch files.
    """
    space = Space(web.places)
    try:
        yield replace(web, space=space)
    finally:
        space.give_back()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is sent.

    Attributes:
        url: http or https.
        headers: All of them but Host and Content-Length.
        allow_private: Whether the address may be private.
        method: ``GET`` or ``POST``.
        body: Of a POST.
        trace: Told the name of each step as it is done (httpcore's extension); None for nobody.
    """

    url: httpx.URL
    headers: Headers
    allow_private: bool
    method: str = "GET"
    body: bytes | None = None
    trace: Trace | None = None


@final
@dataclass(slots=True, kw_only=True)
class Opened:
    """An answer whose head has come; its body can be read while it is open.

    Attributes:
        response: As httpx knows it.
        turn: Taken for it.
        limit: When the time allowed ends.
        started: When the turn came, by the event loop's clock; moved on by what was waited since.
    """

    response: httpx.Response
    turn: Turn
    limit: asyncio.Timeout
    started: float

    def seconds(self) -> float:
        """Return how long it took so far, waiting not counted."""
        return asyncio.get_running_loop().time() - self.started

    async def wait_for_file(self, scratch: Scratch, seconds: float) -> None:
        """Wait for a file, which takes nothing from the time allowed; the turn is given back."""
        loop = asyncio.get_running_loop()
        self.turn.give_back()
        end, before = self.limit.when(), loop.time()
        self.limit.reschedule(None)
        await scratch.take_file(seconds)
        waited = loop.time() - before
        self.started += waited
        self.limit.reschedule(None if end is None else end + waited)


@asynccontextmanager
async def open_answer(web: Web, request: Request, seconds: float) -> AsyncIterator[Opened]:
    """Send a request when its turn comes, and keep the answer open as long as the context lasts.

    Waiting for a turn takes nothing from the time allowed. Redirects are not followed.

    Args:
        web: The open door.
        request: What to send.
        seconds: The time allowed, from connecting to the end of the context.

    Raises:
        Exception: One of :data:`feeds.fetch.failures.EXPECTED`.
    """
    sent = httpx.Request(
        request.method,
        request.url,
        headers=request.headers,
        content=request.body,
        extensions=_EXTENSIONS | ({"trace": request.trace} if request.trace else {}),
    )
    transport = web.private if request.allow_private else web.public
    host, apart = request.url.raw_host.decode("ascii"), not request.allow_private
    async with web.turns.take(host, apart=apart) as turn:
        if turn.rest():
            raise HostRestsError(turn.rest())
        started = asyncio.get_running_loop().time()
        async with asyncio.timeout(seconds) as limit:
            response = await transport.handle_async_request(sent)
            try:
                yield Opened(response=response, turn=turn, limit=limit, started=started)
            finally:
                await response.aclose()


async def ask(web: Web, request: Request, seconds: float) -> Reply:
    """Send a request and return what came back, its body read if it is worth reading.

    If its host answered 429 while it waited for its turn, it is not sent: that is its answer too.

    Args:
        web: The open door.
        request: What to send.
        seconds: The time allowed, from connecting to the last byte.

    Raises:
        Exception: One of :data:`feeds.fetch.failures.EXPECTED`.
    """
    with Scratch(web.files) as scratch:
        try:
            async with open_answer(web, request, seconds) as opened:
                await _read_content(opened, web, scratch)
                taken = opened.seconds()
        except HostRestsError as rests:
            return Reply(status=429, fields={"retry-after": str(ceil(rests.seconds))})
        if web.space:
            await web.space.make_room(scratch.size)
        return Reply(
            status=opened.response.status_code,
            fields=read_fields(opened.response.headers.raw),
            content=scratch.read(),
            seconds=taken,
        )


def _make_transport(context: ssl.SSLContext, backend: GuardedBackend) -> httpx.AsyncHTTPTransport:
    """Return httpx without its client: no cookies, redirects, log lines or environment.

    Idle connections cost more than they save: each is looked at again for every request
    (httpcore 1.0). Turns bound the number of connections, so nobody waits inside the pool.
    """
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=0)
    transport = httpx.AsyncHTTPTransport(
        verify=context, trust_env=False, http1=True, http2=False, limits=limits
    )
    # httpx has no public way to set it; tests/integration/test_fetch_guard.py watches over it.
    transport._pool._network_backend = backend  # noqa: SLF001
    return transport


async def _read_content(opened: Opened, web: Web, scratch: Scratch) -> None:
    """Write the decoded body of a full answer; nothing of one that is not worth reading.

    Raises:
        FetchError: Kind ``too large``, ``timeout`` or ``encoding``.
    """
    response, most = opened.response, web.settings.max_bytes
    if not has_content(response.status_code):
        return
    too_large = FetchError("too large", f"the answer is larger than {most // 1024} KiB")
    if int(response.headers.get("content-length", "0")) > most:
        raise too_large
    allow_body(response, most)
    decoder = choose_decoder(response.headers.get("content-encoding", ""))
    count = 0
    async for data in response.aiter_raw():
        for piece in decoder.decode(data):
            if scratch.size + len(piece) > most:
                raise too_large
            if scratch.needs_file(len(piece)):
                await opened.wait_for_file(scratch, web.settings.deadline.total_seconds())
            scratch.write(piece)
        count += 1
        if count % _PIECES_AT_ONCE == 0:
            await asyncio.sleep(0)  # tiny chunks come by the thousand without a pause
    decoder.finish()


def allow_body(response: httpx.Response, most: int) -> None:
    """Let the connection carry the body, and some framing around it."""
    stream = response.extensions["network_stream"]
    if not isinstance(stream, MeteredStream):
        raise TypeError("httpx did not use our network backend")
    stream.allow(most + HEAD_LIMIT)


def read_fields(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers by lower-case name, byte for byte as Latin-1, repeated ones joined."""
    fields: dict[str, str] = {}
    for raw_name, raw_value in raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        fields[name] = f"{fields[name]}, {value}" if name in fields else value
    return fields


def _allow_all(address: str) -> bool:
    """Allow any address: the source's owner said so."""
    return bool(address)
