"""What editors decided, as far as it holds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import final

from feeds.model import Ruling


def settle_rulings(rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Return the rulings that hold, in their order.

    The last word counts: what cannot be obeyed beside a later one is void.

    Args:
        rulings: In the order they were made.
    """
    circles = _Circles()
    holding = [ruling for ruling in reversed(rulings) if circles.obey(ruling)]
    return tuple(reversed(holding))


@final
class _Circles:
    """Stories that are held together, and which of these circles are parted.

    A circle goes by the id of a story in it. Where two become one, the smaller takes the name of
    the larger: so a story is renamed a few times at most, however many rulings there are.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._parted = defaultdict[str, set[str]](set)

    def obey(self, ruling: Ruling) -> bool:
        """Do what a ruling says, and tell whether that was possible."""
        one, other = self._find(ruling.story_id), self._find(ruling.other_id)
        if one == other:
            return ruling.together
        if not ruling.together:
            self._parted[one].add(other)
            self._parted[other].add(one)
            return True
        if other in self._parted[one]:
            return False
        self._join(one, other)
        return True

    def _find(self, story_id: str) -> str:
        """Return the circle of a story; one by itself, if nothing was said of it yet."""
        name = self._names.setdefault(story_id, story_id)
        self._members.setdefault(name, [story_id])
        return name

    def _join(self, one: str, other: str) -> None:
        """Make one circle of two that are not parted."""
        small, large = sorted((one, other), key=lambda name: len(self._members[name]))
        for story_id in self._members[small]:
            self._names[story_id] = large
        self._members[large] += self._members.pop(small)
        for stranger in self._parted.pop(small, ()):
            self._parted[stranger].remove(small)
            self._parted[stranger].add(large)
            self._parted[large].add(stranger)


def list_apart(rulings: Sequence[Ruling]) -> Mapping[str, Sequence[str]]:
    """Return from which stories each was parted, by its id."""
    apart = defaultdict[str, list[str]](list)
    for ruling in rulings:
        if not ruling.together:
            apart[ruling.story_id].append(ruling.other_id)
            apart[ruling.other_id].append(ruling.story_id)
    return apart
