"""A feed as Atom 1.0 (RFC 4287)."""

from typing import Any, final

from feedgen.feed import FeedGenerator
from lxml import etree

from feeds.model import GENERATOR, Attribution, Feed, FeedItem, Rendition
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

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


@final
class _FeedDetails:
    """What feedgen 1.0.0 cannot say about an Atom feed: which of its entries are no more."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        """Return the namespace of tombstones, where there are any."""
        return {"at": _TOMBSTONES} if self.feed.tombstones else {}

    def extend_atom(self, root: etree._Element) -> etree._Element:
        """Write the tombstones (RFC 6721, 3)."""
        for stone in self.feed.tombstones:
            when = stone.when.isoformat()
            name = f"{{{_TOMBSTONES}}}deleted-entry"
            deleted = etree.SubElement(root, name, ref=stone.id, when=when)
            etree.SubElement(deleted, f"{{{_TOMBSTONES}}}comment").text = stone.comment
        return root


@final
class _EntryDetails:
    """What feedgen 1.0.0 cannot say about an Atom entry: its language, links and source.

    feedgen makes one for each entry and calls ``extend_atom`` when the entry is written; the
    item is set in between.
    """

    item: FeedItem

    def extend_atom(self, entry: etree._Element) -> etree._Element:
        """Complete the entry; feedgen's elements carry no namespace, so neither do ours."""
        if self.item.language:
            entry.set(_LANG, self.item.language)
        _write_links(entry, self.item)
        if self.item.attribution:
            _write_source(entry, self.item, self.item.attribution)
        return entry


def render_atom(feed: Feed) -> Rendition:
    """Say a cleaned feed as Atom; where its place is not known its links are relative.

    An item that a tombstone stands for is not an entry as well: a reader that knows tombstones
    would have to choose (RFC 6721, 3).

    The feed's author is the feed itself: it holds only for entries that name neither an author
    nor a source, since a source brings its own (RFC 4287, 4.2.1).
    """
    generator = FeedGenerator()
    generator.register_extension("details", _FeedDetails, _EntryDetails, atom=True, rss=False)
    generator.details.feed = feed
    generator.id(feed.id)
    generator.title(feed.title)
    generator.subtitle(feed.description or None)
    generator.updated(feed.updated)
    generator.author(name=feed.title)
    generator.generator(GENERATOR)
    generator.language(feed.language or None)
    generator.link(_list_links(feed))
    buried = {stone.id for stone in feed.tombstones}
    for item in feed.items:
        if item.id not in buried:
            _add_entry(generator, item)
    return Rendition(
        path=name_file(feed, ATOM),
        media_type=ATOM.media_type,
        content=generator.atom_str(pretty=True),
    )


def _list_links(feed: Feed) -> list[dict[str, str]]:
    """Return the feed's links as feedgen takes them, itself first."""
    links = [{"rel": "self", "href": locate_feed(feed, ATOM), "type": ATOM.media_type}]
    links += [
        {"rel": "alternate", "href": locate_feed(feed, form), "type": form.media_type}
        for form in (RSS, JSON)
    ]
    page = locate_page(feed)
    if page:
        links.append({"rel": "alternate", "href": page, "type": "text/html"})
    return links


def _add_entry(generator: Any, item: FeedItem) -> None:
    """Add one item as an entry, after those before it."""
    entry = generator.add_entry(order="append")
    entry.details.item = item
    entry.id(item.id)
    entry.title(item.title)
    entry.updated(item.updated)
    entry.published(item.published)
    entry.author([{"name": name} for name in item.authors])
    entry.category([{"term": term} for term in item.categories])
    entry.category([{"term": kind.value, "scheme": KIND_SCHEME} for kind in item.kinds])
    _add_texts(entry, item)


def _add_texts(entry: Any, item: FeedItem) -> None:
    """Give the entry a content or a link to its page: it must have one (RFC 4287, 4.1.2)."""
    if item.url:
        entry.link(href=item.url)
    if item.summary:
        entry.summary(item.summary)
    if item.content_html:
        entry.content(item.content_html, type="html")
    elif not item.url:
        entry.content(item.summary or item.title)


def _write_links(entry: etree._Element, item: FeedItem) -> None:
    """Write every link in full: feedgen 1.0.0 drops all but the address of an entry's links."""
    for bare in entry.findall("link"):
        entry.remove(bare)
    if item.url:
        etree.SubElement(entry, "link", rel="alternate", href=item.url)
    for also in item.also:
        if also.url:
            link = etree.SubElement(entry, "link", rel="related", href=also.url)
            _set(link, title=also.headline)
    for media in item.media:
        link = etree.SubElement(entry, "link", rel="enclosure", href=media.url)
        length = "" if media.bytes is None else str(media.bytes)
        _set(link, type=tell_type(media), length=length, title=media.title)


def _set(element: etree._Element, **values: str) -> None:
    """Set the attributes that say something."""
    for name, value in values.items():
        if value.strip():
            element.set(name, value)


def _write_source(entry: etree._Element, item: FeedItem, attribution: Attribution) -> None:
    """Say who reported it (RFC 4287, 4.2.11); the publication is the author where none is named."""
    source = etree.SubElement(entry, "source")
    etree.SubElement(source, "id").text = attribution.id
    etree.SubElement(source, "title").text = attribution.title
    updated = attribution.updated or item.updated
    etree.SubElement(source, "updated").text = updated.isoformat()
    author = etree.SubElement(source, "author")
    etree.SubElement(author, "name").text = attribution.title
    if attribution.url:
        rel = "self" if attribution.url == attribution.id else "alternate"
        etree.SubElement(source, "link", rel=rel, href=attribution.url)
