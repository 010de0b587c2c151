"""What is news about a story."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from feeds.model.story import Story


class Kind(StrEnum):
    """The monitor's words for what happened; one change can be several kinds."""

    NEW = "new"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    FIGURES = "figures"
    CORRECTION = "correction"
    BYLINE = "byline"
    URL = "url"
    DATE = "date"
    MEDIA = "media"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    REVERTED = "reverted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A story as it stood at one time.

    Attributes:
        story: The whole story.
        number: Counted from 1.
        seen: When we saw it so.
        kinds: What made it differ from the one before; ``new`` for the first.
    """

    story: Story
    number: int
    seen: datetime
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A story that is news to us.

    Attributes:
        revision: How the story stands now.
        previous: How it stood before; None for a new one.
        baseline: Whether it came with the first good poll of its source: nobody is told.
        reason: In words: ``not seen before``, ``headline and body differ``.
    """

    revision: Revision
    previous: Revision | None = None
    baseline: bool = False
    reason: str

    @property
    def story(self) -> Story:
        """The story as it stands now."""
        return self.revision.story
