"""Which sentence of one text stands in another one, perhaps edited."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from feeds.text.matching import match_parts
from feeds.text.tokens import fold_tokens

ALIKE: Final = 0.5
"""From this share of common words on, 0 to 1, two sentences are one that was edited."""

# Beyond this many pairs in all, rewritten passages are not looked at sentence by sentence.
_MOST_COMPARED: Final = 10_000

Pair = tuple[str | None, str | None]


def pair_sentences(before: Sequence[str], after: Sequence[str]) -> tuple[Pair, ...]:
    """Return the sentences of two texts side by side, in the order of reading.

    A sentence that stands in one text only has None beside it; what left comes before what came.

    Args:
        before: Sentences of the earlier text.
        after: Sentences of the later text.
    """
    pairs: list[Pair] = []
    left = _MOST_COMPARED
    for name, start, end, other_start, other_end in match_parts(before, after):
        here, there = before[start:end], after[other_start:other_end]
        compared = len(here) * len(there)
        if name == "equal":
            pairs += zip(here, there, strict=True)
        elif compared > left:
            pairs += [*((one, None) for one in here), *((None, other) for other in there)]
        else:
            pairs += _pair_passage(here, there)
            left -= compared
    return tuple(pairs)


def tally_words(sentence: str) -> Counter[str]:
    """Return the words and numbers of a sentence, folded, each as often as it stands there."""
    return Counter(fold_tokens(sentence))


def share_words(one: Counter[str], other: Counter[str]) -> float:
    """Return how many words two sentences have in common, 0 to 1 (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _pair_passage(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Pair the sentences of a passage so that the pairs, in order, have most in common."""
    words = [tally_words(one) for one in before]
    others = [tally_words(other) for other in after]
    shares = [[share_words(one, other) for other in others] for one in words]
    return [
        (
            before[here] if here is not None else None,
            after[there] if there is not None else None,
        )
        for here, there in _align(shares, len(before), len(after))
    ]


def _align(
    shares: Sequence[Sequence[float]], rows: int, columns: int
) -> list[tuple[int | None, int | None]]:
    """Return the places of the pairs of greatest common share, and of what is left over."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            share = shares[row][column]
            paired = share + best[row + 1][column + 1] if share >= ALIKE else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    aligned: list[tuple[int | None, int | None]] = []
    row = column = 0
    while row < rows and column < columns:
        share = shares[row][column]
        if share >= ALIKE and best[row][column] == share + best[row + 1][column + 1]:
            aligned.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            aligned.append((row, None))
            row += 1
        else:
            aligned.append((None, column))
            column += 1
    aligned += [(left, None) for left in range(row, rows)]
    aligned += [(None, left) for left in range(column, columns)]
    return aligned
