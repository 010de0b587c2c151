"""One happening, told by one or more stories."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

SIGNS: Final = 12
"""So many terms of a story are kept for finding it."""


class Level(StrEnum):
    """How near a story is to the one it was folded with."""

    ALONE = "alone"
    SAME = "same"
    COPY = "copy"
    EVENT = "event"
    MAYBE = "maybe"
    RULED = "ruled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What comparing needs of a story: small enough to keep for all of them.

    Attributes:
        story_id: Whose sketch.
        source_id: Who reported it.
        publication: What its source names as the publication it was taken from, folded; empty if it
            is the source's own, or nobody knows.
        anonymous: Whether nobody knows who told it: its source only passes on what others publish,
            and does not say whose it is.
        told: When.
        language: BCP 47 tag or None.
        keys: Identity keys that hold across sources: ``guid:``, ``url:``, ``text:``.
        bands: Hashes of some runs of eight words, signed 64-bit: texts that share one are compared.
        shingles: Hashes of the word shingles, signed 64-bit, sorted: the evidence for copies.
        terms: What tells most of it, strongest first: ``*storm`` stands in the headline, ``storm``
            below it, ``^aubeva`` is a name and ``#12`` a number.
        weights: How much each term tells, in ten-thousandths; squared, those of a whole story
            add up to one.
        spelled: The first terms, as they were written: ``Aubeval``.
        names: Which terms stand beside each other in a name: ``saint ambrel``.
        sentences: For each term, a number for the sentence below the headline in which it stands;
            negative for the first one, if that tells what the headline names. 0 where it proves
            nothing that others have the same sentence.
    """

    story_id: str
    source_id: str
    told: datetime
    language: str | None
    publication: str = ""
    anonymous: bool = False
    keys: tuple[str, ...] = ()
    bands: tuple[int, ...] = ()
    shingles: tuple[int, ...] = ()
    terms: tuple[str, ...] = ()
    weights: tuple[int, ...] = ()
    spelled: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sentences: tuple[int, ...] = ()

    @property
    def signs(self) -> tuple[str, ...]:
        """The terms by which others find it, without the mark of a headline."""
        return list_signs(self.terms)


def list_signs(terms: Sequence[str]) -> tuple[str, ...]:
    """Return the terms by which a story is found, of all its terms, strongest first."""
    return tuple(term.removeprefix("*") for term in terms[:SIGNS])


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Where a story belongs, and why.

    Attributes:
        story_id: The story.
        copies_id: Id of the first story of its set of copies; its own when it stands alone.
        fold_id: Id of the story that founded what surely is one event: one entry where a topic
            folds events. It never changes while the entry lives.
        event_id: Id of the story that founded the event as far as words can tell; folds of one
            event are possibly the same.
        level: By what it came to where it stands; alone if it was told first there.
        twin_id: The story it was matched with, in what was told before; from twin to twin evidence
            leads to the one told first.
        reason: The evidence in words: ``same guid``, ``82 % of its text``.
        score: How near the two were, or what they were in, 0 to 1.
    """

    story_id: str
    copies_id: str
    fold_id: str
    event_id: str
    level: Level = Level.ALONE
    twin_id: str | None = None
    reason: str = ""
    score: float = 0.0

    @property
    def is_copy(self) -> bool:
        """Whether a story stands where it does because it is the same or a copy."""
        return self.level in {Level.SAME, Level.COPY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A story remembered that a new one may belong with: its sketch and its place."""

    sketch: Sketch
    membership: Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An event that is not grouped again when something comes, and so not wholly looked at.

    Attributes:
        event_id: Its id.
        texts: Where each of its texts stands, by the id of the story that was the first to carry
            it. Those not looked at have nothing in common with what comes.
        share: How many of these count, 0 to 1: as many as are looked at of the others.
    """

    event_id: str
    texts: Mapping[str, Membership]
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What an editor decided: it outlives all evidence. Of two that contradict the later holds.

    Attributes:
        story_id: One story.
        other_id: Another.
        together: Whether they are one entry where events are folded, or never are one.
        ruled: When.
    """

    story_id: str
    other_id: str
    together: bool
    ruled: datetime

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two stories: what was said of them last counts."""
        return self.story_id, self.other_id


def list_ruled(rulings: Iterable[Ruling]) -> frozenset[str]:
    """Return the ids of all stories about which was decided."""
    return frozenset([it for one in rulings for it in (one.story_id, one.other_id)])
