"""A visit: the page of one story, asked for once, and once more after a correction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from feeds.model.fetched import Failed, Gone, Throttled
from feeds.model.story import Story

VisitState = Literal["waiting", "due", "done", "closed", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The visit to a story's page, and how it went.

    Attributes:
        story_id: The story.
        source_id: Who reported it.
        url: Its page.
        host: The page's host, lower case.
        told: When the story was told; newer ones are visited first.
        state: ``waiting`` for its turn, ``due``, ``done``, ``closed`` (we were told not to come),
            or ``failed`` for good.
        tries: How often the page was asked for.
        due: Not before this time; None while it waits for its turn.
        asked: When it was last asked for.
        reason: Why it did not go well, in one line; None if it did.
        readings: How often the page was read.
        feed_words: Hash of the feed's own summary and text when the page was read; None before.
        etag: What the page said of itself then (RFC 9110, 8.8.3).
        last_modified: The same as a date (8.8.2), as it was written.
        body_hash: Hash of its bytes; None before.
        missing: How often in a row it was gone.
        missing_since: When it was first gone; None if it is there.
    """

    story_id: str
    source_id: str
    url: str
    host: str
    told: datetime
    state: VisitState = "waiting"
    tries: int = 0
    due: datetime | None = None
    asked: datetime | None = None
    reason: str | None = None
    readings: int = 0
    feed_words: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    missing: int = 0
    missing_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """A visit that was made.

    Attributes:
        visit: As it was when it began.
        page: What the page tells, as a story; None if it told nothing that can be used.
        failure: Why; None if it did.
        final: Whether asking again would bring the same.
        at: When the answer had come.
    """

    visit: Visit
    page: Story | None = None
    failure: Failed | Gone | Throttled | None = None
    final: bool = False
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What a host lets programs ask for (RFC 9309).

    Attributes:
        origin: Scheme, host and port.
        rules: What of its robots.txt speaks to us, empty if nothing does; None: nothing may be
            asked for now.
        reason: Why nothing may be asked for, in one line; empty otherwise.
        until: When it is to be asked for again; now, if this holds for one source only.
    """

    origin: str
    rules: str | None
    reason: str = ""
    until: datetime
