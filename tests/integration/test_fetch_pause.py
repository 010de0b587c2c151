"""Requests to one host of the public internet keep their distance."""

import asyncio
import itertools
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from asking import NOW, SMALL
from loopback import Page, Publisher

from feeds.fetch import Web, fetch_source, open_web
from feeds.model import Fetched, Moved, Source, SourceState, Throttled

_HOSTS = {"valley.example": "127.0.0.2", "coast.example": "127.0.0.3"}
# A name is looked up a little after its request began.
_LATER = 0.1


@dataclass
class Door:
    """A door whose public internet is two hosts of one publisher."""

    web: Web
    port: int

    async def fetch(self, host: str, path: str, *, allow_private: bool = False) -> None:
        """Ask for a path."""
        url = f"http://{host}:{self.port}{path}"
        source = Source(id="valley", kind="feed", url=url, allow_private=allow_private)
        outcome = await fetch_source(source, SourceState(source_id="valley"), self.web, NOW)
        assert isinstance(outcome, Fetched | Moved)

    async def throttled(self, host: str, path: str, *, allow_private: bool = False) -> datetime:
        """Ask for a path, and return until when it is to be left alone."""
        url = f"http://{host}:{self.port}{path}"
        source = Source(id="valley", kind="feed", url=url, allow_private=allow_private)
        outcome = await fetch_source(source, SourceState(source_id="valley"), self.web, NOW)
        assert isinstance(outcome, Throttled)
        assert outcome.retry_after
        return outcome.retry_after


class Names:
    """Knows two hosts, and keeps when each was looked up: the first thing a request does.

    When a request arrived says less: a busy machine may read one late and the next at once.
    """

    def __init__(self) -> None:
        """Begin."""
        self.asked: dict[str, list[float]] = {host: [] for host in _HOSTS}

    async def resolve(self, host: str) -> tuple[str, ...]:
        """Return the address of a host."""
        self.asked[host].append(asyncio.get_running_loop().time())
        return (_HOSTS[host],)

    def gaps(self, host: str) -> list[float]:
        """Return the seconds between the requests to a host."""
        return [later - earlier for earlier, later in itertools.pairwise(self.asked[host])]


@pytest.mark.case("T-16")
async def test_requests_to_one_host_begin_a_second_apart() -> None:
    """Two sources of a host, one of them redirected twice: four requests, three pauses.

    Another host does not wait for it, and neither does a source that may be private.
    """
    names = Names()
    async with (
        Publisher(*_HOSTS.values()) as publisher,
        open_web(SMALL, resolve=names.resolve, is_public=bool) as web,
    ):
        door = Door(web, publisher.port)
        publisher.serve("/feed", Page(body=b"<rss/>"))
        publisher.serve("/old", Page(status=301, headers={"Location": "/older"}))
        publisher.serve("/older", Page(status=301, headers={"Location": "/feed"}))
        async with asyncio.TaskGroup() as group:
            group.create_task(door.fetch("valley.example", "/old"))
            group.create_task(door.fetch("valley.example", "/feed"))
            for _ in range(5):
                group.create_task(door.fetch("coast.example", "/feed", allow_private=True))

    gaps = names.gaps("valley.example")
    assert len(gaps) == 3
    assert min(gaps) >= 1 - _LATER
    assert {"127.0.0.2"} == {request.address for request in publisher.requests[-3:]}


async def test_a_pause_is_kept_after_the_last_request_is_over() -> None:
    """A host is remembered although nobody asks it any more, and no longer than it matters."""
    names = Names()
    async with (
        Publisher("127.0.0.2") as publisher,
        open_web(
            replace(SMALL, host_pause=timedelta(seconds=0.4)), resolve=names.resolve, is_public=bool
        ) as web,
    ):
        door = Door(web, publisher.port)
        publisher.serve("/feed", Page(body=b"<rss/>"))
        for _ in range(3):
            await door.fetch("valley.example", "/feed")

    gaps = names.gaps("valley.example")
    assert len(gaps) == 2
    assert min(gaps) >= 0.4 - _LATER


@pytest.mark.case("N-08")
async def test_who_waits_for_a_host_that_asks_for_rest_does_not_ask_it() -> None:
    """Thirty sources: the first is answered 429, and so are the others, though none is sent.

    Nobody waits for a pause any more, and the rest counts from when the answer came.
    """
    names = Names()
    async with (
        Publisher(*_HOSTS.values()) as publisher,
        open_web(replace(SMALL, per_host=1), resolve=names.resolve, is_public=bool) as web,
    ):
        door = Door(web, publisher.port)
        gate = asyncio.Event()
        page = Page(status=429, headers={"Retry-After": "600"}, gate=gate)
        publisher.serve("/feed", page)
        asking = [
            asyncio.create_task(door.throttled("valley.example", f"/feed?{number}"))
            for number in range(30)
        ]
        await publisher.received(0)
        waited, _ = await asyncio.wait(asking, timeout=0.2)
        gate.set()
        until = await asyncio.gather(*asking)

    assert not waited
    assert 1 == len(publisher.requests)
    assert min(until) - NOW >= timedelta(minutes=10, seconds=0.2)
    assert max(until) - min(until) <= timedelta(seconds=2)


async def test_what_a_private_host_answers_speaks_only_for_the_feed() -> None:
    """As behind a bridge that makes feeds of many sites."""
    names = Names()
    async with (
        Publisher(*_HOSTS.values()) as publisher,
        open_web(replace(SMALL, per_host=1), resolve=names.resolve, is_public=bool) as web,
    ):
        door = Door(web, publisher.port)
        publisher.serve("/feed", Page(status=429, headers={"Retry-After": "600"}))
        asking = [door.throttled("valley.example", "/feed", allow_private=True) for _ in range(3)]
        await asyncio.gather(*asking)

    assert 3 == len(publisher.requests)
