"""From bytes to stories: parse, then normalize. Worker processes run it; it imports no more."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from feeds.model import Body, Deletion, Document, Pace, Problem, Source, Story, Unreadable
from feeds.normalize import normalize_document
from feeds.parse import parse_document

# What a worker process needs to have imported.
READING = (__name__,)

_Parsed = tuple[Body, Document | Unreadable]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the bodies of one answer say.

    Attributes:
        title: What the document calls itself; empty if it does not say, or they are an inbox's.
        stories: In order.
        problems: What was wrong without stopping the reading, one line each.
        unreadable: Why nothing could be read; None otherwise.
        pace: How often the publisher wants to be asked.
        hubs: WebSub hubs that the document names.
        self_url: Its own address as it states it; empty if unstated.
        generator: The program that made the document, as stated; empty if unstated.
        unfinished: Whether entries or files were left out for want of time, and may be read later.
        deletions: Entries that it says were deleted.
        damaged: Whether entries may be missing, since a document was broken or too long.
    """

    title: str = ""
    stories: tuple[Story, ...] = ()
    problems: tuple[str, ...] = ()
    unreadable: Unreadable | None = None
    pace: Pace = field(default_factory=Pace)
    hubs: tuple[str, ...] = ()
    self_url: str = ""
    generator: str = ""
    unfinished: bool = False
    deletions: tuple[Deletion, ...] = ()
    damaged: bool = False


def read_bodies(bodies: Sequence[Body], source: Source, now: datetime) -> Reading:
    """Parse and normalize the bodies of one answer; runs in a worker process."""
    parsed = [(body, parse_document(body, source.listing)) for body in bodies]
    documents, problems = _prefer_news(parsed)
    if unreadable := _find_unreadable(documents):
        return Reading(unreadable=unreadable)
    stories: list[Story] = []
    for body, document in documents:
        if isinstance(document, Unreadable):
            problems.append(f"{body.name or body.url}: {document.reason}")
            continue
        told, wrong = normalize_document(document, source, now)
        stories.extend(told)
        problems.extend(_problem_line(body, problem) for problem in wrong)
    return replace(_read_heads(documents), stories=tuple(stories), problems=tuple(problems))


def read_piece(body: Body, first: int, source: Source, now: datetime) -> Reading:
    """Parse and normalize a few entries of a document; runs in a worker process.

    Args:
        body: A document of these entries, as :func:`feeds.parse.join_pieces` makes it.
        first: Number of the first of them in the whole, counted from 1.
        source: Where it came from.
        now: When.
    """
    document = parse_document(body)
    if isinstance(document, Unreadable):
        return Reading(unreadable=document)
    stories, wrong = normalize_document(document, source, now, first)
    head = _read_heads(((body, document),))
    # A line of a piece is no line of the document.
    return replace(head, stories=stories, problems=tuple(problem.what for problem in wrong))


def _read_heads(documents: Sequence[_Parsed]) -> Reading:
    """Return what the documents say of themselves; a file of an inbox speaks for no source."""
    heads = [
        document
        for body, document in documents
        if body.name is None and isinstance(document, Document)
    ]
    titles = (document.title for document in heads)
    first = next(iter(heads), Document(form=""))
    return Reading(
        title=next(filter(None, titles), ""),
        pace=first.pace,
        hubs=first.hubs,
        self_url=first.self_url,
        generator=first.generator,
        deletions=tuple(one for head in heads for one in head.deletions),
        damaged=len(heads) < len(documents) or any(head.damaged for head in heads),
    )


def _prefer_news(parsed: Sequence[_Parsed]) -> tuple[Sequence[_Parsed], list[str]]:
    """Leave out sitemaps without headlines beside such that state them, and say so.

    They name the same pages, but a headline would be guessed from the address.
    """
    if not any(_has_headlines(document) for _, document in parsed):
        return parsed, []
    kept = [
        (body, document)
        for body, document in parsed
        if body.name is not None or isinstance(document, Unreadable) or _has_headlines(document)
    ]
    left = len(parsed) - len(kept)
    return kept, [f"sitemaps without headlines, left out: {left}"] if left else []


def _has_headlines(document: Document | Unreadable) -> bool:
    """Tell whether a document states the headline of any of its entries."""
    return isinstance(document, Document) and any(entry.title for entry in document.entries)


def _find_unreadable(documents: Sequence[_Parsed]) -> Unreadable | None:
    """Return why nothing of an answer could be read; a file of an inbox speaks only for itself."""
    refused = [
        document
        for body, document in documents
        if body.name is None and isinstance(document, Unreadable)
    ]
    return refused[0] if refused and len(refused) == len(documents) else None


def _problem_line(body: Body, problem: Problem) -> str:
    """Say where a problem is, and what it is."""
    where = [] if body.name is None else [body.name]
    if problem.line is not None:
        where.append(f"line {problem.line}")
    return f"{', '.join(where)}: {problem.what}" if where else problem.what
