"""A publisher on this machine: a small scripted HTTP/1.1 server for tests.

::

    async with Publisher() as publisher:
        publisher.serve("/feed", Page(body=b"<rss/>", etag='"1"'))
        ... fetch publisher.url("/feed"), then look at publisher.requests ...
"""

import asyncio
import socket
import ssl
import struct
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Self

# What a 304 says as well as the whole answer would (RFC 9110, 15.4.5).
_KEPT = {"Cache-Control", "Expires", "Vary"}


@dataclass(frozen=True, kw_only=True)
class Page:
    """One scripted answer.

    Attributes:
        status: The HTTP status.
        body: The body; its Content-Length is added unless ``headers`` frame the message.
        headers: Sent as they are.
        etag: Sent, and answered with 304 when it comes back as If-None-Match.
        last_modified: Sent, and answered with 304 when it comes back as If-Modified-Since.
        raw: Sent byte for byte instead of all the above.
        endless: Whether ``raw`` or ``body`` is sent again and again until the client leaves.
        pause: Seconds before each single byte: a drip; 0 sends all at once.
        hang: Whether the connection stays open and silent afterwards.
        gate: Waited for before the answer begins.
        reset: Whether the connection is reset instead, after the whole request was read.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    etag: str | None = None
    last_modified: str | None = None
    raw: bytes | None = None
    endless: bool = False
    pause: float = 0.0
    hang: bool = False
    gate: asyncio.Event | None = None
    reset: bool = False

    def answer(self, headers: Mapping[str, str]) -> bytes:
        """Return the bytes that answer a request with these headers."""
        if self.raw is not None:
            return self.raw
        if self._is_known(headers):
            kept = {name: self.headers[name] for name in _KEPT & self.headers.keys()}
            return _write_head(304, self._validators() | kept)
        framed = {name.lower() for name in self.headers} & {"content-length", "transfer-encoding"}
        length = {} if framed or self.endless else {"Content-Length": str(len(self.body))}
        return _write_head(self.status, length | self._validators() | self.headers) + self.body

    def _validators(self) -> dict[str, str]:
        """Return the validator headers of the page."""
        pairs = (("ETag", self.etag), ("Last-Modified", self.last_modified))
        return {name: value for name, value in pairs if value is not None}

    def _is_known(self, headers: Mapping[str, str]) -> bool:
        """Return whether the client has this version; the ETag decides where both are sent."""
        if self.etag is not None and "if-none-match" in headers:
            return headers["if-none-match"] == self.etag
        return self.last_modified is not None and (
            headers.get("if-modified-since") == self.last_modified
        )


@dataclass(frozen=True, kw_only=True)
class Received:
    """One request as it came.

    Attributes:
        method: ``GET``, ``POST`` …
        target: Path and query.
        headers: Names in lower case; Latin-1.
        body: Of a POST.
        address: The address of ours that was asked.
        at: When it had come, by the event loop's clock.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    address: str
    at: float = 0.0


class Publisher:
    """The server; it listens while its context lasts, one request for each connection.

    Attributes:
        pages: Answers by path, in turn; the last one stays. Unknown paths are answered with 404.
        requests: What came, in order.
        peak: The most requests at once, by address, and of ``all`` addresses together.
    """

    def __init__(self, *addresses: str, tls: ssl.SSLContext | None = None) -> None:
        """Take addresses to listen on (127.0.0.1 unless said; all on one port), and TLS."""
        self.addresses = addresses or ("127.0.0.1",)
        self.port = 0
        self.pages: dict[str, list[Page]] = {}
        self.requests: list[Received] = []
        self.peak: Counter[str] = Counter()
        self._tls = tls
        self._active: Counter[str] = Counter()
        self._servers: list[asyncio.Server] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._came = asyncio.Event()

    def serve(self, path: str, *pages: Page) -> str:
        """Answer a path with these pages in turn, and return its URL on the first address."""
        self.pages[path] = list(pages)
        return self.url(path)

    def url(self, path: str, address: str | None = None) -> str:
        """Return the URL of a path."""
        scheme = "https" if self._tls else "http"
        return f"{scheme}://{address or self.addresses[0]}:{self.port}{path}"

    async def received(self, number: int) -> Received:
        """Wait for a request, counted from 0, and return it."""
        while len(self.requests) <= number:
            await self._came.wait()
        return self.requests[number]

    async def __aenter__(self) -> Self:
        """Begin to listen, on a free port."""
        for address in self.addresses:
            server = await asyncio.start_server(self._accept, address, self.port, ssl=self._tls)
            self.port = server.sockets[0].getsockname()[1]
            self._servers.append(server)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening and hang up on everybody."""
        for server in self._servers:
            server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve a connection in a task of our own, so that it can be ended."""
        task = asyncio.ensure_future(self._serve_connection(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve_connection(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Read a request and play its page; a client that leaves is no matter."""
        address = str(writer.get_extra_info("sockname")[0])
        self._active.update((address, "all"))
        self.peak |= self._active
        try:
            with suppress(OSError, asyncio.IncompleteReadError):
                received = await _read_request(reader, address)
                self.requests.append(received)
                self._came.set()
                self._came = asyncio.Event()
                await _play(self._choose_page(received.target), received, reader, writer)
        finally:
            self._active.subtract((address, "all"))
            writer.close()

    def _choose_page(self, target: str) -> Page:
        """Return the next page of a path."""
        pages = self.pages.get(target.partition("?")[0], [Page(status=404)])
        return pages.pop(0) if len(pages) > 1 else pages[0]


async def _read_request(reader: asyncio.StreamReader, address: str) -> Received:
    """Read a request with its body."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.rstrip("\r\n").split("\r\n")
    method, target, _ = first.split(" ")
    pairs = (line.partition(":") for line in lines)
    headers = {name.lower(): value.strip() for name, _, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    now = asyncio.get_running_loop().time()
    return Received(
        method=method, target=target, headers=headers, body=body, address=address, at=now
    )


async def _play(
    page: Page, received: Received, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Send a page the way it asks for."""
    if page.gate is not None:
        await page.gate.wait()
    if page.reset:
        _reset(writer)
        return
    answer = page.answer(received.headers)
    step = 1 if page.pause else len(answer)
    for start in range(0, len(answer), step or 1):
        await asyncio.sleep(page.pause)
        writer.write(answer[start : start + step])
        await writer.drain()
    while page.endless:
        writer.write(page.raw or page.body)
        await writer.drain()
    if page.hang:
        await reader.read()


def _reset(writer: asyncio.StreamWriter) -> None:
    """End a connection as a machine that restarts does: what waits is lost (RST)."""
    end = writer.get_extra_info("socket")
    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def _write_head(status: int, headers: Mapping[str, str]) -> bytes:
    """Return status line and headers; the connection is always closed afterwards."""
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
