"""Events that stand as they are: large ones, into which new reports come without regrouping.

To compare all reports of an event of a hundred with each other, for each that comes, would cost
more than all else. How they were put together is known: every text but the first joined one told
before, and by how much. Joined again at these scores they are the same groups at every step, among
which a new report finds its place as if all had been compared. When an event has grown by a
quarter, they are.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, final

from feeds.model import Candidate, Level, Membership, Sketch, Standing

# Up to so many texts are compared each with each, whatever comes.
_SMALL: Final = 8
_GROWTH: Final = 1.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """How a text of a standing event joined one that was told before.

    Attributes:
        near: How near what they were in was then, 0 to 1.
        row: Of the text.
        other: Of the one told before.
        sure: Whether they were folded.
    """

    near: float
    row: int
    other: int
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A text of a standing event that is not looked at: it is near to nothing that comes.

    Attributes:
        row: Its own, above those of all texts that are looked at.
        like: The row of one of its event that is.
        size: As how many it counts.
    """

    row: int
    like: int
    size: float


@dataclass(frozen=True, kw_only=True)
class Tree:
    """How the texts of standing events were put together.

    Attributes:
        bonds: How each joined another, the nearest first.
        silent: Those that are not looked at.
    """

    bonds: Sequence[Bond] = ()
    silent: Sequence[Silent] = ()

    @cached_property
    def rows(self) -> frozenset[int]:
        """Those of all texts of the events."""
        return frozenset([row for bond in self.bonds for row in (bond.row, bond.other)])


def choose_standing(
    sizes: Mapping[str, int], coming: Mapping[str, int], most: int
) -> frozenset[str]:
    """Return the ids of events that need not be grouped again.

    Args:
        sizes: How many texts each event has, by its id, as far as they are read.
        coming: How many more may join it.
        most: So many texts of one event are read: of one that has as many it is not seen how much
            it grows, and it stands.
    """
    return frozenset(
        event_id
        for event_id, size in sizes.items()
        if size >= most or (size >= _SMALL and not _has_grown(size, coming.get(event_id, 0)))
    )


def _has_grown(size: int, more: int) -> bool:
    """Tell whether an event is a quarter larger with so many more than when it was grouped last."""
    return _count_steps(size) != _count_steps(size + more)


def _count_steps(size: int) -> int:
    """Return how often an event of that size has grown by a quarter."""
    return math.floor(math.log(size / _SMALL, _GROWTH))


def list_callers(
    coming: Mapping[str, Sequence[Sketch]], reports: Iterable[Candidate]
) -> dict[str, set[str]]:
    """Return by which signs to look for what is near in each event, by its id.

    Args:
        coming: The new stories that may tell each event, by its id.
        reports: Of events that are grouped again: a new story may bring one of them together with
            one that stands.
    """
    grouped = defaultdict[str, set[str]](set)
    for one in reports:
        grouped[one.membership.event_id].update(one.sketch.signs)
    calling = defaultdict[str, set[str]](set)
    for event_id, sketches in coming.items():
        for sketch in sketches:
            calling[sketch.story_id].update(sketch.signs, grouped.get(event_id, ()))
    return {
        event_id: {sign for sketch in sketches for sign in calling[sketch.story_id]}
        for event_id, sketches in coming.items()
    }


def list_fallen(standing: Iterable[Standing], placed: Iterable[Membership]) -> set[str]:
    """Return the ids of events that cannot stand: their evidence would lead in a circle.

    Another text has come to be told first, and what had been leads to one that leads back to it.

    Args:
        standing: Events that were not grouped again.
        placed: Where stories stand now: all that are new or moved.
    """
    moved = {place.story_id: place for place in placed}
    fallen = set[str]()
    for event in standing:
        for first in (it for it, place in event.texts.items() if place.level is Level.ALONE):
            seen, above = set[str](), first
            while above and above not in seen:
                seen.add(above)
                place = moved.get(above) or event.texts.get(above)
                above = (place.twin_id or "") if place else ""
            fallen |= {event.event_id} if above else set()
    return fallen


def recall_tree(
    places: Sequence[Membership | None], rows: Mapping[str, int], standing: Iterable[Standing]
) -> Tree:
    """Return how the texts of standing events were put together.

    Args:
        places: Where the story that stands for each text stood; None if it is new.
        rows: The row of the text that each story is part of.
        standing: The events.
    """
    held: dict[str, dict[int, Membership]] = {it.event_id: {} for it in standing}
    here: dict[str, dict[str, int]] = {event_id: {} for event_id in held}
    for story_id, row in rows.items():
        place = places[row]
        if place and place.event_id in held:
            held[place.event_id][row] = place
            here[place.event_id][story_id] = row
    bonds: list[Bond] = []
    silent: list[Silent] = []
    for event in (it for it in standing if held[it.event_id]):
        own, named = held[event.event_id], here[event.event_id]
        first = min(own)
        for story_id in [it for it in event.texts if it not in named]:
            row = len(places) + len(silent)
            silent.append(Silent(row=row, like=first, size=event.share))
            named[story_id] = row
            own[row] = event.texts[story_id]
        bonds += _bind(own, named, first)
    return Tree(bonds=sorted(bonds, key=lambda bond: (-bond.near, bond.row)), silent=silent)


def _bind(held: Mapping[int, Membership], rows: Mapping[str, int], first: int) -> Iterator[Bond]:
    """Yield how the texts of one event were put together: each joined another, or the first."""
    founders: dict[str, int] = {}
    whole, folds = _Joined(), _Joined()
    for row, place in held.items():
        founder = founders.setdefault(place.fold_id, row)
        # What it joined may be part of another event now.
        twin = rows.get(place.twin_id or "", founder)
        twin = twin if twin != row else first
        sure = held[twin].fold_id == place.fold_id
        if whole.join(row, twin) | (sure and folds.join(row, twin)):
            yield Bond(near=place.score, row=row, other=twin, sure=sure)
    for row, place in held.items():
        founder = founders[place.fold_id]
        if folds.join(row, founder):
            yield Bond(near=0.0, row=row, other=founder, sure=True)
    for founder in founders.values():
        if whole.join(founder, first):
            yield Bond(near=0.0, row=founder, other=first, sure=False)


@final
class _Joined:
    """Which rows are joined with which."""

    def __init__(self) -> None:
        self._names: dict[int, int] = {}

    def join(self, one: int, other: int) -> bool:
        """Join all that is joined with one of two, and tell whether they were apart."""
        left, right = self._find(one), self._find(other)
        self._names[left] = right
        return left != right

    def _find(self, row: int) -> int:
        """Return the row by which those go that are joined with one."""
        while (name := self._names.get(row, row)) != row:
            row = name
        return row
