"""A server that answers "not modified" for ever, and a source that is remembered between polls."""

from datetime import timedelta

import pytest
from loopback import Page, Publisher
from stories import NOON, a_source

from feeds.fetch import fetch_source, open_web
from feeds.model import Fetched, NotModified, Settings, SourceState
from feeds.schedule.state import remember_poll

_HALF_HOUR = timedelta(minutes=30)


@pytest.mark.case("T-23")
async def test_a_server_stuck_at_not_modified_is_asked_in_full_once_a_day() -> None:
    """Half-hourly for two days: the first answer and one a day are whole, all others are 304."""
    state = SourceState(source_id="valley")
    whole: list[float] = []
    async with Publisher() as publisher, open_web(Settings()) as web:
        url = publisher.serve("/feed", Page(body=b"<rss/>", etag='"stuck"'))
        source = a_source("valley", url=url, allow_private=True)
        for half_hours in range(97):
            now = NOON + half_hours * _HALF_HOUR
            outcome = await fetch_source(source, state, web, now)
            state = remember_poll(source, state, outcome, now)
            assert isinstance(outcome, Fetched | NotModified)
            if isinstance(outcome, Fetched) or outcome.status == 200:
                whole.append(half_hours / 2)
        unconditional = [it for it in publisher.requests if "if-none-match" not in it.headers]

    assert [0, 24, 48] == whole
    assert 3 == len(unconditional)
    assert '"stuck"' == state.validators.etag


async def test_a_server_that_answers_in_parts_is_asked_in_full_once_a_day() -> None:
    """A story that is revised is in no part of what is new: each day the whole is asked for once.

    Every six hours for two days, new parts and the same one again, with a whole answer where the
    server is not told what we know.
    """
    state = SourceState(source_id="valley")
    whole: list[int] = []
    async with Publisher() as publisher, open_web(Settings()) as web:
        for hours in range(0, 49, 6):
            part = b"<rss>%d</rss>" % (hours // 12)
            page = Page(status=226, body=part, headers={"IM": "feed", "ETag": '"new"'})
            if not state.validators.etag or hours % 24 == 0:
                page = Page(body=b"<rss/>", etag=f'"{hours}"')
            source = a_source("valley", url=publisher.serve("/feed", page), allow_private=True)
            now = NOON + timedelta(hours=hours)
            outcome = await fetch_source(source, state, web, now)
            state = remember_poll(source, state, outcome, now)
            if "a-im" not in publisher.requests[-1].headers:
                whole.append(hours)

    assert [0, 24, 48] == whole
    assert (NOON + timedelta(hours=48), 0) == (state.last_full, state.parts)
