"""Genres of what is no report of one event: a morning briefing, a live blog, an opinion."""

from feeds.dedupe.analyses import is_analysis
from feeds.dedupe.lists import lists_events
from feeds.dedupe.live import is_live
from feeds.dedupe.opinions import is_opinion
from feeds.model import Genre, Story


def find_genre(story: Story) -> Genre | None:
    """Return the genre of a story; None if it reports one event.

    Args:
        story: In the common schema.
    """
    if is_live(story.headline):
        return Genre.LIVE_BLOG
    if is_opinion(story):
        return Genre.OPINION
    if is_analysis(story.headline):
        return Genre.ANALYSIS
    return Genre.LIST if lists_events(story.headline, story.language) else None
