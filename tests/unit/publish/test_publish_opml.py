"""The list of all feeds."""

from dataclasses import replace

from lxml import etree

from feeds.model import Feed, Settings
from feeds.publish import render_opml


def _root(*feeds: Feed) -> etree._Element:
    """Return the list as a strict parser reads it."""
    return etree.fromstring(render_opml(feeds, Settings(title="Orsel & Desk")).content)


def test_every_topic_is_an_outline(feed: Feed) -> None:
    """Readers import the address, the page, the title and what it is about."""
    outlines = _root(replace(feed, description="Ferries & floods.")).findall("body/outline")

    assert [dict(one.attrib) for one in outlines] == [
        {
            "type": "rss",
            "text": "Lake Country",
            "title": "Lake Country",
            "xmlUrl": "https://desk.example/lake.rss",
            "htmlUrl": "https://desk.example/index.html#lake",
            "description": "Ferries & floods.",
            "language": "en",
        }
    ]


def test_without_a_base_url_the_address_is_the_file_beside_it(feed: Feed) -> None:
    """No page is named, for it would have to be absolute."""
    outline = _root(replace(feed, base_url=None)).find("body/outline")

    assert outline is not None
    assert outline.get("xmlUrl") == "lake.rss"
    assert outline.get("htmlUrl") is None


def test_its_date_is_that_of_the_newest_item(feed: Feed) -> None:
    """An empty feed has no say in it."""
    root = _root(feed, replace(feed, items=(), updated=feed.updated.replace(year=2030)))

    assert root.findtext("head/title") == "Orsel & Desk"
    assert root.findtext("head/dateModified") == "Mon, 23 Nov 2026 11:40:09 +0000"


def test_without_items_there_is_no_date(feed: Feed) -> None:
    """Nothing changed, so nothing is claimed."""
    assert _root(replace(feed, items=())).find("head/dateModified") is None
