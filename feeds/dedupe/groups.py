"""Reports of one event, put together by average linkage (Sokal and Michener 1958).

The nearest two groups join first, as long as the mean tie between their members is high enough.
A generic headline that is near to many cannot chain them: the mean counts all members. And two
groups that each have names or numbers which the other lacks are events of one kind rather than
one event: the more they contrast, the nearer they must be.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import Final, final

from feeds.dedupe.cards import Card
from feeds.dedupe.ties import Ties
from feeds.dedupe.vectors import weigh_heard
from feeds.model import Membership

# Mean ties from which on reports tell one event, by how many words they are known by: where there
# are few, even reports of one event share few.
_EVENT_BARS: Final = ((8, 0.04), (25, 0.08), (80, 0.13))
# From here on it is sure enough to hide one behind the other.
_FOLD_BARS: Final = ((8, 0.22), (28, 0.32), (42, 0.21), (80, 0.19))
# So much more between two reports, for one tie can be chance; the mean of many is not.
_FOLD_FEW: Final = 0.08
_CONTRAST: Final = 0.4
# Of the names and numbers most members of one group have, so many are looked at.
_CONTRASTS: Final = 3
_MOST_HAVE: Final = 0.3
_HIGHEST_WEIGHT: Final = 8.0

# What was together stays so while it is nearly as near: readers should not see it come and go.
_STAY: Final = 0.03
_CLEAR: Final = 0.2

_Pair = tuple[float, int, int]


@dataclass(slots=True, kw_only=True)
class Group:
    """Cards that were put together.

    Attributes:
        rows: Of the cards.
        folds: The same, parted into what is surely one event.
        words: How many words its members are known by, on average.
        marks: In how many members each name and number stands.
        events_before: How many members came from each event that was there before.
        folds_before: How many came from each fold.
        near: Sums of ties to the other groups, by number.
        barred: Rows that an editor parted from some member.
    """

    rows: list[int]
    folds: list[list[int]]
    words: float
    marks: dict[str, int]
    events_before: dict[str, int]
    folds_before: dict[str, int]
    near: dict[int, float]
    barred: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """What was put together, by rows.

    Attributes:
        events: What possibly is one event.
        folds: What surely is.
        event_of: For each row its event.
        fold_of: For each row its fold.
    """

    events: Sequence[Sequence[int]]
    folds: Sequence[Sequence[int]]
    event_of: Mapping[int, frozenset[int]]
    fold_of: Mapping[int, frozenset[int]]


def group_cards(
    cards: Sequence[Card],
    ties: Ties,
    homes: Sequence[Membership | None],
    rulings: Sequence[tuple[int, int, bool]] = (),
) -> Groups:
    """Put reports of one event together.

    Args:
        cards: Of the texts.
        ties: Between the cards, by row.
        homes: Where each stood before; None if it is new.
        rulings: Pairs of rows that an editor put together (True) or parted.
    """
    ruled = {row for one, other, _ in rulings for row in (one, other)}
    near = [row for row in range(len(cards)) if ties.get(row) or row in ruled]
    linkage = Linkage(cards, ties, homes, near)
    linkage.obey(rulings)
    linkage.join_all()
    alone = [[row] for row in sorted(set(range(len(cards))).difference(near))]
    groups = linkage.groups.values()
    events = sorted([*alone, *(sorted(group.rows) for group in groups)])
    folds = sorted([*alone, *(sorted(fold) for group in groups for fold in group.folds)])
    return Groups(
        events=events,
        folds=folds,
        event_of={row: frozenset(event) for event in events for row in event},
        fold_of={row: frozenset(fold) for fold in folds for row in fold},
    )


@final
class Linkage:
    """Joins groups until none are near enough."""

    def __init__(
        self,
        cards: Sequence[Card],
        ties: Ties,
        homes: Sequence[Membership | None],
        rows: Iterable[int],
    ) -> None:
        """Begin with each card in a group of its own.

        Args:
            cards: Of the texts.
            ties: Between them, by row.
            homes: Where each stood before; None if it is new.
            rows: Of the cards that may be joined.
        """
        self._weights: dict[str, float] = {}
        self._cards = cards
        self.groups = {row: _start_group(row, cards[row], homes[row], ties) for row in rows}
        self._heap: list[_Pair] = [
            (-tie, row, other)
            for row, near in ties.items()
            for other, tie in near.items()
            if row < other
        ]
        heapify(self._heap)

    def obey(self, rulings: Sequence[tuple[int, int, bool]]) -> None:
        """Put together and bar what an editor said, in the order it was said.

        What cannot be obeyed beside a later word is void: who parts two that a third holds
        together frees one of them from it.
        """
        for one, other, together in reversed(rulings):
            left, right = self._find(one), self._find(other)
            if left == right:
                continue
            if together and not self.groups[left].barred & set(self.groups[right].rows):
                self._even_out(left, right)
                self.join(left, right, sure=True)
            elif not together:
                self.groups[left].barred.add(other)
                self.groups[right].barred.add(one)

    def _even_out(self, left: int, right: int) -> None:
        """Let two groups be as near to each third as the nearer of them is.

        What an editor puts together may have no word in common: that must not part either from
        those it was folded with.
        """
        for third in (self.groups[left].near.keys() | self.groups[right].near) - {left, right}:
            mean = max(self._mean(left, third), self._mean(right, third))
            for number in (left, right):
                tie = mean * len(self.groups[number].rows) * len(self.groups[third].rows)
                self.groups[number].near[third] = self.groups[third].near[number] = tie

    def _find(self, row: int) -> int:
        """Return the number of the group a row is in."""
        return next(number for number, group in self.groups.items() if row in group.rows)

    def join_all(self) -> None:
        """Join what is near enough, the nearest first."""
        while self._heap:
            mean, one, other = heappop(self._heap)
            if self._is_current(-mean, one, other):
                self._consider(-mean, one, other)

    def join(self, one: int, other: int, *, sure: bool) -> int:
        """Join two groups; return the number of the one that stays."""
        if len(self.groups[one].near) < len(self.groups[other].near):
            one, other = other, one
        kept, gone = self.groups[one], self.groups.pop(other)
        size = len(kept.rows) + len(gone.rows)
        kept.words = (kept.words * len(kept.rows) + gone.words * len(gone.rows)) / size
        kept.rows += gone.rows
        kept.folds = [kept.folds[0] + gone.folds[0]] if sure else kept.folds + gone.folds
        _add_counts(kept.marks, gone.marks)
        _add_counts(kept.events_before, gone.events_before)
        _add_counts(kept.folds_before, gone.folds_before)
        kept.barred |= gone.barred
        self._move_ties(one, other, gone)
        return one

    def _move_ties(self, one: int, other: int, gone: Group) -> None:
        """Give the ties of a group that is gone to the one that stays."""
        kept = self.groups[one]
        kept.near.pop(other, None)
        gone.near.pop(one, None)
        for third, tie in gone.near.items():
            group = self.groups[third]
            del group.near[other]
            kept.near[third] = group.near[one] = kept.near.get(third, 0.0) + tie
        for third in kept.near:
            pair = (-self._mean(one, third), min(one, third), max(one, third))
            heappush(self._heap, pair)

    def _mean(self, one: int, other: int) -> float:
        """Return the mean tie between the members of two groups; those that have none count 0."""
        kept = self.groups[one]
        return kept.near.get(other, 0.0) / (len(kept.rows) * len(self.groups[other].rows))

    def _is_current(self, mean: float, one: int, other: int) -> bool:
        """Tell whether two groups are still there, and as near as they were."""
        there = one in self.groups and other in self.groups
        return there and math.isclose(self._mean(one, other), mean, rel_tol=1e-9)

    def _consider(self, mean: float, one: int, other: int) -> None:
        """Join two groups if they are near enough for how they contrast."""
        left, right = self.groups[one], self.groups[other]
        if left.barred & set(right.rows):
            return
        words = (left.words * len(left.rows) + right.words * len(right.rows)) / (
            len(left.rows) + len(right.rows)
        )
        contrast = self._contrast(left, right)
        lacking = _CONTRAST * contrast
        stay = _STAY if contrast < _CLEAR else 0.0
        eased = stay if _are_one(left.events_before, right.events_before) else 0.0
        if mean < find_bar(words, _EVENT_BARS) + lacking - eased:
            return
        whole = len(left.folds) == len(right.folds) == 1
        eased = stay if _are_one(left.folds_before, right.folds_before) else 0.0
        bar = find_fold_bar(words, len(left.rows) * len(right.rows))
        sure = whole and mean >= bar + lacking - eased
        self.join(one, other, sure=sure)

    def _contrast(self, left: Group, right: Group) -> float:
        """Return how much each has of its own, 0 to 1; of a single story nothing can be said."""
        if len(left.rows) == 1 or len(right.rows) == 1:
            return 0.0
        return min(self._measure_own(left, right), self._measure_own(right, left))

    def _measure_own(self, group: Group, other: Group) -> float:
        """Return how much names and numbers of a group are missing in another."""
        size, rest = len(group.rows) + 1, len(other.rows) + 1
        own = sorted(
            (
                self._weigh(mark) * max(0.0, count / size - (other.marks.get(mark, 0) + 0.5) / rest)
                for mark, count in group.marks.items()
                if count >= _MOST_HAVE * size
            ),
            reverse=True,
        )
        return sum(own[:_CONTRASTS]) / _CONTRASTS

    def _weigh(self, mark: str) -> float:
        """Return what a name or number tells, 0 to 1."""
        if mark not in self._weights:
            card = self._cards[0]
            weight = weigh_heard(mark, card.sketch.language, card.heard)
            self._weights[mark] = min(1.0, weight / _HIGHEST_WEIGHT)
        return self._weights[mark]


def _start_group(row: int, card: Card, home: Membership | None, ties: Ties) -> Group:
    """Return a group of one card."""
    return Group(
        rows=[row],
        folds=[[row]],
        words=len(card.words),
        marks=dict.fromkeys(card.outline.marks, 1),
        events_before={home.event_id: 1} if home else {},
        folds_before={home.fold_id: 1} if home else {},
        near=dict(ties.get(row, {})),
    )


def _add_counts(kept: dict[str, int], more: Mapping[str, int]) -> None:
    """Add counts to others; many groups hold one card, for which a Counter would cost much."""
    for name, count in more.items():
        kept[name] = kept.get(name, 0) + count


def is_sure(words: float, tie: float) -> bool:
    """Tell whether a tie between two reports known by so many words is enough to fold them."""
    return tie >= find_fold_bar(words, 1)


def find_fold_bar(words: float, ties: int) -> float:
    """Return the mean of so many ties from which on groups are folded."""
    return find_bar(words, _FOLD_BARS) + _FOLD_FEW / math.sqrt(ties)


def _are_one(left: Mapping[str, int], right: Mapping[str, int]) -> bool:
    """Tell whether most of two groups came from one and the same."""
    return bool(left and right) and max(left, key=left.__getitem__) == max(
        right, key=right.__getitem__
    )


def find_bar(words: float, bars: Sequence[tuple[float, float]]) -> float:
    """Return the mean tie that is asked for, between the given points by the logarithm."""
    first, last = bars[0], bars[-1]
    if words <= first[0]:
        return first[1]
    for (few, low), (many, high) in pairwise(bars):
        if words <= many:
            return low + (high - low) * math.log(words / few) / math.log(many / few)
    return last[1]
