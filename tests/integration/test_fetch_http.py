"""What is asked, and what each answer becomes: with a real server."""

from dataclasses import replace
from datetime import timedelta

import pytest
from asking import NOW, SMALL, ask_url, is_after
from loopback import Page, Publisher

from feeds import __version__
from feeds.fetch.answers import hash_content
from feeds.model import (
    Failed,
    Fetched,
    Gone,
    Moved,
    NotModified,
    Outcome,
    Secret,
    Settings,
    SourceState,
    Throttled,
    Validators,
)

_FEED = b"<rss><channel><title>Tal-Bote</title></channel></rss>"
_MONDAY = "Mon, 23 Nov 2026 06:00:00 GMT"


def _remember(etag: str | None = None, modified: str | None = None) -> SourceState:
    """Return the state of a source that was fetched before."""
    validators = Validators(etag=etag, last_modified=modified)
    return SourceState(source_id="valley", validators=validators, body_hash="0" * 32)


async def _ask_page(page: Page, state: SourceState | None = None) -> Outcome:
    """Return what one page becomes."""
    async with Publisher() as publisher:
        return await ask_url(publisher.serve("/feed", page), state=state)


async def test_a_first_answer_is_fetched_with_everything_it_states() -> None:
    """Body, type, charset, address, hash, validators and freshness are taken over."""
    headers = {
        "Content-Type": 'Application/RSS+XML; charset="ISO-8859-1"',
        "Cache-Control": "public, max-age=600",
    }
    page = Page(body=_FEED, headers=headers, etag='W/"a,b"', last_modified=_MONDAY)
    async with Publisher() as publisher:
        url = publisher.serve("/feed", page)
        outcome = await ask_url(f"{url}?page=1")
    assert isinstance(outcome, Fetched)
    (body,) = outcome.bodies
    assert body.content == _FEED
    assert (body.media_type, body.charset) == ("application/rss+xml", "ISO-8859-1")
    assert body.url == f"{url}?page=1"
    assert outcome.body_hash == hash_content(_FEED)
    assert outcome.validators == Validators(etag='W/"a,b"', last_modified=_MONDAY)
    assert is_after(timedelta(minutes=10), outcome.fresh_until)


