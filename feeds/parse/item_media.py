"""Enclosures and Media RSS (https://www.rssboard.org/media-rss) of an item."""

from collections.abc import Iterable
from typing import Any

from feeds.model import RawMedia
from feeds.parse.groups import GROUP
from feeds.parse.values import as_text, join_url, only_once


def read_media(item: dict[str, Any], base: str) -> tuple[RawMedia, ...]:
    """Return ``media:content``, then enclosures, then thumbnails, without repeats."""
    enclosures = [
        RawMedia(
            url=join_url(base, as_text(dict.get(link, "href"))),
            type=as_text(dict.get(link, "type")),
            length=as_text(dict.get(link, "length")),
            title=as_text(dict.get(link, "title")),
        )
        for link in item.get("links", ())
        if dict.get(link, "rel") == "enclosure"
    ]
    contents = item.get("media_content", [])
    credit = _read_credit(item)
    caption = as_text(item.get("info")) if _count_things(contents) == 1 else ""
    attached = [_read_content(content, base, caption, credit) for content in contents]
    thumbnails = [
        RawMedia(
            url=join_url(base, as_text(dict.get(thumbnail, "url"))),
            medium="image",
            width=as_text(dict.get(thumbnail, "width")),
            height=as_text(dict.get(thumbnail, "height")),
            group=as_text(dict.get(thumbnail, GROUP)),
        )
        for thumbnail in item.get("media_thumbnail", ())
    ]
    return _drop_repeats((*attached, *enclosures, *thumbnails))


def _count_things(contents: Iterable[dict[str, Any]]) -> int:
    """Return how many things are stated, each in one form or in several."""
    groups = [as_text(dict.get(content, GROUP)) for content in contents]
    return len(set(groups) - {""}) + groups.count("")


def _read_content(content: dict[str, Any], base: str, caption: str, credit: str) -> RawMedia:
    """Return one ``media:content``."""
    return RawMedia(
        url=join_url(base, as_text(dict.get(content, "url"))),
        type=as_text(dict.get(content, "type")),
        medium=as_text(dict.get(content, "medium")),
        width=as_text(dict.get(content, "width")),
        height=as_text(dict.get(content, "height")),
        length=as_text(dict.get(content, "filesize")),
        title=caption,
        credit=credit,
        group=as_text(dict.get(content, GROUP)),
        default=as_text(dict.get(content, "isdefault")),
    )


def _read_credit(item: dict[str, Any]) -> str:
    """Return the credit if all media of the item have the same: feedparser parts them not."""
    stated = only_once(as_text(credit.get("content")) for credit in item.get("media_credit", ()))
    return stated[0] if len(stated) == 1 else ""


def _drop_repeats(media: tuple[RawMedia, ...]) -> tuple[RawMedia, ...]:
    """Return media with an address, each address once."""
    first: dict[str, RawMedia] = {}
    for one in media:
        if one.url:
            first.setdefault(one.url, one)
    return tuple(first.values())
