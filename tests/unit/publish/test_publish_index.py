"""The page for people."""

import base64
import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from lxml import html

from feeds.model import AlsoReported, Feed, FeedItem, Settings
from feeds.publish import PAGE_POLICY, render_index

_HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}</title></style>"


def _page(*feeds: Feed) -> html.HtmlElement:
    """Return the page as a browser would read it."""
    settings = Settings(title="Orsel Desk", language="de")
    return html.document_fromstring(render_index(feeds, settings).content)


def test_every_topic_is_shown_with_its_three_links(feed: Feed) -> None:
    """The links are relative, so that the folder works wherever it lies."""
    page = _page(feed, replace(feed, slug="hills", title="Hills"))

    assert [one.text for one in page.iterfind(".//h2")] == ["Lake Country", "Hills"]
    assert page.xpath("//section[@id='hills']/ul[@class='formats']//a/@href") == [
        "hills.rss",
        "hills.atom",
        "hills.json",
    ]
    assert page.xpath("//nav//a/@href") == ["#lake", "#hills"]


def test_readers_can_discover_every_feed(feed: Feed) -> None:
    """Each format of each topic is an alternate of the page."""
    links = _page(feed).xpath("//head/link[@rel='alternate']")

    assert [(one.get("type"), one.get("href"), one.get("title")) for one in links] == [
        ("application/rss+xml", "lake.rss", "Lake Country (RSS)"),
        ("application/atom+xml", "lake.atom", "Lake Country (Atom)"),
        ("application/feed+json", "lake.json", "Lake Country (JSON Feed)"),
    ]


def test_only_the_newest_headlines_are_shown_in_order(feed: Feed, item: FeedItem) -> None:
    """Ten are enough for a page; the feeds hold them all."""
    items = tuple(replace(item, title=f"Headline {number}") for number in range(12))

    stories = _page(replace(feed, items=items)).xpath("//ul[@class='stories']/li/a")

    assert [one.text_content() for one in stories] == [f"Headline {n}" for n in range(10)]


def test_a_story_says_who_told_it_and_when(feed: Feed, item: FeedItem) -> None:
    """Each source is named once; the time is the publisher's."""
    also = tuple(
        AlsoReported(headline="x", source_title=name)
        for name in ("Coast", "The Orsel Herald", "Coast")
    )

    told = replace(item, also=also, updated=item.published or item.updated)
    story = _page(replace(feed, items=(told,))).xpath("//main//li[span]")[0]

    assert story.text_content() == (
        "Ferry Heron runs again The Orsel Herald, Coast · 2026-11-23 09:15 UTC"
    )
    assert story.xpath(".//time/@datetime") == ["2026-11-23T09:15:00+00:00"]


def test_an_entry_that_changed_says_when_as_its_feeds_do(feed: Feed, item: FeedItem) -> None:
    """It may have begun long before the report that leads; an unchanged one has one time."""
    later = item.updated + timedelta(hours=30)
    began = replace(item, title="Flood", published=item.updated, updated=later)
    same = replace(item, title="Fair", published=item.updated + timedelta(seconds=9))
    page = _page(replace(feed, items=(began, same)))
    flood, fair = page.xpath("//ul[@class='stories']/li")

    assert flood.xpath(".//time/@datetime") == [item.updated.isoformat(), later.isoformat()]
    assert flood.xpath(".//*[@lang='en']/text()")[-1] == "last change "
    assert len(fair.xpath(".//time")) == 1
    assert "last change" not in fair.text_content()


def test_an_undated_story_says_only_when_it_last_changed(feed: Feed, item: FeedItem) -> None:
    """What the publisher did not say is not said."""
    bare = replace(item, published=None, attribution=None, url=None)
    (story,) = _page(replace(feed, items=(bare,))).xpath("//li//span[@class='faint']")

    assert story.xpath(".//time/@datetime") == [item.updated.isoformat()]
    assert story.text_content().startswith("last change ")


def test_a_story_without_a_page_opens_its_text(feed: Feed, item: FeedItem) -> None:
    """As words only; one that has a page is read there, and one without words has no more."""
    content = (
        "<p>The dam <b>holds</b>.</p><ul><li>A &lt;b&gt;</li></ul><img src='https://a.example/'>"
    )
    pasted = replace(item, url=None, summary="", content_html=content)
    bare = replace(pasted, content_html="")
    page = _page(replace(feed, items=(pasted, replace(pasted, url="https://a.example/1"), bare)))
    (details,) = page.xpath("//li/details")

    assert item.title in details.xpath("summary")[0].text_content()
    assert ["The dam holds.", "A <b>"] == [one.text for one in details.xpath("p")]
    assert page.xpath("//details//b | //img") == []
    assert len(page.xpath("//ul[@class='stories']/li")) == 3


def test_the_page_says_by_what_entries_are_ordered(feed: Feed) -> None:
    """The dates that are shown do not fall in that order where another report leads."""
    assert "by when the report that leads" in _page(feed).xpath("//header/p")[0].text_content()


def test_an_empty_topic_says_so(feed: Feed) -> None:
    """No time is shown for what never changed."""
    page = _page(replace(feed, items=()))

    assert "Nothing yet." in page.text_content()
    assert page.xpath("//time") == []


def test_languages_are_marked_where_they_change(feed: Feed, item: FeedItem) -> None:
    """A screen reader needs to know how to speak each part."""
    page = _page(replace(feed, items=(replace(item, language="ar"),)))

    assert page.get("lang") == "de"
    assert page.xpath("//section/@lang") == ["en"]
    assert page.xpath("//ul[@class='stories']//a/span/@lang") == ["ar"]


@pytest.mark.case("C-22", "P-21", "netbox-18379", "CVE-2018-19782", "CVE-2025-52558")
def test_hostile_words_stay_words(feed: Feed, item: FeedItem) -> None:
    """Whatever a publisher writes, no element and no attribute comes of it."""
    also = (AlsoReported(headline=_HOSTILE, source_title=_HOSTILE),)
    bad = replace(item, title=_HOSTILE, url=f"https://a.example/{_HOSTILE}", also=also)
    script = replace(item, url="javascript:alert(1)")

    page = _page(replace(feed, title=_HOSTILE, description=_HOSTILE, items=(bad, script)))

    assert page.xpath("//script | //img | //@onerror | //*[@style]") == []
    assert page.xpath("//h2")[0].text == _HOSTILE
    assert not [href for href in page.xpath("//@href") if href.startswith("javascript")]


@pytest.mark.case("P-21", "GHSA-4j9m-cxq4-9c36")
def test_the_policy_allows_the_page_its_own_style_and_nothing_else(feed: Feed) -> None:
    """The style is allowed by its hash, so an injected one would not be."""
    page = _page(feed)
    style = page.xpath("//style")[0].text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert page.xpath("//meta[@http-equiv]/@content") == [PAGE_POLICY]
    assert f"'sha256-{digest}'" in PAGE_POLICY
    assert PAGE_POLICY.startswith("default-src 'none'")
    assert "unsafe" not in PAGE_POLICY


def test_a_desk_without_topics_has_a_page() -> None:
    """A fresh installation shows its name."""
    assert _page().findtext(".//h1") == "Orsel Desk"
