"""From bytes to stories: parse, then normalize. Worker processes run it; it imports no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from feeds.model import Body, Problem, Source, Story, Unreadable
from feeds.normalize import normalize_document
from feeds.parse import parse_document

# What a worker process needs to have imported.
READING = (__name__,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the bodies of one answer say.

    Attributes:
        title: What the document calls itself; empty if it does not say, or there are several.
        stories: In order.
        problems: What was wrong without stopping the reading, one line each.
        unreadable: Why nothing could be read; None otherwise.
    """

    title: str = ""
    stories: tuple[Story, ...] = ()
    problems: tuple[str, ...] = ()
    unreadable: Unreadable | None = None


def read_bodies(bodies: Sequence[Body], source: Source, now: datetime) -> Reading:
    """Parse and normalize the bodies of one answer; runs in a worker process."""
    documents = [(body, parse_document(body)) for body in bodies]
    match documents:
        case [(Body(name=None), Unreadable() as unreadable)]:
            return Reading(unreadable=unreadable)
    stories: list[Story] = []
    problems: list[str] = []
    title = ""
    for body, document in documents:
        if isinstance(document, Unreadable):
            problems.append(f"{body.name}: {document.reason}")
            continue
        told, wrong = normalize_document(document, source, now)
        stories.extend(told)
        problems.extend(_problem_line(body, problem) for problem in (*document.problems, *wrong))
        title = document.title if body.name is None else ""
    return Reading(title=title, stories=tuple(stories), problems=tuple(problems))


def _problem_line(body: Body, problem: Problem) -> str:
    """Say where a problem is, and what it is."""
    where = [] if body.name is None else [body.name]
    if problem.line is not None:
        where.append(f"line {problem.line}")
    return f"{', '.join(where)}: {problem.what}" if where else problem.what
