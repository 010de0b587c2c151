"""What we publish for a topic."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from feeds.model.change import History, Kind
from feeds.model.event import Membership
from feeds.model.story import Media, Story

GENERATOR: Final = "Wiredesk"
"""What our feeds name as the program that made them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldStory:
    """A story of a topic with what folding it into an item needs.

    Attributes:
        story: As it stands now.
        membership: Its copies and its event.
        history: Whether and how it was edited or withdrawn.
        rank: Its source's, 0 to 100; the higher is preferred as lead.
        source_title: How people call its source.
        source_url: The source's feed; None for an inbox.
        proof: How a withdrawal is known, in words; empty while it stands.
        first_published: When its publisher said at first that it was published, where that or the
            update was moved to a time after we first saw it; None for all others.
        first_updated: The same of when it was updated.
    """

    story: Story
    membership: Membership
    history: History
    rank: int
    source_title: str
    source_url: str | None
    proof: str = ""
    first_published: datetime | None = None
    first_updated: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who reported an item (atom:source, RSS source).

    Attributes:
        id: A URI for the publication: its feed's address, or a URN.
        title: Its name.
        url: Its feed's address, or its page; None if it has none.
        updated: The last change of the story that leads, for atom:source.
    """

    id: str
    title: str
    url: str | None = None
    updated: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoReported:
    """Another story that an item names: folded into it, or possibly the same."""

    headline: str
    source_title: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One entry of a feed.

    Attributes:
        id: ``urn:uuid:…``, for ever.
        title: Plain text.
        url: The story's own page; None if it has none.
        summary: Plain text; empty if none.
        content_html: Sanitized HTML of the full text, if held, and of the other stories it names.
        authors: Names.
        published: As stated by the publisher of the report it began with, and not moved to a time
            after we first saw that; None if unstated.
        updated: Last material change of a story it folds: stated, or seen by us where nothing is
            stated.
        language: BCP 47 tag or None.
        categories: Terms.
        kinds: What its last edit was; empty if it was never edited.
        withdrawn: Since when its publisher has taken it back; None while it stands.
        media: In order.
        attribution: Who reported it.
        folded: How many stories stand behind its lead.
        also: Those of them that are on other pages.
        possible: Others that possibly tell the same, and are entries of their own.
    """

    id: str
    title: str
    url: str | None = None
    summary: str = ""
    content_html: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime
    language: str | None = None
    categories: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    withdrawn: datetime | None = None
    media: tuple[Media, ...] = ()
    attribution: Attribution | None = None
    folded: int = 0
    also: tuple[AlsoReported, ...] = ()
    possible: tuple[AlsoReported, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What stands in the place of an entry that is no more (RFC 6721).

    Attributes:
        id: The entry's, for ever.
        when: Since when.
        comment: Why, plain text.
    """

    id: str
    when: datetime
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A topic ready to be said.

    Attributes:
        slug: Names the files: ``SLUG.rss``, ``SLUG.atom``, ``SLUG.json``.
        topic: Slug of its topic, which has a place on the index page.
        id: ``urn:uuid:…``, for ever.
        title: Plain text.
        description: Plain text; empty if none.
        base_url: Where the files are served, ending in a slash; None if it is not known.
        language: BCP 47 tag or None.
        updated: The newest item's or tombstone's; the epoch for an empty feed: never now.
        items: Newest first.
        tombstones: Of entries that were withdrawn, in the order of their entries. A format that
            has a word for it says these and not their items.
    """

    slug: str
    topic: str
    id: str
    title: str
    description: str = ""
    base_url: str | None = None
    language: str | None = None
    updated: datetime
    items: tuple[FeedItem, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A feed in one format, ready to be written.

    Attributes:
        path: File name inside the output folder.
        media_type: As it should be served.
        content: The bytes.
    """

    path: str
    media_type: str
    content: bytes
