"""The bag of terms of a story: what its headline and its beginning are about.

A term is one text: ``*storm`` stands in the headline, ``storm`` below it, ``^aubeva`` is a name
and ``#12`` a number; it stands in the bag as often as in the story.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final

from feeds.dedupe.sketches.frequencies import COMMON, UNKNOWN, find_table
from feeds.dedupe.sketches.languages import fold_letters
from feeds.dedupe.sketches.numbers import list_years, names_year, read_number
from feeds.dedupe.sketches.reading import read_sentences
from feeds.dedupe.sketches.sentences import Sentence, Word, number_sentences
from feeds.model import Story
from feeds.text.scripts import CONTINUOUS, HIRAGANA, KATAKANA, WORD, is_unspaced

HEADLINE: Final = "*"
NAME: Final = "^"
NUMBER: Final = "#"
MARKS: Final = frozenset((NAME, NUMBER))

# Inflected forms of a word meet in their beginnings, in any language with an alphabet.
_CUT: Final = 6
# What comes later in a report is background, which reports of other events share.
_MOST_WORDS: Final = 250
# So many words are not longer; whoever writes without spaces and full stops would cost much time.
_MOST_CHARACTERS: Final = 20_000

# Of characters that are words or syllables two tell something; of letters four.
_LETTERS: Final = re.compile(f"[{CONTINUOUS}]+")
_HIRAGANA: Final = re.compile(f"[{HIRAGANA}]+")
_KATAKANA: Final = re.compile(f"[{KATAKANA}]+")
_LETTER_RUN: Final = 4
_CHARACTER_RUN: Final = 2
# A run of more of them is several words, wherever they part.
_MOST_PARTS: Final = 8
_NUMBER_OF_NAME: Final = re.compile(r"(?<=[^\W\d_]{3})[-‑]\d+$")
# One letter can stand for several words, with spaces between them: ﷺ.
_PART: Final = re.compile(WORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bag:
    """The terms of a story.

    Attributes:
        terms: Sorted; each as often as it stands there.
        headline: Those that stand in the headline, without its mark.
        spelled: How each was written where it stood first, without the mark of a headline.
        names: Words that stand beside each other in a name, in order.
        sentences: A number for the sentence in which each stands below the headline.
    """

    terms: tuple[str, ...]
    headline: frozenset[str]
    spelled: Mapping[str, str]
    names: Collection[tuple[str, str]]
    sentences: Mapping[str, int]


def read_bag(story: Story) -> Bag:
    """Return the bag of a story.

    Words so common that they tell nothing are left out, and all behind the first 250; so is the
    year it was told in, with those beside it: reports of anything name them.
    """
    language = story.language
    below = f"{story.standfirst}\n{story.body_text}"
    if below.lstrip().startswith(story.headline):
        below = below.lstrip()[len(story.headline) :]
    years = list_years(story.told, language)
    above = [it for _, some in _read_terms(story.headline, language, years) for it in some]
    sentences = list(_take_words(_read_terms(below, language, years)))
    words = [*above, *chain.from_iterable(some for _, some in sentences)]
    headline = [term for _, terms, _ in above for term in terms if term[0] not in MARKS]
    marked = [term for _, terms, _ in above for term in terms if term[0] in MARKS]
    terms = [*marked, *[HEADLINE + term for term in headline]]
    terms += [term for _, terms, _ in words[len(above) :] for term in terms]
    named = {*marked, *headline, *[NAME + term for term in headline]}
    return Bag(
        terms=tuple(sorted(terms)),
        headline=frozenset(headline),
        spelled={term: word for word, terms, _ in reversed(words) for term in terms},
        names=_list_names(words),
        sentences=number_sentences(sentences, named),
    )


def cut_word(word: str) -> str:
    """Return the beginning of a folded word: ``resigned`` and ``resignation`` are one."""
    return word[:_CUT]


def _read_terms(text: str, language: str | None, years: frozenset[int]) -> Iterator[Sentence]:
    """Yield sentences, each word with its terms: none, one, or two if it is a name, too."""
    for sentence, words in read_sentences(text[:_MOST_CHARACTERS], language):
        yield (
            sentence,
            [
                (word, () if names_year(word, years) else _read_word(word, language)[name], goes_on)
                for word, name, goes_on in words
            ],
        )


def _take_words(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield sentences up to the last word that counts."""
    left = _MOST_WORDS
    for sentence, words in sentences:
        yield sentence, words[:left]
        left -= len(words)
        if left <= 0:
            return


def _list_names(words: Sequence[Word]) -> Collection[tuple[str, str]]:
    """Return the words that stand beside each other in a name, each two once."""
    names: dict[tuple[str, str], None] = {}
    for (_, before, _), (_, terms, goes_on) in pairwise(words):
        if goes_on and before and terms and terms[0][0] not in MARKS:
            plain = [term for term in before if term[0] not in MARKS]
            names |= {(term, terms[0]): None for term in plain[-1:]}
    for word, terms, _ in words:
        if is_unspaced(word):
            for start in range(0, len(terms), _MOST_PARTS):
                names |= dict.fromkeys(pairwise(terms[start : start + _MOST_PARTS]))
    return names.keys()


@lru_cache(maxsize=16_384)
def _read_word(word: str, language: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a word says: its cut parts that are not common; and that as a name.

    One letter says nothing; the English genitive neither, nor the number of a name, unless that is
    but a letter or two: ``F-35``.
    """
    bare = _NUMBER_OF_NAME.sub("", word)
    folded = fold_letters(bare, language).removesuffix("'s")
    if not folded.isalpha() and any(character.isdigit() for character in folded):
        number = NUMBER + read_number(bare)
        return (number,), (number,)
    table = find_table(language)
    terms = tuple(
        [it for it in cut_parts(folded) if len(it) > 1 and table.get(it, UNKNOWN) < COMMON]
    )
    return terms, (*terms, *[NAME + term for term in terms])


def cut_parts(folded: str) -> Iterable[str]:
    """Return the beginnings of the words of a folded text, or runs of what has no words apart."""
    if is_unspaced(folded):
        return _cut_run(folded)
    return (cut_word(part) for part in _PART.findall(folded))


def _cut_run(run: str) -> Iterable[str]:
    """Return what tells something of a run of one script; hiragana is endings and particles."""
    if _HIRAGANA.fullmatch(run):
        return ()
    if _KATAKANA.fullmatch(run):
        return (cut_word(run),)
    size = _LETTER_RUN if _LETTERS.fullmatch(run) else _CHARACTER_RUN
    return (run[place : place + size] for place in range(max(1, len(run) - size + 1)))
