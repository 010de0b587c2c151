"""What passes the cleaning is fit for every format."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from feeds.model import Attribution, Feed, FeedItem, Media
from feeds.publish import render_feed
from feeds.publish.clean import clean_feed, clean_text, clean_url


@pytest.mark.case("P-08")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("a\x00b\x08c\x0bd\x1fe", "abcde"),
        ("a\ufffeb\uffffc", "abc"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("C1 \x85 and DEL \x7f", "C1  and DEL "),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("🚢 ÿ \ue000 \U0010fffd", "🚢 ÿ \ue000 \U0010fffd"),
    ],
)
def test_a_text_loses_only_what_xml_cannot_say(text: str, expected: str) -> None:
    """Forbidden characters go, everything else stays, lines end with a line feed."""
    assert expected == clean_text(text)


@pytest.mark.case("GHSA-44pq-9929-f8mq")
@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "/a",
        "http://[::1",
        "",
        None,
    ],
)
def test_a_link_that_is_not_safe_to_follow_is_no_link(url: str | None) -> None:
    """Only http and https come through."""
    assert clean_url(url) is None


def test_a_safe_link_stays_as_it_is() -> None:
    """A query, a fragment and an upper case scheme are left alone."""
    assert clean_url("HTTPS://a.example/?q=1&r=2#x") == "HTTPS://a.example/?q=1&r=2#x"


def test_a_title_is_never_blank(feed: Feed, item: FeedItem) -> None:
    """Without a title the summary speaks, then the link, then the id."""
    bare = replace(item, title=" \x00", url=None, summary="")
    items = (replace(item, title=""), replace(item, title="", summary=""), bare)

    cleaned = clean_feed(replace(feed, title="\x01", items=items))

    assert cleaned.title == "lake"
    assert [one.title for one in cleaned.items] == [item.summary, item.url, item.id]


def test_blank_words_and_unsafe_media_are_left_out(feed: Feed, item: FeedItem) -> None:
    """An author or category that says nothing, and media nobody can fetch, are not said."""
    media = (Media(url="file:///etc/passwd"), Media(url="https://a.example/1.jpg"))
    full = replace(item, authors=("", "Ida"), categories=("\x00", " ", "lake"), media=media)

    cleaned = clean_feed(replace(feed, items=(full,))).items[0]

    assert cleaned.authors == ("Ida",)
    assert cleaned.categories == ("lake",)
    assert cleaned.media == media[1:]


def test_times_are_in_whole_seconds(feed: Feed, item: FeedItem) -> None:
    """RSS has no fractions, so no format has them."""
    time = datetime(2026, 11, 23, 1, 2, 3, 456, tzinfo=UTC)
    source = Attribution(id="urn:x-a:b", title="", updated=time)
    full = replace(item, published=time, updated=time, attribution=source)

    cleaned = clean_feed(replace(feed, updated=time, items=(full,)))

    told = cleaned.items[0]
    assert told.attribution is not None
    assert {cleaned.updated, told.updated, told.published, told.attribution.updated} == {
        time.replace(microsecond=0)
    }
    assert told.attribution.title == "urn:x-a:b"


def test_languages_are_written_as_recommended_in_every_format(feed: Feed, item: FeedItem) -> None:
    """In the desk their tags are in small letters."""
    spoken = replace(feed, language="zh-hant-tw", items=(replace(item, language="en-gb"),))
    rss, atom, document = (one.content.decode() for one in render_feed(spoken))

    assert "<language>zh-Hant-TW</language>" in rss
    assert "<dc:language>en-GB</dc:language>" in rss
    assert ["zh-Hant-TW", "en-GB"] == re.findall(r'xml:lang="(.*?)"', atom)
    assert ["zh-Hant-TW", "en-GB"] == re.findall(r'"language": "(.*?)"', document)
