"""What is news about a story."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    FULL_TEXT = "fulltext"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    REVERTED = "reverted"
    TRIVIAL = "trivial"


MATERIAL_KINDS = frozenset(
    {
        Kind.NEW,
        Kind.HEADLINE,
        Kind.STANDFIRST,
        Kind.BODY,
        Kind.FIGURES,
        Kind.CORRECTION,
        Kind.FULL_TEXT,
        Kind.WITHDRAWN,
        Kind.RESTORED,
        Kind.REVERTED,
    }
)
"""What makes a story worth reading again: by these, an entry's ``updated`` moves."""

ARRIVALS = frozenset({Kind.NEW, Kind.FULL_TEXT})
"""What tells a story, or more of it: no edit by its publisher."""

MINOR_KINDS = frozenset({Kind.TRIVIAL, Kind.DATE})
"""What is recorded and never told; of such revisions in a row only the last one is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One kind of edit, with the words that show it.

    Attributes:
        kind: What was edited.
        before: How it read, as plain text: a whole headline, or of a longer text the sentences
            that changed; empty if there was nothing.
        after: How it reads now; empty if nothing is left.
        words: How many words were put in or taken out.
        note: What is to be said beside the words: the notice of a correction as printed, or the
            proof of a withdrawal; empty if nothing.
    """

    kind: Kind
    before: str = ""
    after: str = ""
    words: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A story as it stood at one time.

    Attributes:
        story: The whole story.
        number: Counted from 1.
        seen: When we saw it so.
        kinds: What made it differ from the one before; ``new`` for the first.
        edits: The words of that, one for each kind; none for the first.
    """

    story: Story
    number: int
    seen: datetime
    kinds: tuple[Kind, ...]
    edits: tuple[Edit, ...] = ()

    @property
    def is_minor(self) -> bool:
        """Whether it is recorded only: nobody is told of it."""
        return set(self.kinds) <= MINOR_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What became of a story since it was first told: its edits, and whether it stands.

    Attributes:
        revised: When we saw its last material revision; None if it has only the first.
        kinds: What that revision was.
        withdrawn: Since when its publisher has taken it back; None while it stands.
    """

    revised: datetime | None = None
    kinds: tuple[Kind, ...] = ()
    withdrawn: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A story that is news to us.

    Attributes:
        revision: How the story stands now, and what was found in it now.
        kept: The same as it is kept, where it takes the place of the last revision: with what was
            found in both. None where it has a place of its own.
        previous: How it stood before; None for a new one.
        baseline: Whether it came with the first good poll of its source: nobody is told.
        reason: In words: ``not seen before``, ``headline and body differ``.
    """

    revision: Revision
    kept: Revision | None = None
    previous: Revision | None = None
    baseline: bool = False
    reason: str

    @property
    def story(self) -> Story:
        """The story as it stands now."""
        return self.revision.story


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """A story that is no news: the walk ends here.

    Attributes:
        story_id: The story we hold.
        keys: Its identity keys as they came, some perhaps new to us.
    """

    story_id: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What is to be known of a revision to tell whether its texts are back.

    Attributes:
        number: Of the revision.
        seen: When we saw it.
        texts: Hash of its headline, standfirst and body; empty if unknown.
    """

    number: int
    seen: datetime
    texts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What we hold of one source that its new stories may be.

    Attributes:
        ids: Identity key to story id; it outlives the stories, so an id may have no revision.
        revisions: Story id to its last revision.
        pasts: Story id to all its revisions, oldest first; of stories that are edited.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    revisions: Mapping[str, Revision] = field(default_factory=dict)
    pasts: Mapping[str, tuple[Past, ...]] = field(default_factory=dict)