async def test_a_request_says_who_asks_and_nothing_more() -> None:
    """User-Agent, Accept and codings are sent; no cookie, referrer or invented condition is."""
    settings = Settings(contact="https://desk.example/about")
    async with Publisher() as publisher:
        url = publisher.serve("/", Page(body=_FEED))
        await ask_url(url, settings=settings)
        (received,) = publisher.requests
    assert received.method == "GET"
    agent = f"wiredesk/{__version__} (+https://desk.example/about)"
    assert received.headers["user-agent"] == agent
    assert received.headers["accept"].startswith("application/atom+xml, application/rss+xml")
    assert received.headers["accept"].endswith("*/*;q=0.5")
    assert received.headers["accept-encoding"] == "gzip, deflate, br"
    expected = {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert received.headers.keys() == expected


async def test_cookies_are_not_sent_back() -> None:
    """A cookie set by a redirect is not carried to the next hop."""
    first = Page(status=302, headers={"Location": "/b", "Set-Cookie": "id=1; Path=/"})
    async with Publisher() as publisher:
        url = publisher.serve("/a", first)
        publisher.serve("/b", Page(body=_FEED))
        await ask_url(url)
        assert [request.target for request in publisher.requests] == ["/a", "/b"]
        assert all("cookie" not in request.headers for request in publisher.requests)


async def test_validators_go_back_byte_for_byte() -> None:
    """Odd validators, bytes beyond ASCII included, return exactly as they came."""
    etag = 'W/"grün, \\"x"'.encode().decode("latin-1")
    page = Page(body=_FEED, etag=etag, last_modified="yesterday at noon")
    async with Publisher() as publisher:
        url = publisher.serve("/", page)
        first = await ask_url(url)
        assert isinstance(first, Fetched)
        state = replace(_remember(), validators=first.validators)
        second = await ask_url(url, state=state)
        asked = publisher.requests[1].headers
    assert second == NotModified(status=304, validators=first.validators)
    assert asked["if-none-match"] == etag
    assert asked["if-modified-since"] == "yesterday at noon"


async def test_a_304_may_bring_new_validators() -> None:
    """What a 304 states replaces what we had; what it leaves out is kept."""
    page = Page(status=304, headers={"ETag": '"2"', "Cache-Control": "max-age=60"})
    outcome = await _ask_page(page, _remember('"1"', _MONDAY))
    assert isinstance(outcome, NotModified)
    assert (304, Validators(etag='"2"', last_modified=_MONDAY)) == (
        outcome.status,
        outcome.validators,
    )
    assert is_after(timedelta(minutes=1), outcome.fresh_until)


async def test_a_304_nobody_asked_for_is_a_failure() -> None:
    """Without validators sent, 304 tells nothing: the source must not look well."""
    outcome = await _ask_page(Page(status=304))
    assert isinstance(outcome, Failed)
    assert (outcome.kind, outcome.status) == ("status", 304)


async def test_the_same_bytes_again_are_not_modified() -> None:
    """A 200 with the body we know is no news; its new validators are taken."""
    state = replace(_remember('"old"'), body_hash=hash_content(_FEED))
    outcome = await _ask_page(Page(body=_FEED, etag='"new"'), state)
    assert outcome == NotModified(status=200, validators=Validators(etag='"new"'))


@pytest.mark.parametrize("status", [204, 206, 300, 302, 304, 400, 401, 403, 404, 451, 500, 502])
async def test_other_statuses_fail_with_their_name(status: int) -> None:
    """What is no full answer and no redirect is a failure that names the status."""
    outcome = await _ask_page(Page(status=status, body=b"" if status in {204, 304} else b"no"))
    assert isinstance(outcome, Failed)
    assert (outcome.kind, outcome.status) == ("status", status)
    assert outcome.reason.startswith(f"127.0.0.1: answered {status} ")


async def test_410_is_gone() -> None:
    """The publisher says so."""
    assert await _ask_page(Page(status=410)) == Gone()


@pytest.mark.parametrize("status", [429, 503])
async def test_throttling_says_until_when(status: int) -> None:
    """Retry-After is understood as seconds and as a date by the server's own clock."""
    outcome = await _ask_page(Page(status=status, headers={"Retry-After": "120"}))
    assert isinstance(outcome, Throttled)
    assert outcome.status == status
    assert is_after(timedelta(minutes=2), outcome.retry_after)
    dates = {"Retry-After": "Mon, 23 Nov 2026 07:00:00 GMT", "Date": _MONDAY}
    outcome = await _ask_page(Page(status=status, headers=dates))
    assert isinstance(outcome, Throttled)
    assert is_after(timedelta(hours=1), outcome.retry_after)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\x00\xff\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/9.9 lots OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nX: a\x00b\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000,
    ],
)
async def test_what_is_not_http_is_a_failure_in_one_line(raw: bytes) -> None:
    """No nonsense on the wire raises; each becomes one clean line."""
    outcome = await _ask_page(Page(raw=raw))
    assert isinstance(outcome, Failed)
    assert outcome.kind in {"protocol", "too large"}
    assert len(outcome.reason) <= 300
    assert outcome.reason.isprintable()


@pytest.mark.case("A-18", "CVE-2023-22481")
async def test_a_failure_does_not_repeat_the_secret_a_server_echoes() -> None:
    """A server that throws our request back at us gets no secret into the reason."""
    raw = b"GET / HTTP/1.1 Authorization: tk-4711\r\n\r\n"
    headers = (("X-Token", Secret("tk-4711\n")),)
    async with Publisher() as publisher:
        url = publisher.serve("/", Page(raw=raw))
        echoed = await ask_url(f"{url}?token=tk-4711")
        unsendable = await ask_url(url, headers=headers)
    for outcome in (echoed, unsendable):
        assert isinstance(outcome, Failed)
        assert outcome.kind == "protocol"
        assert "4711" not in outcome.reason


async def test_a_refused_connection_says_so() -> None:
    """Nobody listens there."""
    async with Publisher() as publisher:
        url = publisher.url("/")
    outcome = await ask_url(url)
    assert outcome == Failed(kind="refused", reason="127.0.0.1: the connection was refused")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://valley.example/feed",
        "file:///etc/passwd",
        "http://",
        "http://[::1",
        "http://valley.example:99999/",
        "http://valley.example:0/",
        "http://\x00/",
        "http://valley..example/",
        f"http://{'a' * 80}.example/",
        "http://xn--a/",
        "http://\ud800/",
    ],
)
async def test_an_unusable_address_is_a_failure(url: str) -> None:
    """No spelling of an address raises."""
    outcome = await ask_url(url, settings=SMALL)
    assert isinstance(outcome, Failed)
    assert outcome.kind in {"protocol", "dns"}


@pytest.mark.case("A-18")
async def test_user_and_password_of_the_address_are_sent_and_never_shown() -> None:
    """Userinfo becomes Basic authentication and is in no address we pass on."""
    async with Publisher() as publisher:
        url = publisher.serve("/", Page(body=_FEED)).replace("//", "//anna:s%40fe@")
        outcome = await ask_url(url)
        failed = await ask_url(url.replace(f":{publisher.port}/", f":{publisher.port}/none"))
        assert publisher.requests[0].headers["authorization"] == "Basic YW5uYTpzQGZl"
    assert isinstance(outcome, Fetched)
    assert "anna" not in outcome.bodies[0].url
    assert isinstance(failed, Failed)
    assert "anna" not in failed.reason


