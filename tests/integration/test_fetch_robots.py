"""robots.txt asked for on this machine: every answer means something (RFC 9309, 2.3.1)."""

from datetime import datetime, timedelta

import pytest
from loopback import Page, Publisher

from feeds.fetch import fetch_robots, open_web
from feeds.model import Robots, Settings

RULES = b"User-agent: *\nDisallow: /closed\n"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


async def ask(publisher: Publisher, now: datetime) -> Robots:
    """Ask for the robots.txt of a publisher."""
    async with open_web(Settings(deadline=timedelta(seconds=5))) as web:
        return await fetch_robots(publisher.url(""), web, now, allow_private=True)


async def test_rules_are_read_and_kept_for_a_day(now: datetime) -> None:
    """With the mark of UTF-8 or without; asked as plain text, under our name."""
    async with Publisher() as publisher:
        publisher.serve("/robots.txt", Page(body=b"\xef\xbb\xbf" + RULES))
        said = await ask(publisher, now)
        (request,) = publisher.requests

    assert (RULES.decode(), now + DAY) == (said.rules, said.until)
    assert request.headers["user-agent"].startswith("wiredesk/")
    assert "text/plain, */*" == request.headers["accept"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
async def test_a_host_without_rules_allows_everything(now: datetime, status: int) -> None:
    """4xx: there are none (RFC 9309, 2.3.1.3)."""
    async with Publisher() as publisher:
        publisher.serve("/robots.txt", Page(status=status, body=RULES))
        said = await ask(publisher, now)

    assert ("", now + DAY) == (said.rules, said.until)


@pytest.mark.parametrize("status", [429, 500, 502, 503])
async def test_a_host_in_trouble_allows_nothing_for_an_hour(now: datetime, status: int) -> None:
    """5xx: complete disallow (RFC 9309, 2.3.1.4); 429 is trouble too."""
    async with Publisher() as publisher:
        publisher.serve("/robots.txt", Page(status=status, body=RULES))
        said = await ask(publisher, now)

    assert (None, now + HOUR) == (said.rules, said.until)
    assert str(status) in said.reason


async def test_a_host_that_cannot_be_reached_allows_nothing(now: datetime) -> None:
    """Nobody listens."""
    async with Publisher() as publisher:
        pass
    said = await ask(publisher, now)

    assert (None, now + HOUR) == (said.rules, said.until)


async def test_retry_after_is_kept_where_it_is_longer(now: datetime) -> None:
    """Two hours, not one."""
    async with Publisher() as publisher:
        publisher.serve("/robots.txt", Page(status=503, headers={"Retry-After": "7200"}))
        said = await ask(publisher, now)

    assert (None, now + 2 * HOUR) == (said.rules, said.until)


async def test_half_a_mebibyte_is_read_and_no_more(now: datetime) -> None:
    """The rules at the beginning of an endless file count (RFC 9309, 2.5)."""
    async with Publisher() as publisher:
        page = Page(body=RULES + b"# padding\n" * 10_000, endless=True)
        publisher.serve("/robots.txt", page)
        said = await ask(publisher, now)

    assert said.rules is not None
    assert said.rules.startswith(RULES.decode())
    assert 500 * 1024 == len(said.rules)


async def test_redirects_are_followed_to_other_hosts(now: datetime) -> None:
    """What stands there holds for the host that was asked about (RFC 9309, 2.3.1.2)."""
    async with (
        Publisher() as first,
        Publisher() as other,
        open_web(Settings(), is_public=bool) as web,
    ):
        there = other.serve("/rules.txt", Page(body=RULES))
        first.serve("/robots.txt", Page(status=301, headers={"Location": there}))
        origin = first.url("")
        said = await fetch_robots(origin, web, now, allow_private=False)

    assert (origin, RULES.decode()) == (said.origin, said.rules)


async def test_a_private_host_redirects_to_no_other_private_host(now: datetime) -> None:
    """Nor to another port; to itself it may. The other is not asked, and the answer is kept."""
    async with Publisher() as first, Publisher() as other:
        own = first.serve("/rules.txt", Page(body=RULES))
        there = other.serve("/rules.txt", Page(body=RULES))
        moves = [Page(status=301, headers={"Location": url}) for url in (own, there)]
        first.serve("/robots.txt", *moves)
        allowed, refused = await ask(first, now), await ask(first, now)

    assert RULES.decode() == allowed.rules
    assert (None, now + HOUR) == (refused.rules, refused.until)
    assert "not public" in refused.reason
    assert () == tuple(other.requests)


async def test_who_redirects_for_ever_has_no_rules(now: datetime) -> None:
    """After five hops it counts as a file that is not there."""
    async with Publisher() as publisher:
        publisher.serve("/robots.txt", Page(status=302, headers={"Location": "/robots.txt"}))
        said = await ask(publisher, now)
        count = len(publisher.requests)

    assert ("", 6) == (said.rules, count)
