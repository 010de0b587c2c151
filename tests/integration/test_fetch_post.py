"""What the desk posts: the same door, the same guard, and no secret in what is told of it."""

import asyncio
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import parse_qsl, quote

import pytest
from asking import QUICK, SMALL
from loopback import Page, Publisher
from stories import NOON

from feeds import __version__
from feeds.fetch import fetch_page, open_web, post_form
from feeds.fetch.network import Allows
from feeds.model import Failed, Posted, Settings, Source

_SECRET = "kf83hGq0-Zz11 bla&bla"
_FORM = (
    ("hub.mode", "subscribe"),
    ("hub.topic", "https://tal.example/feed?a=1&b=ä"),
    ("hub.secret", _SECRET),
)


def _is_second(address: str) -> bool:
    """Call 127.0.0.2 the public internet, and everything else private."""
    return address == "127.0.0.2"


async def _post(
    url: str,
    form: Sequence[tuple[str, str]] = _FORM,
    *,
    settings: Settings = SMALL,
    allow_private: bool = True,
    is_public: Allows = _is_second,
) -> Posted | Failed:
    """Return what a server answers to a form."""
    async with open_web(settings, is_public=is_public) as web:
        return await post_form(web, url, form, allow_private=allow_private)


async def test_a_form_arrives_as_it_was_filled_in() -> None:
    """Method, media type, length and every field; and who sends it, with a contact."""
    settings = replace(SMALL, contact="desk@tal.example")
    async with Publisher() as publisher:
        url = publisher.serve("/hub", Page(status=202, body=b"Thanks"))
        answer = await _post(f"{url}?v=1", settings=settings)
        (received,) = publisher.requests

    assert answer == Posted(status=202, reason="127.0.0.1: answered 202 Accepted")
    assert (received.method, received.target) == ("POST", "/hub?v=1")
    assert tuple(parse_qsl(received.body.decode("ascii"), strict_parsing=True)) == _FORM
    assert received.headers["content-type"] == "application/x-www-form-urlencoded"
    assert received.headers["user-agent"] == f"wiredesk/{__version__} (+desk@tal.example)"
    assert not received.headers.keys() & {"cookie", "referer", "if-none-match", "expect"}


async def test_a_refusal_says_in_one_line_what_the_server_said() -> None:
    """Words in plain text are told after the status, cut to 300 characters; a page is not."""
    words = b"the topic\r\nis \x1b[31munknown " + b"and so on " * 2000
    page = Page(status=404, body=b"<h1>No</h1>", headers={"Content-Type": "text/html"})
    async with Publisher() as publisher:
        told = await _post(publisher.serve("/hub", Page(status=400, body=words)))
        shown = await _post(publisher.serve("/page", page))

    assert isinstance(told, Posted)
    assert told.status == 400
    assert told.reason.startswith("127.0.0.1: answered 400 Bad Request: the topic is [31munknown")
    assert len(told.reason) <= 300
    assert shown == Posted(status=404, reason="127.0.0.1: answered 404 Not Found")


async def test_what_was_posted_is_not_told_when_the_server_repeats_it() -> None:
    """Values of the form, the address's path and its parts may be secrets (A-18)."""
    path = "/services/T0KEN-of-eighteen"
    echo = f"Cannot POST {path}; T0KEN-of-eighteen; {_SECRET}; {quote(_SECRET)}".encode()
    async with Publisher() as publisher:
        answer = await _post(publisher.serve(path, Page(status=404, body=echo)))

    assert answer == Posted(
        status=404, reason="127.0.0.1: answered 404 Not Found: Cannot POST …; …; …; …"
    )


async def test_user_and_password_are_sent_and_never_shown() -> None:
    """They become a header of the request, and no part of an answer's line."""
    async with Publisher() as publisher:
        url = publisher.serve("/hub", Page(status=401)).replace("//", "//desk:s3cret-word@")
        answer = await _post(url)
        (received,) = publisher.requests

    assert received.headers["authorization"].startswith("Basic ")
    assert answer == Posted(status=401, reason="127.0.0.1: answered 401 Unauthorized")


async def test_user_and_password_are_not_told_when_the_server_repeats_them() -> None:
    """Neither as they are nor as the header has them (A-18)."""
    coded = b64encode(b"editor:s3cret").decode()
    echo = f"editor may not; s3cret; editor:s3cret; Basic {coded}; {coded}".encode()
    async with Publisher() as publisher:
        url = publisher.serve("/hub", Page(status=403, body=echo))
        answer = await _post(url.replace("//", "//editor:s3cret@"))

    assert answer == Posted(
        status=403, reason="127.0.0.1: answered 403 Forbidden: … may not; …; …; …; …"
    )


@pytest.mark.case("A-15")
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"])
async def test_nothing_is_posted_to_a_private_address(host: str) -> None:
    """The address is checked as for a source, unless its owner allows it."""
    async with Publisher() as publisher:
        url = publisher.serve("/hub").replace("127.0.0.1", host)
        answer = await _post(url, allow_private=False)
        assert publisher.requests == []

    assert isinstance(answer, Failed)
    assert answer.kind == "private address"


@pytest.mark.case("A-14")
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_nothing_is_posted_to_where_another_server_is_named(status: int) -> None:
    """A redirect to another origin is not followed, whatever it calls itself."""
    async with Publisher("127.0.0.2", "127.0.0.3") as publisher:
        there = publisher.url("/hub", "127.0.0.3")
        url = publisher.serve("/hub", Page(status=status, headers={"Location": there}))
        answer = await _post(url, allow_private=False)
        assert [received.address for received in publisher.requests] == ["127.0.0.2"]

    what = f"127.0.0.2: it redirects ({status}), and nothing is posted to another place"
    assert answer == Failed(kind="redirect", reason=what)


