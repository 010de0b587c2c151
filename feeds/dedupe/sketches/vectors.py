"""What a story is about as a direction: the cosine of two says how near they are.

Words, names and numbers are weighed each among themselves, so that a long text does not drown
them, and then put together by fixed shares.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from feeds.dedupe.sketches.frequencies import UNKNOWN, find_frequency, find_table
from feeds.dedupe.sketches.parts import find_body
from feeds.dedupe.sketches.terms import HEADLINE, NAME, NUMBER
from feeds.model import Sketch

Vector = Mapping[str, float]

UNIT: Final = 10_000
# A name is among the words already, and names are what reports of one theme share.
_SHARES: Final = {"": 0.5, NAME: 0.1, NUMBER: 0.15}
# As if so many stories of so many words had been heard before.
_STORIES: Final = 3_000
_STORY_WORDS: Final = 60
# One digit tells hardly anything, a number of three or more little else shares.
_NUMBER_SHARES: Final = (0.1, 0.04, 0.005)
# Rare words count for more than their information alone.
_POWER: Final = 1.5
# Reports that must have been heard until their terms are weighed like those of the tables.
_EVENTS: Final = 500
# The reports of one event are not all alike, so that a word of it is heard in about two.
OWN_EVENTS: Final = 2.5
# In a headline a name would count too much, as a word and as a name.
_FEWEST_WORDS: Final = 12
# Signs that more events have are not looked up, for they find too many.
_COMMON_SHARE: Final = 0.01
_FEWEST_SIGNS: Final = 3
# Of so many words of a headline one is shared by chance; of three, one may be all there is.
_MANY_SIGNS: Final = 8
_MOST_TERMS: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """How common terms are in the events of these days.

    Attributes:
        reports: In how many they were counted.
        counts: How many events those with each term tell, where that makes it tell less.
    """

    reports: int = 0
    counts: Mapping[str, float] = field(default_factory=dict)


def weigh_terms(bag: Iterable[str], language: str | None) -> list[tuple[str, float]]:
    """Return what tells most of a story, strongest first, with its weight, 0 to 1.

    Args:
        bag: Its terms, each as often as it stands there.
        language: BCP 47 tag.
    """
    parts = {mark: _weigh_part(mark, counts, language) for mark, counts in _part(bag).items()}
    if len(parts[""]) < _FEWEST_WORDS:
        parts[NAME] = []
    shares = {mark: _share_part(mark, weights) for mark, weights in parts.items()}
    total = sum(shares.values())
    weighed: list[tuple[float, str]] = []
    for mark, weights in parts.items():
        length = math.sqrt(sum([weight * weight for weight, _ in weights]))
        scale = math.sqrt(shares[mark] / total) / length if length else 0.0
        weighed += [(-weight * scale, term) for weight, term in weights]
    weighed.sort()
    return [(term, -weight) for weight, term in weighed[:_MOST_TERMS]]


def read_vector(terms: tuple[str, ...], weights: tuple[int, ...]) -> Vector:
    """Return the direction of a story: what each of its terms weighs.

    Args:
        terms: As a sketch keeps them.
        weights: The same.
    """
    pairs = zip(terms, weights, strict=True)
    return {term.removeprefix(HEADLINE): weight / UNIT for term, weight in pairs}


def choose_signs(sketch: Sketch, heard: Heard) -> tuple[str, ...]:
    """Return the signs by which to look for others: not those that many events have.

    Where all are common, the rarest three.
    """
    signs = sorted(sketch.signs, key=lambda sign: heard.counts.get(sign, 0))
    most = _COMMON_SHARE * (heard.reports + _EVENTS)
    rare = [sign for sign in signs if heard.counts.get(sign, 0) <= most]
    return tuple(rare or signs[:_FEWEST_SIGNS])


def count_enough(sketch: Sketch, signs: Sequence[str]) -> int:
    """Return how many signs in common are no chance.

    A text has more words than signs, so one of those that tell most is none; of a bare headline all
    words are signs.

    Args:
        sketch: Of a story.
        signs: Those by which others are looked for.
    """
    return 2 if len(signs) >= _MANY_SIGNS and not find_body(sketch) else 1


def find_dampings(language: str | None, heard: Heard) -> Mapping[str, float]:
    """Return how much less than in general each term tells these days, 0 to 1.

    Args:
        language: BCP 47 tag of the stories.
        heard: How common terms are these days.

    Returns:
        Those that tell less, by their names.
    """
    weights = ((term, weigh_term(term, language)) for term in heard.counts)
    return {term: weigh_heard(term, language, heard) / weight for term, weight in weights if weight}


def damp_vector(vector: Vector, dampings: Mapping[str, float]) -> Vector:
    """Return a direction with what many events of these days have counting less.

    Args:
        vector: A direction.
        dampings: How much less some terms tell.
    """
    damped = dict(vector)
    for term in vector.keys() & dampings.keys():
        damped[term] *= dampings[term]
    return damped


def multiply(one: Vector, other: Vector) -> float:
    """Return the cosine of two directions, 0 to 1; less if they are damped."""
    # Exactly rounded: the order of the terms, which differs between processes, does not matter.
    cosine = math.fsum([one[term] * other[term] for term in one.keys() & other.keys()])
    return min(1.0, cosine)  # weights are kept rounded


def may_tell_less(term: str, language: str | None, count: int, reports: int) -> bool:
    """Tell whether a term may be so common these days that it matters, however events are counted.

    Args:
        term: Without the mark of a headline.
        language: BCP 47 tag of the reports that have it.
        count: How many these are: as many events at most.
        reports: Among how many they were found.
    """
    most = Heard(reports=reports, counts={term: count})
    common = count > _COMMON_SHARE * (reports + _EVENTS)
    return common or weigh_heard(term, language, most) < weigh_term(term, language)


def weigh_heard(term: str, language: str | None, heard: Heard) -> float:
    """Return what a term tells these days, in nats: no more than it does in general."""
    count = heard.counts.get(term, 0)
    if count <= OWN_EVENTS:
        return weigh_term(term, language)
    share = (count - OWN_EVENTS) / (heard.reports + _EVENTS)
    return min(weigh_term(term, language), _weigh_share(share))


@lru_cache(maxsize=65_536)
def weigh_term(term: str, language: str | None) -> float:
    """Return what a term tells in general, in nats: 0 if every story has it, 8 if hardly any.

    Args:
        term: Without the mark of a headline.
        language: Of the story.
    """
    if term.startswith(NUMBER):
        digits = sum(1 for character in term if character.isdigit())
        return _weigh_share(_NUMBER_SHARES[min(digits, len(_NUMBER_SHARES)) - 1])
    return _weigh_frequency(find_frequency(term.removeprefix(NAME), language))


@lru_cache(maxsize=1_024)
def _weigh_frequency(frequency: float) -> float:
    """Return what a word tells that is used so often; the tables know a hundred frequencies."""
    return _weigh_share(_guess_share(frequency))


def _weigh_share(share: float) -> float:
    """Return what a term tells that stands in such a share of all stories."""
    return math.log((_STORIES + 1) / (_STORIES * share + 1))


def _guess_share(frequency: float) -> float:
    """Return in which share of all stories a word stands that is used so often."""
    return 1 - math.exp(-_STORY_WORDS * frequency)


def _part(terms: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
    """Return the counts of words, names and numbers, by their mark; headlines count twice."""
    counts: dict[str, dict[str, int]] = {mark: {} for mark in _SHARES}
    words = counts[""]
    for term in terms:
        mark = term[0]
        if mark == HEADLINE:
            bare = term[1:]
            words[bare] = words.get(bare, 0) + 2
        else:
            part = counts.get(mark, words)
            part[term] = part.get(term, 0) + 1
    return counts


def _share_part(mark: str, weights: Sequence[tuple[float, str]]) -> float:
    """Return which share a part has among the others: that of numbers, as far as one tells much."""
    if not weights:
        return 0.0
    told = min(1.0, max(weights)[0] / _LONG_NUMBER) if mark == NUMBER else 1.0
    return told * _SHARES[mark]


def _weigh_part(
    mark: str, counts: Mapping[str, int], language: str | None
) -> list[tuple[float, str]]:
    """Return what each term weighs by how often it stands there and what it tells."""
    if mark == NUMBER:
        return [
            ((1 + math.log(count)) * weigh_term(term, language) ** _POWER, term)
            for term, count in counts.items()
        ]
    log, length, weights = math.log, len(mark), _weigh_table(language)
    weighed = [
        ((1 + log(count)) * weights.get(term[length:], _RAREST), term)
        for term, count in counts.items()
    ]
    return [one for one in weighed if one[0] > 0]


@lru_cache(maxsize=16)
def _weigh_table(language: str | None) -> Mapping[str, float]:
    """Return what each word of a table weighs that stands once in a story."""
    table = find_table(language)
    return {word: _weigh_frequency(frequency) ** _POWER for word, frequency in table.items()}


_RAREST: Final = _weigh_frequency(UNKNOWN) ** _POWER
_LONG_NUMBER: Final = _weigh_share(_NUMBER_SHARES[-1]) ** _POWER
