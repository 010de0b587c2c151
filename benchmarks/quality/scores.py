"""Scores of groups and of pairs: pure arithmetic."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision and recall, 0 to 1; 1 where there is nothing to be wrong about."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two stories that were put together, and how sure the desk was."""

    one: str
    other: str
    score: float


def order_pair(one: str, other: str) -> Pair:
    """Return the pair of two ids: the lower one stands first."""
    return (one, other) if one < other else (other, one)


def score_pairs(found: AbstractSet[Pair], right: AbstractSet[Pair]) -> Score:
    """Compare two sets of pairs; in a pair the lower id stands first."""
    both = len(found & right)
    return Score(
        precision=both / len(found) if found else 1.0, recall=both / len(right) if right else 1.0
    )


def pair_groups(groups: Mapping[str, Hashable]) -> frozenset[Pair]:
    """Return all pairs of ids that are in one group."""
    members: dict[Hashable, list[str]] = {}
    for name in sorted(groups):
        members.setdefault(groups[name], []).append(name)
    return frozenset(
        (one, other)
        for names in members.values()
        for place, one in enumerate(names)
        for other in names[place + 1 :]
    )


def score_bcubed(found: Mapping[str, Hashable], right: Mapping[str, Hashable]) -> Score:
    """Compare two groupings of the same ids, story by story.

    B-cubed (Bagga and Baldwin, "Algorithms for Scoring Coreference Chains", 1998): of each story,
    which share of its group found belongs with it, and which share of its true group was found
    with it; the means over all stories.
    """
    ours, theirs = Counter(found.values()), Counter(right.values())
    both = Counter((found[name], right[name]) for name in found)
    total = len(found)
    return Score(
        precision=sum(n * n / ours[group] for (group, _), n in both.items()) / total,
        recall=sum(n * n / theirs[group] for (_, group), n in both.items()) / total,
    )


def recall_at_precision(
    links: Iterable[Link], right: Mapping[str, Hashable], least: float
) -> float:
    """Return the greatest pair recall that some threshold reaches with so much pair precision.

    Links are followed from the surest on; two stories are a pair as soon as a chain joins them.
    """
    wanted = sum(n * (n - 1) // 2 for n in Counter(right.values()).values())
    groups = {name: Counter({label: 1}) for name, label in right.items()}
    heads = {name: name for name in right}
    found = correct = best = 0
    ordered = sorted(links, key=lambda link: -link.score)
    for place, link in enumerate(ordered):
        one, other = _find_head(heads, link.one), _find_head(heads, link.other)
        if one != other:
            left, added = groups[one], groups.pop(other)
            found += left.total() * added.total()
            correct += sum(n * left[label] for label, n in added.items())
            left.update(added)
            heads[other] = one
        is_last = place + 1 == len(ordered) or ordered[place + 1].score < link.score
        if is_last and found and correct / found >= least:
            best = max(best, correct)
    return best / wanted if wanted else 1.0


def share(parts: Sequence[bool]) -> float:
    """Return which share of them holds; 1 where there are none."""
    return sum(parts) / len(parts) if parts else 1.0


def _find_head(heads: dict[str, str], name: str) -> str:
    """Return who stands for the group of a name, and remember it."""
    head = name
    while heads[head] != head:
        head = heads[head]
    while heads[name] != head:
        heads[name], name = head, heads[name]
    return head
