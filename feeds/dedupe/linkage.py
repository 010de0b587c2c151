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

from feeds.dedupe.bars import find_cohesion, find_event_bar, find_fold_bar
from feeds.dedupe.cards import Card
from feeds.dedupe.contrasts import Contrasts
from feeds.dedupe.standing import Bond, Silent, Tree
from feeds.dedupe.ties import Ties
from feeds.model import Membership

_CONTRAST: Final = 0.4
# What was together stays so while it is nearly as near: readers should not see it come and go.
_STAY: Final = 0.03
_CLEAR: Final = 0.2
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


@dataclass(slots=True, kw_only=True)
class Group:
    """Cards that were put together.

    Attributes:
        first: The row of the one that was told first.
        rows: Of the cards.
        numbers: These, and the rows of texts that are not looked at.
        size: As how many texts they count, those included that are not looked at.
        folds: The same, parted into what is surely one event.
        words: How many words its members are known by, on average.
        inner: The sum of ties between its members.
        cohesion: How near they are to each other, as far as that counts, 0 to 1.
        marks: In how many members each name and number stands.
        events_before: How many members came from each event that was there before.
        folds_before: How many came from each fold.
        near: Sums of ties to the other groups, by number.
        barred: Rows that an editor parted from some member.
    """

    first: int
    rows: list[int]
    numbers: list[int]
    folds: list[list[int]]
    words: float
    marks: dict[str, int]
    events_before: dict[str, int]
    folds_before: dict[str, int]
    near: dict[int, float]
    size: float = 1
    inner: float = 0.0
    cohesion: float = 1.0
    barred: frozenset[int] = frozenset()


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
    ) -> None:
        """Begin with each card in a group of its own.

        Args:
            cards: Of the texts, in the order they were told; at least one.
            ties: Between them, by row.
            homes: Where each stood before; None if it is new.
            rows: Of the cards that may be joined.
        """
        self.groups = {row: _start_group(row, cards[row], homes[row], ties) for row in rows}
        self.joints: dict[int, Joint] = {}
        self._numbers = {row: row for row in self.groups}
        self._cards = cards
        self._homes = dict(enumerate(homes))
        self._bonds: Sequence[Bond] = ()
        self._standing = frozenset[str]()
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
                sure = near >= self._find_fold_bar(left, right)
                self._even_out(left, right)
                self._join(left, right, near=near, sure=sure, ruled=True)
            elif not together:
                self.groups[left].barred |= {other}
                self.groups[right].barred |= {one}

    def recall(self, tree: Tree) -> None:
        """Let the texts of standing events be joined as they were."""
        self._bonds = tree.bonds
        for text in tree.silent:
            self._numbers[text.row] = text.row
            self.groups[text.row] = _start_silent(text, self._cards[text.like])
        rows = {bond.row for bond in tree.bonds}
        held = [home for row in rows if (home := self._homes.get(row))]
        self._standing = frozenset(it for home in held for it in (home.event_id, home.fold_id))

    def join_all(self) -> None:
        """Join what is near enough, the nearest first."""
        for bond in self._bonds:
            self._join_down_to(bond.near)
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
        if one == other:
            return
        left, right = self.groups[one], self.groups[other]
        tie = bond.near * left.cohesion * right.cohesion * left.size * right.size
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
                tie = mean * self.groups[number].size * self.groups[third].size
                self.groups[number].near[third] = self.groups[third].near[number] = tie
        size = self.groups[left].size + self.groups[right].size
        inner = [self.groups[number].inner for number in (left, right)]
        own = max(_mean_inside(self.groups[number]) for number in (left, right))
        tie = _sum_inside(own, size) - sum(inner)
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
        _unite(kept, gone, kept.near.pop(other, 0.0), folded)
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
        return kept.near.get(other, 0.0) / (kept.size * self.groups[other].size)

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
        bar = find_event_bar(_count_words(left, right))
        if near < bar - _STAY:
            return
        contrast = self._contrasts.measure(left.marks, len(left.rows), right.marks, len(right.rows))
        lacking = _CONTRAST * contrast
        stay = _STAY if contrast < _CLEAR else 0.0
        eased = stay if _are_one(left.events_before, right.events_before) else 0.0
        if near < bar + lacking - eased:
            return
        whole = len(left.folds) == len(right.folds) == 1
        whole = whole and not self._both_stand(left.folds_before, right.folds_before)
        eased = stay if _are_one(left.folds_before, right.folds_before) else 0.0
        sure = whole and near >= self._find_fold_bar(one, other) + lacking - eased
        self._join(one, other, near=near, sure=sure)

    def _both_stand(self, left: Mapping[str, int], right: Mapping[str, int]) -> bool:
        """Tell whether two groups are parts of two that stand: not all of these is here."""
        mine = [name for name in left if name in self._standing]
        return bool(mine) and any(it in self._standing and it not in mine for it in right)

    def _find_fold_bar(self, one: int, other: int) -> float:
        """Return how near two groups must be to be folded."""
        left, right = self.groups[one], self.groups[other]
        return find_fold_bar(_count_words(left, right), left.size * right.size)


