"""In which sentence a term of a report stands: two reports can have some word for word."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Final
from zlib import crc32

# Of fewer words everybody makes the same: "Police said so."
_FEWEST: Final = 4

# What somebody said is told by reports of that only; a name in quotation marks is shorter.
_QUOTED: Final = re.compile(r"""["“”„«»「『]\w[^"“”„«»」』]{20}""")

Word = tuple[str, Sequence[str], bool]
"""As it is written, its terms, and whether it goes on a name."""

Sentence = tuple[str, Sequence[Word]]
"""As it is written, and its words."""


def number_sentences(sentences: Iterable[Sentence], named: Container[str]) -> Mapping[str, int]:
    """Return a number for the sentence in which each term stands.

    The numbers are stored, so how they are made must never change.

    Args:
        sentences: As written, with their words.
        named: Terms of the headline.

    Returns:
        CRC-32 of the words of the sentence in small letters; negative for the first one, if it
        tells what the headline names. 0 for what a headline names, stands in several sentences, in
        a short one or in a quotation.
    """
    numbers: dict[str, int] = {}
    for place, (sentence, words) in enumerate(it for it in sentences if it[1]):
        plain = _count(words) >= _FEWEST and not _QUOTED.search(sentence)
        number = _number(words) if plain else 0
        terms = {term for _, some, _ in words for term in some}
        if place == 0 and any(term in named for term in terms):
            number = -number
        for term in terms:
            again = numbers.setdefault(term, number) != number
            if again or term in named:
                numbers[term] = 0
    return numbers


def _number(words: Sequence[Word]) -> int:
    return crc32(" ".join([word.casefold() for word, _, _ in words]).encode())


def _count(words: Sequence[Word]) -> int:
    """Count words; what is written without spaces is several, and has a term for each two signs."""
    return sum([max(1, len(terms) // 2) for _, terms, _ in words])
