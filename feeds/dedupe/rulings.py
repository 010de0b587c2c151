"""What editors decided, as far as it holds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from feeds.model import Ruling


def settle_rulings(rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Return the rulings that hold, in their order.

    The last word counts: what cannot be obeyed beside a later one is void.

    Args:
        rulings: In the order they were made.
    """
    groups: dict[str, set[str]] = {}
    barred = defaultdict[str, set[str]](set)
    holding: list[Ruling] = []
    for ruling in reversed(rulings):
        one = groups.setdefault(ruling.story_id, {ruling.story_id})
        other = groups.setdefault(ruling.other_id, {ruling.other_id})
        if one is other and not ruling.together:
            continue
        if ruling.together and any(barred[story_id] & other for story_id in one):
            continue
        holding.append(ruling)
        if not ruling.together:
            barred[ruling.story_id].add(ruling.other_id)
            barred[ruling.other_id].add(ruling.story_id)
        elif one is not other:
            one |= other
            groups |= dict.fromkeys(other, one)
    return tuple(reversed(holding))


def list_apart(rulings: Sequence[Ruling]) -> Mapping[str, Sequence[str]]:
    """Return from which stories each was parted, by its id."""
    apart = defaultdict[str, list[str]](list)
    for ruling in rulings:
        if not ruling.together:
            apart[ruling.story_id].append(ruling.other_id)
            apart[ruling.other_id].append(ruling.story_id)
    return apart
