"""A feed made fit for every format: the renderers may trust what they are given."""

import re
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from feeds.model import AlsoReported, Attribution, Feed, FeedItem, Media
from feeds.text.tags import write_tag

# What is left of XML 1.0's Char (2.2) without DEL and the C1 controls, which XML discourages and
# feed validators report.
_UNFIT = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_FOLLOWED = ("http", "https")


def clean_text(text: str) -> str:
    """Return the text without what XML 1.0 forbids; every line ends with a line feed."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_url(url: str | None) -> str | None:
    """Return the URL if a reader can follow it safely (http, https); otherwise None."""
    cleaned = clean_text(url or "").strip()
    try:
        scheme = urlsplit(cleaned).scheme
    except ValueError:  # such as an IPv6 address without its bracket
        return None
    return cleaned if scheme in _FOLLOWED else None


def clean_feed(feed: Feed) -> Feed:
    """Return the feed with clean texts, safe links and times in whole seconds.

    Args:
        feed: As curated. Its id, slug and base URL are ours and stay as they are.

    Returns:
        The same feed: no text holds a character that XML 1.0 forbids, no title is empty, no
        author or category is blank, and every link is http or https or is left out.
    """
    return replace(
        feed,
        title=clean_text(feed.title).strip() or feed.slug,
        description=clean_text(feed.description).strip(),
        language=_clean_tag(feed.language),
        updated=_to_second(feed.updated),
        items=tuple(_clean_item(item) for item in feed.items),
        tombstones=tuple(
            replace(stone, when=_to_second(stone.when), comment=clean_text(stone.comment))
            for stone in feed.tombstones
        ),
    )


def _clean_item(item: FeedItem) -> FeedItem:
    """Return the item fit for every format."""
    url = clean_url(item.url)
    summary = clean_text(item.summary)
    return replace(
        item,
        title=_first_words(item.title, summary, url or "", item.id),
        url=url,
        summary=summary if summary.strip() else "",
        content_html=clean_text(item.content_html),
        authors=_clean_words(item.authors),
        published=_to_second(item.published) if item.published else None,
        updated=_to_second(item.updated),
        withdrawn=_to_second(item.withdrawn) if item.withdrawn else None,
        language=_clean_tag(item.language),
        categories=_clean_words(item.categories),
        media=tuple(clean for media in item.media if (clean := _clean_media(media))),
        attribution=_clean_attribution(item.attribution) if item.attribution else None,
        also=tuple(_clean_also(also) for also in item.also),
        possible=tuple(_clean_also(other) for other in item.possible),
    )


def _first_words(*texts: str) -> str:
    """Return the first text that says something: feedgen, Atom and RSS refuse a blank title."""
    return next(clean for text in texts if (clean := clean_text(text)).strip())


def _clean_tag(language: str | None) -> str | None:
    """Return the language tag as it is recommended to be written."""
    return write_tag(clean_text(language or "")) or None


def _clean_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that are not blank."""
    return tuple(clean for word in words if (clean := clean_text(word)).strip())


def _clean_media(media: Media) -> Media | None:
    """Return the medium; None where nobody could fetch it."""
    url = clean_url(media.url)
    if url is None:
        return None
    return replace(media, url=url, type=clean_text(media.type), title=clean_text(media.title))


def _clean_attribution(attribution: Attribution) -> Attribution:
    """Return the attribution with a title; its id may be a URN."""
    name = clean_text(attribution.id)
    return replace(
        attribution,
        id=name,
        title=_first_words(attribution.title, name),
        url=clean_url(attribution.url),
        updated=_to_second(attribution.updated) if attribution.updated else None,
    )


def _clean_also(also: AlsoReported) -> AlsoReported:
    """Return the other report, without its link where that is not safe."""
    return replace(
        also,
        headline=clean_text(also.headline),
        source_title=clean_text(also.source_title),
        url=clean_url(also.url),
    )


def _to_second(time: datetime) -> datetime:
    """Return the time without its fraction, which RSS cannot say: the formats agree."""
    return time.replace(microsecond=0)
