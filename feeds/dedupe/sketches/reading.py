"""The words and numbers of a text as they are written, and which of them are names."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from feeds.dedupe.sketches.numbers import FIGURE
from feeds.dedupe.sketches.segments import split_run
from feeds.text.scripts import (
    CONTINUOUS,
    HAN,
    HIRAGANA,
    KATAKANA,
    UNSPACED,
    is_unspaced,
    write_word,
)
from feeds.text.sentences import walk_sentences

# ``Covid-19``, ``F-35``: that number counts nothing.
_NUMBERED: Final = rf"[^\W\d_{UNSPACED}]+[-‑]\d{{1,3}}(?![^\W_{UNSPACED}]|[.,]\d)"
_SPACED: Final = write_word(without=UNSPACED)
_RUN: Final = rf"[{HAN}]+|[{HIRAGANA}]+|[{KATAKANA}]+|[{CONTINUOUS}]+"
_WORD: Final = re.compile(rf"{_NUMBERED}|{FIGURE}|{_RUN}|{_SPACED}(?:['’]{_SPACED})*")
# The parts of an address of a page or of a person are no words of the report.
# Behind them particles may follow without a space, in Korean, too.
_PAGE: Final = (
    r"(?:(?<![a-zA-Z0-9])(?i:https?://|www\.)|(?<![a-zA-Z0-9.@-])(?:[a-zA-Z0-9-]+\.)+[a-z]{2,24}/)"
    rf"(?:[!-~]|[^\W{UNSPACED}\uac00-\ud7a3])*(?<=[\w/=&#~-])"
)
_PERSON: Final = r"(?<![a-zA-Z0-9_.+-])[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+"
_ADDRESS: Final = re.compile(f"{_PAGE}|{_PERSON}")
_ADDRESSED: Final = re.compile(r"[/@]|(?i:www\.)")
# Longer ones are no words, and numbers no numbers: whoever sends many would fill the memory.
_LONGEST: Final = 40
_BETWEEN: Final = " \u00a0\u202f-‑"
# In a title with capitals on most words a capital marks no name.
_TITLE_WORDS: Final = 4
_TITLE_SHARE: Final = 0.7

Read = tuple[str, bool, bool]


def read_words(text: str, language: str | None) -> Iterator[Read]:
    """Yield each word or number of a text: those of :func:`read_sentences` in a row.

    Args:
        text: Of a report.
        language: BCP 47 tag.
    """
    return chain.from_iterable(words for _, words in read_sentences(text, language))


def read_sentences(text: str, language: str | None) -> Iterator[tuple[str, Sequence[Read]]]:
    """Yield each sentence of a text with its words and numbers, as they are written.

    Args:
        text: Of a report.
        language: BCP 47 tag.

    Returns:
        Each word with whether a capital makes it a name, and whether that goes on the word before,
        as in ``Saint-Ambrelin``.
    """
    plain = _ADDRESS.sub(" ", text) if _ADDRESSED.search(text) else text
    for sentence in walk_sentences(plain):
        words = [part for word in _WORD.findall(sentence) for part in _part_word(word, language)]
        capitals = [word[0].isupper() for word in words]
        titled = len(words) >= _TITLE_WORDS and sum(capitals) > _TITLE_SHARE * len(words)
        # The first word of a sentence has a capital anyway, and so have most words of a title.
        names = [place > 0 and not titled and it for place, it in enumerate(capitals)]
        yield (
            sentence,
            [
                (word, it, it and capitals[place - 1] and _touch(words[place - 1], word, sentence))
                for place, (word, it) in enumerate(zip(words, names, strict=True))
            ],
        )


def _touch(word: str, following: str, sentence: str) -> bool:
    """Tell whether two words stand in a sentence with but a space or a hyphen between them."""
    return any(f"{word}{between}{following}" in sentence for between in _BETWEEN)


def _part_word(word: str, language: str | None) -> Sequence[str]:
    """Return the words of what is written without spaces; of a word its beginning."""
    if word.isascii() or not is_unspaced(word):
        return (word[:_LONGEST],)
    return split_run(word, language)
