"""Stories that tell several events: a morning briefing, a week in pictures, a live blog."""

from feeds.dedupe.lists import lists_events
from feeds.dedupe.live import is_live
from feeds.model import Several


def find_several(headline: str, language: str | None) -> Several | None:
    """Return as what a story tells several events; None if it tells one.

    Args:
        headline: Of the story.
        language: BCP 47 tag.
    """
    if is_live(headline):
        return Several.LIVE_BLOG
    return Several.LIST if lists_events(headline, language) else None
