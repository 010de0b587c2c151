"""The port: uvicorn inside the daemon's loop, behind limits of our own.

uvicorn has no deadline for a head that does not come to its end, so each connection is watched
here. It carries one request, and whoever waits longest makes room when there are too many.
"""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast, final

import structlog
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from feeds.errors import ListenError

_HEAD_LIMIT = 32 * 1024
_HEAD_END = re.compile(rb"\n\r?\n")
_HEAD_SECONDS = 10.0
_REST_SECONDS = 30.0
_MOST_CONNECTIONS = 256

_TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nConnection: close\r\n"
    b"Content-Security-Policy: default-src 'none'\r\nX-Content-Type-Options: nosniff\r\n"
    b"Content-Length: 0\r\n\r\n"
)

_log = structlog.get_logger()

# One request for each connection: no second one can hide in the first, and no deadline of an idle
# connection is needed.
_HEADERS = [
    ("Connection", "close"),
    ("Content-Security-Policy", "default-src 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-store"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one connection may take.

    Attributes:
        head_seconds: Until its head is complete.
        rest_seconds: From then on until it is answered in full.
        connections: At once.
    """

    head_seconds: float = _HEAD_SECONDS
    rest_seconds: float = _REST_SECONDS
    connections: int = _MOST_CONNECTIONS


@asynccontextmanager
async def listen(at: str, app: ASGIApp, limits: Limits | None = None) -> AsyncIterator[None]:
    """Serve an application for as long as the context lasts.

    Signals are left alone: they are the daemon's.

    Args:
        at: Address and port, as in ``127.0.0.1:8080`` or ``[::1]:8080``.
        app: What answers.
        limits: What one connection may take.

    Raises:
        ListenError: Nothing can listen there.
    """
    bound = bind_port(at)
    street = _Street(limits=limits or Limits())
    config = uvicorn.Config(
        app,
        http=partial(_open_connection, street),  # type: ignore[arg-type]  # it is only called
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        headers=_HEADERS,
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=_HEAD_LIMIT,
    )
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[bound])
    _log.info("listening", at=at)
    ticking = asyncio.create_task(server.main_loop())
    try:
        yield
    finally:
        server.should_exit = True
        await ticking
        await server.shutdown(sockets=[bound])
        street.clear()


def bind_port(at: str) -> socket.socket:
    """Return a socket bound to an address and port.

    Raises:
        ListenError: The port is taken, or the address is none of this machine.
    """
    host, _, port = at.rpartition(":")
    try:
        found = socket.getaddrinfo(host.strip("[]"), int(port), type=socket.SOCK_STREAM)
        family, *_, address = found[0]
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ListenError(f"cannot listen at {at}: {reason}") from error


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Street:
    """All connections of one port.

    Attributes:
        limits: What one connection may take.
        waiting: Those whose head is not complete, the oldest first.
        served: Those whose head is.
    """

    limits: Limits
    waiting: dict["_Connection", asyncio.Transport] = field(default_factory=dict)
    served: dict["_Connection", asyncio.Transport] = field(default_factory=dict)

    def make_room(self) -> bool:
        """Hang up on who has kept us waiting longest, if there is no room; say if there is now."""
        if len(self.waiting) + len(self.served) < self.limits.connections:
            return True
        if not self.waiting:
            return False
        self.waiting.pop(next(iter(self.waiting))).abort()
        return True

    def clear(self) -> None:
        """Hang up on everybody."""
        for transport in (*self.waiting.values(), *self.served.values()):
            transport.abort()


def _open_connection(street: _Street, **uvicorns: Any) -> asyncio.Protocol:
    """Return uvicorn's side of a connection inside ours."""
    return _Connection(street, H11Protocol(**uvicorns))


@final
class _Connection(asyncio.Protocol):
    """Passes everything on to uvicorn, and watches the size of the head and the time."""

    def __init__(self, street: _Street, inner: H11Protocol) -> None:
        """Stand between a transport and uvicorn."""
        self._street = street
        self._inner = inner
        self._transport: asyncio.Transport | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._head = b""
        self._count = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a place, or leave at once if there is none."""
        opened = cast("asyncio.Transport", transport)
        if not self._street.make_room():
            opened.abort()
            return
        self._transport = opened
        self._street.waiting[self] = opened
        self._inner.connection_made(opened)
        self._hang_up_after(self._street.limits.head_seconds)

    def data_received(self, data: bytes) -> None:
        """Pass bytes on; a head that is too long is refused."""
        if self._transport is None or self._transport.is_closing():
            return
        if self in self._street.waiting and not self._read_head(data):
            self._transport.write(_TOO_LARGE)
            self._transport.close()
            return
        self._inner.data_received(data)

    def eof_received(self) -> None:
        """Pass on that nothing more comes."""
        self._inner.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        self._street.waiting.pop(self, None)
        self._street.served.pop(self, None)
        if self._timer:
            self._timer.cancel()
        if self._transport:
            self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        """Pass on that the client does not keep up."""
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Pass on that it does again."""
        self._inner.resume_writing()

    def _read_head(self, data: bytes) -> bool:
        """Look for the end of the head; return whether it is short enough as far as it came."""
        seen = self._head + data
        end = _HEAD_END.search(seen)
        size = self._count - len(self._head) + (end.end() if end else len(seen))
        if size > _HEAD_LIMIT:
            return False
        self._count += len(data)
        self._head = seen[-2:]
        if end and self._transport:
            del self._street.waiting[self]
            self._street.served[self] = self._transport
            self._hang_up_after(self._street.limits.rest_seconds)
        return True

    def _hang_up_after(self, seconds: float) -> None:
        """Begin to count the seconds from now."""
        if self._timer:
            self._timer.cancel()
        if self._transport:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._transport.abort)
