"""A publisher outside the killed process: its feeds grow and are edited, some are hostile.

What it tells is drawn from a seed, and when it answers too, so that what comes back is edited at
any time of a desk's life.
"""

import gzip
import random
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

from harm.serving import serve

_WORDS = (
    "dam ferry harbour council bridge winter orchard engineers Aubeval Ostmark levee tide "
    "granary mayor tunnel glacier lantern quarry vineyard signal archive turbine"
).split()
# A feed shows so many items that are held already; what is not held stays until it is.
_SHOWN = 30
_MOST_NEW = 3
_HOSTILE = ("cut", "broken", "bomb", "page", "hang", "error")
_MALFORMED = b'<?xml version="1.0"?><rss><channel><item><title>a &bogus; <b></title></item>'


@dataclass(kw_only=True)
class _Item:
    """One item: its guid stays, its headline may be edited."""

    guid: str
    headline: str
    text: str
    edits: int = 0


@dataclass(kw_only=True)
class _Paper:
    """One growing feed."""

    name: str
    items: list[_Item] = field(default_factory=list)
    told: int = 0


class ChangingPublisher:
    """Serves ``/paper-N`` and hostile addresses on loopback, in threads of this process.

    Attributes:
        told: The newest headline of every (paper, guid) ever served.
        first_asked: When each life of a desk (``?life=``) asked first, monotonic seconds.
        asked: Set by every request.
    """

    def __init__(self, seed: int, *, papers: int, slowest: float) -> None:
        """Take a seed, the number of papers, and how long an answer may take, in seconds."""
        self._random = random.Random(seed)  # noqa: S311 - a seed is the point
        self._slowest = slowest
        self._papers = {f"paper-{n}": _Paper(name=f"paper-{n}") for n in range(papers)}
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self.told: dict[tuple[str, str], str] = {}
        self.first_asked: dict[str, float] = {}
        self.asked = threading.Event()
        self._server = serve(self.answer)

    def close(self) -> None:
        """Stop listening."""
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()

    def list_sources(self, life: object) -> str:
        """Return the ``sources:`` of a configuration; another life is another address: all due."""
        paths = [*self._papers, *_HOSTILE]
        port = self._server.server_address[1]
        rows = (
            f"  - {{id: {path}, url: 'http://127.0.0.1:{port}/{path}?life={life}',"
            " allow_private: true}\n"
            for path in paths
        )
        return f"sources:\n{''.join(rows)}"

    def retire(self, held: Mapping[tuple[str, str], str]) -> None:
        """Let old items fall out of the feeds, once they are held with their last headline."""
        with self._lock:
            for paper in self._papers.values():
                old = paper.items[:-_SHOWN]
                kept = [i for i in old if held.get((paper.name, i.guid)) != i.headline]
                paper.items = kept + paper.items[-_SHOWN:]

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request, after a while."""
        url = urlsplit(request.path)
        path = url.path.strip("/")
        with self._lock:
            self.first_asked.setdefault(parse_qs(url.query)["life"][0], time.monotonic())
            wait = self._random.uniform(0, self._slowest)
        self.asked.set()
        if self._closing.wait(wait):
            return
        if path in self._papers:
            _send(request, 200, "application/rss+xml", self._tell(self._papers[path]))
        else:
            self._attack(request, path)

    def _tell(self, paper: _Paper) -> bytes:
        """Add and edit some items of a paper, and return it."""
        with self._lock:
            draw = self._random
            for item in draw.sample(paper.items, k=min(len(paper.items), draw.randint(0, 2))):
                item.edits += 1
                item.headline = f"{_say(draw, 4)} {item.guid} again {item.edits}"
            for _ in range(draw.randint(1, _MOST_NEW)):
                paper.told += 1
                guid = f"{paper.name}-item-{paper.told}"
                headline = f"{_say(draw, 4)} {guid}"
                paper.items.append(_Item(guid=guid, headline=headline, text=_say(draw, 60)))
            self.told |= {(paper.name, item.guid): item.headline for item in paper.items}
            return _write_rss(paper)

    def _attack(self, request: BaseHTTPRequestHandler, path: str) -> None:
        """Play a hostile answer."""
        match path:
            case "cut":
                request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<rss><chan")
            case "broken":
                _send(request, 200, "application/rss+xml", _MALFORMED)
            case "bomb":
                body = gzip.compress(bytes(32 * 1024 * 1024))
                _send(request, 200, "application/rss+xml", body, ("Content-Encoding", "gzip"))
            case "page":
                _send(request, 200, "text/html", b"<html><body><p>Not a feed</p></body></html>")
            case "hang":
                self._closing.wait(5)
            case _:
                _send(request, 500, "text/plain", b"no")


def _say(draw: random.Random, words: int) -> str:
    """Return so many invented words."""
    return " ".join(draw.choices(_WORDS, k=words)).capitalize()


def _send(
    request: BaseHTTPRequestHandler, status: int, kind: str, body: bytes, *headers: tuple[str, str]
) -> None:
    """Send an answer."""
    request.send_response(status)
    for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *headers):
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(body)


def _write_rss(paper: _Paper) -> bytes:
    """Write a paper as RSS, newest first."""
    items = "".join(
        f"<item><title>{escape(item.headline)}</title><guid isPermaLink='false'>{item.guid}</guid>"
        f"<link>https://{paper.name}.example/{item.guid}</link>"
        f"<description>{escape(item.text)}</description></item>"
        for item in reversed(paper.items)
    )
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>{paper.name}</title>"
        f"<link>https://{paper.name}.example/</link><description>News</description>{items}"
        "</channel></rss>"
    ).encode()
