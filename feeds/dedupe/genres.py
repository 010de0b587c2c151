"""Genres of what is no report of one event: a morning briefing, a live blog, an opinion."""

from feeds.dedupe.lists import lists_events
from feeds.dedupe.live import is_live
from feeds.dedupe.opinions import is_opinion
from feeds.model import Genre


def find_genre(headline: str, language: str | None) -> Genre | None:
    """Return the genre of a story by its headline; None if it reports one event.

    Args:
        headline: Of the story.
        language: BCP 47 tag.
    """
    if is_live(headline):
        return Genre.LIVE_BLOG
    if is_opinion(headline):
        return Genre.OPINION
    return Genre.LIST if lists_events(headline, language) else None
