"""Stories, their revisions, and the memory of having seen them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, and_, func, select, update

from feeds.model import (
    MATERIAL_KINDS,
    MINOR_KINDS,
    Change,
    Edit,
    History,
    Kind,
    Past,
    Remembered,
    Revision,
    Story,
    Unchanged,
)
from feeds.store.chunks import chunked
from feeds.store.damage import tell_damage
from feeds.store.database import Transaction
from feeds.store.hashes import hash_key
from feeds.store.tables import revisions, sightings, stories
from feeds.store.upsert import insert_missing, upsert
from feeds.text.prints import hash_texts

_STORY = TypeAdapter(Story)
_EDITS = TypeAdapter(tuple[Edit, ...])


def recall_stories(tx: Transaction, source_id: str, keys: Iterable[str]) -> Remembered:
    """Return what we hold of a source under any of these identity keys."""
    by_hash = {hash_key(key): key for key in keys}
    ids: dict[str, str] = {}
    for hashes in chunked(by_hash):
        rows = tx.execute(
            select(sightings.c.key_hash, sightings.c.story_id).where(
                sightings.c.source_id == source_id, sightings.c.key_hash.in_(hashes)
            )
        )
        ids |= {by_hash[row.key_hash]: row.story_id for row in rows}
    return Remembered(ids=ids, revisions=read_last_revisions(tx, set(ids.values())))


def read_last_revisions(tx: Transaction, story_ids: Iterable[str]) -> dict[str, Revision]:
    """Return the last revision of each story that is held, by story id."""
    found: dict[str, Revision] = {}
    for ids in chunked(sorted(story_ids)):
        rows = tx.execute(
            select(revisions)
            .join(
                stories,
                and_(
                    stories.c.story_id == revisions.c.story_id,
                    stories.c.revision == revisions.c.number,
                ),
            )
            .where(stories.c.story_id.in_(ids))
        )
        found |= {row.story_id: make_revision(row) for row in rows}
    return found


def read_first_stories(tx: Transaction, story_ids: Iterable[str]) -> dict[str, Story]:
    """Return stories as they were told first, by id."""
    found: dict[str, Story] = {}
    for ids in chunked(sorted(story_ids)):
        query = select(revisions).where(revisions.c.number == 1, revisions.c.story_id.in_(ids))
        firsts = (make_revision(row).story for row in tx.execute(query))
        found |= {story.id: story for story in firsts}
    return found


def read_histories(tx: Transaction, story_ids: Iterable[str]) -> dict[str, History]:
    """Return what became of each story that is held, by story id."""
    columns = (stories.c.story_id, stories.c.revised, stories.c.kinds, stories.c.withdrawn)
    found: dict[str, History] = {}
    for ids in chunked(sorted(story_ids)):
        rows = tx.execute(select(*columns).where(stories.c.story_id.in_(ids)))
        found |= {
            row.story_id: History(
                revised=row.revised,
                kinds=tuple(Kind(kind) for kind in row.kinds),
                withdrawn=row.withdrawn,
            )
            for row in rows
        }
    return found


def read_revisions(tx: Transaction, story_id: str) -> tuple[Revision, ...]:
    """Return all revisions of a story, oldest first; none if it is not held."""
    rows = tx.execute(
        select(revisions).where(revisions.c.story_id == story_id).order_by(revisions.c.number)
    )
    return tuple(make_revision(row) for row in rows)


def read_restless_since(tx: Transaction, story_id: str, rest: timedelta, now: datetime) -> datetime:
    """Return since when a story changes without a rest: when its first revision since was seen.

    Args:
        tx: A transaction.
        story_id: A story that is held.
        rest: So long without a revision that a reader would notice is a rest.
        now: The time.
    """
    rows = tx.execute(
        select(revisions.c.seen, revisions.c.kinds)
        .where(revisions.c.story_id == story_id, revisions.c.seen < now)
        .order_by(revisions.c.number.desc())
    )
    since = now
    for seen, kinds in rows:
        if set(map(Kind, kinds)) <= MINOR_KINDS:
            continue
        if since - seen >= rest:
            break
        since = seen
    return since


def read_pasts(tx: Transaction, story_ids: Iterable[str]) -> dict[str, tuple[Past, ...]]:
    """Return what all revisions of stories were like, oldest first, by story id."""
    columns = (revisions.c.story_id, revisions.c.number, revisions.c.seen, revisions.c.texts)
    found: dict[str, tuple[Past, ...]] = {}
    for ids in chunked(sorted(story_ids)):
        rows = tx.execute(
            select(*columns).where(revisions.c.story_id.in_(ids)).order_by(revisions.c.number)
        )
        for row in rows:
            past = Past(number=row.number, seen=row.seen, texts=row.texts)
            found[row.story_id] = (*found.get(row.story_id, ()), past)
    return found


def save_changes(tx: Transaction, changes: Sequence[Change]) -> None:
    """Keep new stories and new revisions, and remember their identity keys."""
    upsert(tx, revisions, [_revision_row(change.kept or change.revision) for change in changes])
    _insert_stories(tx, [change for change in changes if not change.previous])
    _update_stories(tx, [change for change in changes if change.previous])
    _remember_keys(
        tx, [(c.story.source_id, key, c.story.id) for c in changes for key in c.story.keys]
    )


def save_sightings(tx: Transaction, source_id: str, unchanged: Iterable[Unchanged]) -> None:
    """Remember new identity keys of stories that did not change otherwise."""
    _remember_keys(tx, [(source_id, key, same.story_id) for same in unchanged for key in same.keys])


def read_told(tx: Transaction, story_ids: Iterable[str]) -> dict[str, datetime]:
    """Return when stories were told, of those that are held."""
    found: dict[str, datetime] = {}
    for ids in chunked(story_ids):
        query = select(stories.c.story_id, stories.c.told).where(stories.c.story_id.in_(ids))
        found |= {row.story_id: row.told for row in tx.execute(query)}
    return found


def read_recent_headlines(
    tx: Transaction, source_id: str, since: datetime
) -> dict[str, tuple[str, datetime, datetime]]:
    """Return the headline of each story of a source seen since then, when told and first seen."""
    query = select(
        stories.c.story_id, stories.c.headline, stories.c.told, stories.c.first_seen
    ).where(stories.c.source_id == source_id, stories.c.first_seen >= since)
    return {row.story_id: (row.headline, row.told, row.first_seen) for row in tx.execute(query)}


def count_withdrawn(tx: Transaction) -> int:
    """Return how many stories are withdrawn."""
    query = select(func.count()).select_from(stories).where(stories.c.withdrawn.is_not(None))
    return tx.scalar(query) or 0


def count_stories(tx: Transaction) -> int:
    """Return how many stories are held."""
    return tx.scalar(select(func.count()).select_from(stories)) or 0


def _insert_stories(tx: Transaction, changes: Sequence[Change]) -> None:
    """Number the new stories in their order and keep them."""
    if not changes:
        return
    last = tx.scalar(select(func.max(stories.c.number))) or 0
    rows = [
        _story_row(change) | {"number": number}
        for number, change in enumerate(changes, start=last + 1)
    ]
    tx.execute(stories.insert(), rows)


def _update_stories(tx: Transaction, changes: Sequence[Change]) -> None:
    """Point revised stories to their new revision."""
    for change in changes:
        row = _story_row(change)
        del row["story_id"], row["first_seen"]
        if MATERIAL_KINDS & set(change.revision.kinds):
            row |= {"revised": change.revision.seen, "kinds": change.revision.kinds}
        if Kind.WITHDRAWN in change.revision.kinds:
            row["withdrawn"] = change.revision.seen
        if Kind.RESTORED in change.revision.kinds:
            row["withdrawn"] = None
        tx.execute(update(stories).where(stories.c.story_id == change.story.id).values(row))


def _remember_keys(tx: Transaction, seen: Sequence[tuple[str, str, str]]) -> None:
    """Keep (source, key, story) where the source's key is not yet known."""
    rows: list[dict[str, object]] = [
        {"source_id": source_id, "key_hash": hash_key(key), "story_id": story_id}
        for source_id, key, story_id in seen
    ]
    insert_missing(tx, sightings, rows)


def _story_row(change: Change) -> dict[str, object]:
    """Write the columns that queries need."""
    story = change.story
    return {
        "story_id": story.id,
        "source_id": story.source_id,
        "url": story.url,
        "headline": story.headline,
        "told": story.told,
        "first_seen": story.first_seen,
        "revision": change.revision.number,
    }


def _revision_row(revision: Revision) -> dict[str, object]:
    """Write one revision, its story as JSON."""
    return {
        "story_id": revision.story.id,
        "number": revision.number,
        "seen": revision.seen,
        "kinds": revision.kinds,
        "story": _STORY.dump_json(revision.story).decode(),
        "edits": _EDITS.dump_json(revision.edits).decode(),
        "texts": hash_texts(revision.story),
    }


def make_revision(row: Row[Any]) -> Revision:
    """Read one revision."""
    try:
        return Revision(
            story=_STORY.validate_json(row.story),
            number=row.number,
            seen=row.seen,
            kinds=tuple(Kind(kind) for kind in row.kinds),
            edits=_EDITS.validate_json(row.edits),
        )
    except ValueError as error:
        raise tell_damage(f"revision {row.number} of story {row.story_id}") from error
