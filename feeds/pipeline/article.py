"""From the bytes of a page to a story: parse, then normalize. Worker processes run it."""

from dataclasses import dataclass
from datetime import datetime

from feeds.model import Body, Source, Story, Unreadable
from feeds.normalize import has_trafilatura, read_visited
from feeds.parse import parse_article

__all__ = ["PageReading", "has_trafilatura", "read_article"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """What a page says.

    Attributes:
        page: As a story without identity; None if it says nothing that can be used.
        reason: Why, in one line; empty if it does.
    """

    page: Story | None = None
    reason: str = ""


def read_article(body: Body, source: Source, now: datetime) -> PageReading:
    """Parse and normalize the page of a story; runs in a worker process."""
    article = parse_article(body)
    if isinstance(article, Unreadable):
        return PageReading(reason=article.reason)
    page = read_visited(article.document, article.text, source, now)
    return PageReading(page=page) if page else PageReading(reason="a page without words")
