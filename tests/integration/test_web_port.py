"""The port as strangers meet it: real sockets, hostile bytes."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from raw import Answer, free_port, get, read_all, read_answer, send
from subscriptions import NOBODY

from feeds.errors import ListenError
from feeds.web import Checkup, listen, make_app
from feeds.web.network import Limits


@dataclass
class Desk:
    """What stands behind the port; a test may change how it is."""

    port: int
    checkup: Checkup


@asynccontextmanager
async def a_port(limits: Limits | None = None) -> AsyncIterator[Desk]:
    """A desk that listens on a free port."""
    desk = Desk(port=free_port(), checkup=Checkup())
    async with listen(f"127.0.0.1:{desk.port}", make_app(lambda: desk.checkup, NOBODY), limits):
        yield desk


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    """A desk that listens, with the usual limits."""
    async with a_port() as opened:
        yield opened


def is_safe(answer: Answer) -> bool:
    """Return whether a browser can do nothing with an answer but show it."""
    return (
        answer.headers.get("content-security-policy") == "default-src 'none'"
        and answer.headers.get("x-content-type-options") == "nosniff"
        and answer.headers.get("content-type", "text/plain").startswith("text/plain")
    )


@pytest.mark.case("T-19")
async def test_a_desk_that_is_well_says_so(desk: Desk) -> None:
    """200 in one word, as JSON for who asks, and a HEAD without a body."""
    text = await get(desk.port, "/healthz")
    data = await get(desk.port, "/healthz", "Accept: application/json")
    head = await get(desk.port, "/healthz", method="HEAD")

    assert (200, b"well\n") == (text.status, text.body)
    assert (200, b'{"stopped":null,"applied":true}') == (data.status, data.body)
    assert (200, "5", b"") == (head.status, head.headers["content-length"], head.body)
    assert is_safe(text)


@pytest.mark.case("T-19")
async def test_a_pulse_that_stopped_is_503_with_the_reason(desk: Desk) -> None:
    """Whoever watches it can start the daemon again."""
    desk.checkup = Checkup(stopped="no beat for 130 seconds")
    text = await get(desk.port, "/healthz")
    data = await get(desk.port, "/healthz", "Accept: application/json")

    assert (503, b"no beat for 130 seconds\n") == (text.status, text.body)
    assert (503, b'{"stopped":"no beat for 130 seconds","applied":true}') == (
        data.status,
        data.body,
    )


async def test_a_configuration_that_is_not_applied_is_told_and_the_desk_is_well(desk: Desk) -> None:
    """A typing mistake is no reason to start the daemon again."""
    desk.checkup = Checkup(applied=False)
    answer = await get(desk.port, "/healthz")

    assert 200 == answer.status
    assert (
        b"well\nthe configuration cannot be used, the one before is: see the log\n" == answer.body
    )


@pytest.mark.case("P-10")
@pytest.mark.parametrize("method", ["OPTIONS", "POST", "PUT", "TRACE", "BREW"])
async def test_another_method_is_405_and_says_which_are_allowed(desk: Desk, method: str) -> None:
    """Nothing is done, nothing is echoed."""
    answer = await get(desk.port, "/healthz", "X-Secret: planted", method=method)

    assert (405, {"GET", "HEAD"}) == (answer.status, set(answer.headers["allow"].split(", ")))
    assert b"planted" not in answer.body
    assert is_safe(answer)


@pytest.mark.case("P-01", "P-18", "P-19")
@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%5cwindows",
        "//evil.test/",
        "/healthz/",
        "/healthz/..;/",
        "/%00",
        "/?next=//evil.test",
        "/<script>alert(1)</script>",
        "http://evil.test/healthz",
    ],
)
async def test_any_other_path_is_404_and_is_not_echoed(desk: Desk, target: str) -> None:
    """Plain text, no redirect, nothing a browser would run."""
    answer = await get(desk.port, target)

    assert (404, b"Not Found") == (answer.status, answer.body)
    assert "location" not in answer.headers
    assert is_safe(answer)


@pytest.mark.case("P-19")
async def test_a_bug_is_500_without_its_text(caplog: pytest.LogCaptureFixture) -> None:
    """What went wrong stays inside, and the next request is answered."""
    port = free_port()
    bugs = iter([True, False])

    def stumble() -> Checkup:
        if next(bugs):
            raise ValueError("planted")
        return Checkup()

    async with listen(f"127.0.0.1:{port}", make_app(stumble, NOBODY)):
        answer, following = await get(port, "/healthz"), await get(port, "/healthz")

    assert (500, b"Internal Server Error", 200) == (answer.status, answer.body, following.status)
    assert is_safe(answer)
    assert "planted" not in caplog.text


@pytest.mark.case("P-11")
@pytest.mark.parametrize("end", [b"\r\n\r\n", b""])
async def test_a_head_over_32_kib_is_431(desk: Desk, end: bytes) -> None:
    """Whether it comes to its end or not; one that is shorter is answered."""
    begin = b"GET /healthz HTTP/1.1\r\nHost: a\r\nIf-None-Match: "
    long = await send(desk.port, begin + b"x" * 32_768 + end)
    short = await send(desk.port, begin + b"x" * 32_000 + b"\r\n\r\n")

    assert (431, 200) == (long.status, short.status)
    assert is_safe(long)


@pytest.mark.case("P-10", "P-13", "P-16")
@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        b"GET /healthz HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\nHost: a\nContent-Length: 5\nTransfer-Encoding: chunked\n\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: a\r\n folded: b\r\nA\x00: b\r\n\r\n",
        b"GET /health\x01z HTTP/1.1\r\nHost: a\r\n\r\n",
        b"hello there\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n",
    ],
)
async def test_a_request_that_can_be_read_in_two_ways_is_400(
    desk: Desk, request_bytes: bytes
) -> None:
    """And the connection ends, so that nothing hides behind it."""
    answer = await send(desk.port, request_bytes)

    assert 400 == answer.status
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.case("P-10")
async def test_the_beginning_of_http_2_is_no_request(desk: Desk) -> None:
    """Nobody is upgraded to anything."""
    answer = await send(desk.port, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
    upgrade = await get(desk.port, "/healthz", "Connection: upgrade", "Upgrade: websocket")

    assert 400 <= answer.status < 500
    assert 200 == upgrade.status


@pytest.mark.case("P-16")
async def test_one_connection_carries_one_request(desk: Desk) -> None:
    """A second one behind it is never read."""
    one = b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
    answer = await send(desk.port, one + one)

    assert (200, b"well\n") == (answer.status, answer.body)
    assert "close" == answer.headers["connection"]


@pytest.mark.case("P-15")
async def test_a_head_that_does_not_come_to_its_end_ends_the_connection() -> None:
    """However many bytes drip in: the deadline is for the whole of it."""
    async with a_port(Limits(head_seconds=0.2)) as desk:
        reader, writer = await asyncio.open_connection("127.0.0.1", desk.port)
        writer.write(b"GET /healthz HTTP/1.1\r\n")
        began = asyncio.get_running_loop().time()
        data = await read_all(reader)
        seconds = asyncio.get_running_loop().time() - began
        writer.close()

    assert b"" == data
    assert 0.1 < seconds < 5


@pytest.mark.case("P-15")
async def test_when_all_places_are_taken_who_waits_longest_makes_room() -> None:
    """Two hundred connections that say nothing keep nobody from asking."""
    async with a_port(Limits(connections=8)) as desk:
        silent = [await asyncio.open_connection("127.0.0.1", desk.port) for _ in range(200)]
        answer = await get(desk.port, "/healthz")
        ended = await asyncio.gather(*(read_all(reader) for reader, _ in silent[:192]))
        last = silent[-1]
        last[1].write(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        served = read_answer(await read_all(last[0]))
        for _, writer in silent:
            writer.close()

    assert 200 == answer.status
    assert {b""} == set(ended)
    assert 200 == served.status


@pytest.mark.case("P-17")
async def test_who_asks_for_whom_is_nothing_we_believe(desk: Desk) -> None:
    """A forwarded address changes nothing."""
    answer = await get(desk.port, "/healthz", "X-Forwarded-For: 127.0.0.1", "Forwarded: for=::1")

    assert (200, b"well\n") == (answer.status, answer.body)


@pytest.mark.case("P-12", "P-14")
@pytest.mark.parametrize(
    "header", ["Range: bytes=0-0", "Range: bytes=5-2", "If-Modified-Since: soon", "If-Match: *"]
)
async def test_conditions_and_ranges_are_nothing_for_a_health_check(
    desk: Desk, header: str
) -> None:
    """It is always said whole and anew."""
    answer = await get(desk.port, "/healthz", header)

    assert (200, b"well\n", "no-store") == (
        answer.status,
        answer.body,
        answer.headers["cache-control"],
    )


@pytest.mark.case("P-22")
async def test_a_port_that_is_taken_is_said_in_one_sentence(desk: Desk) -> None:
    """So is an address that is none of this machine."""
    app = make_app(Checkup, NOBODY)
    with pytest.raises(ListenError, match=rf"cannot listen at 127.0.0.1:{desk.port}: .*in use"):
        async with listen(f"127.0.0.1:{desk.port}", app):
            pass
    with pytest.raises(ListenError, match=r"cannot listen at 192.0.2.1:8080: "):
        async with listen("192.0.2.1:8080", app):
            pass


async def test_ipv6_is_listened_at_too() -> None:
    """The address is written in brackets."""
    port = free_port()
    async with listen(f"[::1]:{port}", make_app(Checkup, NOBODY)):
        reader, writer = await asyncio.open_connection("::1", port)
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        answer = read_answer(await read_all(reader))
        writer.close()

    assert 200 == answer.status


async def test_signals_stay_with_the_daemon_and_the_log_is_quiet(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The handlers are the same before, while and after it listens; bad requests are no news."""
    handlers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    async with a_port() as desk:
        await send(desk.port, b"rubbish\r\n\r\n")
        meanwhile = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]

    assert handlers == meanwhile
    assert [] == [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_the_end_waits_for_nobody() -> None:
    """A client that says nothing does not hold up the stop of the daemon."""
    async with a_port() as desk:
        reader, writer = await asyncio.open_connection("127.0.0.1", desk.port)
    rest = await read_all(reader)
    writer.close()

    assert b"" == rest
