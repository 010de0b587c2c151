"""In which sentence each term of a report stands: two reports can have some word for word."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from zlib import crc32

# Of fewer words everybody makes the same: "Police said so."
_FEWEST: Final = 4

Word = tuple[str, Sequence[str], bool]
"""As it is written, its terms, and whether it goes on a name."""


def number_sentences(sentences: Iterable[Sequence[Word]]) -> Mapping[str, int]:
    """Return a number for the sentence in which each term stands first.

    The numbers are stored, so how they are made must never change.

    Args:
        sentences: Their words.

    Returns:
        CRC-32 of the words of the sentence in small letters; 0 for a short one.
    """
    numbers: dict[str, int] = {}
    for words in sentences:
        number = _number(words) if _count(words) >= _FEWEST else 0
        for _, terms, _ in words:
            for term in terms:
                numbers.setdefault(term, number)
    return numbers


def _number(words: Sequence[Word]) -> int:
    return crc32(" ".join([word.casefold() for word, _, _ in words]).encode())


def _count(words: Sequence[Word]) -> int:
    """Count words; what is written without spaces is several, and has a term for each two signs."""
    return sum([max(1, len(terms) // 2) for _, terms, _ in words])
