"""Answers that never end, or grow, or break off."""

import asyncio
import gzip
import time
import tracemalloc
import zlib
from dataclasses import replace
from datetime import timedelta

import brotli
import pytest
from asking import NOW, QUICK, ask_url
from loopback import Page, Publisher

from feeds.fetch import fetch_source, open_web
from feeds.model import Failed, Fetched, Settings, Source, SourceState

_MIB = 1024 * 1024
_LONG = b"x" * (64 * _MIB)


def _code(coding: str, content: bytes) -> bytes:
    """Return the content in a coding."""
    match coding:
        case "gzip":
            return gzip.compress(content)
        case "deflate":
            return zlib.compress(content)
        case _:
            return bytes(brotli.compress(content, quality=5))


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
async def test_a_bomb_is_stopped_while_it_unfolds(coding: str) -> None:
    """64 MiB in a small body stop at the limit of 1 MiB, with little memory in use."""
    page = Page(body=_code(coding, _LONG), headers={"Content-Encoding": coding})
    async with Publisher() as publisher:
        url = publisher.serve("/bomb", page)
        tracemalloc.start()
        outcome = await ask_url(url, settings=replace(QUICK, deadline=timedelta(seconds=10)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert isinstance(outcome, Failed)
    assert outcome.kind == "too large"
    assert most < 6 * _MIB


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "identity"])
async def test_each_coding_is_undone(coding: str) -> None:
    """A body in a coding we asked for arrives as it was written."""
    story = b"Zwei Boote im Hafen von Marren.\n" * 9000
    coded = story if coding == "identity" else _code(coding, story)
    async with Publisher() as publisher:
        url = publisher.serve("/", Page(body=coded, headers={"Content-Encoding": coding}))
        outcome = await ask_url(url)
    assert isinstance(outcome, Fetched)
    assert outcome.bodies[0].content == story


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
async def test_a_cut_compressed_body_is_not_taken_for_whole(coding: str) -> None:
    """A compressed body without its end fails, although the message itself is complete."""
    body = _code(coding, b"The bridge at Marren is open again. " * 99)[:-5]
    async with Publisher() as publisher:
        url = publisher.serve("/", Page(body=body, headers={"Content-Encoding": coding}))
        outcome = await ask_url(url)
    assert isinstance(outcome, Failed)
    assert outcome.kind == "encoding"


@pytest.mark.parametrize("coding", ["zstd", "utf-8", "gzip, gzip", "br, gzip"])
async def test_unasked_and_nested_codings_are_refused(coding: str) -> None:
    """Only one coding, and only one we asked for, is undone."""
    page = Page(body=gzip.compress(gzip.compress(b"x")), headers={"Content-Encoding": coding})
    async with Publisher() as publisher:
        outcome = await ask_url(publisher.serve("/", page))
    assert isinstance(outcome, Failed)
    assert outcome.kind == "encoding"


async def test_a_body_shorter_than_announced_is_not_taken_for_whole() -> None:
    """Content-Length larger than what comes: the answer was cut."""
    page = Page(body=b"<rss>", headers={"Content-Length": "500"})
    async with Publisher() as publisher:
        outcome = await ask_url(publisher.serve("/", page))
    assert isinstance(outcome, Failed)
    assert outcome.kind == "protocol"
    assert "without sending complete message body" in outcome.reason


async def test_a_huge_announced_length_is_refused_at_once() -> None:
    """Ten announced gigabytes are refused before one byte of the body is read."""
    page = Page(headers={"Content-Length": "10000000000"}, hang=True)
    async with Publisher() as publisher:
        outcome = await ask_url(publisher.serve("/", page))
    assert isinstance(outcome, Failed)
    assert outcome.kind == "too large"


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 65536,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
)
async def test_a_body_without_end_stops_at_the_limit(raw: bytes) -> None:
    """A body that goes on for ever ends at the limit or at its first broken chunk."""
    async with Publisher() as publisher:
        outcome = await ask_url(
            publisher.serve("/", Page(raw=raw, endless=True)),
            settings=replace(QUICK, deadline=timedelta(seconds=20)),
        )
    assert isinstance(outcome, Failed)
    assert outcome.kind in {"too large", "protocol"}


