"""A first look at an answer nobody has subscribed to yet."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import final

from feeds.model import Body, Document, Entry, Unreadable
from feeds.parse.discovery import FeedLink, find_feeds
from feeds.parse.document import parse_document
from feeds.text.characters import clean_characters, join_line
from feeds.text.markup import plain_line

_LONGEST = 200
_NEVER = datetime.min.replace(tzinfo=UTC)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a document says at a first look.

    Attributes:
        form: As :class:`~feeds.model.Document` has it; empty if this is no feed.
        title: What it calls itself, on one line.
        entries: How many there are.
        newest: Headline of the newest one by the dates stated, or of the first.
        reason: Why it is no feed; empty if it is one.
        links: The feeds it names, if it is none itself.
    """

    form: str = ""
    title: str = ""
    entries: int = 0
    newest: str = ""
    reason: str = ""
    links: tuple[FeedLink, ...] = ()


def preview_body(body: Body) -> Preview:
    """Return what a fetched body is; like all reading, it belongs into a process with limits."""
    match parse_document(body):
        case Unreadable(reason=reason):
            return Preview(reason=join_line(clean_characters(reason)), links=find_feeds(body))
        case Document() as document:
            newest = max(document.entries, key=_told, default=None)
            return Preview(
                form=document.form,
                title=_tidy(document.title),
                entries=len(document.entries),
                newest=_headline(newest) if newest else "",
            )


def _told(entry: Entry) -> datetime:
    """Return when an entry was published or changed, as stated; long ago if nothing is stated."""
    stamps = (entry.published, entry.updated)
    return max((s.parsed for s in stamps if s and s.parsed), default=_NEVER)


def _headline(entry: Entry) -> str:
    """Return an entry's headline on one line; empty if it has none."""
    return _tidy(entry.title.value, markup=entry.title.type != "text") if entry.title else ""


def _tidy(text: str, *, markup: bool = False) -> str:
    """Return text on one line of readable length, safe to print."""
    return plain_line(text, markup=markup)[:_LONGEST]
