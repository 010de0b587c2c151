"""What somebody must know now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from feeds.model.change import Edit, Kind

RESTLESS: Final = "restless"
"""Among the hashes of an alert that says that its story changes again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A change worth telling, as it stood when it happened.

    Attributes:
        id: UUID (version 5) of topic, story and what changed when: the same however often it is
            sent.
        topic: Slug.
        event_id: What the topic folds: the story, its copies, or its event.
        story_id: The story that was told first.
        revision: Number of its revision.
        kinds: The kinds that were asked for.
        edits: The words that changed, one for each of these kinds.
        headline: As it stands after the change.
        text: What changed, plain text, one line for each kind.
        url: The story's page; None if it has none.
        source_id: Who reported it.
        sources: All sources that told the same change, the first one first.
        hashes: Of each thing it tells, by which the same is not told twice; ``restless`` among them
            where it says that its story changes again and again.
        created: When the change was seen.
    """

    id: str
    topic: str
    event_id: str = ""
    story_id: str
    revision: int
    kinds: tuple[Kind, ...]
    edits: tuple[Edit, ...] = ()
    headline: str
    text: str
    url: str | None = None
    source_id: str
    sources: tuple[str, ...] = ()
    hashes: tuple[str, ...] = ()
    created: datetime
