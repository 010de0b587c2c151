"""A hostile entry does not cost its neighbours, nor do many heavy ones cost each other."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from loopback import Page, Publisher

from feeds.fetch import open_web
from feeds.model import Body, Failed, Fetched, Settings, Source, SourceState, Validators
from feeds.pipeline.pieces import Allowance, read_in_pieces
from feeds.pipeline.poll import Polled, poll_source
from feeds.pipeline.read import READING, Reading
from feeds.processes import Limits, Workers

# Looking for agencies in text that names one at every second letter takes long, within all bounds.
HOSTILE = "AP " * 80_000
HEAVY = "AP " * 1_500
# Processor time decides, however busy the machine is.
_QUICK = Limits(cpu=1, wall=90.0)


def an_item(name: str, text: str = "The dam holds.") -> str:
    """An item of RSS."""
    words = f"<title>The {name}</title><guid>{name}</guid><description>{text}</description>"
    return f"<item>{words}</item>"


def rss(*items: str) -> bytes:
    """A feed."""
    return (
        f'<rss version="2.0"><channel><title>Post</title>{"".join(items)}</channel></rss>'.encode()
    )


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    """Processes that allow a second."""
    async with Workers(limits=_QUICK, count=1, preload=READING) as started:
        yield started


async def poll(content: bytes, workers: Workers, now: datetime) -> Polled:
    """Poll a feed of this content for the first time."""
    async with Publisher() as publisher, open_web(Settings()) as web:
        url = publisher.serve("/feed", Page(body=content, etag='"1"'))
        source = Source(id="post", kind="feed", url=url, allow_private=True)
        return await poll_source(
            source, SourceState(source_id="post"), web=web, workers=workers, now=now
        )


async def read(content: bytes, workers: Workers, now: datetime, allowance: Allowance) -> Reading:
    """Read a feed in pieces."""
    body = Body(content=content, media_type="", url="https://post.example/feed")
    source = Source(id="post", kind="feed", url=body.url)
    reading = await read_in_pieces(body, source, workers, now, allowance)
    assert isinstance(reading, Reading)
    return reading


def names(reading: Reading) -> list[str]:
    """Return which entries were read."""
    return [story.guid for story in reading.stories]


@pytest.mark.case("T-04")
async def test_a_hostile_entry_costs_only_itself(workers: Workers, now: datetime) -> None:
    """It is left out whole and named; the others are read, and the answer counts as read."""
    content = rss(an_item("dam"), an_item("bridge", HOSTILE), an_item("mill"))
    polled = await poll(content, workers, now)

    assert ["dam", "mill"] == names(polled.reading)
    (line,) = polled.reading.problems
    assert "entry 2 was left out: reading it took more than 1 seconds of processor time" == line
    assert isinstance(polled.outcome, Fetched)
    assert '"1"' == polled.outcome.validators.etag
    assert not polled.reading.unfinished


async def test_many_heavy_entries_are_all_read(workers: Workers, now: datetime) -> None:
    """Together they take too long, each alone does not; they are told as they are in the whole."""
    heavy = [an_item(f"dam {number}", HEAVY) for number in range(10)]
    polled = await poll(rss(*heavy), workers, now)

    assert [f"dam {number}" for number in range(10)] == names(polled.reading)
    assert () == polled.reading.problems
    assert "Post" == polled.reading.title


async def test_a_guid_that_two_pieces_share_is_nobodys(workers: Workers, now: datetime) -> None:
    """Whose it is shows only among all entries, however they were read."""
    same = (
        "<item><guid>same</guid><title>The {0}</title><link>https://post.example/{0}</link></item>"
    )
    items = [
        same.format("dam"),
        *(an_item(f"n{number}") for number in range(40)),
        same.format("mill"),
    ]
    reading = await read(rss(*items), workers, now, Allowance())

    assert 42 == len(reading.stories)
    assert reading.stories[0].keys[0].startswith("url:")
    assert reading.stories[-1].keys[0].startswith("url:")


@pytest.mark.case("T-04")
async def test_a_heavy_entry_costs_one_stop_and_no_harmless_one(
    workers: Workers, now: datetime
) -> None:
    """Wherever they stand, all others are read, in order, and it need not be asked for again."""
    items = [an_item(f"n{number}") for number in range(40)]
    for number in (1, 20, 38):
        items[number] = an_item(f"bridge {number}", HOSTILE)
    reading = await read(rss(*items), workers, now, Allowance(stops=3))

    assert [f"n{number}" for number in range(40) if number not in {1, 20, 38}] == names(reading)
    assert ["entry 2", "entry 21", "entry 39"] == [
        line.partition(" was")[0] for line in reading.problems
    ]
    assert not reading.unfinished


async def test_stops_are_counted_and_the_rest_is_told(workers: Workers, now: datetime) -> None:
    """Who stops everything is not read for ever, nor again as long as it stays the same."""
    hostile = [an_item(f"bridge {number}", HOSTILE) for number in range(4)]
    content = rss(an_item("dam"), *hostile, an_item("mill"))
    reading = await read(content, workers, now, Allowance(stops=2))

    assert ["dam", "mill"] == names(reading)
    assert not reading.unfinished
    assert (
        "entry 2 was left out: reading it took more than 1 seconds of processor time",
        "entry 3 was left out: reading it took more than 1 seconds of processor time",
        "entries 4 to 5 were left out: reading the document took too long altogether",
    ) == reading.problems


async def test_time_is_bounded(workers: Workers, now: datetime) -> None:
    """After it no piece is begun."""
    items = [an_item(f"dam {number}") for number in range(40)]
    nothing = Body(content=rss(*items), media_type="", url="https://post.example/feed")
    source = Source(id="post", kind="feed", url=nothing.url)

    assert None is await read_in_pieces(nothing, source, workers, now, Allowance(seconds=-1.0))


async def test_an_unfinished_answer_is_asked_for_again(now: datetime) -> None:
    """Neither its hash nor its validators are kept, so that what was left out is not lost."""
    slow = Limits(cpu=9, wall=2.4)
    async with Workers(limits=slow, count=1, preload=READING) as workers:
        polled = await poll(rss(an_item("dam"), an_item("bridge", HOSTILE)), workers, now)

    assert ["dam"] == names(polled.reading)
    (line,) = polled.reading.problems
    assert "entry 2 was left out: reading it took more than 0.8 seconds" == line
    assert isinstance(polled.outcome, Fetched)
    assert (Validators(), "") == (polled.outcome.validators, polled.outcome.body_hash)


async def test_a_document_none_of_whose_entries_can_be_read_has_failed(now: datetime) -> None:
    """With the reason why it was stopped as a whole."""
    slow = Limits(cpu=9, wall=0.9)
    async with Workers(limits=slow, count=1, preload=READING) as workers:
        polled = await poll(rss(an_item("bridge", HOSTILE)), workers, now)

    assert isinstance(polled.outcome, Failed)
    assert "malformed" == polled.outcome.kind
    assert "reading it was stopped: it took more than 0.9 seconds" in polled.outcome.reason


@pytest.mark.case("T-04")
async def test_others_are_read_while_a_document_costs_ten_seconds(now: datetime) -> None:
    """One that is asked later is read first."""
    async with Workers(count=2, preload=READING) as workers:
        heavy = [an_item(f"bridge {number}", HOSTILE) for number in range(3)]
        slow = asyncio.create_task(poll(rss(*heavy), workers, now))
        await asyncio.wait((slow,), timeout=0.5)
        quick = await poll(rss(an_item("dam")), workers, now)

        assert ["dam"] == names(quick.reading)
        assert not slow.done()
        slow.cancel()
