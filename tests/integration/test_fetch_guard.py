"""Private addresses stay out of reach, whatever a publisher, a redirect or a name server says."""

import sys

import httpcore
import pytest
from asking import QUICK, ask_url
from loopback import Page, Publisher

from feeds.fetch.failures import FetchError
from feeds.fetch.network import GuardedBackend
from feeds.model import Failed, Fetched


def _is_second(address: str) -> bool:
    """Call 127.0.0.2 the public internet, and everything else private."""
    return address == "127.0.0.2"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0.0.0.0", "127.1", "[::ffff:127.0.0.1]"],
)
async def test_no_spelling_of_a_private_address_is_connected_to(host: str) -> None:
    """The rule looks at the address, not at how it is written (CVE-2025-24354 and others)."""
    async with Publisher() as publisher:
        publisher.serve("/", Page(body=b"secret"))
        outcome = await ask_url(f"http://{host}:{publisher.port}/", allow_private=False)
        assert publisher.requests == []
    assert isinstance(outcome, Failed)
    assert outcome.kind == "private address"
    assert "allow_private: true" in outcome.reason


@pytest.mark.case("T-25")
@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0x7f.1", "127。0。0。1", "user@127.0.0.1", "127.0.0.2@127.0.0.1"],
)
async def test_a_redirect_into_a_private_network_never_gets_there(host: str) -> None:
    """The first hop may be reached; the canary behind the redirect is never touched."""
    async with Publisher("127.0.0.1", "127.0.0.2") as publisher:
        canary = f"http://{host}:{publisher.port}/canary"
        raw = f"HTTP/1.1 302 Found\r\nLocation: {canary}\r\n\r\n".encode()
        publisher.serve("/", Page(raw=raw))
        url = publisher.url("/", "127.0.0.2")
        outcome = await ask_url(url, allow_private=False, is_public=_is_second)
        assert [request.target for request in publisher.requests] == ["/"]
    assert isinstance(outcome, Failed)
    assert outcome.kind in {"private address", "redirect"}


async def test_a_source_that_may_reach_private_addresses_does() -> None:
    """``allow_private`` is said for one source, and holds for it."""
    async with Publisher() as publisher:
        url = publisher.serve("/", Page(body=b"<rss/>"))
        assert isinstance(await ask_url(url, allow_private=True), Fetched)
        assert isinstance(await ask_url(url, allow_private=False), Failed)


@pytest.mark.case("N-02")
async def test_one_private_address_spoils_the_whole_answer() -> None:
    """A name with a public and a private address is refused; the public one is not tried."""

    async def resolve(_host: str) -> tuple[str, ...]:
        return ("127.0.0.2", "10.0.0.1")

    async with Publisher("127.0.0.2") as publisher:
        outcome = await ask_url(
            f"http://mixed.example:{publisher.port}/",
            allow_private=False,
            is_public=_is_second,
            resolve=resolve,
        )
        assert publisher.requests == []
    assert isinstance(outcome, Failed)
    assert outcome.kind == "private address"
    assert "10.0.0.1" in outcome.reason


@pytest.mark.case("N-01")
async def test_the_checked_address_is_the_one_connected_to() -> None:
    """A name that turns private after the check is not asked again (DNS rebinding)."""
    answers = [("127.0.0.2",), ("127.0.0.1",)]

    async def resolve(_host: str) -> tuple[str, ...]:
        return answers.pop(0)

    async with Publisher("127.0.0.1", "127.0.0.2") as publisher:
        publisher.serve("/", Page(body=b"<rss/>"))
        url = f"http://rebind.example:{publisher.port}/"
        outcome = await ask_url(url, allow_private=False, is_public=_is_second, resolve=resolve)
        (received,) = publisher.requests
    assert isinstance(outcome, Fetched)
    assert received.address == "127.0.0.2"
    assert received.headers["host"] == f"rebind.example:{publisher.port}"
    assert len(answers) == 1


async def test_the_next_address_is_tried_when_one_refuses() -> None:
    """A host with a dead address first is still reached."""

    async def resolve(_host: str) -> tuple[str, ...]:
        return ("127.0.0.3", "127.0.0.1")

    async with Publisher() as publisher:
        publisher.serve("/", Page(body=b"<rss/>"))
        outcome = await ask_url(f"http://valley.example:{publisher.port}/", resolve=resolve)
    assert isinstance(outcome, Fetched)


@pytest.mark.case("N-04")
async def test_a_name_without_addresses_is_a_dns_failure() -> None:
    """An empty answer of the name server."""

    async def resolve(_host: str) -> tuple[str, ...]:
        return ()

    outcome = await ask_url("http://void.example/", resolve=resolve)
    assert outcome == Failed(kind="dns", reason="void.example: the name has no address")


@pytest.mark.case("N-04")
async def test_an_unknown_name_is_a_dns_failure() -> None:
    """The system's resolver is asked and says no; ``.invalid`` exists nowhere (RFC 6761)."""
    outcome = await ask_url("http://valley.invalid/", settings=QUICK)
    assert isinstance(outcome, Failed)
    assert outcome.kind in {"dns", "timeout"}


async def test_unix_sockets_are_refused() -> None:
    """Whatever way leads to one."""

    async def resolve(_host: str) -> tuple[str, ...]:
        return ()

    backend = GuardedBackend(resolve=resolve, allows=_is_second)
    with pytest.raises(FetchError, match="Unix sockets"):
        await backend.connect_unix_socket("/run/docker.sock")


async def test_httpx_still_uses_our_backend() -> None:
    """Guards the one private attribute of httpx that we set: a new version must not drop it."""
    asked: list[str] = []

    async def resolve(host: str) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",)

    async with Publisher() as publisher:
        publisher.serve("/", Page(body=b"<rss/>"))
        url = f"http://valley.example:{publisher.port}/"
        for allow_private in (True, False):
            await ask_url(url, resolve=resolve, allow_private=allow_private)
        assert len(publisher.requests) == 1
    assert asked == ["valley.example", "valley.example"]
    assert httpcore.__version__.startswith("1.0.")


async def test_httpcore_finds_the_library_it_looks_for() -> None:
    """It looks for sniffio several times in each request; in vain that costs a quarter of it."""
    async with Publisher() as publisher:
        await ask_url(publisher.serve("/", Page(body=b"<rss/>")))
    assert "sniffio" in sys.modules
