"""Only what is new (RFC 3229), and what an answer's Link fields name: with a real server."""

from dataclasses import replace

import pytest
from asking import ask_url
from loopback import Page, Publisher

from feeds.fetch.answers import hash_content
from feeds.model import Failed, Fetched, NotModified, Outcome, SourceState, Validators

_KNOWN = SourceState(
    source_id="valley",
    validators=Validators(etag='"1"', last_modified="Mon, 23 Nov 2026 06:00:00 GMT"),
    body_hash="0" * 32,
)
_NEW = SourceState(source_id="valley")


async def _ask(page: Page, state: SourceState) -> tuple[Outcome, str | None]:
    """Return what a page becomes, and the A-IM field of the request."""
    async with Publisher() as publisher:
        outcome = await ask_url(publisher.serve("/", page), state=state)
        return outcome, publisher.requests[0].headers.get("a-im")


@pytest.mark.parametrize(
    ("validators", "sent"),
    [
        (Validators(etag='"1"'), "feed"),
        (Validators(last_modified="Mon, 23 Nov 2026 06:00:00 GMT"), "feed"),
        (Validators(), None),
    ],
)
async def test_only_what_is_new_is_wished_for_with_a_validator(
    validators: Validators, sent: str | None
) -> None:
    """Without one there is nothing that the rest could be new to."""
    _, wish = await _ask(Page(body=b"<rss/>"), replace(_NEW, validators=validators))

    assert wish == sent


async def test_what_is_new_is_a_part() -> None:
    """226 with ``IM: feed``: its validators are those of the whole, its hash is its own."""
    page = Page(status=226, body=b"<rss>new</rss>", headers={"IM": "feed", "ETag": '"2"'})
    outcome, _ = await _ask(page, _KNOWN)

    assert isinstance(outcome, Fetched)
    assert outcome.partial
    assert outcome.bodies[0].content == b"<rss>new</rss>"
    assert outcome.body_hash == hash_content(b"<rss>new</rss>")
    assert outcome.validators == Validators(etag='"2"')


async def test_a_whole_answer_after_a_part_is_a_whole_answer() -> None:
    """The server may stop doing it at any time; what is not in a whole answer is missing in it."""
    part = Page(status=226, body=b"<rss>new</rss>", headers={"IM": "feed", "ETag": '"2"'})
    async with Publisher() as publisher:
        url = publisher.serve("/", part, Page(body=b"<rss>all</rss>", etag='"3"'))
        first = await ask_url(url, state=_KNOWN)
        assert isinstance(first, Fetched)
        known = replace(_KNOWN, validators=first.validators, body_hash=first.body_hash)
        second = await ask_url(url, state=known)
        asked = publisher.requests[1].headers

    assert asked["if-none-match"] == '"2"'
    assert isinstance(second, Fetched)
    assert not second.partial
    assert second.validators == Validators(etag='"3"')


async def test_the_same_part_again_is_not_modified() -> None:
    """Nothing is read twice."""
    body = b"<rss>new</rss>"
    page = Page(status=226, body=body, headers={"IM": "feed"})
    outcome, _ = await _ask(page, replace(_KNOWN, body_hash=hash_content(body)))

    assert isinstance(outcome, NotModified)
    assert outcome.status == 226


@pytest.mark.parametrize(
    ("state", "manipulation"),
    [(_NEW, "feed"), (_KNOWN, "vcdiff"), (_KNOWN, "feed, gzip"), (_KNOWN, "feeds"), (_KNOWN, "")],
)
async def test_a_part_of_something_else_is_a_failure(state: SourceState, manipulation: str) -> None:
    """One nobody asked for, or another kind of part, is not taken for the feed."""
    page = Page(status=226, body=b"<rss/>", headers={"IM": manipulation})
    outcome, _ = await _ask(page, state)

    assert isinstance(outcome, Failed)
    assert (outcome.kind, outcome.status) == ("status", 226)
    assert "a part of something that was not asked for" in outcome.reason


@pytest.mark.parametrize("manipulation", ["feed", "FEED;x=1", "identity , Feed", "feed,"])
async def test_manipulations_are_a_list(manipulation: str) -> None:
    """RFC 3229, 10.5.3: names with parameters, of which those that change nothing do no harm."""
    page = Page(status=226, body=b"<rss/>", headers={"IM": manipulation})
    outcome, _ = await _ask(page, _KNOWN)

    assert isinstance(outcome, Fetched)
    assert outcome.partial


@pytest.mark.parametrize("manipulation", ["vcdiff", "feed, gzip", ""])
async def test_instead_of_a_part_that_cannot_be_read_all_is_asked_for(manipulation: str) -> None:
    """At once, without validators and the wish: such a server would do it again each time."""
    part = Page(status=226, body=b"\x1f\x8b", headers={"IM": manipulation})
    async with Publisher() as publisher:
        url = publisher.serve("/", part, Page(body=b"<rss>all</rss>", etag='"2"'))
        outcome = await ask_url(url, state=_KNOWN)
        asked = [request.headers for request in publisher.requests]

    assert isinstance(outcome, Fetched)
    assert (outcome.partial, outcome.validators.etag) == (False, '"2"')
    assert [True, False] == ["a-im" in headers for headers in asked]
    assert [True, False] == ["if-none-match" in headers for headers in asked]


async def test_hubs_and_the_own_address_come_from_the_link_fields() -> None:
    """Of repeated fields all count; relative ones are relative to the last address asked."""
    raw = (
        b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n"
        b'Link: <https://hub.example/>; rel="hub"\r\nlink: <me>; rel=self\r\n\r\n<rss/>'
    )
    async with Publisher() as publisher:
        publisher.serve("/news/feed", Page(raw=raw))
        url = publisher.serve("/", Page(status=302, headers={"Location": "/news/feed"}))
        outcome = await ask_url(url)
        own = publisher.url("/news/me")

    assert isinstance(outcome, Fetched)
    assert outcome.hubs == ("https://hub.example/",)
    assert outcome.self_url == own
