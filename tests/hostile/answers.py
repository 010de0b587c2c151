"""Answers in one line: what a case plays on its connection."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain, repeat

from hostile.server import Line, Play

Lazy = bytes | Callable[[], bytes]
"""A body, or how it is made when it is first needed; it is made once."""

RSS = "application/rss+xml"
_costly: list[Callable[[], bytes]] = []


def made(body: Lazy) -> bytes:
    """Return a body; one that is costly to make is made once in a session."""
    return body if isinstance(body, bytes) else _make(body)


@cache
def _make(make: Callable[[], bytes]) -> bytes:
    """Make a body."""
    return make()


def make_all() -> None:
    """Make every body that is costly to make, so that no answer is late because of it."""
    for make in _costly:
        _make(make)


def _note(*bodies: Lazy) -> None:
    """Keep in mind how bodies are made."""
    _costly.extend(body for body in bodies if not isinstance(body, bytes))


def head(status: str = "200 OK", **fields: str) -> bytes:
    """Return a status line and headers; ``content_type`` is written Content-Type."""
    lines = [f"HTTP/1.1 {status}"]
    lines += [f"{name.replace('_', '-').title()}: {value}" for name, value in fields.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def reply(body: Lazy = b"", status: str = "200 OK", kind: str = RSS, **fields: str) -> Play:
    """Answer with a whole, well-framed message."""
    _note(body)

    async def play(line: Line) -> None:
        content = made(body)
        length = {"content_length": str(len(content))} | fields
        await line.send(head(status, content_type=kind, **length) + content)

    return play


def raw(*pieces: Lazy, hang: bool = False, reset: bool = False) -> Play:
    """Answer byte for byte; then close, or keep silent, or break the connection."""
    _note(*pieces)

    async def play(line: Line) -> None:
        for piece in pieces:
            await line.send(made(piece))
        if hang:
            await line.hang()
        if reset:
            line.reset()

    return play


def drip(sent: bytes, dripped: bytes, pause: float = 0.5) -> Play:
    """Send the first bytes at once and the others one by one."""

    async def play(line: Line) -> None:
        await line.send(sent)
        await line.drip(dripped, pause)

    return play


def stream(start: bytes, pieces: Callable[[], Iterable[bytes]]) -> Play:
    """Send pieces that are made while they are sent, and never held together."""

    async def play(line: Line) -> None:
        await line.send(start)
        await line.stream(pieces())

    return play


def endless(start: bytes, piece: bytes) -> Play:
    """Send the same piece for ever."""
    return stream(start, lambda: repeat(piece))


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    """Return chunks as they stand on the wire (RFC 9112, 7.1)."""
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + end


def filled(opening: bytes, piece: bytes, count: int, closing: bytes) -> Play:
    """Answer with a long body of one piece many times; it is never held whole here."""
    length = len(opening) + len(piece) * count + len(closing)
    fields = {"content_type": RSS, "content_length": str(length)}
    return stream(head(**fields), lambda: chain([opening], repeat(piece, count), [closing]))


def turns(*plays: Play) -> Play:
    """Play another answer each time; the last one stays."""

    async def play(line: Line) -> None:
        await plays[min(line.turn, len(plays) - 1)](line)

    return play


def redirect(location: str, status: str = "302 Found", then: Play | None = None) -> Play:
    """Redirect, and play another answer where the way leads back to this case.

    In the location ``{http}``, ``{tls}`` and ``{closed}`` are the server's ports and ``{case}`` is
    the path of this case; a path below it is answered with ``then``.
    """
    return redirect_bytes(location.encode(), status, then)


def redirect_bytes(location: bytes, status: str = "302 Found", then: Play | None = None) -> Play:
    """Redirect to a location of any bytes."""

    async def play(line: Line) -> None:
        if then is not None and line.asked.target.count("/") > 1:
            await then(line)
            return
        target = location.replace(b"{case}", f"/{line.asked.case}".encode())
        for name, port in line.ports.items():
            target = target.replace(b"{%s}" % name.encode(), str(port).encode())
        start = f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nLocation: ".encode()
        await line.send(start + target + b"\r\n\r\n")

    return play
