"""One feed in all its formats."""

from feeds.model import Feed, Rendition
from feeds.publish.atom import render_atom
from feeds.publish.clean import clean_feed
from feeds.publish.jsonfeed import render_json
from feeds.publish.rss import render_rss


def render_feed(feed: Feed) -> tuple[Rendition, ...]:
    """Say a feed as RSS 2.0, Atom 1.0 (RFC 4287) and JSON Feed 1.1.

    Args:
        feed: As curated; its items are said in its order, all of them.

    Returns:
        ``SLUG.rss``, ``SLUG.atom`` and ``SLUG.json``: for the same feed always the same bytes.
    """
    cleaned = clean_feed(feed)
    return render_rss(cleaned), render_atom(cleaned), render_json(cleaned)
