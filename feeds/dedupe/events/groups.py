"""What was put together: events, and what of them is folded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feeds.dedupe.events.cards import Card
from feeds.dedupe.events.linkage import Joint, Linkage
from feeds.dedupe.events.standing import Tree
from feeds.dedupe.events.ties import Ties
from feeds.model import Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """What was put together, by rows.

    Attributes:
        events: What possibly is one event.
        folds: What surely is.
        fold_of: For each row its fold.
        joints: How each row, or those that had joined it, joined what was told before; none for
            the first of an event.
    """

    events: Sequence[Sequence[int]]
    folds: Sequence[Sequence[int]]
    fold_of: Mapping[int, frozenset[int]]
    joints: Mapping[int, Joint]


def group_cards(
    cards: Sequence[Card],
    ties: Ties,
    homes: Sequence[Membership | None],
    rulings: Sequence[tuple[int, int, bool]] = (),
    tree: Tree | None = None,
) -> Groups:
    """Put reports of one event together.

    Args:
        cards: Of the texts, in the order they were told.
        ties: Between the cards, by row.
        homes: Where each stood before; None if it is new.
        rulings: Pairs of rows that an editor put together (True) or parted.
        tree: How the texts of standing events were put together.
    """
    if not cards:
        return Groups(events=(), folds=(), fold_of={}, joints={})
    tree = tree or Tree()
    bound = tree.rows.union(row for one, other, _ in rulings for row in (one, other))
    near = [row for row in range(len(cards)) if ties.get(row) or row in bound]
    linkage = Linkage(cards, ties, homes, near, tree)
    linkage.obey(rulings)
    linkage.join_all()
    alone = [[row] for row in sorted(set(range(len(cards))).difference(near))]
    groups = [group for group in linkage.groups.values() if group.rows]
    parts = [[row for row in fold if row < len(cards)] for it in groups for fold in it.folds]
    events = sorted([*alone, *(sorted(group.rows) for group in groups)])
    folds = sorted([*alone, *(sorted(part) for part in parts if part)])
    return Groups(
        events=events,
        folds=folds,
        fold_of={row: fold for fold in map(frozenset, folds) for row in fold},
        joints=linkage.joints,
    )
