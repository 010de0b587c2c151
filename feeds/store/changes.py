"""What was edited: revisions of all stories, by when they were seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Text, literal, or_, select, type_coerce

from feeds.model import Kind, Revision
from feeds.store.database import Transaction
from feeds.store.stories import make_revision
from feeds.store.tables import revisions, selections, stories


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which revisions are asked for.

    Attributes:
        since: Those seen at or after this time.
        kinds: Those of any of these kinds.
        topic: Those of stories that this topic selects; None for all.
        source_id: Those of stories of this source; None for all.
    """

    since: datetime
    kinds: Sequence[Kind]
    topic: str | None = None
    source_id: str | None = None


def read_changes(tx: Transaction, wanted: Wanted, most: int) -> tuple[Revision, ...]:
    """Return the revisions that are asked for, the newest first, at most this many."""
    spaced = literal(" ").concat(type_coerce(revisions.c.kinds, Text)).concat(" ")
    query = select(revisions).where(
        revisions.c.seen >= wanted.since,
        or_(*(spaced.contains(f" {kind.value} ") for kind in wanted.kinds)),
    )
    if wanted.topic is not None:
        query = query.join(selections, selections.c.story_id == revisions.c.story_id).where(
            selections.c.slug == wanted.topic
        )
    if wanted.source_id is not None:
        query = query.join(stories, stories.c.story_id == revisions.c.story_id).where(
            stories.c.source_id == wanted.source_id
        )
    order = (revisions.c.seen.desc(), revisions.c.story_id, revisions.c.number.desc())
    return tuple(make_revision(row) for row in tx.execute(query.order_by(*order).limit(most)))
