"""What one source said once, in its own words: nothing cleaned, nothing guessed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from feeds.model.pace import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text construct (RFC 4287, 3.1).

    Attributes:
        value: As stated.
        type: ``text`` is plain; ``html`` and ``xhtml`` are markup.
        role: ``title``, ``summary`` and ``body`` are what the publisher says they are;
            ``page`` is a whole HTML page with the report somewhere inside; ``paste`` is plain text
            with the report somewhere inside.
        language: BCP 47 tag stated for this text; None if unstated.
        base: Base URL for relative links in it; empty if unknown.
    """

    value: str
    type: Literal["text", "html", "xhtml"] = "text"
    role: Literal["title", "summary", "body", "page", "paste"] = "body"
    language: str | None = None
    base: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date as stated.

    Attributes:
        raw: The words.
        parsed: Aware, UTC; None where the words could not be read as a date.
    """

    raw: str
    parsed: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPerson:
    """Somebody named as author, as stated."""

    name: str = ""
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as stated (RFC 4287, 4.2.7), made absolute against its base."""

    href: str
    rel: str = "alternate"
    type: str = ""
    title: str = ""
    hreflang: str = ""
    length: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMedia:
    """A picture, sound or film as stated (enclosure, Media RSS, attachment, og:image).

    Attributes:
        group: The same for what is one thing in several forms; empty if it stands alone.
        default: ``true`` if it is the form to choose of its group.
    """

    url: str
    type: str = ""
    medium: str = ""
    width: str = ""
    height: str = ""
    length: str = ""
    title: str = ""
    credit: str = ""
    group: str = ""
    default: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a document.

    Attributes:
        guid: Atom id, RSS guid, JSON Feed id, Message-ID, file name of an inbox; empty if unstated.
        links: All of them, in order; ``alternate`` is the story's own page.
        canonical: What the page itself calls its address (``rel=canonical``, ``og:url``).
        title: The headline, if one is stated.
        texts: Summary and bodies, in order.
        published: When they say it was published.
        updated: When they say it was changed.
        authors: In order.
        categories: Terms or labels, in order.
        section: The part of the publication, if stated apart from categories.
        genres: What the publisher says that it is: types of schema.org (``OpinionNewsArticle``), or
            words.
        language: Stated for this entry.
        media: In order.
        source_title: The publication a republished entry came from (RSS source, atom:source).
        source_url: Its address.
        agencies: Credited in a field of its own (not in the text).
        sent_to_many: Whether an e-mail says that it went to a list, or in bulk.
    """

    guid: str = ""
    links: tuple[Link, ...] = ()
    canonical: str = ""
    title: Text | None = None
    texts: tuple[Text, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None
    authors: tuple[RawPerson, ...] = ()
    categories: tuple[str, ...] = ()
    section: str = ""
    genres: tuple[str, ...] = ()
    language: str | None = None
    media: tuple[RawMedia, ...] = ()
    source_title: str = ""
    source_url: str = ""
    agencies: tuple[str, ...] = ()
    sent_to_many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in a document that did not stop the reading.

    Attributes:
        what: One line for people.
        line: Counted from 1; None if unknown.
        column: Counted from 1; None if unknown.
    """

    what: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """What a document says of an entry that was deleted: a tombstone (RFC 6721).

    Attributes:
        ref: Its guid.
        when: When it was deleted, as stated; None if that could not be read.
        comment: Why, in the publisher's words; empty if unstated.
    """

    ref: str
    when: datetime | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document read: its entries, and what it says about itself.

    Attributes:
        form: What it is: ``rss20``, ``rss10``, ``atom10``, ``json11``, ``sitemap``,
            ``listing``, ``text``, ``html``, ``email`` and the like.
        entries: In the document's order.
        title: As stated.
        link: The publication's own page.
        language: As stated for the whole.
        problems: What was wrong.
        pace: How often the publisher wants to be asked.
        hubs: WebSub hubs it names (``rel=hub``), absolute, in order.
        self_url: Its own address as it states it (``rel=self``), absolute; empty if unstated.
        generator: The program that made it, as stated; empty if unstated.
        deletions: Entries that it says were deleted.
        damaged: Whether entries may be missing, since it was broken or too long.
    """

    form: str
    entries: tuple[Entry, ...] = ()
    title: str = ""
    link: str = ""
    language: str | None = None
    problems: tuple[Problem, ...] = ()
    pace: Pace = field(default_factory=Pace)
    hubs: tuple[str, ...] = ()
    self_url: str = ""
    generator: str = ""
    deletions: tuple[Deletion, ...] = ()
    damaged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Bytes that are no document we know, or nothing of which could be read.

    Attributes:
        kind: ``not a feed`` (an HTML page, an image, nothing at all), ``nothing found`` (a page in
            which a selector finds nothing) or ``malformed``.
        reason: One line for people.
    """

    kind: Literal["not a feed", "nothing found", "malformed"]
    reason: str
