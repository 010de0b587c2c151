"""Groups of reports, and how two of them become one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feeds.dedupe.events.bars import find_cohesion, find_weight
from feeds.dedupe.events.cards import Card
from feeds.dedupe.events.standing import Silent
from feeds.dedupe.events.ties import Ties
from feeds.model import Membership


@dataclass(slots=True, kw_only=True)
class Group:
    """Cards that were put together.

    Attributes:
        first: The row of the one that was told first.
        rows: Of the cards.
        numbers: These, and the rows of texts that are not looked at.
        folds: The same, parted into what is surely one event.
        words: How many words its members are known by, on average.
        marks: In how many members each name and number stands.
        events_before: How many members came from each event that was there before.
        folds_before: How many came from each fold.
        size: As how many texts they count, those included that are not looked at.
        weight: How much its members count in means, together.
        squares: The sum of the squares of what each counts.
        near: Sums of ties to the other groups, weighed by both ends, by number.
        inner: The same of ties between its members.
        cohesion: How near they are to each other, as far as that counts, 0 to 1.
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
    weight: float = 1.0
    squares: float = 1.0
    inner: float = 0.0
    cohesion: float = 1.0
    barred: frozenset[int] = frozenset()


def start_group(
    row: int, card: Card, home: Membership | None, ties: Ties, weights: Sequence[float]
) -> Group:
    """Return a group of one card.

    Args:
        row: Of the card.
        card: The card.
        home: Where it stood before; None if it is new.
        ties: Between all cards, by row.
        weights: How much each card counts, by row.
    """
    weight = weights[row]
    return Group(
        first=row,
        rows=[row],
        numbers=[row],
        folds=[[row]],
        words=len(card.words),
        marks=dict.fromkeys(card.outline.marks, 1),
        events_before={home.event_id: 1} if home else {},
        folds_before={home.fold_id: 1} if home else {},
        near={it: tie * weight * weights[it] for it, tie in ties.get(row, {}).items()},
        weight=weight,
        squares=weight * weight,
    )


def start_silent(text: Silent, like: Card) -> Group:
    """Return a group of one text that is not looked at."""
    weight = find_weight(len(like.words))
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
        weight=text.size * weight,
        squares=text.size * weight * weight,
    )


def unite(kept: Group, gone: Group, between: float, folded: Sequence[int]) -> None:
    """Give all that a group has to another.

    Args:
        kept: A group.
        gone: Another one.
        between: The sum of their ties.
        folded: Rows of which the folds become one.
    """
    kept.words = count_words(kept, gone)
    kept.first = min(kept.first, gone.first)
    kept.rows += gone.rows
    kept.numbers += gone.numbers
    kept.size += gone.size
    kept.weight += gone.weight
    kept.squares += gone.squares
    kept.inner += gone.inner + between
    kept.cohesion = find_cohesion(kept.words, kept.size, mean_inside(kept))
    kept.folds = join_folds(kept.folds + gone.folds, folded)
    _add_counts(kept.marks, gone.marks)
    _add_counts(kept.events_before, gone.events_before)
    _add_counts(kept.folds_before, gone.folds_before)
    kept.barred |= gone.barred


def join_folds(folds: list[list[int]], rows: Sequence[int]) -> list[list[int]]:
    """Put those folds together that hold one of these rows."""
    if not rows or len(folds) == 1:
        return folds
    met = [fold for fold in folds if any(row in fold for row in rows)]
    rest = [fold for fold in folds if fold not in met]
    return [[row for fold in met for row in fold], *rest] if met else rest


def mean_inside(group: Group) -> float:
    """Return the mean tie between all members of a group, each with itself included."""
    return min(1.0, (group.squares + 2 * group.inner) / (group.weight * group.weight))


def sum_inside(mean: float, weight: float, squares: float) -> float:
    """Return the sum of ties of which this is the mean.

    Args:
        mean: Of the ties between some members, each with itself included.
        weight: How much they count, together.
        squares: The sum of the squares of what each counts.
    """
    return (mean * weight * weight - squares) / 2


def count_words(left: Group, right: Group) -> float:
    """Return how many words the members of two groups are known by, on average."""
    return (left.words * left.weight + right.words * right.weight) / (left.weight + right.weight)


def _add_counts(kept: dict[str, int], more: Mapping[str, int]) -> None:
    """Add counts to others; many groups hold one card, for which a Counter would cost much."""
    for name, count in more.items():
        kept[name] = kept.get(name, 0) + count


def are_one(left: Mapping[str, int], right: Mapping[str, int]) -> bool:
    """Tell whether most of two groups came from one and the same."""
    return bool(left and right) and max(left, key=left.__getitem__) == max(
        right, key=right.__getitem__
    )
