"""The common schema: one report by one source."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where the report says it was written.

    Attributes:
        place: As printed, without agency and dash: ``AUBEVAL, Ostmark``.
        date: As printed (``March 3``); None if the dateline has none.
    """

    place: str
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A news agency behind the report.

    Attributes:
        name: Its usual name: ``Reuters``, ``AP``, ``dpa``.
        role: ``credited`` as a source of the copy, or ``quoted`` in the text ("told Reuters").
    """

    name: str
    role: Literal["credited", "quoted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture, sound or film that belongs to the story.

    Attributes:
        url: Absolute.
        type: Media type; empty if unknown.
        medium: ``image``, ``audio``, ``video`` or ``document``.
        width: Pixels; None if unknown.
        height: Pixels; None if unknown.
        bytes: Length; None if unknown.
        title: Caption or alternative text; empty if none.
        credit: Whose it is; empty if unknown.
    """

    url: str
    type: str = ""
    medium: Literal["image", "audio", "video", "document"] = "document"
    width: int | None = None
    height: int | None = None
    bytes: int | None = None
    title: str = ""
    credit: str = ""


FROM_PAGE: Final = "article page"
"""How the origin of every field begins that was taken from the page of its story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """Where a field came from that was inferred rather than stated.

    Attributes:
        field: Name of the field of :class:`Story`.
        origin: In a few words: ``first line of the text``, ``detected from the text``.
    """

    field: str
    origin: str


class Genre(StrEnum):
    """What a story is that reports no one event (IPTC genre).

    It is part of no event: a list and a live blog would draw several together; an opinion would
    hide a report, and so would an analysis or an interview.
    """

    LIST = "list"
    LIVE_BLOG = "live blog"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    INTERVIEW = "interview"

    @property
    def named(self) -> str:
        """As sentences name a story of it: ``an interview``."""
        return f"{'an' if self[0] in 'aio' else 'a'} {self}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One report by one source, in the common schema.

    Names follow IPTC ninjs and schema.org NewsArticle. Texts are Unicode NFC, without control
    characters; URLs absolute; times aware, UTC.

    Attributes:
        id: UUID (version 5) of source and first identity key: the same for ever.
        source_id: Who reported it.
        keys: Identity keys, strongest first: ``guid:…``, ``url:…``, ``text:…``.
        guid: As stated; empty if unstated.
        url: Where people read it; None if it has no page.
        canonical_url: The same address in one spelling, for comparing; None if it has no page.
        headline: Plain text; never empty.
        standfirst: Plain text of the summary under the headline; empty if none.
        byline: People, without addresses, "By" or noise.
        dateline: Place (and date) the text begins with.
        agencies: Credited or quoted.
        published: Said by them; None if unstated or unreadable: never invented.
        published_raw: Their words, kept when a date was stated.
        updated: Said by them.
        updated_raw: Their words.
        first_seen: Observed by us, when any revision of the story was first seen.
        language: BCP 47 tag, lower case; None if unknown.
        section: Part of the publication; empty if unknown.
        categories: The publisher's words, without repeats.
        genre: What it is that reports no one event; None if it is a report.
        body_html: Sanitized HTML of the report; empty if only a summary is held.
        body_text: Its plain text, paragraphs parted by a blank line.
        media: In order.
        word_count: Words of headline, standfirst and body.
        content_hash: Of what a reader reads; equal hashes mean nothing to tell.
        attribution_title: Publication it was republished from; empty if it is the source's own.
        attribution_url: Its address.
        inferred: Fields that were inferred, with their origin.
    """

    id: str
    source_id: str
    keys: tuple[str, ...]
    guid: str = ""
    url: str | None = None
    canonical_url: str | None = None
    headline: str
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    dateline: Dateline | None = None
    agencies: tuple[Agency, ...] = ()
    published: datetime | None = None
    published_raw: str = ""
    updated: datetime | None = None
    updated_raw: str = ""
    first_seen: datetime
    language: str | None = None
    section: str = ""
    categories: tuple[str, ...] = ()
    genre: Genre | None = None
    body_html: str = ""
    body_text: str = ""
    media: tuple[Media, ...] = ()
    word_count: int = 0
    content_hash: str = ""
    attribution_title: str = ""
    attribution_url: str = ""
    inferred: tuple[Inference, ...] = ()

    @property
    def told(self) -> datetime:
        """When it was told: as published, but never later than we saw it; it orders feeds."""
        return min(self.published, self.first_seen) if self.published else self.first_seen


def find_origin(story: Story, field: str) -> str:
    """Return by what a field of a story was inferred; empty where it is stated."""
    return next((item.origin for item in story.inferred if item.field == field), "")


def list_page_fields(story: Story) -> frozenset[str]:
    """Return the fields of a story that were taken from its page."""
    return frozenset(item.field for item in story.inferred if item.origin.startswith(FROM_PAGE))
