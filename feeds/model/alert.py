"""What somebody must know now."""

from dataclasses import dataclass
from datetime import datetime

from feeds.model.change import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A change worth telling, as it stood when it happened.

    Attributes:
        id: UUID (version 5) of topic, story and revision: the same however often it is sent.
        topic: Slug.
        story_id: The story.
        revision: Number of its revision.
        kinds: The kinds that were asked for.
        headline: As it stands after the change.
        text: What changed, plain text, one line for each kind.
        url: The story's page; None if it has none.
        source_id: Who reported it.
        created: When the change was seen.
    """

    id: str
    topic: str
    story_id: str
    revision: int
    kinds: tuple[Kind, ...]
    headline: str
    text: str
    url: str | None = None
    source_id: str
    created: datetime
