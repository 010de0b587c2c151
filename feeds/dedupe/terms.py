"""The bag of terms of a story: what its headline and its beginning are about.

A term is one text: ``*storm`` stands in the headline, ``storm`` below it, ``^aubeva`` is a name
and ``#12`` a number; it stands in the bag as often as in the story.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from feeds.dedupe.frequencies import COMMON, UNKNOWN, find_table
from feeds.model import Story
from feeds.text.words import fold_text

HEADLINE: Final = "*"
NAME: Final = "^"
NUMBER: Final = "#"
MARKS: Final = frozenset((NAME, NUMBER))

# Inflected forms of a word meet in their beginnings, in any language with an alphabet.
_CUT: Final = 6
# What comes later in a report is background, which reports of other events share.
_MOST_WORDS: Final = 250
_Read = tuple[str, tuple[str, ...]]

# ``1,200``, ``1.200`` and ``1 200`` are one number, so are ``5.4`` and ``5,4``.
_FIGURE: Final = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![^\W_])|\d+(?:[.,]\d+)+(?![^\W_])"
# ``Covid-19``, ``F-35``: that number counts nothing.
_NUMBERED: Final = r"[^\W\d_]+[-‑]\d{1,3}(?![^\W_]|[.,]\d)"
_WORD: Final = re.compile(rf"{_NUMBERED}|{_FIGURE}|[^\W_]+(?:['’][^\W_]+)*")
_NUMBER_OF_NAME: Final = re.compile(r"(?<=[^\W\d_]{3})[-‑]\d+$")
_THOUSANDS: Final = re.compile(r"(?<=\d)[., \u00a0\u202f](?=\d{3}(?!\d))")
# The parts of a web address are no words of the report.
_ADDRESS: Final = re.compile(r"(?<![a-z0-9])(?:https?://|www\.)[!-~]+", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[.!?。！？])\s+|\n")
# Scripts without spaces between words: runs of characters take the place of words.
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
# Of characters that are words or syllables two tell something; of the letters of Thai and Lao four.
_LETTERS: Final = re.compile(r"[\u0e00-\u0eff]+")
_LETTER_RUN: Final = 4
_CHARACTER_RUN: Final = 2
# Longer ones are no words, and numbers no numbers: whoever sends many would fill the memory.
_LONGEST: Final = 40
# One letter can stand for several words, with spaces between them: ﷺ.
_PART: Final = re.compile(r"[^\W_]+")
# In a title with capitals on most words a capital marks no name.
_TITLE_WORDS: Final = 4
_TITLE_SHARE: Final = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Bag:
    """The terms of a story.

    Attributes:
        terms: Sorted; each as often as it stands there.
        headline: Those that stand in the headline, without its mark.
        spelled: How each was written where it stood first, without the mark of a headline.
    """

    terms: tuple[str, ...]
    headline: frozenset[str]
    spelled: Mapping[str, str]


def read_bag(story: Story) -> Bag:
    """Return the bag of a story.

    Words so common that they tell nothing are left out, and all behind the first 250; so is the
    year it was told in, with those beside it: reports of anything name them.
    """
    language = story.language
    below = f"{story.standfirst}\n{story.body_text}"
    if below.lstrip().startswith(story.headline):
        below = below.lstrip()[len(story.headline) :]
    above = list(_read_words(story.headline, language))
    words = [*above, *islice(_read_words(below, language), _MOST_WORDS)]
    headline = [term for _, terms in above for term in terms if term[0] not in MARKS]
    terms = [term for _, terms in above for term in terms if term[0] in MARKS]
    terms += [HEADLINE + term for term in headline]
    terms += [term for _, terms in words[len(above) :] for term in terms]
    years = {f"{NUMBER}{story.told.year + way}" for way in (-1, 0, 1)}
    return Bag(
        terms=tuple(sorted([term for term in terms if term not in years])),
        headline=frozenset(headline),
        spelled={term: word for word, terms in reversed(words) for term in terms},
    )


def cut_word(word: str) -> str:
    """Return the beginning of a folded word: ``resigned`` and ``resignation`` are one."""
    return word[:_CUT]


def _read_words(text: str, language: str | None) -> Iterator[_Read]:
    """Yield each word with its terms: none, one, or two if it is a name, too."""
    for sentence in _SENTENCE.split(_ADDRESS.sub(" ", text)):
        words = [part for word in _WORD.findall(sentence) for part in _part_run(word)]
        capitals = sum([word[0].isupper() for word in words])
        titled = len(words) >= _TITLE_WORDS and capitals > _TITLE_SHARE * len(words)
        # The first word of a sentence has a capital anyway, and so have most words of a title.
        for word in words if titled else words[:1]:
            yield word, _read_word(word, language)[0]
        for word in () if titled else words[1:]:
            yield word, _read_word(word, language)[1]


def _part_run(word: str) -> Iterable[str]:
    """Return the parts of a run without spaces that share a character; of a word the beginning."""
    if len(word) <= _LONGEST:
        return (word,)
    if not _UNSPACED.fullmatch(word):
        return (word[:_LONGEST],)
    return (word[place : place + _LONGEST] for place in range(0, len(word) - 1, _LONGEST - 1))


@lru_cache(maxsize=16_384)
def _read_word(word: str, language: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a word says: its cut parts that are not common; and that as a name.

    One letter says nothing; the English genitive neither, nor the number of a name, unless that is
    but a letter or two: ``F-35``.
    """
    folded = fold_text(_NUMBER_OF_NAME.sub("", word)).replace("’", "'").removesuffix("'s")
    if not folded.isalpha() and any(character.isdigit() for character in folded):
        number = "".join(_THOUSANDS.sub("", folded).replace(",", ".").split())
        return (NUMBER + number,), (NUMBER + number,)
    table = find_table(language)
    terms = tuple(
        [it for it in _cut_parts(folded) if len(it) > 1 and table.get(it, UNKNOWN) < COMMON]
    )
    if not word[0].isupper():
        return terms, terms
    return terms, (*terms, *[NAME + term for term in terms])


def _cut_parts(folded: str) -> Iterable[str]:
    """Return the beginnings of its words, or the runs of one that has no words apart."""
    if _UNSPACED.fullmatch(folded):
        size = _LETTER_RUN if _LETTERS.fullmatch(folded) else _CHARACTER_RUN
        return (folded[place : place + size] for place in range(max(1, len(folded) - size + 1)))
    return (cut_word(part) for part in _PART.findall(folded))
