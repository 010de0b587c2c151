"""All feeds as a list that readers can import (OPML 2.0, http://opml.org/spec2.opml)."""

from collections.abc import Sequence
from dataclasses import replace
from email.utils import format_datetime

from lxml import etree

from feeds.model import Feed, Rendition, Settings
from feeds.publish.clean import clean_feed, clean_text
from feeds.publish.formats import OPML_PATH, RSS, locate_feed, locate_page


def render_opml(feeds: Sequence[Feed], settings: Settings) -> Rendition:
    """Say the list of feeds as OPML.

    Args:
        feeds: In the order they are listed.
        settings: For the desk's name.

    Returns:
        ``feeds.opml``. Without a base URL the addresses are file names beside it, and no page is
        named. Its date is that of the newest item, never now.
    """
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = clean_text(settings.title)
    told = [feed.updated for feed in feeds if feed.items]
    if told:
        etree.SubElement(head, "dateModified").text = format_datetime(max(told))
    body = etree.SubElement(root, "body")
    for feed in feeds:
        _add_outline(body, clean_feed(replace(feed, items=())))
    content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return Rendition(path=OPML_PATH, media_type="text/x-opml", content=content)


def _add_outline(body: etree._Element, feed: Feed) -> None:
    """List one feed."""
    outline = etree.SubElement(body, "outline", type="rss", text=feed.title, title=feed.title)
    outline.set("xmlUrl", locate_feed(feed, RSS))
    page = locate_page(feed)
    if page:
        outline.set("htmlUrl", page)
    if feed.description:
        outline.set("description", feed.description)
    if feed.language:
        outline.set("language", feed.language)
