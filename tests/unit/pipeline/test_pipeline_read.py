"""From bytes to stories, as a worker does it."""

from datetime import UTC, datetime, timedelta

import pytest

from feeds.model import Body, Pace, Source, Story
from feeds.pipeline.read import Reading, read_bodies

_SEEN = datetime(2026, 11, 24, tzinfo=UTC)
_SOURCE = Source(id="post", kind="feed", url="https://post.example/feed.xml")
_NOT_STATED = "time zone not stated, UTC taken"


def _read(items: str) -> Reading:
    """Read an RSS feed of these items."""
    xml = f'<rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'
    body = Body(content=xml.encode(), media_type="application/rss+xml", url=_SOURCE.url or "")
    return read_bodies((body,), _SOURCE, _SEEN)


def _tell(item: str) -> Story:
    """Return the only story of an RSS feed of one item."""
    (story,) = _read(f"<item><title>The dam holds</title>{item}</item>").stories
    return story


def test_every_problem_is_told_once() -> None:
    """Those of the document and those of its entries."""
    reading = _read("<item><title>a & b</title><pubDate>soon</pubDate></item>")

    assert 1 == len(reading.stories)
    assert 2 == len(reading.problems)
    assert 2 == len(set(reading.problems))


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        *(("JST", 1), ("HKT", 2), ("SGT", 2), ("WIB", 3), ("PKT", 5), ("MSK", 7), ("MESZ", 8)),
        *(("GMT+2", 8), ("UTC+3", 7), ("CET", 9), ("BST", 9), ("Z", 10), ("-0000", 10)),
        *(("EDT", 14), ("EST", 15), ("+0100", 9), ("+0100 (CET)", 9)),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "Mon, 23 Nov 2026 10:00:00 {}",
        "23 Nov 26 10:00:00 {}",
        "Nov 23 2026 10:00:00 {}",
        "2026-11-23 10:00:00 {}",
    ],
)
def test_a_stated_zone_is_counted(form: str, zone: str, hour: int) -> None:
    """Whoever reads the date first, feedparser included; nothing had to be inferred."""
    story = _tell(f"<pubDate>{form.format(zone)}</pubDate>")

    assert story.published == datetime(2026, 11, 23, hour, tzinfo=UTC)
    assert [] == [it for it in story.inferred if it.field == "published"]


@pytest.mark.parametrize("zone", ["IST", "AST", "ET", "QXT", "Europe/Berlin"])
@pytest.mark.parametrize("form", ["Mon, 23 Nov 2026 10:00:00 {}", "2026-11-23T10:00:00 {}"])
def test_a_zone_that_may_be_several_gives_no_date(form: str, zone: str) -> None:
    """The words are kept, the problem names the zone, and nothing is inferred."""
    raw = form.format(zone)
    reading = _read(f"<item><title>The dam holds</title><pubDate>{raw}</pubDate></item>")
    (story,), (problem,) = reading.stories, reading.problems

    assert (None, raw) == (story.published, story.published_raw)
    assert [] == [it for it in story.inferred if it.field == "published"]
    assert f"time zone '{zone}'" in problem


@pytest.mark.parametrize("raw", ["Mon, 23 Nov 2026 10:00:00", "2026-11-23T10:00:00"])
def test_a_time_without_a_zone_is_taken_as_utc_and_said_so(raw: str) -> None:
    """As feed readers do."""
    story = _tell(f"<pubDate>{raw}</pubDate>")

    assert story.published == datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert [_NOT_STATED] == [it.origin for it in story.inferred if it.field == "published"]


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("", "https://post.example/1"),
        (' isPermaLink="true"', "https://post.example/1"),
        (' isPermaLink="false"', None),
    ],
)
def test_a_guid_is_an_address_only_where_it_may_be(stated: str, url: str | None) -> None:
    """It identifies the story all the same."""
    story = _tell(f"<guid{stated}>https://post.example/1</guid>")

    assert url == story.url
    assert "guid:https://post.example/1" == story.keys[0]


def test_an_id_of_json_feed_is_an_address_where_no_other_is() -> None:
    """JSON Feed says that it ideally is the item's address."""
    feed = b"""{"version": "https://jsonfeed.org/version/1.1", "items": [
        {"id": "https://post.example/1", "title": "The dam holds"},
        {"id": "2", "title": "The dam breaks"}]}"""
    body = Body(content=feed, media_type="application/feed+json", url=_SOURCE.url or "")
    stories = read_bodies((body,), _SOURCE, _SEEN).stories

    assert ["https://post.example/1", None] == [story.url for story in stories]


_ASKING = """<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><ttl>90</ttl>
<a:link rel="hub" href="https://hub.example/"/><a:link rel="self" href="/own.xml"/>
<item><title>The dam holds</title></item></channel></rss>"""


def test_what_a_feed_says_about_asking_is_carried() -> None:
    """Pace, hubs and its own address."""
    body = Body(content=_ASKING.encode(), media_type="", url=_SOURCE.url or "")
    reading = read_bodies((body,), _SOURCE, _SEEN)

    assert Pace(every=timedelta(minutes=90)) == reading.pace
    assert ("https://hub.example/",) == reading.hubs
    assert "https://post.example/own.xml" == reading.self_url


def test_a_file_of_an_inbox_says_nothing_about_asking() -> None:
    """A feed saved into a folder is nobody to subscribe to."""
    body = Body(content=_ASKING.encode(), media_type="", name="a.xml")
    reading = read_bodies((body,), _SOURCE, _SEEN)

    assert 1 == len(reading.stories)
    assert (Pace(), (), "") == (reading.pace, reading.hubs, reading.self_url)
