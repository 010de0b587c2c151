"""Reports of one event, put together by average linkage (Sokal and Michener 1958).

The nearest two groups join first, as long as the mean tie between their members is high enough.
A generic headline that is near to many cannot chain them: the mean counts all members. And two
groups that each have names or numbers which the other lacks are events of one kind rather than
one event: the more they contrast, the nearer they must be.

Of short texts the mean is taken relative to how near the members of each group are to each other,
which makes it the cosine of their centroids (Salton's vectors, in part): ten headlines of one event
use so many words that no two of them need to share any.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Final, final

from feeds.dedupe.events.bars import find_event_bar, find_fold_bar, find_weight
from feeds.dedupe.events.cards import Card
from feeds.dedupe.events.contrasts import Contrasts
from feeds.dedupe.events.merging import (
    Group,
    are_one,
    count_words,
    join_folds,
    mean_inside,
    start_group,
    start_silent,
    sum_inside,
    unite,
)
from feeds.dedupe.events.standing import Bond, Tree
from feeds.dedupe.events.ties import Ties, is_telling
from feeds.model import Membership

# Names and numbers part groups; in one report they count little.
_CONTRAST: Final = 0.5
# What was together stays so while it is nearly as near: readers should not see it come and go.
_STAY: Final = 0.03
_CLEAR: Final = 0.2
# What shares but a name or a day must be so near to be possibly one: "Joshua", "21 September".
_VAGUE_NEAR: Final = 0.10
# Less is no reason to join, however short the texts.
_LEAST_NEAR: Final = 0.02

_Pair = tuple[float, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """How a group came to one that was told before.

    Attributes:
        rows: Of that one.
        near: How near the two were, 0 to 1.
        sure: Whether near enough to fold them, whatever editors say.
        ruled: Whether an editor put them together.
    """

    rows: tuple[int, ...]
    near: float
    sure: bool
    ruled: bool = False


@final
class Linkage:
    """Joins groups until none are near enough.

    Attributes:
        groups: By number; in the end, what is one event.
        joints: How the rows of each group joined an earlier one, by the first of these rows.
    """

    def __init__(
        self,
        cards: Sequence[Card],
        ties: Ties,
        homes: Sequence[Membership | None],
        rows: Iterable[int],
        tree: Tree,
    ) -> None:
        """Begin with each card in a group of its own.

        Args:
            cards: Of the texts, in the order they were told; at least one.
            ties: Between them, by row.
            homes: Where each stood before; None if it is new.
            rows: Of the cards that may be joined.
            tree: How the texts of standing events were put together.
        """
        weights = [find_weight(len(card.words)) for card in cards]
        self.groups = {row: start_group(row, cards[row], homes[row], ties, weights) for row in rows}
        self.joints: dict[int, Joint] = {}
        self._numbers = {row: row for row in self.groups}
        self._cards = cards
        self._ties = ties
        self._bonds = tree.bonds
        for text in tree.silent:
            self._numbers[text.row] = text.row
            self.groups[text.row] = start_silent(text, cards[text.like])
        held = [home for row, home in enumerate(homes) if home and row in tree.rows]
        self._standing = frozenset(it for home in held for it in (home.event_id, home.fold_id))
        self._contrasts = Contrasts(cards[0].sketch.language, cards[0].heard)
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
            left, right = self._numbers[one], self._numbers[other]
            if left == right:
                continue
            if together and self.groups[left].barred.isdisjoint(self.groups[right].rows):
                near = self._measure(left, right)
                sure = near >= self._find_fold_bar(
                    left, right, self._find_rivalry(near, left, right)
                )
                self._even_out(left, right)
                self._join(left, right, near=near, sure=sure, ruled=True)
            elif not together:
                self.groups[left].barred |= {other}
                self.groups[right].barred |= {one}

    def join_all(self) -> None:
        """Join what is near enough, the nearest first."""
        for bond in self._bonds:
            self._join_down_to(max(bond.near, _LEAST_NEAR))
            self._join_again(bond)
        self._join_down_to(_LEAST_NEAR)

    def _join_down_to(self, least: float) -> None:
        """Join what is near enough, the nearest first, as far as it is nearer than that."""
        while self._heap and -self._heap[0][0] > least:
            near, one, other = heappop(self._heap)
            if self._is_current(-near, one, other):
                self._consider(-near, one, other)

    def _join_again(self, bond: Bond) -> None:
        """Join the groups of two rows as they were before."""
        one, other = self._numbers[bond.row], self._numbers[bond.other]
        left, right = self.groups[one], self.groups[other]
        if one == other:
            left.folds = join_folds(left.folds, (bond.row, bond.other) if bond.sure else ())
            return
        tie = bond.near * left.cohesion * right.cohesion * left.weight * right.weight
        left.near[other] = right.near[one] = tie
        self._join(one, other, near=bond.near, sure=bond.sure, by=(bond.row, bond.other))

    def _even_out(self, left: int, right: int) -> None:
        """Let two groups be as near to each third as the nearer of them is.

        What an editor puts together may have no word in common: that must not part either from
        those it was folded with, nor bring others in: both stay as near to themselves, too.
        """
        for third in (self.groups[left].near.keys() | self.groups[right].near) - {left, right}:
            mean = max(self._mean(left, third), self._mean(right, third))
            for number in (left, right):
                tie = mean * self.groups[number].weight * self.groups[third].weight
                self.groups[number].near[third] = self.groups[third].near[number] = tie
        both = (self.groups[left], self.groups[right])
        weight, squares = sum(it.weight for it in both), sum(it.squares for it in both)
        own = max(mean_inside(it) for it in both)
        tie = sum_inside(own, weight, squares) - sum(it.inner for it in both)
        self.groups[left].near[right] = self.groups[right].near[left] = tie

    def _join(
        self,
        one: int,
        other: int,
        *,
        near: float,
        sure: bool,
        ruled: bool = False,
        by: tuple[int, int] | None = None,
    ) -> None:
        """Join two groups: the one with fewer neighbours is gone.

        Args:
            one: Number of a group.
            other: Of another one.
            near: How near they are.
            sure: Whether their folds become one.
            ruled: The same, because an editor said so.
            by: Rows of the folds that are meant, where there are several.
        """
        if len(self.groups[one].near) < len(self.groups[other].near):
            one, other = other, one
        kept, gone = self.groups[one], self.groups.pop(other)
        older, younger = (kept, gone) if kept.first < gone.first else (gone, kept)
        if older.rows:
            joint = Joint(rows=tuple(older.rows), near=near, sure=sure, ruled=ruled)
            self.joints[younger.first] = joint
        self._numbers |= dict.fromkeys(gone.numbers, one)
        folded = (by or (kept.first, gone.first)) if sure or ruled else ()
        unite(kept, gone, kept.near.pop(other, 0.0), folded)
        gone.near.pop(one, None)
        for third, tie in gone.near.items():
            group = self.groups[third]
            del group.near[other]
            kept.near[third] = group.near[one] = kept.near.get(third, 0.0) + tie
        self._push(one)

    def _push(self, number: int) -> None:
        """Let a group be considered with all it has ties to, as near as they are now."""
        for third in self.groups[number].near:
            near = self._measure(number, third)
            if near > _LEAST_NEAR:
                heappush(self._heap, (-near, min(number, third), max(number, third)))

    def _mean(self, one: int, other: int) -> float:
        """Return the mean tie between the members of two groups; those that have none count 0."""
        kept = self.groups[one]
        return kept.near.get(other, 0.0) / (kept.weight * self.groups[other].weight)

    def _measure(self, one: int, other: int) -> float:
        """Return how near two groups are: the mean tie, relative to their cohesion."""
        cohesion = self.groups[one].cohesion * self.groups[other].cohesion
        return min(1.0, self._mean(one, other) / cohesion)

    def _is_current(self, near: float, one: int, other: int) -> bool:
        """Tell whether two groups are still there, and as near as they were."""
        there = one in self.groups and other in self.groups
        return there and math.isclose(self._measure(one, other), near, rel_tol=1e-9)

    def _consider(self, near: float, one: int, other: int) -> None:
        """Join two groups if they are near enough for how they contrast."""
        left, right = self.groups[one], self.groups[other]
        if not left.barred.isdisjoint(right.rows):
            return
        if self._both_stand(left.events_before, right.events_before):
            return
        words = count_words(left, right)
        if near < find_event_bar(words, 0.0) - _STAY:
            return
        rivalry = self._find_rivalry(near, one, other)
        contrast = self._contrasts.measure(left.marks, len(left.rows), right.marks, len(right.rows))
        lacking = _CONTRAST * contrast
        stay = _STAY if contrast < _CLEAR else 0.0
        eased = stay if are_one(left.events_before, right.events_before) else 0.0
        if near < find_event_bar(words, rivalry) + lacking - eased:
            return
        if near < _VAGUE_NEAR + lacking - eased and not self._is_telling(left, right):
            return
        whole = len(left.folds) == len(right.folds) == 1
        whole = whole and not self._both_stand(left.folds_before, right.folds_before)
        eased = stay if are_one(left.folds_before, right.folds_before) else 0.0
        bar = self._find_fold_bar(one, other, rivalry) + lacking - eased
        sure = whole and near >= bar and self._is_telling(left, right)
        self._join(one, other, near=near, sure=sure)

    def _is_telling(self, left: Group, right: Group) -> bool:
        """Tell whether what any two members share can make sure."""
        return any(
            is_telling(self._cards[row], self._cards[other])
            for row in left.rows
            for other in right.rows
            if other in self._ties.get(row, ())
        )

    def _find_fold_bar(self, one: int, other: int, rivalry: float) -> float:
        """Return how near two groups must be to be folded."""
        left, right = self.groups[one], self.groups[other]
        ties = max(1.0, left.weight * right.weight)
        return find_fold_bar(count_words(left, right), ties, rivalry)

    def _find_rivalry(self, near: float, one: int, other: int) -> float:
        """Return how near the nearest third group is to either of two, as a share, 0 to 1."""
        thirds = [self._measure(one, it) for it in self.groups[one].near if it != other]
        thirds += [self._measure(other, it) for it in self.groups[other].near if it != one]
        nearest = max(thirds, default=0.0)
        return nearest / near if nearest < near else 1.0

    def _both_stand(self, left: Mapping[str, int], right: Mapping[str, int]) -> bool:
        """Tell whether two groups are parts of two that stand: not all of these is here."""
        mine = [name for name in left if name in self._standing]
        return bool(mine) and any(it in self._standing and it not in mine for it in right)