async def test_chunk_extensions_count_as_bytes_on_the_wire() -> None:
    """A body of one-byte chunks with long extensions stops, although it holds few bytes."""
    chunks = b"1;" + b"x" * 8000 + b"\r\nx\r\n"
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks * 200
    async with Publisher() as publisher:
        url = publisher.serve("/", Page(raw=raw, hang=True))
        outcome = await ask_url(url, settings=replace(QUICK, deadline=timedelta(seconds=10)))
    assert isinstance(outcome, Failed)
    assert outcome.kind == "too large"


async def test_endless_interim_answers_stop_at_the_head_limit() -> None:
    """An endless row of 1xx answers ends by its bytes, long before the deadline (CVE-2021-3737)."""
    page = Page(raw=b"HTTP/1.1 100 Continue\r\n\r\n" * 500, endless=True)
    async with Publisher() as publisher:
        url = publisher.serve("/", page)
        started = time.perf_counter()
        outcome = await ask_url(url, settings=Settings(deadline=timedelta(seconds=60)))
    assert isinstance(outcome, Failed)
    assert outcome.kind == "too large"
    assert "headers" in outcome.reason
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    "page",
    [
        Page(body=b"x" * 1000, pause=0.01),
        Page(raw=b"HTTP/1.1 100 Continue\r\n\r\n" * 100, pause=0.01),
        Page(raw=b"", hang=True),
        Page(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", hang=True),
    ],
    ids=["drip", "drip of interim answers", "silence", "stall"],
)
async def test_slowness_ends_at_the_deadline(page: Page) -> None:
    """However the time is wasted, the deadline ends it and the connection is closed."""
    async with Publisher() as publisher:
        url = publisher.serve("/", page)
        started = time.perf_counter()
        outcome = await ask_url(url, settings=QUICK)
        assert time.perf_counter() - started < 3
    assert isinstance(outcome, Failed)
    assert outcome.kind == "timeout"


async def test_redirects_share_one_deadline() -> None:
    """Each hop of a loop is quick enough alone; all together they are not."""
    async with Publisher() as publisher:
        url = publisher.serve("/", Page(status=302, headers={"Location": "/"}, pause=0.005))
        outcome = await ask_url(url, settings=replace(QUICK, deadline=timedelta(seconds=0.9)))
    assert isinstance(outcome, Failed)
    assert outcome.kind == "timeout"


@pytest.mark.case("N-03")
async def test_a_silent_resolver_ends_at_the_deadline() -> None:
    """A name server that never answers costs one deadline."""

    async def resolve(_host: str) -> tuple[str, ...]:
        await asyncio.Event().wait()
        return ()

    outcome = await ask_url("http://slow.example/", settings=QUICK, resolve=resolve)
    assert outcome == Failed(kind="timeout", reason="slow.example: no complete answer came in time")


async def test_one_host_never_gets_more_requests_at_once_than_allowed() -> None:
    """Six sources of one host wait for each other; a source of another host does not wait."""
    gate = asyncio.Event()
    async with Publisher("127.0.0.1", "127.0.0.2") as publisher, open_web(Settings()) as web:
        publisher.serve("/gated", Page(body=b"1", gate=gate))
        publisher.serve("/open", Page(body=b"2"))

        async def fetch(url: str) -> object:
            source = Source(id="valley", kind="feed", url=url, allow_private=True)
            return await fetch_source(source, SourceState(source_id="valley"), web, NOW)

        async with asyncio.TaskGroup() as group:
            for _ in range(6):
                group.create_task(fetch(publisher.url("/gated")))
            for _ in range(6):
                await fetch(publisher.url("/open", "127.0.0.2"))
            gate.set()
        assert publisher.peak["127.0.0.1"] == 2
        assert len(publisher.requests) == 12


async def test_all_requests_together_keep_to_the_concurrency() -> None:
    """Thirty sources of as many hosts are asked four at a time, and none of them times out."""
    hosts = tuple(f"127.0.0.{number}" for number in range(1, 31))
    settings = Settings(concurrency=4, deadline=timedelta(seconds=5))
    async with Publisher(*hosts) as publisher, open_web(settings) as web:
        publisher.serve("/", Page(body=b"<rss/>"))

        async def fetch(host: str) -> object:
            url = publisher.url("/", host)
            source = Source(id="valley", kind="feed", url=url, allow_private=True)
            return await fetch_source(source, SourceState(source_id="valley"), web, NOW)

        outcomes = await asyncio.gather(*(fetch(host) for host in hosts))
        assert all(isinstance(outcome, Fetched) for outcome in outcomes)
        assert publisher.peak["all"] <= 4
