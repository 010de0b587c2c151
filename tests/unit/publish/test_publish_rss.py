"""A feed as RSS."""

from dataclasses import replace

import feedparser
import pytest
from lxml import etree

from feeds.model import Feed, FeedItem, Kind, Media
from feeds.publish.clean import clean_feed
from feeds.publish.rss import render_rss

_NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def _channel(feed: Feed) -> etree._Element:
    """Return the channel as a strict parser reads it."""
    return etree.fromstring(render_rss(clean_feed(feed)).content)[0]


def _texts(element: etree._Element, path: str) -> list[str | None]:
    """Return the texts of all elements at a path."""
    return [found.text for found in element.findall(path, _NAMES)]


def test_a_channel_says_where_it_is_and_when_it_changed(feed: Feed) -> None:
    """Link, self link and build date come from the feed; the other formats are named."""
    channel = _channel(feed)

    assert channel.findtext("link") == "https://desk.example/index.html#lake"
    assert channel.findtext("lastBuildDate") == "Mon, 23 Nov 2026 11:40:09 +0000"
    assert channel.findtext("generator") == "Wiredesk"
    assert [(one.get("rel"), one.get("href")) for one in channel.findall("atom:link", _NAMES)] == [
        ("self", "https://desk.example/lake.rss"),
        ("alternate", "https://desk.example/lake.atom"),
        ("alternate", "https://desk.example/lake.json"),
    ]


@pytest.mark.case("GHSA-hp8h-jqfm-v7x5", "P-13")
def test_without_a_base_url_the_channel_links_to_its_own_id(feed: Feed) -> None:
    """The link must be absolute, and no page is invented."""
    channel = _channel(replace(feed, base_url=None))

    assert channel.findtext("link") == feed.id
    assert channel.find("atom:link", _NAMES).get("href") == "lake.rss"  # type: ignore[union-attr]


def test_a_channel_without_description_repeats_its_title(feed: Feed) -> None:
    """RSS demands a description."""
    assert _channel(feed).findtext("description") == "Lake Country"


@pytest.mark.case("P-05")
def test_an_empty_channel_has_no_build_date(feed: Feed) -> None:
    """A feed that never had an item never changed."""
    channel = _channel(replace(feed, items=()))

    assert channel.find("lastBuildDate") is None
    assert channel.find("item") is None


def test_an_id_is_no_permalink(feed: Feed, item: FeedItem) -> None:
    """The guid is the item's id as given, and readers are told not to open it."""
    guid = _channel(feed).find("item/guid")

    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == (item.id, "false")


def test_authors_are_dublin_core_creators(feed: Feed, item: FeedItem) -> None:
    """Names without an e-mail address do not fit RSS's own author."""
    channel = _channel(replace(feed, items=(replace(item, authors=("Ida", "Ruo Lín")),)))

    assert _texts(channel, "item/dc:creator") == ["Ida", "Ruo Lín"]
    assert channel.find("item/author") is None


def test_an_undated_item_has_no_date_of_publication(feed: Feed, item: FeedItem) -> None:
    """What the publisher did not say is not said; when it was last changed is."""
    channel = _channel(replace(feed, items=(replace(item, published=None),)))

    assert channel.find("item/pubDate") is None
    assert _texts(channel, "item/atom:updated") == ["2026-11-23T11:40:09+00:00"]


def test_a_summary_is_the_description_and_the_full_text_is_beside_it(
    feed: Feed, item: FeedItem
) -> None:
    """Both are markup in RSS, so the plain summary is escaped."""
    full = replace(item, summary="Quay & Sons: 3 < 4", content_html="<p>Dawn ]]> left.</p>")

    channel = _channel(replace(feed, items=(full,)))

    assert channel.findtext("item/description") == "Quay &amp; Sons: 3 &lt; 4"
    assert _texts(channel, "item/content:encoded") == ["<p>Dawn ]]> left.</p>"]


def test_without_a_summary_the_full_text_is_the_description(feed: Feed, item: FeedItem) -> None:
    """Readers that know no content:encoded have something to show."""
    channel = _channel(replace(feed, items=(replace(item, summary="", content_html="<p>A</p>"),)))

    assert channel.findtext("item/description") == "<p>A</p>"
    assert channel.find("item/content:encoded", _NAMES) is None


