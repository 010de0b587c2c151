"""From the bytes of a page to a story: parse, then normalize. Worker processes run it."""

from dataclasses import dataclass
from datetime import datetime

from feeds.model import Body, Source, Story, Unreadable
from feeds.normalize import read_visited
from feeds.parse import parse_visited


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """What a page says.

    Attributes:
        page: As a story without identity; None if it says nothing that can be used.
        reason: Why, in one line; empty if it does.
    """

    page: Story | None = None
    reason: str = ""


def read_visited_page(body: Body, source: Source, now: datetime) -> PageReading:
    """Parse and normalize the page of a story; runs in a worker process."""
    visited = parse_visited(body)
    if isinstance(visited, Unreadable):
        return PageReading(reason=visited.reason)
    page = read_visited(visited.document, visited.text, source, now)
    return PageReading(page=page) if page else PageReading(reason="a page without words")