async def test_the_same_form_is_posted_once_more_at_the_same_origin() -> None:
    """307 and 308 ask for just that; a second one in a row is too much."""
    async with Publisher() as publisher:
        publisher.serve("/hub/", Page(status=202))
        url = publisher.serve("/hub", Page(status=307, headers={"Location": "/hub/"}))
        followed = await _post(url)
        first, second = publisher.requests
        url = publisher.serve("/loop", Page(status=308, headers={"Location": "/loop"}))
        looping = await _post(url)
        times = len(publisher.requests) - 2

    assert isinstance(followed, Posted)
    assert (second.method, second.target, second.body) == ("POST", "/hub/", first.body)
    assert isinstance(looping, Failed)
    assert (looping.kind, times) == ("redirect", 2)


@pytest.mark.case("A-17")
async def test_a_success_counts_whatever_becomes_of_its_body() -> None:
    """A body that drips or never ends is not read: the status said all."""
    async with Publisher() as publisher:
        drip = Page(body=b"x" * 1000, pause=0.01)
        raw = b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 65536
        endless = Page(raw=raw, endless=True)
        slow = Page(raw=b"HTTP/1.1 202 Accepted\r\nContent-Length: 9\r\n\r\nhalf", hang=True)
        answers = [
            await _post(publisher.serve(f"/{number}", page), settings=Settings())
            for number, page in enumerate((drip, endless, slow))
        ]

    assert [answer.status for answer in answers if isinstance(answer, Posted)] == [200, 200, 202]


@pytest.mark.case("A-17")
async def test_a_refusal_without_end_is_read_no_further_than_a_few_kilobytes() -> None:
    """An endless error page ends with its first line told, long before the deadline."""
    raw = b"HTTP/1.1 500 Internal Server Error\r\n\r\n" + b"not today. " * 1000
    async with Publisher() as publisher:
        url = publisher.serve("/hub", Page(raw=raw, endless=True))
        answer = await _post(url, settings=Settings())

    assert isinstance(answer, Posted)
    assert answer.reason.startswith("127.0.0.1: answered 500 Internal Server Error: not today.")


async def test_a_refusal_counts_whatever_becomes_of_its_words() -> None:
    """The connection breaks behind the status: the answer is that status, not the break."""
    half = b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 9\r\n\r\nhalf"
    async with Publisher() as publisher:
        answer = await _post(publisher.serve("/hub", Page(raw=half)))

    assert answer == Posted(status=500, reason="127.0.0.1: answered 500 Internal Server Error")


@pytest.mark.parametrize(
    ("page", "kind", "settings"),
    [
        (Page(raw=b"", hang=True), "timeout", QUICK),
        (Page(raw=b"HTTP/1.1 100 Continue\r\n\r\n" * 6000), "too large", Settings()),
        (Page(raw=b"garbage\r\n\r\n"), "protocol", Settings()),
    ],
    ids=["silence", "interim answers", "no HTTP"],
)
async def test_no_answer_is_a_failure_in_words(page: Page, kind: str, settings: Settings) -> None:
    """Deadline, limit of the head and the rules of HTTP hold for what is posted as well."""
    async with Publisher() as publisher:
        answer = await _post(publisher.serve("/hub", page), settings=settings)

    assert isinstance(answer, Failed)
    assert answer.kind == kind
    assert answer.reason.startswith("127.0.0.1: ")


async def test_an_address_that_cannot_be_used_is_a_failure() -> None:
    """Only http and https; no exception leaves the door."""
    for url in ("ftp://tal.example/hub", "http://", "https://tal.example:99999/", "http://[::1"):
        answer = await _post(url)
        assert isinstance(answer, Failed), url


async def test_what_is_posted_waits_for_the_turns_of_its_host() -> None:
    """Six forms for one host go two at a time, as requests of sources do."""
    gate = asyncio.Event()
    async with Publisher() as publisher, open_web(Settings()) as web:
        url = publisher.serve("/hub", Page(status=202, gate=gate))
        async with asyncio.TaskGroup() as group:
            posts = [
                group.create_task(post_form(web, url, _FORM, allow_private=True)) for _ in range(6)
            ]
            while publisher.peak["all"] < 2:
                await asyncio.wait(posts, timeout=0.01)
            gate.set()
        assert publisher.peak["all"] == 2
        assert len(publisher.requests) == 6


async def test_nothing_is_posted_to_a_host_that_asked_to_be_left_alone() -> None:
    """429 for a page holds for its hub too: that is told as a failure, and nothing is sent."""

    async def may_ask(_: str) -> None:
        """Leave is given."""

    busy = Page(status=429, headers={"Retry-After": "3600"})
    async with Publisher() as publisher, open_web(Settings(), is_public=bool) as web:
        source = Source(id="tal", kind="feed", url=publisher.url("/feed"))
        await fetch_page(publisher.serve("/a", busy), source, web, may_ask, NOON)
        answer = await post_form(web, publisher.url("/hub"), _FORM, allow_private=False)
        targets = [request.target for request in publisher.requests]

    told = "127.0.0.1: it asked to be left alone for a while"
    assert answer == Failed(kind="status", reason=told)
    assert ["/a"] == targets
