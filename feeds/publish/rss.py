"""A feed as RSS 2.0, with the modules that say what RSS alone cannot."""

import html
from typing import Any, final

from feedgen.feed import FeedGenerator
from lxml import etree

from feeds.model import GENERATOR, Attribution, Feed, FeedItem, Media, Rendition
from feeds.publish.formats import (
    ATOM,
    JSON,
    KIND_SCHEME,
    RSS,
    locate_feed,
    locate_page,
    name_file,
)
from feeds.publish.types import tell_type

_ATOM = "{http://www.w3.org/2005/Atom}"


@final
class _ChannelDetails:
    """What feedgen 1.0.0 cannot say about an RSS channel: where its other formats are."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        """Return no namespaces: feedgen declares Atom itself."""
        return {}

    def extend_rss(self, root: etree._Element) -> etree._Element:
        """Complete the channel."""
        channel = root[0]
        for form in (ATOM, JSON):
            href = locate_feed(self.feed, form)
            link = etree.SubElement(channel, f"{_ATOM}link", rel="alternate", href=href)
            link.set("type", form.media_type)
        built = channel.find("lastBuildDate")
        if built is not None and not self.feed.items:
            channel.remove(built)  # an empty feed has never changed
        return root


@final
class _ItemDetails:
    """What RSS has no element for: when an item was last changed."""

    item: FeedItem

    def extend_rss(self, element: etree._Element) -> etree._Element:
        """Complete the item."""
        etree.SubElement(element, f"{_ATOM}updated").text = self.item.updated.isoformat()
        return element


def render_rss(feed: Feed) -> Rendition:
    """Say a cleaned feed as RSS.

    RSS demands an absolute channel link. Where it is not known where the files are served, the
    channel links to the feed's own id: a URN is absolute, valid, and promises no page.
    """
    generator = FeedGenerator()
    generator.register_extension("details", _ChannelDetails, _ItemDetails, atom=False, rss=True)
    generator.load_extension("dc", atom=False)
    generator.details.feed = feed
    generator.title(feed.title)
    generator.description(feed.description or feed.title)
    generator.lastBuildDate(feed.updated)
    generator.generator(GENERATOR)
    generator.language(feed.language or None)
    generator.link(rel="self", href=locate_feed(feed, RSS), type=RSS.media_type)
    generator.link(rel="alternate", href=locate_page(feed) or feed.id)
    for item in feed.items:
        _add_item(generator, item)
    return Rendition(
        path=name_file(feed, RSS),
        media_type=RSS.media_type,
        content=generator.rss_str(pretty=True),
    )


def _add_item(generator: Any, item: FeedItem) -> None:
    """Add one item, after those before it."""
    entry = generator.add_entry(order="append")
    entry.details.item = item
    entry.guid(item.id, permalink=False)
    entry.title(item.title)
    entry.pubDate(item.published)
    entry.category([{"term": term} for term in item.categories])
    entry.category([{"term": kind.value, "scheme": KIND_SCHEME} for kind in item.kinds])
    entry.dc.dc_creator(list(item.authors))  # RSS's own author must be an e-mail address
    entry.dc.dc_language(item.language or None)
    if item.url:
        entry.link(href=item.url)
    _add_enclosure(entry, item.media)
    if item.attribution:
        _add_source(entry, item.attribution)
    _add_texts(entry, item)


def _add_texts(entry: Any, item: FeedItem) -> None:
    """Add what there is to read; without a summary the full text is the description.

    A description is markup, so the plain text of a summary is escaped once more.
    """
    if item.summary:
        entry.description(html.escape(item.summary, quote=False))
    if item.content_html:
        entry.content(item.content_html)


def _add_enclosure(entry: Any, media: tuple[Media, ...]) -> None:
    """Add the one enclosure an item may have: the first whose type, which it must state, is known.

    An unknown length is 0, as the RSS Board advises.
    """
    first = next((one for one in media if tell_type(one)), None)
    if first:
        entry.enclosure(first.url, first.bytes or 0, tell_type(first))


def _add_source(entry: Any, attribution: Attribution) -> None:
    """Say who reported it; the element needs an address, and a URN is one."""
    entry.source(url=attribution.url or attribution.id, title=attribution.title)
