"""What was put together: events, and what of them is folded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feeds.dedupe.cards import Card
from feeds.dedupe.linkage import Joint, Linkage
from feeds.dedupe.ties import Ties
from feeds.model import Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """What was put together, by rows.

    Attributes:
        events: What possibly is one event.
        folds: What surely is.
        event_of: For each row its event.
        fold_of: For each row its fold.
        joints: How each row, or those that had joined it, joined what was told before; none for
            the first of an event.
    """

    events: Sequence[Sequence[int]]
    folds: Sequence[Sequence[int]]
    event_of: Mapping[int, frozenset[int]]
    fold_of: Mapping[int, frozenset[int]]
    joints: Mapping[int, Joint]


def group_cards(
    cards: Sequence[Card],
    ties: Ties,
    homes: Sequence[Membership | None],
    rulings: Sequence[tuple[int, int, bool]] = (),
) -> Groups:
    """Put reports of one event together.

    Args:
        cards: Of the texts, in the order they were told.
        ties: Between the cards, by row.
        homes: Where each stood before; None if it is new.
        rulings: Pairs of rows that an editor put together (True) or parted.
    """
    if not cards:
        return Groups(events=(), folds=(), event_of={}, fold_of={}, joints={})
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
        joints=linkage.joints,
    )
