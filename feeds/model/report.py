"""What a run did, for people and for scripts."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, assert_never

from feeds.model.change import Kind
from feeds.model.fetched import Failed, Fetched, Gone, Moved, NotModified, Outcome, Throttled
from feeds.model.health import HealthChange
from feeds.model.visit import VisitState

Answer = Literal["fetched", "not modified", "gone", "throttled", "failed"]


_USER = re.compile("//[^/]*@")
_REST = re.compile("[?#]")


def show_address(url: str) -> str:
    """Return an address as anybody may see it: there may be a token in its query or its user."""
    place, *rest = _REST.split(url, maxsplit=1)
    return _USER.sub("//", place, count=1) + ("?…" if any(rest) else "")


def tell_hidden(url: str) -> str:
    """Say where to see the whole of an address of which not all was shown; else nothing."""
    return "" if show_address(url) == url else " (wiredesk status shows the whole of it)"


def describe_outcome(outcome: Outcome) -> tuple[Answer, str]:
    """Return an outcome in words: what came back, and why it was no full answer."""
    match outcome:
        case Moved(to=to, answer=answer):
            return describe_outcome(answer)[0], f"moved for good to {show_address(to)}"
        case Fetched():
            return "fetched", ""
        case NotModified():
            return "not modified", ""
        case Gone():
            return "gone", "the publisher took it down (410)"
        case Throttled(status=status, retry_after=until):
            later = f"after {until:%Y-%m-%d %H:%M} UTC" if until else "later"
            return "throttled", f"asked to come back {later} ({status})"
        case Failed(kind=kind, reason=reason):
            return "failed", reason if reason.startswith(kind) else f"{kind}: {reason}"
        case _:
            assert_never(outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """What happened to one source.

    Attributes:
        source_id: The source.
        title: What it calls itself, or its id.
        answer: What came back.
        reason: Why it failed, or when to come back; empty otherwise.
        new: Stories not seen before.
        revised: Stories that changed.
        unchanged: Stories held already as they are.
        problems: What was wrong in the document, one line each.
        new_problems: Those that were not known, of an inbox: its files are ours to mend, and what
            is wrong in a feed comes and goes.
        health: What its poll made known about it; an outage is with the last source of its batch.
    """

    source_id: str
    title: str
    answer: Answer
    reason: str = ""
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    problems: tuple[str, ...] = ()
    new_problems: tuple[str, ...] = ()
    health: tuple[HealthChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReport:
    """What became of the visit to a story's page.

    Attributes:
        source_id: Whose story it is.
        url: The page, as anybody may see it.
        state: How the visit stands now.
        reason: Why it did not go well; empty if it did.
        completed: Whether the story has more to say now.
        kinds: What else the page made known about it: how it was edited, that it was withdrawn.
    """

    source_id: str
    url: str
    state: VisitState
    reason: str = ""
    completed: bool = False
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicReport:
    """What a topic's feed holds now.

    Attributes:
        slug: The topic.
        title: Its title.
        entries: In the feed.
        folded: Stories told by another entry.
        written: Files whose bytes changed.
    """

    slug: str
    title: str
    entries: int
    folded: int
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelReport:
    """What a channel was told.

    Attributes:
        name: Its name.
        sent: How many alerts went out.
        waiting: How many are still in the outbox: for a digest, for the end of quiet hours, or for
            a channel that did not take them, or is not configured any more.
        reason: Why it did not take the last one, or cannot; empty if it did.
    """

    name: str
    sent: int = 0
    waiting: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """A whole run.

    Attributes:
        started: When.
        seconds: How long it took.
        sources: Those polled, in the order of the configuration.
        dropped: Sources that were not asked to the end: the run was interrupted.
        topics: All of them.
        written: All files whose bytes changed.
        pages: Pages of stories that were visited.
        channels: Those through which something went out, or waits.
    """

    started: datetime
    seconds: float
    sources: tuple[SourceReport, ...]
    topics: tuple[TopicReport, ...]
    written: tuple[str, ...]
    pages: tuple[PageReport, ...] = ()
    channels: tuple[ChannelReport, ...] = ()
    dropped: tuple[str, ...] = ()
