"""A client that sends exactly these bytes, for servers of ours."""

import asyncio
import socket
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back: nothing at all is status 0.

    Attributes:
        status: The HTTP status.
        headers: By lower-case name.
        body: Everything behind the head.
    """

    status: int
    headers: dict[str, str]
    body: bytes


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def send(port: int, request: bytes, *, half: bool = False) -> Answer:
    """Send bytes on a connection of their own, and read until the other side ends it.

    Args:
        port: Of 127.0.0.1.
        request: Sent as it is.
        half: Whether our side ends the connection behind it.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        if half:
            writer.write_eof()
        return read_answer(await read_all(reader))
    finally:
        writer.close()


async def get(port: int, target: str, *headers: str, method: str = "GET") -> Answer:
    """Ask for a path."""
    lines = [f"{method} {target} HTTP/1.1", "Host: desk.example", *headers, "", ""]
    return await send(port, "\r\n".join(lines).encode())


async def post(port: int, target: str, body: bytes, *headers: str) -> Answer:
    """Post a body."""
    lines = [f"POST {target} HTTP/1.1", "Host: desk.example", f"Content-Length: {len(body)}"]
    return await send(port, "\r\n".join([*lines, *headers, "", ""]).encode() + body)


async def read_all(reader: asyncio.StreamReader) -> bytes:
    """Read what comes until the connection ends, however it ends."""
    data = bytearray()
    try:
        while piece := await reader.read(65536):
            data += piece
    except OSError:
        pass
    return bytes(data)


def read_answer(data: bytes) -> Answer:
    """Take an answer apart."""
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    status = int(first.split(" ")[1]) if first else 0
    return Answer(status=status, headers={n.lower(): v for n, _, v in pairs}, body=body)
