"""A web server for this machine alone: it answers from memory and hangs up."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from http import HTTPStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What can be had under one path.

    Attributes:
        body: The bytes.
        media_type: As sent.
        etag: Sent, and answered with 304 when it comes back; None for no validators.
    """

    body: bytes
    media_type: str
    etag: str | None = None


# The same for all versions: whoever trusts it more than the ETag misses what changed.
_LAST_MODIFIED = "Mon, 12 Jan 2026 12:00:00 GMT"

# Gives the page of a path; None if there is none.
FindPage = Callable[[str], Page | None]
# Is told the HTTP status of each answer.
Count = Callable[[int], None]


def make_page(body: bytes, media_type: str) -> Page:
    """Return a page with an ETag made from its bytes."""
    etag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
    return Page(body=body, media_type=media_type, etag=etag)


@asynccontextmanager
async def serve_pages(
    find_page: FindPage, count: Count, addresses: Sequence[str], port: int = 0
) -> AsyncIterator[int]:
    """Listen on loopback addresses while a block runs.

    Args:
        find_page: Gives the page of a path.
        count: Is told the status of each answer.
        addresses: All are listened on at the same port.
        port: 0 for one that is free.

    Yields:
        The port.
    """

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request; a client that leaves is no matter."""
        with suppress(OSError, asyncio.IncompleteReadError):
            request = await reader.readuntil(b"\r\n\r\n")
            status, answer = answer_request(request, find_page)
            count(status)
            writer.write(answer)
            await writer.drain()
        writer.close()

    async with AsyncExitStack() as stack:
        for address in addresses:
            server = await asyncio.start_server(serve, address, port, backlog=100)
            await stack.enter_async_context(server)
            port = server.sockets[0].getsockname()[1]
        yield port


def answer_request(request: bytes, find_page: FindPage) -> tuple[int, bytes]:
    """Return the status and the bytes that answer a GET request."""
    first, *lines = request.decode("latin-1").rstrip("\r\n").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    headers = {name.lower(): value.strip() for name, _, value in pairs}
    page = find_page(first.split(" ")[1])
    if page is None:
        return 404, _write_head(404, {"Content-Length": "0"})
    validators = {"ETag": page.etag, "Last-Modified": _LAST_MODIFIED} if page.etag else {}
    if page.etag and headers.get("if-none-match") == page.etag:
        return 304, _write_head(304, validators)
    framing = {"Content-Type": page.media_type, "Content-Length": str(len(page.body))}
    return 200, _write_head(200, framing | validators) + page.body


def _write_head(status: int, headers: Mapping[str, str]) -> bytes:
    """Return status line, headers and the blank line; the connection always ends."""
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode("latin-1")
