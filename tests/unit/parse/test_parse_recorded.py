"""Recorded feeds of real publishers: every item once, with the title lxml reads."""

import gzip
from pathlib import Path

from lxml import etree

from feeds.model import Body, Document, Unreadable
from feeds.parse import parse_document
from feeds.text.embedded import drop_embedded


def read_recorded(path: Path) -> tuple[bytes, Document | Unreadable]:
    """Return a recorded answer and what is read from it."""
    content = gzip.decompress(path.read_bytes())
    return content, parse_document(Body(content=content, media_type="text/xml"))


def list_titles(content: bytes) -> list[str]:
    """Return the titles of all items and entries as lxml reads them."""
    tree = etree.fromstring(content, etree.XMLParser(recover=True, resolve_entities=False))
    items = tree.xpath('//*[local-name()="item" or local-name()="entry"]')
    assert isinstance(items, list)
    return [str(item.xpath('string(*[local-name()="title"])')).strip() for item in items]


def test_recorded_days_are_read_whole(shared: Path) -> None:
    """Each feed of a day gives all its items in order; an error page gives none."""
    paths = sorted((shared / "feeds" / "days").rglob("*.xml.gz"))
    assert len(paths) >= 19
    for path in paths:
        content, document = read_recorded(path)
        if path.name.startswith("latimes"):
            assert isinstance(document, Unreadable)
            assert document.kind == "not a feed"
            continue
        assert isinstance(document, Document), path.name
        titles = [entry.title.value if entry.title else "" for entry in document.entries]
        assert titles == list_titles(content), path.name
        assert document.problems == (), path.name


def test_recorded_series_are_read_whole(shared: Path) -> None:
    """A sample of each series gives all items, none twice, each with a date and an address."""
    for folder in sorted((shared / "feeds" / "series").iterdir()):
        for path in sorted(folder.glob("*.xml.gz"))[::60]:
            content, document = read_recorded(path)
            assert isinstance(document, Document), path
            titles = [entry.title.value if entry.title else "" for entry in document.entries]
            assert titles == list_titles(content), path
            assert len({entry.guid for entry in document.entries}) == len(document.entries)
            assert all(entry.published and entry.published.parsed for entry in document.entries)
            assert all(entry.links for entry in document.entries)


def test_story_pasted_from_a_news_site_goes_through_whole(shared: Path) -> None:
    """The text somebody copied from a site arrives as one entry, letter for letter."""
    content = (shared / "seed-story.txt").read_bytes()
    document = parse_document(Body(content=content, media_type="", name="seed-story.txt"))
    assert isinstance(document, Document)
    (entry,) = document.entries
    assert [text.value for text in entry.texts] == [content.decode().replace("\r\n", "\n")]


def test_recorded_pages_are_read_whole(shared: Path) -> None:
    """Each saved page gives one entry with a headline and the whole page, but for drawings."""
    for path in sorted((shared / "labelled" / "pages").glob("*.html.gz")):
        content = gzip.decompress(path.read_bytes())
        document = parse_document(Body(content=content, media_type="", name=path.name))
        assert isinstance(document, Document), path.name
        (entry,) = document.entries
        assert entry.title, path.name
        assert entry.texts[-1].role == "page"
        whole = drop_embedded(content.decode("utf-8", "replace"))
        assert entry.texts[-1].value.count("<") == whole.count("<")
