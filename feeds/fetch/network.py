"""The socket's side of a request: only allowed addresses are connected to, and bytes are counted.

The check stands between name resolution and connecting, and the checked address is the one that
is connected to, so neither a redirect nor a name that changes its address (DNS rebinding) can
lead a request into a private network. TLS still sees the host's name.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import Executor
from typing import Any, final

import httpcore

from feeds.fetch.failures import FetchError

HEAD_LIMIT = 128 * 1024
"""Bytes of everything before the body: interim answers (1xx) and headers."""

Resolve = Callable[[str], Awaitable[tuple[str, ...]]]
"""Resolves a host name into numeric addresses, in the order to try them."""

Allows = Callable[[str], bool]
"""Says whether a numeric address may be connected to."""

_SocketOptions = Iterable[
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
]


async def resolve_host(host: str, threads: Executor) -> tuple[str, ...]:
    """Return the addresses of a host, asked from the system's resolver in one of the threads.

    Raises:
        FetchError: Kind ``dns``, for a name that no resolver can be asked for.
        OSError: As the resolver tells it.
    """
    loop = asyncio.get_running_loop()
    try:
        found = await loop.run_in_executor(threads, _ask_resolver, host)
    except UnicodeError as error:
        raise FetchError("dns", "this is no host name") from error
    return tuple(dict.fromkeys(found))


def _ask_resolver(host: str) -> list[str]:
    """Return the numeric addresses, repeats included; it blocks."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


@final
class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections for httpcore: to allowed addresses only."""

    def __init__(self, *, resolve: Resolve, allows: Allows) -> None:
        """Take the resolver and the rule."""
        self._inner = httpcore.AnyIOBackend()
        self._resolve = resolve
        self._allows = allows

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: _SocketOptions | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Resolve the host, refuse it whole if one address is not allowed, and connect.

        Raises:
            FetchError: Kind ``private address`` or ``dns``.
            httpcore.ConnectError, httpcore.ConnectTimeout: For the last address tried.
        """
        addresses = await self._resolve(host)
        for address in addresses:
            if not self._allows(address):
                raise FetchError("private address", _name_refusal(host, address))
        failure: Exception = FetchError("dns", "the name has no address")
        for address in addresses:
            try:
                stream = await self._inner.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return MeteredStream(stream)
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        socket_options: _SocketOptions | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: a feed is never behind a Unix socket."""
        del path, timeout, socket_options
        raise FetchError("private address", "Unix sockets are not fetched from")

    async def sleep(self, seconds: float) -> None:
        """Wait between httpcore's own attempts, of which there are none."""
        await self._inner.sleep(seconds)


@final
class MeteredStream(httpcore.AsyncNetworkStream):
    """A connection that gives up when the other side sends more than it may.

    Each request may be answered by :data:`HEAD_LIMIT` bytes; the reader of the body then allows
    more. Without it an endless row of interim answers is read for ever (httpx 0.28, h11 0.16).
    """

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        """Wrap a connection."""
        self._inner = inner
        self._left = HEAD_LIMIT
        self._full = FetchError("too large", f"more than {HEAD_LIMIT // 1024} KiB of headers")

    def allow(self, count: int) -> None:
        """Let the body have this many bytes on the wire."""
        self._left = count
        self._full = FetchError("too large", f"more than {count // 1024} KiB")

    async def read(
        self,
        max_bytes: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> bytes:
        """Read on, as far as the allowance goes."""
        data = await self._inner.read(max_bytes, timeout)
        self._left -= len(data)
        if self._left < 0:
            raise self._full
        return data

    async def write(
        self,
        buffer: bytes,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> None:
        """Send the bytes."""
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        """Go on in TLS; from here on the decrypted bytes are counted."""
        stream = await self._inner.start_tls(ssl_context, server_hostname, timeout)
        return MeteredStream(stream)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows about itself."""
        return self._inner.get_extra_info(info)


def _name_refusal(host: str, address: str) -> str:
    """Return why an address is refused, and what to do where it is meant."""
    at = "this" if address == host else f"its address {address}"
    return f"{at} is not public; set allow_private: true for it if that is meant"
