"""Which stories a topic selected."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Select, delete, func, select

from feeds.model import Fold, Kind, Revision, Story
from feeds.store.chunks import chunked
from feeds.store.database import Transaction
from feeds.store.members import list_members
from feeds.store.stories import read_last_revisions, read_revisions
from feeds.store.tables import memberships, selections, stories, topics
from feeds.store.upsert import insert_missing, upsert
from feeds.store.wanted import want_ids


def read_topic_matches(tx: Transaction) -> dict[str, str]:
    """Return the query each topic's selections were made with, by slug."""
    return {row.slug: row.match for row in tx.execute(select(topics))}


def replace_selections(tx: Transaction, slug: str, match: str, story_ids: Iterable[str]) -> None:
    """Begin a topic, or begin it again with another query."""
    tx.execute(delete(selections).where(selections.c.slug == slug))
    upsert(tx, topics, [{"slug": slug, "match": match}])
    add_selections(tx, [(slug, story_id) for story_id in story_ids])


def forget_topics(tx: Transaction, slugs: Iterable[str]) -> None:
    """Forget topics that are configured no more; one that comes back begins again."""
    for some in chunked(slugs):
        tx.execute(delete(selections).where(selections.c.slug.in_(some)))
        tx.execute(delete(topics).where(topics.c.slug.in_(some)))


def add_selections(tx: Transaction, chosen: Iterable[tuple[str, str]]) -> None:
    """Keep (slug, story id) pairs."""
    rows: list[dict[str, object]] = [{"slug": slug, "story_id": sid} for slug, sid in chosen]
    insert_missing(tx, selections, rows)


def remove_selections(tx: Transaction, story_ids: Iterable[str]) -> None:
    """Forget that any topic selected these stories: a revision may match differently."""
    for ids in chunked(story_ids):
        tx.execute(delete(selections).where(selections.c.story_id.in_(ids)))


def read_topic_slugs(tx: Transaction, story_id: str) -> tuple[str, ...]:
    """Return the slugs of the topics that selected a story, sorted."""
    query = select(selections.c.slug).where(selections.c.story_id == story_id)
    return tuple(tx.scalars(query.order_by(selections.c.slug)))


def read_selections(tx: Transaction, story_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the slugs of the topics that selected stories, by story id."""
    found: dict[str, tuple[str, ...]] = {}
    for ids in chunked(sorted(set(story_ids))):
        for row in tx.execute(select(selections).where(selections.c.story_id.in_(ids))):
            found[row.story_id] = (*found.get(row.story_id, ()), row.slug)
    return found


def read_selected(
    tx: Transaction, slug: str, *, fold: Fold, since: datetime, most: int
) -> tuple[str, ...]:
    """Return ids of the stories a topic shows, whole folds of them.

    Of the folds (stories, sets of copies or events) with a story first seen after ``since``, the
    ``most`` with the newest reports; and of each of them all: a fold is never shown in part.
    """
    folded = _FOLDED_BY[fold]
    newest = (
        _selected(select(folded), slug)
        .where(stories.c.first_seen >= since)
        .group_by(folded)
        .order_by(func.max(stories.c.told).desc(), folded)
        .limit(most)
    )
    query = _selected(select(stories.c.story_id), slug).order_by(stories.c.story_id)
    wanted = want_ids(tx.scalars(newest))
    members = select(wanted.c.value) if fold == "none" else list_members(folded, wanted)
    return tuple(tx.scalars(query.where(stories.c.story_id.in_(members))))


def _selected(query: Select[Any], slug: str) -> Select[Any]:
    """Keep to the stories a topic selected, with their places."""
    return (
        query.join_from(stories, selections, selections.c.story_id == stories.c.story_id)
        .join(memberships, memberships.c.story_id == stories.c.story_id)
        .where(selections.c.slug == slug)
    )


def walk_stories(tx: Transaction) -> Iterator[Story]:
    """Yield every story held, oldest first, a few in memory at a time.

    Each is as it stands now; one that is withdrawn is as it stood last.
    """
    last = 0
    while rows := _next_numbers(tx, last):
        held = read_last_revisions(tx, rows.values())
        yield from (find_standing(tx, held[story_id]) for story_id in rows.values())
        last = max(rows)


def find_standing(tx: Transaction, last: Revision) -> Story:
    """Return a story as it stands, or as it stood before a notice took the place of its text."""
    if Kind.WITHDRAWN not in last.kinds:
        return last.story
    stood = (it.story for it in reversed(read_revisions(tx, last.story.id)) if _stands(it))
    return next(stood, last.story)


def _stands(revision: Revision) -> bool:
    """Whether a revision is a text, and no notice in the place of one."""
    return Kind.WITHDRAWN not in revision.kinds


def _next_numbers(tx: Transaction, last: int) -> dict[int, str]:
    """Return number and id of the next few stories after a number."""
    query = select(stories.c.number, stories.c.story_id).where(stories.c.number > last)
    rows = tx.execute(query.order_by(stories.c.number).limit(500))
    return {row.number: row.story_id for row in rows}


_FOLDED_BY: dict[Fold, Column[str]] = {
    "none": stories.c.story_id,
    "copies": memberships.c.copies_id,
    "events": memberships.c.fold_id,
}
