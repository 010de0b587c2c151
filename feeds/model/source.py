"""Whom we listen to, and what we remember of having listened."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from feeds.model.health import Health
from feeds.model.pace import Pace
from feeds.model.secret import Secret

_GONE_TIMES = 2
# At every third failure in a row, the page behind which a feed was found is asked again, if the
# feed is not there any more: an outage of its host says nothing about it.
_PAGE_AGAIN_EVERY = 3
_FEED_LOST = frozenset({"status", "not a feed", "gone"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Where the reports stand in a page that lists them: selectors, CSS or XPath 1.0.

    Attributes:
        item: What holds one report each.
        link: In an item, what leads to the report; None: its first link.
        headline: In an item; None: the link's words.
        summary: In an item; None if there is none.
        date: In an item, when it was published; None if it is not told.
        base: What relative links are relative to; None: what the page says, or its own address.
    """

    item: str
    link: str | None = None
    headline: str | None = None
    summary: str | None = None
    date: str | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where we listen, as configured.

    Attributes:
        id: Unique slug, ``[a-z0-9][a-z0-9._-]{0,63}``; given, or made from the URL's host and path.
        kind: ``feed`` (an HTTP document: RSS, Atom, JSON Feed, sitemap), ``sitemap`` (one that is
            said to be a sitemap), ``page`` (a page that lists reports) or ``inbox`` (a folder of
            articles).
        url: Its address; None for an inbox.
        path: The folder of an inbox, absolute; None for all others.
        title: How people call it; None to use the title the document states.
        publisher: Who published the articles of an inbox that do not say; None: they may be
            anybody's.
        every: How often it is polled.
        quiet_every: How often while it has little to say: the interval follows its own rhythm,
            between ``every`` and this; None polls it always at ``every``.
        quiet_after: Without a new story for so long it has gone quiet; None: its rhythm decides.
        rank: 0 to 100; the higher is preferred as lead when several tell the same.
        language: BCP 47 tag to assume when neither entry nor document states one.
        allow_private: Whether its address may be private, loopback or link-local.
        headers: Extra request headers; values may be secrets and never leave the source's origin.
        listing: Where the reports of a ``page`` stand; None for all others.
        full_text: Whether the pages of its new stories are visited, for the whole text.
        watch: Whether edits are noticed in the ``feed`` only, or in the ``page`` of each story too,
            which is visited again and again then.
    """

    id: str
    kind: Literal["feed", "sitemap", "page", "inbox"]
    url: str | None = None
    path: Path | None = None
    title: str | None = None
    publisher: str | None = None
    every: timedelta = timedelta(minutes=30)
    quiet_every: timedelta | None = None
    quiet_after: timedelta | None = None
    rank: int = 50
    language: str | None = None
    allow_private: bool = False
    headers: tuple[tuple[str, Secret], ...] = ()
    listing: Listing | None = None
    full_text: bool = False
    watch: Literal["feed", "page"] = "feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What the last full answer said to tell versions apart (RFC 9110, 8.8), byte for byte."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What we remember of a source between polls.

    Attributes:
        source_id: The source.
        url: The address that was configured then; with another one, validators mean nothing.
        validators: To send back with the next request.
        body_hash: Hash of the last body that was read, to notice that nothing changed.
        title: What the document last called itself.
        first_ok: When it was first read well; None means its next good poll is the baseline.
        last_polled: When it was last asked, well or not, by the clock of then.
        last_ok: When it last answered well (a 304 is well).
        last_new: When it last gave a story we did not hold.
        next_due: When to ask next; None means now.
        failures: Polls failed in a row.
        last_error: The last failure in one line; None after a good poll.
        problems: What was wrong in the document that was last read, one line each.
        last_full: When it last gave its whole document; asked for again before long, since a
            server may answer "not modified" for ever.
        unmodified: Answers "not modified" in a row.
        parts: Answers since ``last_full`` that held only what was new (226, RFC 3229).
        address: Where it moved for good and is asked since; None for where it is configured.
        moved_to: Where it says it moved, not yet believed.
        moved_since: When it first said so.
        moved_times: How often it said so in a row.
        gone: Answers 410 in a row; it is not asked any more after the second.
        host_rests_until: Its whole host asked to be left alone until then (429).
        found_at: The feed that was found behind the configured address, which is a page's.
        pace: How often the publisher wants to be asked, as the last document said.
        heard: When its newest stories were told, newest first, at most twenty: its rhythm.
        error_kind: Kind of the last failure; None after a good poll.
        failing_since: When the first of the failures in a row came.
        health: How it is, as it was last told.
        hub: The WebSub hub its last document or answer named; None if it named none.
        hub_topic: What the hub calls it (``rel=self``).
        read_as: How its documents were read then, as a hash; read otherwise, the same document
            says something else.
    """

    source_id: str
    url: str | None = None
    validators: Validators = field(default_factory=Validators)
    body_hash: str | None = None
    title: str | None = None
    first_ok: datetime | None = None
    last_polled: datetime | None = None
    last_ok: datetime | None = None
    last_new: datetime | None = None
    next_due: datetime | None = None
    failures: int = 0
    last_error: str | None = None
    problems: tuple[str, ...] = ()
    last_full: datetime | None = None
    unmodified: int = 0
    parts: int = 0
    address: str | None = None
    moved_to: str | None = None
    moved_since: datetime | None = None
    moved_times: int = 0
    gone: int = 0
    host_rests_until: datetime | None = None
    found_at: str | None = None
    pace: Pace = field(default_factory=Pace)
    heard: tuple[datetime, ...] = ()
    error_kind: str | None = None
    failing_since: datetime | None = None
    health: Health = "well"
    hub: str | None = None
    hub_topic: str | None = None
    read_as: str | None = None

    @property
    def is_gone(self) -> bool:
        """Whether the publisher took it down: 410 is believed the second time in a row."""
        return self.gone >= _GONE_TIMES

    @property
    def asks_found(self) -> bool:
        """Whether the feed that was found is asked, in place of the configured address."""
        lost = self.failures > 0 and self.error_kind in _FEED_LOST
        page_again = lost and self.failures % _PAGE_AGAIN_EVERY == 0
        return self.found_at is not None and self.address is None and not page_again


def choose_address(source: Source, state: SourceState) -> str | None:
    """Return where to ask: where the source moved, its feed that was found, or as configured."""
    return state.address or (state.found_at if state.asks_found else source.url)
