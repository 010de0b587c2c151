"""Slow and large answers wait for each other, and small ones for neither."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta

import pytest
from asking import NOW, SMALL
from loopback import Page, Publisher

from feeds.fetch import Web, fetch_source, hold_answers, open_web
from feeds.fetch.scratch import FILES
from feeds.fetch.space import LARGE, PLACES
from feeds.model import Failed, Fetched, Outcome, Source, SourceState
from feeds.pipeline.poll import poll_source
from feeds.pipeline.read import READING
from feeds.processes import Workers

_LARGE = b"<rss/>" + b" " * (2 * LARGE)
_PATIENT = replace(SMALL, max_bytes=8 * LARGE, per_host=99)


async def _fetch(web: Web, url: str, kind: str = "feed") -> Outcome:
    """Return what an address answers to a poll that holds it only for a moment."""
    source = Source(id="valley", kind=kind, url=url, allow_private=True)
    async with hold_answers(web) as holding:
        return await fetch_source(source, SourceState(source_id="valley"), holding, NOW)


@pytest.mark.case("T-03")
async def test_twenty_silent_servers_do_not_delay_eighty_good_ones() -> None:
    """Twenty hang before the others are asked; all eighty are answered while they still do."""
    async with Publisher() as publisher, open_web(_PATIENT) as web:
        silent = publisher.serve("/silent", Page(raw=b"", hang=True))
        good = publisher.serve("/good", Page(body=b"<rss/>"))
        hanging = [asyncio.create_task(_fetch(web, silent)) for _ in range(20)]
        await asyncio.wait(hanging, timeout=0)
        outcomes = await asyncio.gather(*(_fetch(web, good) for _ in range(80)))
        still = [task for task in hanging if not task.done()]
        for task in hanging:
            task.cancel()

    assert all(isinstance(outcome, Fetched) for outcome in outcomes)
    assert len(still) == 20


@pytest.mark.case("T-03")
async def test_large_answers_that_stall_hold_up_no_other_large_one() -> None:
    """Five for each place send a megabyte or two, then nothing: a good one is read at once."""
    head = b"HTTP/1.1 200 OK\r\n\r\n"
    async with Publisher() as publisher, open_web(_PATIENT) as web:
        stalled = publisher.serve("/stalled", Page(raw=head + _LARGE, hang=True))
        large = publisher.serve("/large", Page(body=_LARGE))
        stalling = [asyncio.create_task(_fetch(web, stalled)) for _ in range(5 * PLACES)]
        await publisher.received(5 * PLACES - 1)
        outcome = await _fetch(web, large)
        still = [task for task in stalling if not task.done()]
        for task in stalling:
            task.cancel()

    assert isinstance(outcome, Fetched)
    assert outcome.bodies[0].content == _LARGE
    assert len(still) == 5 * PLACES


async def test_few_large_answers_are_held_at_once() -> None:
    """The next one waits, longer than its deadline, and off the wire: its host can be asked."""
    quick = replace(_PATIENT, deadline=timedelta(seconds=1), per_host=1)
    async with Publisher() as publisher, open_web(quick) as web, AsyncExitStack() as held:
        large = publisher.serve("/large", Page(body=_LARGE))
        source = Source(id="valley", kind="feed", url=large, allow_private=True)
        for _ in range(PLACES):
            holding = await held.enter_async_context(hold_answers(web))
            outcome = await fetch_source(source, SourceState(source_id="valley"), holding, NOW)
            assert isinstance(outcome, Fetched)

        waiting = asyncio.create_task(_fetch(web, large))
        await publisher.received(PLACES)
        small = await _fetch(web, publisher.serve("/small", Page(body=b"<rss/>")))
        assert isinstance(small, Fetched)
        done, _ = await asyncio.wait((waiting,), timeout=1.5)
        assert not done
        await held.aclose()
        outcome = await waiting

    assert isinstance(outcome, Fetched)
    assert outcome.bodies[0].content == _LARGE


async def test_what_is_held_while_more_is_asked_for_keeps_its_place() -> None:
    """Indexes with a large part and a silent one: no more than the places are held meanwhile."""
    part = b"<sitemap><loc>%s</loc></sitemap>"
    async with Publisher() as publisher, open_web(_PATIENT) as web:
        urls = [
            publisher.serve("/large.xml", Page(body=_LARGE)),
            publisher.serve("/silent.xml", Page(raw=b"", hang=True)),
        ]
        named = b"".join(part % url.encode() for url in urls)
        index = publisher.serve("/", Page(body=b"<sitemapindex>%s</sitemapindex>" % named))
        polls = [asyncio.create_task(_fetch(web, index, "sitemap")) for _ in range(4 * PLACES)]
        await publisher.received(8 * PLACES + PLACES - 1)
        small = await _fetch(web, publisher.serve("/small", Page(body=b"<rss/>")))
        await asyncio.wait(polls, timeout=0.5)
        silent = [one for one in publisher.requests if one.target == "/silent.xml"]
        for task in polls:
            task.cancel()

    assert isinstance(small, Fetched)
    assert len(silent) == PLACES


async def test_a_large_answer_gives_up_where_no_file_becomes_free() -> None:
    """Files are bounded too; the wait for one is as long as an answer may take, not for ever."""
    quick = replace(_PATIENT, deadline=timedelta(seconds=0.5))
    async with Publisher() as publisher, open_web(quick) as web:
        for _ in range(FILES):
            await web.files.acquire()
        large = publisher.serve("/large", Page(body=_LARGE))
        refused = await _fetch(web, large)
        small = await _fetch(web, publisher.serve("/small", Page(body=b"<rss/>")))
        web.files.release()
        again = await _fetch(web, large)

    assert isinstance(refused, Failed)
    assert "too many large answers" in refused.reason
    assert isinstance(small, Fetched)
    assert isinstance(again, Fetched)


async def test_places_come_back_however_a_poll_ends() -> None:
    """Polls that are cut, refused or cancelled leave room for the next."""
    tight = replace(_PATIENT, deadline=timedelta(seconds=1), max_bytes=3 * LARGE)
    async with Publisher() as publisher, open_web(tight) as web:
        head = b"HTTP/1.1 200 OK\r\n\r\n"
        stalled = publisher.serve("/stalled", Page(raw=head + _LARGE, hang=True))
        endless = publisher.serve("/endless", Page(raw=head + _LARGE, endless=True))
        cancelled = asyncio.create_task(_fetch(web, stalled))
        ends = [_fetch(web, url) for url in (stalled, endless) for _ in range(PLACES)]
        outcomes = asyncio.gather(*ends)
        await asyncio.wait((cancelled,), timeout=0.3)
        cancelled.cancel()
        kinds = {getattr(outcome, "kind", "none") for outcome in await outcomes}
        large = publisher.serve("/large", Page(body=_LARGE))
        again = await asyncio.gather(*(_fetch(web, large) for _ in range(PLACES)))

    assert kinds == {"timeout", "too large"}
    assert all(isinstance(outcome, Fetched) for outcome in again)


async def test_indexes_of_large_sitemaps_and_large_feeds_do_not_wait_in_a_circle() -> None:
    """An index with a place wants a turn at the host, and a large feed with the turn a place."""
    narrow = replace(_PATIENT, per_host=1)
    part = b"<sitemap><loc>%s</loc></sitemap>"
    async with Publisher() as publisher, open_web(narrow) as web:
        urls = [publisher.serve(f"/{name}.xml", Page(body=_LARGE)) for name in "ab"]
        named = b"".join(part % url.encode() for url in urls)
        index = publisher.serve("/", Page(body=b"<sitemapindex>%s</sitemapindex>" % named))
        large = publisher.serve("/large", Page(body=_LARGE))
        polls = [_fetch(web, index, "sitemap") for _ in range(PLACES + 1)]
        polls += [_fetch(web, large) for _ in range(PLACES + 1)]
        async with asyncio.timeout(60):
            outcomes = await asyncio.gather(*polls)

    assert [len(outcome.bodies) for outcome in outcomes if isinstance(outcome, Fetched)] == [
        *[2] * (PLACES + 1),
        *[1] * (PLACES + 1),
    ]


async def test_a_poll_gives_its_place_back_when_its_answer_was_read() -> None:
    """More large feeds than places, all polled at once, are all read."""
    entry = b"<item><title>The dam holds</title></item>"
    body = b"<rss><channel>%s%s</channel></rss>" % (entry, b" " * (2 * LARGE))
    async with (
        Publisher() as publisher,
        open_web(_PATIENT) as web,
        Workers(preload=READING) as workers,
    ):
        url = publisher.serve("/feed", Page(body=body))
        source = Source(id="valley", kind="feed", url=url, allow_private=True)
        state = SourceState(source_id="valley")
        polls = [
            poll_source(source, state, web=web, workers=workers, now=NOW)
            for _ in range(2 * PLACES + 1)
        ]
        polled = await asyncio.gather(*polls)

    assert [1] * (2 * PLACES + 1) == [len(one.reading.stories) for one in polled]
