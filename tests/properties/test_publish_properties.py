"""Whatever the words are, every rendition can be read, and reads the same."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from feeds.model import AlsoReported, Attribution, Feed, FeedItem, Media, Rendition, Settings
from feeds.publish import render_feed, render_index, render_opml
from feeds.publish.clean import clean_feed

_NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
# All of Unicode: lone surrogates, controls and noncharacters too; and what breaks markup.
_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.text(st.sampled_from("a ]>[<&\"'\x00\ufffe\ud800\r\n;amp")),
)
_TIMES = st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001 - the zone is given below
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001 - the zone is given below
    timezones=st.just(UTC),
)
_URLS = st.one_of(st.none(), _TEXT, _TEXT.map("https://a.example/".__add__))
_MEDIA = st.builds(Media, url=_URLS.map(str), type=_TEXT, title=_TEXT)
_ITEMS = st.builds(
    FeedItem,
    id=st.uuids().map("urn:uuid:{}".format),
    title=_TEXT,
    url=_URLS,
    summary=_TEXT,
    content_html=_TEXT,
    authors=st.lists(_TEXT, max_size=2).map(tuple),
    published=st.one_of(st.none(), _TIMES),
    updated=_TIMES,
    language=st.sampled_from([None, "en", "ar"]),
    categories=st.lists(_TEXT, max_size=2).map(tuple),
    media=st.lists(_MEDIA, max_size=2).map(tuple),
    attribution=st.one_of(
        st.none(), st.builds(Attribution, id=st.just("urn:x-a:b"), title=_TEXT, url=_URLS)
    ),
    also=st.lists(
        st.builds(AlsoReported, headline=_TEXT, source_title=_TEXT, url=_URLS), max_size=2
    ).map(tuple),
    possible=st.lists(
        st.builds(AlsoReported, headline=_TEXT, source_title=_TEXT, url=_URLS), max_size=2
    ).map(tuple),
)
_FEEDS = st.builds(
    Feed,
    slug=st.just("lake"),
    topic=st.just("lake"),
    id=st.just("urn:uuid:7d0d0c6e-6a0c-5b1e-9a55-0c1f0f3f7a01"),
    title=_TEXT,
    description=_TEXT,
    base_url=st.sampled_from([None, "https://desk.example/"]),
    language=st.sampled_from([None, "en"]),
    updated=_TIMES,
    items=st.lists(_ITEMS, max_size=3).map(tuple),
)


def _render(feed: Feed) -> tuple[etree._Element, etree._Element, dict]:
    """Return RSS and Atom read by a strict parser, and the JSON document."""
    rss, atom, jsonfeed = render_feed(feed)
    return (
        etree.fromstring(rss.content),
        etree.fromstring(atom.content),
        json.loads(jsonfeed.content),
    )


def _as_feedparser(text: str) -> str:
    """Return what feedparser makes of a text: trimmed, and UTF-8 read as Latin-1 put right."""
    try:
        return text.strip().encode("latin-1").decode()
    except UnicodeError:
        return text.strip()


@pytest.mark.case("P-08")
@given(_FEEDS)
def test_every_word_survives_in_every_format(feed: Feed) -> None:
    """Strict parsers read back the clean words, in order, from RSS, Atom and JSON Feed."""
    clean = clean_feed(feed)
    rss, atom, document = _render(feed)

    titles = [item.title for item in clean.items]
    assert rss.findtext("channel/title") == document["title"] == clean.title
    assert [one.text for one in rss.findall("channel/item/title")] == titles
    assert [one.text for one in atom.findall("a:entry/a:title", _NAMES)] == titles
    assert [one["title"] for one in document["items"]] == titles
    authors = [name for item in clean.items for name in item.authors]
    assert [one.text for one in rss.findall("channel/item/dc:creator", _NAMES)] == authors
    assert [one.text for one in atom.findall("a:entry/a:author/a:name", _NAMES)] == authors
    tags = [tag for item in clean.items for tag in item.categories]
    assert [one.text for one in rss.findall("channel/item/category")] == tags
    assert [one.get("term") for one in atom.findall("a:entry/a:category", _NAMES)] == tags


@pytest.mark.case("P-08")
@given(_ITEMS)
def test_the_full_text_survives_in_every_format(item: FeedItem) -> None:
    """Markup is carried, never interpreted."""
    feed = Feed(
        slug="lake", topic="lake", id="urn:x-a:c", title="Lake", updated=item.updated, items=(item,)
    )
    clean = clean_feed(feed).items[0]
    rss, atom, document = _render(feed)

    if not clean.content_html:
        return
    tag = "content:encoded" if clean.summary else "description"
    assert rss.findtext(f"channel/item/{tag}", namespaces=_NAMES) == clean.content_html
    assert atom.findtext("a:entry/a:content", namespaces=_NAMES) == clean.content_html
    assert document["items"][0]["content_html"] == clean.content_html


@pytest.mark.case("P-08")
@given(_FEEDS)
def test_a_reader_gets_the_same_words(feed: Feed) -> None:
    """The reference reader gets the same ids and titles, and the times to the second."""
    clean = clean_feed(feed)
    atom = feedparser.parse(render_feed(feed)[1].content)

    assert not atom.bozo
    assert [entry.id for entry in atom.entries] == [item.id for item in clean.items]
    assert [entry.title for entry in atom.entries] == [
        _as_feedparser(item.title) for item in clean.items
    ]
    for entry, item in zip(atom.entries, clean.items, strict=True):
        assert entry.updated == item.updated.isoformat()
        assert entry.get("published") == (item.published.isoformat() if item.published else None)


@pytest.mark.case("P-21")
@given(_FEEDS)
def test_the_page_and_the_list_hold_the_words_and_no_active_element(feed: Feed) -> None:
    """The page has only the elements it was written with."""
    desk = Settings(title=feed.title)
    clean = clean_feed(feed)
    page = html.document_fromstring(render_index([feed], desk).content)
    outline = etree.fromstring(render_opml([feed], desk).content).find("body/outline")

    assert outline is not None
    assert outline.get("title") == clean.title
    assert page.xpath("//h2")[0].text == clean.title
    stories = page.xpath("//ul[@class='stories']/li")
    places = "./span[@dir] | ./a/span[@dir] | ./details/summary/span[@dir]"
    headlines = [story.xpath(places)[0].text for story in stories]
    assert headlines == [item.title for item in clean.items]
    known = {"html", "head", "meta", "title", "link", "style", "body", "header", "h1", "nav"}
    known |= {"ul", "li", "a", "p", "main", "section", "h2", "span", "time", "details", "summary"}
    assert {element.tag for element in page.iter()} <= known


@pytest.mark.case("P-06", "P-07")
@given(_FEEDS)
def test_rendering_is_a_function_of_the_feed(feed: Feed) -> None:
    """Twice the same feed is twice the same bytes; another order is another feed."""
    first: tuple[Rendition, ...] = render_feed(feed)

    assert first == render_feed(replace(feed))
    assert first == render_feed(clean_feed(feed))
