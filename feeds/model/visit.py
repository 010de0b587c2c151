"""A visit: the page of one story, asked for once, or again and again where it is watched."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from feeds.model.fetched import Failed, Gone, Throttled
from feeds.model.source import Validators
from feeds.model.story import Story

VisitState = Literal["waiting", "due", "done", "closed", "failed", "watched", "missed", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The visit to a story's page, and how it went.

    Attributes:
        story_id: The story.
        source_id: Who reported it.
        url: Its page; empty for a withdrawn story that has none.
        host: The page's host, lower case; empty if it has none.
        told: When the story was told; newer ones are visited first.
        state: ``waiting`` for its turn, ``due``, ``done``, ``closed`` (we were told not to come),
            or ``failed`` for good; ``watched``: read, and due again; ``missed``: its feed lists
            it no more, so it is looked whether the page is there; ``withdrawn``: its publisher
            took the story back, and it is looked whether it returns.
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
        missed_since: When its feed listed it no more, though older ones; None if that is settled.
        looked: When that was last a reason to look at its page.
        still_since: Since when the page stands as it does; of a withdrawn story, since when it is
            gone. None before, and when its feed says something else since.
        headline: The page's own when it was read; None before.
        feed_headline: What its feed had for a headline when that of the page was taken over; None
            where that was not done.
        ticking: Passages of the page that change at visit after visit, as compare keeps them.
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
    missed_since: datetime | None = None
    looked: datetime | None = None
    still_since: datetime | None = None
    headline: str | None = None
    feed_headline: str | None = None
    ticking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """A visit that was made.

    Attributes:
        visit: As it was when it began.
        page: What the page tells, as a story; None if it told nothing that can be used.
        failure: Why; None if it did.
        final: Whether asking again would bring the same.
        same: Whether it is as it was when it was last read.
        gone: How it says that it is no more: ``404``, ``410``, ``sent to the home page``; empty if
            it does not.
        validators: To send with the next visit.
        body_hash: Of its bytes; None if none came.
        at: When the answer had come.
    """

    visit: Visit
    page: Story | None = None
    failure: Failed | Gone | Throttled | None = None
    final: bool = False
    same: bool = False
    gone: str = ""
    validators: Validators = field(default_factory=Validators)
    body_hash: str | None = None
    at: datetime

    @property
    def there(self) -> bool:
        """Whether the page is there, and can be used."""
        return self.page is not None or self.same


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """How the other pages of a host are, as far as they were asked for within a day.

    Attributes:
        asked: How many were.
        lately: How many were first found gone within that day.
        gone: How many are gone, since whenever.
        there: How many are there, and were read.
    """

    asked: int = 0
    lately: int = 0
    gone: int = 0
    there: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the last whole document of a source told.

    Attributes:
        source_id: The source.
        story_ids: In its order; those that are missing once keep their place.
        missed: Those that are missing once, though older ones are there.
    """

    source_id: str
    story_ids: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


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
