"""A WebSub hub on this machine: it is asked, asks back, and pushes when a test says so."""

from collections.abc import Mapping
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from loopback import Page, Publisher
from raw import Answer, get, post
from subscriptions import sign

Form = Mapping[str, str]


class Hub:
    """The server; it listens while its context lasts."""

    def __init__(self) -> None:
        """Begin with nobody asking."""
        self._server = Publisher()
        self._seen = 0

    async def __aenter__(self) -> Self:
        """Begin to listen, on a free port."""
        await self._server.__aenter__()
        self._server.serve("/hub", Page(status=202))
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Stop listening."""
        await self._server.__aexit__(*exc)

    @property
    def url(self) -> str:
        """Where it is asked."""
        return self._server.url("/hub")

    async def asked(self) -> Form:
        """Wait for the next that asks, and return what it wants."""
        received = await self._server.received(self._seen)
        self._seen += 1
        return dict(parse_qsl(received.body.decode("ascii"), strict_parsing=True))

    async def verify(self, form: Form, **fields: str) -> Answer:
        """Ask back whether it is what is wanted."""
        mode, topic = form["hub.mode"], form["hub.topic"]
        query = {"hub.mode": mode, "hub.topic": topic, "hub.challenge": "c", **fields}
        return await get(*_place(form, urlencode(query)))

    async def push(self, form: Form, body: bytes, *, secret: str | None = None) -> Answer:
        """Push a body, signed with the secret that was agreed, unless another is given."""
        signature = sign(body, secret=secret or form["hub.secret"])
        return await post(*_place(form), body, f"X-Hub-Signature: {signature}")


def _place(form: Form, query: str = "") -> tuple[int, str]:
    """Return port and target of a callback."""
    parts = urlsplit(form["hub.callback"])
    return parts.port or 80, f"{parts.path}?{query}" if query else parts.path
