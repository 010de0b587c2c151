"""Passages of a page that change at visit after visit: a clock, a counter, a ticker.

They are told from edits by time alone. A passage, some paragraphs in a row, is known by the
paragraph before it. What changed at three visits in a row is ticking: from then on it is left as
it was last told, until it stands still from one visit to the next; then it counts again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from feeds.text.matching import match_parts

_MOST_IN_A_ROW: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A text without what is ticking in it.

    Attributes:
        text: Paragraphs parted by a blank line.
        ticking: What changed, to be handed in at the next visit: of each passage the place, how
            often in a row it changed, and its words, as ``place:times:words``.
        left: How many passages were left as they were.
    """

    text: str
    ticking: tuple[str, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """Paragraphs that differ.

    Attributes:
        place: Hash of the paragraph before them.
        before: As they were told.
        after: As they stand now.
    """

    place: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether anything changed here."""
        return self.before != self.after


def settle_passages(before: str, after: str, ticking: Sequence[str]) -> Settled:
    """Return a text as it stands now, but for what is ticking in it.

    Args:
        before: As it was told.
        after: As the page has it now.
        ticking: As kept at the visit before.
    """
    known = {place: (int(times), words) for place, times, words in _split(ticking)}
    kept: list[str] = []
    changed: list[str] = []
    left = 0
    for passage in _part(before.split("\n\n"), after.split("\n\n")):
        if not passage.differs:
            kept += passage.after
            continue
        times, words = _count(passage, known)
        changed.append(f"{passage.place}:{times}:{words}")
        calm = times <= _MOST_IN_A_ROW
        left += not calm
        kept += passage.after if calm else passage.before
    return Settled(text="\n\n".join(kept), ticking=tuple(changed), left=left)


def _split(ticking: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield place, times and words of what was kept."""
    for line in ticking:
        place, times, words = line.split(":")
        yield place, times, words


def _count(passage: _Passage, known: Mapping[str, tuple[int, str]]) -> tuple[int, str]:
    """Return how often in a row a passage changed, this time included, and its words."""
    words = _hash(*passage.after)
    times, last = known.get(passage.place, (0, ""))
    return (1 if words == last else times + 1), words


def _part(before: Sequence[str], after: Sequence[str]) -> Iterator[_Passage]:
    """Yield the passages of two texts, those that differ and those that do not."""
    for _, a, b, c, d in match_parts(before, after):
        place = _hash(before[a - 1]) if a else "start"
        yield _Passage(place=place, before=tuple(before[a:b]), after=tuple(after[c:d]))


def _hash(*paragraphs: str) -> str:
    """Return a short hash of paragraphs."""
    return sha256("\n\n".join(paragraphs).encode()).hexdigest()[:16]