@pytest.mark.parametrize(
    ("medium", "told"),
    [
        (Media(url="https://a.example/1"), "application/octet-stream"),
        (Media(url="https://a.example/1.JPG?w=9", medium="image"), "image/jpeg"),
        (Media(url="https://a.example/1.jpg", type="image/webp", medium="image"), "image/webp"),
    ],
)
def test_the_first_medium_is_the_enclosure(
    feed: Feed, item: FeedItem, medium: Media, told: str
) -> None:
    """RSS has one; an unknown length is 0, and a type that is not stated is that of the ending."""
    media = (medium, Media(url="https://a.example/2", type="image/png"))

    enclosures = _channel(replace(feed, items=(replace(item, media=media),))).findall(
        "item/enclosure"
    )

    assert [dict(one.attrib) for one in enclosures] == [
        {"url": medium.url, "length": "0", "type": told}
    ]


def test_a_picture_of_unknown_type_is_no_enclosure(feed: Feed, item: FeedItem) -> None:
    """RSS demands a type; what comes next and has one takes its place."""
    picture = Media(url="https://a.example/1", medium="image")
    horn = Media(url="https://a.example/2.mp3", medium="audio")
    without, behind = (
        _channel(replace(feed, items=(replace(item, media=media),))).find("item/enclosure")
        for media in ((picture,), (picture, horn))
    )

    assert without is None
    assert behind is not None
    assert ("https://a.example/2.mp3", "audio/mpeg") == (behind.get("url"), behind.get("type"))


def test_an_item_without_page_or_source_is_still_an_item(feed: Feed, item: FeedItem) -> None:
    """Nothing is put in the place of what is missing."""
    bare = replace(item, url=None, attribution=None, summary="", language=None)

    element = _channel(replace(feed, items=(bare,))).find("item")

    assert element is not None
    assert [child.tag for child in element] == [
        "title",
        "guid",
        "pubDate",
        "{http://www.w3.org/2005/Atom}updated",
    ]


def test_a_source_without_address_is_named_by_its_id(feed: Feed, item: FeedItem) -> None:
    """RSS demands an address, and a URN is one."""
    assert item.attribution is not None
    inbox = replace(item.attribution, id="urn:x-desk:inbox", title="inbox", url=None)

    source = _channel(replace(feed, items=(replace(item, attribution=inbox),))).find("item/source")

    assert source is not None
    assert (source.text, source.get("url")) == ("inbox", "urn:x-desk:inbox")


def test_feedparser_reads_back_what_was_said(feed: Feed, item: FeedItem) -> None:
    """A reader gets the same words, ids, links, dates, authors and source, in the same order."""
    other = replace(item, id="urn:uuid:1f9c2a44-3f52-5d0c-8a57-4a4f5d1c0002", authors=("Ida",))

    read = feedparser.parse(render_rss(clean_feed(replace(feed, items=(item, other)))).content)

    assert not read.bozo
    assert [entry.id for entry in read.entries] == [item.id, other.id]
    assert read.entries[1].authors == [{"name": "Ida"}]
    entry = read.entries[0]
    assert (entry.title, entry.link, entry.summary) == (item.title, item.url, item.summary)
    assert entry.published_parsed[:6] == (2026, 11, 23, 9, 15, 0)
    assert entry.updated_parsed[:6] == (2026, 11, 23, 11, 40, 9)
    assert entry.source == {"title": "The Orsel Herald", "href": "https://herald.example/rss"}
    assert (read.feed.title, read.feed.language, entry.language) == ("Lake Country", "en", "en")


def test_the_kinds_of_an_edit_are_categories_of_a_domain_of_their_own(
    feed: Feed, item: FeedItem
) -> None:
    """They are told apart from the publisher's categories."""
    edited = replace(item, categories=("figures",), kinds=(Kind.FIGURES,))
    root = etree.fromstring(render_rss(replace(feed, items=(edited,))).content)

    assert [(None, "figures"), ("urn:wiredesk:kind", "figures")] == [
        (element.get("domain"), element.text) for element in root.iter("category")
    ]
