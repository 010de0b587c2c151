"""The sentences of a text that were edited, as they read and as they read now."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from feeds.compare.typography import fold_typography
from feeds.text.characters import cut_text
from feeds.text.diff import diff_words
from feeds.text.pairs import pair_sentences
from feeds.text.sentences import split_sentences
from feeds.text.words import count_words

LONGEST: Final = 2_000
"""Characters of an excerpt."""

_GAP: Final = "…"


def excerpt_edits(
    before: str, after: str, fold: Callable[[str], str] = fold_typography
) -> tuple[str, str]:
    """Return of two versions of a text the sentences that differ.

    An ellipsis stands where others were between them, and at the end of what would be too long.

    Args:
        before: The earlier version.
        after: The later one.
        fold: Makes those equal that are not to be shown: else those that are only set anew.
    """
    pairs = pair_sentences(split_sentences(before), split_sentences(after))
    return (
        _excerpt([(one, _is_edited(one, other, fold)) for one, other in pairs]),
        _excerpt([(other, _is_edited(one, other, fold)) for one, other in pairs]),
    )


def join_sentences(sentences: Iterable[str]) -> str:
    """Return sentences in a row, cut between two of them where they are too long."""
    return _excerpt([(sentence, True) for sentence in sentences])


def count_edited(before: str, after: str) -> int:
    """Return how many words were put in or taken out between two texts."""
    pieces = diff_words(before, after)
    return sum(count_words(piece.text) for piece in pieces if piece.op != "same")


def _is_edited(one: str | None, other: str | None, fold: Callable[[str], str]) -> bool:
    """Tell whether a sentence is another one in the other version."""
    return one is None or other is None or fold(one) != fold(other)


def _excerpt(sentences: Sequence[tuple[str | None, bool]]) -> str:
    """Return the sentences that are marked, with an ellipsis for the others between them."""
    taken: list[str] = []
    length = 0
    for sentence, is_edited in sentences:
        if sentence is None:
            continue
        words = sentence if is_edited else _GAP
        if words == _GAP and (not taken or taken[-1] == _GAP):
            continue
        if length + len(words) + 1 > LONGEST:
            return " ".join((*(taken or [cut_text(words, LONGEST - 1)]), _GAP))
        taken.append(words)
        length += len(words) + 1
    if taken and taken[-1] == _GAP:
        taken.pop()
    return " ".join(taken)
