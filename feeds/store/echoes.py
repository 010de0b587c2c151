"""What comes back to us: our own entries, and words that another source told us already."""

from collections.abc import Iterable

from sqlalchemy import select

from feeds.store.chunks import chunked
from feeds.store.database import Transaction
from feeds.store.hashes import hash_key
from feeds.store.tables import alerts, sightings, sources, stories


def find_own_ids(tx: Transaction, ids: Iterable[str]) -> set[str]:
    """Return which of these ids are of stories or alerts of this desk."""
    found: set[str] = set()
    for some in chunked(ids):
        found |= set(tx.scalars(select(stories.c.story_id).where(stories.c.story_id.in_(some))))
        found |= set(tx.scalars(select(alerts.c.alert_id).where(alerts.c.alert_id.in_(some))))
    return found


def find_told_keys(tx: Transaction, source_id: str, keys: Iterable[str]) -> set[str]:
    """Return which of these identity keys are known from other sources than this one."""
    others = select(sources.c.source_id).where(sources.c.source_id != source_id)
    by_hash = {hash_key(key): key for key in keys}
    found: set[str] = set()
    for hashes in chunked(by_hash):
        rows = tx.scalars(
            select(sightings.c.key_hash).where(
                sightings.c.source_id.in_(others), sightings.c.key_hash.in_(hashes)
            )
        )
        found |= {by_hash[key_hash] for key_hash in rows}
    return found
