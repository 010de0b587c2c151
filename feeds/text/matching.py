"""Which parts of one sequence stand in another one, in the same order, at a bounded cost.

Difflib finds the longest common stretch, and so on at both of its sides. What is told again and
again makes that cubic: 800 equal lines would keep the desk busy for half a minute. Where it might,
parts that stand once in both sequences hold them together first, as patience diff does (Cohen,
2008), and only what is between them is compared, or left alone if that still costs too much.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

MOST_STEPS: Final = 10_000_000
"""So many comparisons at most, about a quarter of a second."""

Operation = tuple[str, int, int, int, int]
_Match = tuple[int, int, int]
_Matcher = Callable[[Sequence[str], Sequence[str], int], Iterator[_Match]]


def match_parts(
    before: Sequence[str], after: Sequence[str], most: int = MOST_STEPS
) -> tuple[Operation, ...]:
    """Return the operations, named as by difflib, that make one sequence of the other.

    Args:
        before: Parts of an earlier text: sentences, words or paragraphs.
        after: Those of a later one.
        most: How many comparisons this may take.
    """
    here = there = 0
    operations: list[Operation] = []
    matches = _match_trimmed(before, after, most, _match_middle)
    for start, other, size in (*matches, (len(before), len(after), 0)):
        if start > here or other > there:
            operations.append((_name(here, start, there, other), here, start, there, other))
        here, there = start + size, other + size
        last = operations[-1] if operations else ("", 0, 0, 0, 0)
        if size and last[0] == "equal" and last[2] == start:
            operations[-1] = ("equal", last[1], here, last[3], there)
        elif size:
            operations.append(("equal", start, here, other, there))
    return tuple(operations)


def count_steps(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many comparisons difflib takes at most for two sequences."""
    ones, others = Counter(before), Counter(after)
    pairs = sum(count * others[part] for part, count in ones.items())
    # What has nothing in common is looked at once; each common part may ask for another look.
    looks = min((ones & others).total() * 2 + 1, len(before) + 1)
    return looks * (pairs + len(before))


def _name(start: int, end: int, other: int, last: int) -> str:
    """Return what difflib calls the place of parts that are no longer, or now, there."""
    if start == end:
        return "insert"
    return "delete" if other == last else "replace"


def _match_trimmed(
    before: Sequence[str], after: Sequence[str], most: int, middle: _Matcher
) -> Iterator[_Match]:
    """Yield what is the same at the beginning, in the middle and at the end."""
    start, end = _count_edges(before, after)
    here, there = len(before) - end, len(after) - end
    if start:
        yield 0, 0, start
    for one, other, size in middle(before[start:here], after[start:there], most):
        yield one + start, other + start, size
    if end:
        yield here, there, end


def _match_closely(before: Sequence[str], after: Sequence[str], most: int) -> Iterator[_Match]:
    """Yield the matches of difflib; none where they would cost too much."""
    if before and after and count_steps(before, after) <= most:
        yield from SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()[:-1]


def _match_middle(before: Sequence[str], after: Sequence[str], most: int) -> Iterator[_Match]:
    """Yield the matches of difflib; where they cost too much, what holds, and what is between."""
    if count_steps(before, after) <= most:
        yield from _match_closely(before, after, most)
        return
    share = most // len(before)
    here = there = 0
    for hold, other in (*_find_holds(before, after), (len(before), len(after))):
        one, two = before[here:hold], after[there:other]
        for start, beside, size in _match_trimmed(one, two, share * len(one), _match_closely):
            yield start + here, beside + there, size
        if hold < len(before):
            yield hold, other, 1
        here, there = hold + 1, other + 1


def _find_holds(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of most parts that stand once in both sequences, in the same order."""
    ones, others = Counter(before), Counter(after)
    places = {part: place for place, part in enumerate(after)}
    found = [
        (place, places[part])
        for place, part in enumerate(before)
        if ones[part] == others[part] == 1
    ]
    # The longest rising row: of each length, the row that ends first, and what each was put behind.
    ends: list[int] = []
    last: list[int] = []
    behind: list[int] = []
    for number, (_, other) in enumerate(found):
        length = bisect_left(ends, other)
        behind.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [other]
        last[length : length + 1] = [number]
    holds: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        holds.append(found[number])
        number = behind[number]
    return holds[::-1]


def _count_edges(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """Return how many parts are the same at the beginning, and how many at the end."""
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    rest = shorter - start
    end = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return start, end