def _start_group(row: int, card: Card, home: Membership | None, ties: Ties) -> Group:
    """Return a group of one card."""
    return Group(
        first=row,
        rows=[row],
        numbers=[row],
        folds=[[row]],
        words=len(card.words),
        marks=dict.fromkeys(card.outline.marks, 1),
        events_before={home.event_id: 1} if home else {},
        folds_before={home.fold_id: 1} if home else {},
        near=dict(ties.get(row, {})),
    )


def _start_silent(text: Silent, like: Card) -> Group:
    """Return a group of one text that is not looked at."""
    return Group(
        first=text.row,
        rows=[],
        numbers=[text.row],
        folds=[[text.row]],
        words=len(like.words),
        marks={},
        events_before={},
        folds_before={},
        near={},
        size=text.size,
    )


def _unite(kept: Group, gone: Group, between: float, folded: Sequence[int]) -> None:
    """Give all that a group has to another.

    Args:
        kept: A group.
        gone: Another one.
        between: The sum of their ties.
        folded: Rows of which the folds become one.
    """
    kept.words = _count_words(kept, gone)
    kept.first = min(kept.first, gone.first)
    kept.rows += gone.rows
    kept.numbers += gone.numbers
    kept.size += gone.size
    kept.inner += gone.inner + between
    kept.cohesion = find_cohesion(kept.words, kept.size, _mean_inside(kept))
    kept.folds = _fold(kept.folds + gone.folds, folded)
    _add_counts(kept.marks, gone.marks)
    _add_counts(kept.events_before, gone.events_before)
    _add_counts(kept.folds_before, gone.folds_before)
    kept.barred |= gone.barred


def _fold(folds: list[list[int]], rows: Sequence[int]) -> list[list[int]]:
    """Put those folds together that hold one of these rows."""
    met = [fold for fold in folds if any(row in fold for row in rows)]
    rest = [fold for fold in folds if fold not in met]
    return [[row for fold in met for row in fold], *rest] if met else rest


def _mean_inside(group: Group) -> float:
    """Return the mean tie between all members of a group, each with itself included."""
    return (group.size + 2 * group.inner) / (group.size * group.size)


def _sum_inside(mean: float, size: float) -> float:
    """Return the sum of ties of so many members of which this is the mean."""
    return (mean * size * size - size) / 2


def _count_words(left: Group, right: Group) -> float:
    """Return how many words the members of two groups are known by, on average."""
    return (left.words * left.size + right.words * right.size) / (left.size + right.size)


def _add_counts(kept: dict[str, int], more: Mapping[str, int]) -> None:
    """Add counts to others; many groups hold one card, for which a Counter would cost much."""
    for name, count in more.items():
        kept[name] = kept.get(name, 0) + count


def _are_one(left: Mapping[str, int], right: Mapping[str, int]) -> bool:
    """Tell whether most of two groups came from one and the same."""
    return bool(left and right) and max(left, key=left.__getitem__) == max(
        right, key=right.__getitem__
    )