async def test_permanent_redirects_are_a_move() -> None:
    """301 and 308 all the way: the answer carries the new address."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", Page(status=301, headers={"Location": "b?x=1"}))
        publisher.serve("/b", Page(status=308, headers={"Location": "/sch%C3%B6n/c#top"}))
        end = publisher.serve("/sch%C3%B6n/c", Page(body=_FEED))
        outcome = await ask_url(url)
    assert isinstance(outcome, Moved)
    assert outcome.to == end
    assert isinstance(outcome.answer, Fetched)
    assert outcome.answer.bodies[0].url == end


async def test_one_temporary_redirect_makes_no_move() -> None:
    """301 then 302: answered from there, but the source keeps its address."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", Page(status=301, headers={"Location": "/b"}))
        publisher.serve("/b", Page(status=302, headers={"Location": "/c"}))
        publisher.serve("/c", Page(body=_FEED))
        outcome = await ask_url(url)
    assert isinstance(outcome, Fetched)
    assert outcome.bodies[0].url.endswith("/c")


async def test_five_redirects_are_followed_and_six_are_not() -> None:
    """The limit stands at five."""
    async with Publisher() as publisher:
        for number in range(6):
            publisher.serve(f"/{number}", Page(status=302, headers={"Location": f"{number + 1}"}))
        publisher.serve("/6", Page(body=_FEED))
        five = await ask_url(publisher.url("/1"))
        six = await ask_url(publisher.url("/0"))
    assert isinstance(five, Fetched)
    assert six == Failed(kind="redirect", reason="127.0.0.1: more than 5 redirects")


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "data:text/plain,hello",
        "gopher://127.0.0.1:9000/_x",
        "javascript:alert(1)",
        "http://[::1",
        "http://127.0.0.1:99999/",
        "http://",
        "//",
    ],
)
async def test_redirects_out_of_http_are_refused(location: str) -> None:
    """Only usable http and https addresses are gone to."""
    outcome = await _ask_page(Page(status=302, headers={"Location": location}))
    assert isinstance(outcome, Failed)
    assert outcome.kind == "redirect"


async def test_configured_headers_stay_at_their_origin() -> None:
    """A redirect to another host or port loses every configured header, for good."""
    headers = (("X-Api-Key", Secret("k-1")), ("Cookie", Secret("c=1")), ("Accept", Secret("a/b")))
    async with Publisher("127.0.0.1", "127.0.0.2") as publisher:
        url = publisher.serve("/a", Page(status=302, headers={"Location": "/b"}))
        other = publisher.url("/c", "127.0.0.2")
        publisher.serve("/b", Page(status=302, headers={"Location": other}))
        publisher.serve("/c", Page(status=302, headers={"Location": publisher.url("/d")}))
        publisher.serve("/d", Page(body=_FEED))
        await ask_url(url, headers=headers)
        at = {request.target: request.headers for request in publisher.requests}
    for path in ("/a", "/b"):
        assert at[path]["x-api-key"] == "k-1"
        assert at[path]["cookie"] == "c=1"
        assert at[path]["accept"] == "a/b"
    for path in ("/c", "/d"):
        assert "x-api-key" not in at[path]
        assert "cookie" not in at[path]
        assert at[path]["accept"] != "a/b"


async def test_the_body_of_a_redirect_is_not_read() -> None:
    """An endless body behind a redirect costs nothing (CVE-2026-21441)."""
    raw = b"HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n" + b"x" * 1000
    async with Publisher() as publisher:
        url = publisher.serve("/a", Page(raw=raw, endless=True))
        publisher.serve("/b", Page(body=_FEED))
        outcome = await ask_url(url, settings=SMALL)
    assert isinstance(outcome, Fetched)


@pytest.mark.case("T-23")
@pytest.mark.parametrize(
    ("unmodified", "hours", "conditional"),
    [(20, 24, False), (19, 24, True), (20, 23.9, True), (300, 48, False)],
)
async def test_a_stuck_etag_is_left_out_once_a_day(
    unmodified: int,
    hours: float,
    conditional: bool,  # noqa: FBT001
) -> None:
    """After twenty answers "not modified" and a day without a whole one, a whole one is asked."""
    last = NOW - timedelta(hours=hours)
    state = replace(_remember(etag='"1"'), unmodified=unmodified, last_full=last)
    async with Publisher() as publisher:
        outcome = await ask_url(publisher.serve("/", Page(body=_FEED, etag='"1"')), state=state)
        (received,) = publisher.requests
    assert isinstance(outcome, NotModified) is conditional
    assert ("if-none-match" in received.headers) is conditional
