"""The door of the room: a document in, stories out."""

from dataclasses import replace
from datetime import datetime

from feeds.model import Document, Entry, Problem, Source, Story
from feeds.normalize.identity import identify_stories
from feeds.normalize.story import draft_story


def normalize_document(
    document: Document, source: Source, seen: datetime, first: int = 1
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return every story of a document, in its order, and everything that was wrong in it.

    The same input gives the same output, for ever. Entries that tell the same (same identity, same
    words) give one story; an entry with no word, address or picture gives none and a problem.

    Args:
        document: As parsed.
        source: Where it came from.
        seen: When; it becomes ``first_seen`` and bounds dates, and is never taken for a date.
        first: Number of the first entry, for one that is only a piece of a document; then
            :func:`identify_stories` must see the stories of all pieces together.
    """
    drafts: list[Story] = []
    problems = list(document.problems)
    for number, entry in enumerate(document.entries, start=first):
        draft = draft_story(entry, document, source, seen)
        if draft is None:
            problems.append(Problem(what=f"entry {number}: nothing is stated"))
            continue
        drafts.append(draft.story)
        problems += [
            replace(found, what=f"entry {number}: {found.what}") for found in draft.problems
        ]
    return identify_stories(drafts), tuple(problems)


def normalize_entry(
    entry: Entry, document: Document, source: Source, seen: datetime
) -> Story | None:
    """Return one entry as a story, identified as if it stood alone; None if it says nothing.

    Use :func:`normalize_document` for whole documents: only among its neighbours does an entry
    show whether its guid and address are its own.
    """
    draft = draft_story(entry, document, source, seen)
    return identify_stories((draft.story,))[0] if draft else None
