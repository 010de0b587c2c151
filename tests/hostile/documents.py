"""Small feeds about an invented valley, to be bent by the cases."""

import json
from collections.abc import Iterable
from xml.sax.saxutils import escape

PLACES = ("Marren", "Aubeval", "Sottendal", "Querin", "Hollmuth", "Tressow", "Vellbrück", "Ondra")
MIB = 1024 * 1024


def rss(items: Iterable[str], *, attributes: str = "", inside: str = "", before: str = "") -> bytes:
    """Return an RSS document.

    Args:
        items: The items.
        attributes: Of the root element.
        inside: What stands in the channel before the items.
        before: What stands between the XML declaration and the root.
    """
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{before}<rss version="2.0"{attributes}>'
        "<channel><title>The Valley Post</title><link>https://post.example/</link>"
        f"<description>News of the valley</description>{inside}{''.join(items)}</channel></rss>"
    ).encode("utf-8", "surrogatepass")


def item(name: str = "dam", *, title: str | None = None, more: str = "", **fields: str) -> str:
    """Return an item; a field given empty is left out, and none is escaped.

    Args:
        name: Makes guid, link and words its own.
        title: XML of the title.
        more: Further elements.
        fields: XML of ``guid``, ``link``, ``description``, ``pubDate`` …
    """
    place = PLACES[sum(name.encode()) % len(PLACES)]
    values = {
        "title": f"The {name} of {place} holds" if title is None else title,
        "link": f"https://post.example/{name}",
        "guid": f"post-{name}",
        "description": f"Engineers in {place} said the {name} would hold through the night.",
        "pubDate": "Mon, 23 Nov 2026 10:00:00 +0000",
    } | fields
    words = "".join(f"<{key}>{value}</{key}>" for key, value in values.items() if value)
    return f"<item>{words}{more}</item>"


GOOD = (item("dam"), item("mill"))


def among(*items: str, attributes: str = "", inside: str = "") -> bytes:
    """Return a document with these items between two good ones."""
    return rss((GOOD[0], *items, GOOD[1]), attributes=attributes, inside=inside)


def text_item(name: str, text: str) -> str:
    """Return an item whose description is this text, markup escaped."""
    return item(name, description=escape(text))


def body_item(name: str, html: str) -> str:
    """Return an item with this HTML in ``content:encoded``."""
    literal = html.replace("]]>", "]]]]><![CDATA[>")
    return item(name, more=f"<content:encoded><![CDATA[{literal}]]></content:encoded>")


CONTENT = ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def atom(entries: Iterable[str], *, inside: str = "", attributes: str = "") -> bytes:
    """Return an Atom document."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"'
        f"{attributes}><title>The Valley Post</title><id>https://post.example/</id>"
        f"<updated>2026-11-23T10:00:00Z</updated>{inside}{''.join(entries)}</feed>"
    ).encode()


def entry(name: str, more: str = "") -> str:
    """Return an Atom entry."""
    return (
        f"<entry><title>The {name} holds</title><id>tag:post.example,2026:{name}</id>"
        f'<link href="https://post.example/{name}"/><updated>2026-11-23T10:00:00Z</updated>'
        f"<summary>Engineers said the {name} would hold through the night.</summary>{more}</entry>"
    )


def jsonfeed(items: Iterable[object], **fields: object) -> bytes:
    """Return a JSON Feed."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Valley Post"}
    return json.dumps(feed | fields | {"items": list(items)}).encode()


def json_item(name: str, **fields: object) -> dict[str, object]:
    """Return an item of a JSON Feed."""
    values: dict[str, object] = {
        "id": f"post-{name}",
        "url": f"https://post.example/{name}",
        "title": f"The {name} holds",
        "content_text": f"Engineers said the {name} would hold through the night.",
    }
    return values | fields


FEED = rss((*GOOD, item("bridge")))
"""Three good stories."""
