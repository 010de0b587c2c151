"""Which id a group of stories goes by: the one most of them had before, or its first story's."""

from collections import Counter
from collections.abc import Collection, Container, Mapping, Sequence
from itertools import count
from uuid import NAMESPACE_URL, uuid5


def name_groups(
    groups: Sequence[Sequence[str]],
    known: Mapping[str, str],
    free: Collection[str] = (),
    standing: Container[str] = (),
) -> tuple[str, ...]:
    """Return an id for each group; no two get the same.

    Args:
        groups: Ids of stories, in the order they were told; no story is in two groups.
        known: The id of the group that each story was part of before, for those that were.
        free: Ids of stories by which no group goes but, perhaps, these.
        standing: Ids of groups of which only some stories are here: who has these goes by them.
    """
    names = _keep_names(groups, known, free, standing)
    taken = set(names.values())
    for place, group in enumerate(groups):
        if place not in names:
            names[place] = _find_name(group, known, taken, free)
            taken.add(names[place])
    return tuple(names[place] for place in range(len(groups)))


def _keep_names(
    groups: Sequence[Sequence[str]],
    known: Mapping[str, str],
    free: Collection[str],
    standing: Container[str],
) -> dict[int, str]:
    """Give each id that was known to the group that has most of its stories.

    Among equals to the one in which more of them stayed where they were, then to the one with the
    story that founded it, then to the one told first.
    """
    claims: list[tuple[bool, int, int, bool, int, int, str]] = []
    for place, group in enumerate(groups):
        counts = Counter(known[it] for it in group if it in known)
        stayed = Counter(known[it] for it in group if it in known and it not in free)
        claims += (
            (name not in standing, -count, -stayed[name], name not in group, place, first, name)
            for first, (name, count) in enumerate(counts.items())
        )
    names: dict[int, str] = {}
    given = set[str]()
    for *_, place, _, name in sorted(claims):
        if place not in names and name not in given:
            names[place] = name
            given.add(name)
    return names


def _find_name(
    group: Sequence[str], known: Mapping[str, str], taken: set[str], free: Collection[str]
) -> str:
    """Return the id of the first story whose id no other group goes by.

    A story that left the group it founded may have left its id there. The last resort is made of
    all stories and of what they left, for a group that is not here may go by what was made of them
    before.
    """
    own = (it for it in group if (it in free or known.get(it, it) == it) and it not in taken)
    left = [known.get(it, "") for it in group]
    made = (str(uuid5(NAMESPACE_URL, " ".join((*group, *left, f"{n}")))) for n in count())
    return next(own, "") or next(name for name in made if name not in taken)
