"""A hostile publisher on this machine: raw sockets that play a case for each path.

127.0.0.2 and 127.0.0.3 are called the public internet here; 127.0.0.1 and ::1 are private, and
whoever asks there has been led into somebody's own network: a canary.
"""

import asyncio
import socket
import ssl
import struct
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PUBLIC, OTHER, CANARY, CANARY_6 = "127.0.0.2", "127.0.0.3", "127.0.0.1", "::1"

_PEMS = Path(__file__).resolve().parents[1] / "corpus" / "fetch"
_CERTIFICATES = {"tls": "loopback", "expired": "expired", "stranger": "stranger"}
_SLICE = 256 * 1024


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request as it came.

    Attributes:
        address: The address of ours that was asked.
        target: Path and query.
        head: The whole request head in Latin-1.
        at: When, by the clock of the event loop.
    """

    address: str
    target: str
    head: str
    at: float

    @property
    def case(self) -> str:
        """The name of the case it belongs to."""
        return self.target.strip("/").partition("?")[0].partition("/")[0]


class Line:
    """One connection, as a case plays on it.

    Attributes:
        asked: The request.
        turn: How often this path was asked before.
        ports: The server's ports by name.
    """

    def __init__(
        self,
        writer: asyncio.StreamWriter,
        reader: asyncio.StreamReader,
        asked: Asked,
        turn: int,
        ports: Mapping[str, int],
    ) -> None:
        """Take the two ends of the connection."""
        self._writer, self._reader = writer, reader
        self.asked, self.turn, self.ports = asked, turn, ports

    async def send(self, data: bytes) -> None:
        """Send bytes, as fast as the other side takes them."""
        for start in range(0, len(data), _SLICE):
            self._writer.write(data[start : start + _SLICE])
            await self._writer.drain()

    async def drip(self, data: bytes, pause: float) -> None:
        """Send one byte at a time."""
        for byte in data:
            await asyncio.sleep(pause)
            await self.send(bytes((byte,)))

    async def stream(self, pieces: Iterable[bytes]) -> None:
        """Send pieces that are made while they are sent, small ones together."""
        made = iter(pieces)
        # Making them takes time, and in a thread it is nobody else's.
        while data := await asyncio.to_thread(_take_slice, made):
            await self.send(data)

    async def hang(self) -> None:
        """Keep silent until the client leaves."""
        await self._reader.read()

    def reset(self) -> None:
        """End the connection with RST instead of FIN."""
        sock = self._writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.transport.abort()


Play = Callable[[Line], Awaitable[None]]


class HostileServer:
    """It listens while its context lasts, one request for each connection.

    Attributes:
        plays: What to play, by name of the case: the first part of the path.
        asked: Every request, in order.
        ports: ``http``, ``tls`` (a good certificate), ``expired``, ``stranger``, and ``closed``,
            where nobody listens.
    """

    def __init__(self, plays: Mapping[str, Play], *, every_host: bool = False) -> None:
        """Take what to play.

        Args:
            plays: By name of the case.
            every_host: Listen on all addresses, so that each case can have a host of its own.
        """
        self.plays = plays
        self.asked: list[Asked] = []
        self.ports: dict[str, int] = {}
        self._hosts = ["0.0.0.0"] if every_host else [PUBLIC, OTHER, CANARY, CANARY_6]
        self._turns: Counter[str] = Counter()
        self._servers: list[asyncio.Server] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._faults: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        """Begin to listen."""
        self.ports["http"] = await self._listen(self._hosts, None)
        self.ports["closed"] = _find_closed_port()
        for name, certificate in _CERTIFICATES.items():
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(_PEMS / f"{certificate}.pem")
            self.ports[name] = await self._listen([PUBLIC], context)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening and hang up on everybody."""
        for server in self._servers:
            server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*self._faults)

    def canaries(self) -> list[Asked]:
        """Return the requests that came to a private address."""
        return [asked for asked in self.asked if asked.address not in {PUBLIC, OTHER}]

    async def _listen(self, hosts: list[str], context: ssl.SSLContext | None) -> int:
        """Listen on all hosts on one port that is free, and return it."""
        port = 0
        for host in hosts:
            server = await asyncio.start_server(self._accept, host, port, ssl=context, limit=_SLICE)
            self._servers.append(server)
            port = server.sockets[0].getsockname()[1]
        return port

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve a connection in a task of our own, so that it can be ended."""
        task = asyncio.ensure_future(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[None]) -> None:
        """Forget a connection; a fault of our own is raised when the server is closed."""
        self._tasks.discard(task)
        if not task.cancelled() and task.exception():
            self._faults.append(task)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read a request and play its case; a client that leaves is no matter."""
        try:
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                address = str(writer.get_extra_info("sockname")[0])
                now = asyncio.get_running_loop().time()
                asked = Asked(address=address, target=head.split(" ")[1], head=head, at=now)
                self.asked.append(asked)
                turn = self._turns[asked.target]
                self._turns[asked.target] += 1
                await self._play(Line(writer, reader, asked, turn, self.ports))
        finally:
            writer.close()

    async def _play(self, line: Line) -> None:
        """Play the case of a request; an unknown one is not found."""
        play = self.plays.get(line.asked.case)
        if play is None:
            await line.send(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        else:
            await play(line)


def _take_slice(pieces: Iterator[bytes]) -> bytes:
    """Return the next pieces together, about as much as is sent at once; nothing at their end."""
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) >= _SLICE:
            break
    return bytes(data)


def _find_closed_port() -> int:
    """Return a port on which nobody listens just now."""
    with socket.socket() as sock:
        sock.bind((PUBLIC, 0))
        return int(sock.getsockname()[1])
