"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections import Counter
from typing import Any

from feeds.model import AlsoReported, Attribution, Feed, FeedItem, Media, Rendition
from feeds.publish.formats import JSON, locate_feed, locate_page, name_file
from feeds.publish.members import drop_blanks
from feeds.publish.types import tell_type

_VERSION = "https://jsonfeed.org/version/1.1"
_ABOUT = (
    "Added by Wiredesk to items: source is who reported the item, "
    "also lists others that tell the same, possible lists others that possibly do, "
    "edit lists the kinds of its last edit, withdrawn is since when its publisher took it back."
)


def render_json(feed: Feed) -> Rendition:
    """Say a cleaned feed as JSON Feed; addresses that are not known are left out."""
    document = drop_blanks(
        {
            "version": _VERSION,
            "title": feed.title,
            "home_page_url": locate_page(feed),
            "feed_url": locate_feed(feed, JSON) if feed.base_url else None,
            "description": feed.description,
            "language": feed.language,
            "_wiredesk": {"about": _ABOUT},
        }
    )
    document["items"] = [_say_item(item) for item in feed.items]
    text = json.dumps(document, ensure_ascii=False)
    return Rendition(
        path=name_file(feed, JSON),
        media_type=JSON.media_type,
        content=f"{text}\n".encode(),
    )


def _say_item(item: FeedItem) -> dict[str, Any]:
    """Return one item; its content is the full text, or the summary, or the title."""
    images = [media.url for media in item.media if media.medium == "image"]
    plain = "" if item.content_html else item.summary or item.title
    return drop_blanks(
        {
            "id": item.id,
            "url": item.url,
            "title": item.title,
            "content_html": item.content_html,
            "content_text": plain,
            "summary": item.summary,
            "image": images[0] if images else None,
            "date_published": item.published.isoformat() if item.published else None,
            "date_modified": item.updated.isoformat(),
            "authors": [{"name": name} for name in item.authors],
            "tags": list(dict.fromkeys((*item.categories, *item.kinds))),
            "language": item.language,
            "attachments": _say_attachments(item.media),
            "_wiredesk": _say_extension(item),
        }
    )


def _say_attachments(media: tuple[Media, ...]) -> list[dict[str, Any]]:
    """List the attachments whose type, which they must state, is known.

    A title given twice is left out: the format takes attachments of one title for renditions of
    the same thing.
    """
    typed = [one for one in media if tell_type(one)]
    titles = Counter(one.title for one in typed)
    return [
        drop_blanks(
            {
                "url": one.url,
                "mime_type": tell_type(one),
                "title": one.title if titles[one.title] == 1 else None,
                "size_in_bytes": one.bytes,
            }
        )
        for one in typed
    ]


def _say_extension(item: FeedItem) -> dict[str, Any]:
    """Return what the format has no member for."""
    source = _say_source(item.attribution) if item.attribution else None
    return drop_blanks(
        {
            "source": source,
            "also": _say_others(item.also),
            "possible": _say_others(item.possible),
            "edit": list(item.kinds),
            "withdrawn": item.withdrawn.isoformat() if item.withdrawn else None,
        }
    )


def _say_others(others: tuple[AlsoReported, ...]) -> list[dict[str, Any]]:
    """List other reports."""
    return [
        drop_blanks({"headline": other.headline, "source": other.source_title, "url": other.url})
        for other in others
    ]


def _say_source(attribution: Attribution) -> dict[str, Any]:
    """Return who reported it."""
    return drop_blanks({"title": attribution.title, "url": attribution.url})
