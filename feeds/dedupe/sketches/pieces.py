"""The pieces of a text whose runs prove copies: words, or what takes their place."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from feeds.dedupe.sketches.languages import fold_letters
from feeds.text.scripts import CONTINUOUS, SYLLABLES, UNSPACED, is_unspaced
from feeds.text.words import split_folded

_ANY_UNSPACED: Final = re.compile(f"[{UNSPACED}]")
_CONTINUOUS: Final = re.compile(f"[{CONTINUOUS}]+")
_PART: Final = re.compile(f"[{SYLLABLES}]+|[{CONTINUOUS}]+|[^{UNSPACED}]+")
# Four pieces that follow each other are six characters, about as much as four words.
_CHARACTERS: Final = 3
# Vowel signs part the letters of Thai, Lao, Burmese and Khmer about as often as spaces part words.
_LETTERS: Final = re.compile(r"[^\W_]+")


def split_pieces(text: str, language: str | None) -> tuple[str, ...]:
    """Return the folded words of a text, in order.

    Of a run of Chinese characters or kana all threes, so that it is found wherever it stands.

    Args:
        text: As written.
        language: BCP 47 tag.
    """
    folded = fold_letters(text, language)
    words = split_folded(folded)
    if folded.isascii() or not _ANY_UNSPACED.search(folded):
        return words
    return tuple(piece for word in words for piece in _part_word(word))


def _part_word(word: str) -> Iterator[str]:
    for part in _PART.findall(word):
        yield from _part_run(part) if is_unspaced(part) else (part,)


def _part_run(run: str) -> Iterable[str]:
    if _CONTINUOUS.fullmatch(run):
        return _LETTERS.findall(run)
    last = max(1, len(run) - _CHARACTERS + 1)
    return (run[place : place + _CHARACTERS] for place in range(last))
