"""A feed as Atom."""

from dataclasses import replace

import feedparser
import pytest
from lxml import etree

from feeds.model import AlsoReported, Feed, FeedItem, Kind, Media, Tombstone
from feeds.publish.atom import render_atom
from feeds.publish.clean import clean_feed

_NAMES = {"a": "http://www.w3.org/2005/Atom"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _root(feed: Feed) -> etree._Element:
    """Return the feed as a strict parser reads it."""
    return etree.fromstring(render_atom(clean_feed(feed)).content)


def _entry(feed: Feed, item: FeedItem) -> etree._Element:
    """Return the entry of a feed that holds one item."""
    entry = _root(replace(feed, items=(item,))).find("a:entry", _NAMES)
    assert entry is not None
    return entry


def _links(element: etree._Element) -> list[dict[str, str]]:
    """Return the attributes of an element's links, in order."""
    return [dict(link.attrib) for link in element.findall("a:link", _NAMES)]


def test_a_feed_says_who_and_where_it_is(feed: Feed) -> None:
    """Id, time and language come from the feed; every format has its link."""
    root = _root(feed)

    assert root.findtext("a:id", namespaces=_NAMES) == feed.id
    assert root.findtext("a:updated", namespaces=_NAMES) == "2026-11-23T11:40:09+00:00"
    assert root.get(_LANG) == "en"
    assert [(one["rel"], one["href"]) for one in _links(root)] == [
        ("self", "https://desk.example/lake.atom"),
        ("alternate", "https://desk.example/lake.rss"),
        ("alternate", "https://desk.example/lake.json"),
        ("alternate", "https://desk.example/index.html#lake"),
    ]


@pytest.mark.case("GHSA-hp8h-jqfm-v7x5", "P-13")
def test_without_a_base_url_links_are_relative_and_no_page_is_named(feed: Feed) -> None:
    """RFC 4287 lets a link be relative to where the document was found."""
    links = _links(_root(replace(feed, base_url=None)))

    assert [one["href"] for one in links] == ["lake.atom", "lake.rss", "lake.json"]


def test_a_feed_always_has_an_author(feed: Feed) -> None:
    """RFC 4287, 4.1.1 demands one for entries without; it is the feed, not a person."""
    assert _root(feed).findtext("a:author/a:name", namespaces=_NAMES) == "Lake Country"


def test_links_of_an_entry_are_written_in_full(feed: Feed, item: FeedItem) -> None:
    """The library drops all but their addresses (feedgen 1.0.0)."""
    full = replace(
        item,
        also=(
            AlsoReported(headline="Back", source_title="Coast", url="https://coast.example/7"),
            AlsoReported(headline="On paper", source_title="Inbox"),
        ),
        media=(
            Media(url="https://a.example/1.mp3", type="audio/mpeg", bytes=9, title="Hear"),
            Media(url="https://a.example/2"),
        ),
    )

    assert _links(_entry(feed, full)) == [
        {"rel": "alternate", "href": "https://herald.example/heron"},
        {"rel": "related", "href": "https://coast.example/7", "title": "Back"},
        {
            "rel": "enclosure",
            "href": "https://a.example/1.mp3",
            "type": "audio/mpeg",
            "length": "9",
            "title": "Hear",
        },
        {"rel": "enclosure", "href": "https://a.example/2", "type": "application/octet-stream"},
    ]


def test_a_source_brings_id_title_time_author_and_link(feed: Feed, item: FeedItem) -> None:
    """Whoever reported it is credited, and is the author where no person is named."""
    source = _entry(feed, item).find("a:source", _NAMES)

    assert source is not None
    assert source.findtext("a:id", namespaces=_NAMES) == "https://herald.example/rss"
    assert source.findtext("a:title", namespaces=_NAMES) == "The Orsel Herald"
    assert source.findtext("a:updated", namespaces=_NAMES) == "2026-11-23T11:40:09+00:00"
    assert source.findtext("a:author/a:name", namespaces=_NAMES) == "The Orsel Herald"
    assert _links(source) == [{"rel": "self", "href": "https://herald.example/rss"}]


def test_a_source_known_by_its_page_links_to_the_page(feed: Feed, item: FeedItem) -> None:
    """Only an address that is the feed's id is called the feed itself."""
    assert item.attribution is not None
    page = replace(item.attribution, url="https://herald.example/")

    source = _entry(feed, replace(item, attribution=page)).find("a:source", _NAMES)

    assert source is not None
    assert _links(source) == [{"rel": "alternate", "href": "https://herald.example/"}]


def test_an_entry_without_page_and_text_has_its_title_as_content(
    feed: Feed, item: FeedItem
) -> None:
    """An entry must have a content or a page (RFC 4287, 4.1.2)."""
    entry = _entry(feed, replace(item, url=None, summary=""))

    assert entry.findtext("a:content", namespaces=_NAMES) == item.title
    assert _links(entry) == []


def test_an_undated_entry_has_only_its_time_of_change(feed: Feed, item: FeedItem) -> None:
    """What the publisher did not say is not said."""
    entry = _entry(feed, replace(item, published=None))

    assert entry.find("a:published", _NAMES) is None
    assert entry.findtext("a:updated", namespaces=_NAMES) == "2026-11-23T11:40:09+00:00"


def test_feedparser_reads_back_what_was_said(feed: Feed, item: FeedItem) -> None:
    """A reader gets the same words, ids, links, dates, authors and source, in the same order."""
    full = replace(
        item,
        authors=("Ida Vantongeren", "Ruo Lín"),
        categories=("ferries", "Quay & Sons"),
        content_html="<p>ORSEL — at <em>dawn</em> & on time.</p>",
    )
    second = replace(item, id="urn:uuid:1f9c2a44-3f52-5d0c-8a57-4a4f5d1c0002")

    read = feedparser.parse(render_atom(clean_feed(replace(feed, items=(full, second)))).content)

    assert not read.bozo
    assert [entry.id for entry in read.entries] == [full.id, second.id]
    assert "authors" not in read.entries[1]
    entry = read.entries[0]
    assert (entry.title, entry.link, entry.summary) == (item.title, item.url, item.summary)
    assert entry.authors == [{"name": "Ida Vantongeren"}, {"name": "Ruo Lín"}]
    assert [tag.term for tag in entry.tags] == ["ferries", "Quay & Sons"]
    assert entry.content[0].value == full.content_html
    assert entry.published_parsed[:6] == (2026, 11, 23, 9, 15, 0)
    assert entry.updated_parsed[:6] == (2026, 11, 23, 11, 40, 9)
    assert (entry.source.id, entry.source.title) == (
        "https://herald.example/rss",
        "The Orsel Herald",
    )
    assert entry.title_detail.language == "en"


def test_a_withdrawn_entry_is_a_tombstone_and_no_entry(feed: Feed, item: FeedItem) -> None:
    """As RFC 6721 says it; readers that do not know it find a feed that is valid Atom."""
    stone = Tombstone(id=item.id, when=item.updated, comment="The Herald withdrew it & <more>")
    root = etree.fromstring(render_atom(replace(feed, tombstones=(stone,))).content)
    (deleted,) = root.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")

    assert (item.id, "2026-11-23T11:40:09+00:00") == (deleted.get("ref"), deleted.get("when"))
    assert "The Herald withdrew it & <more>" == deleted[0].text
    assert [] == root.findall("{http://www.w3.org/2005/Atom}entry")


def test_the_kinds_of_an_edit_are_categories_of_a_scheme_of_their_own(
    feed: Feed, item: FeedItem
) -> None:
    """They are told apart from the publisher's categories."""
    edited = replace(item, categories=("figures",), kinds=(Kind.FIGURES,))
    (entry,) = feedparser.parse(render_atom(replace(feed, items=(edited,))).content).entries

    assert [("figures", None), ("figures", "urn:wiredesk:kind")] == [
        (tag.term, tag.scheme) for tag in entry.tags
    ]
