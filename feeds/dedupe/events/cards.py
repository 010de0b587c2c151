"""Sketches laid out for comparing: what a report is about, as it stands and as of these days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final, final

from feeds.dedupe.sketches.parts import find_figures, read_headline
from feeds.dedupe.sketches.terms import MARKS
from feeds.dedupe.sketches.vectors import Heard, Vector, damp_vector, find_dampings, read_vector
from feeds.model import SIGNS, Sketch

# Words that weigh as much as the heaviest of a headline are its subjects, too.
_SUBJECT: Final = 0.98
# What is laid out is asked for again by the next batches, as long as its event is told.
_MOST_KEPT: Final = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a sketch says, whatever others say.

    Attributes:
        vector: What it is about.
        signs: The terms by which it is found.
        words: The words it is known by.
        headline: Those of its headline.
        subjects: The words of its headline that tell most: who or where it is about.
        marks: Names and numbers: what parts events of one kind.
    """

    vector: Vector
    signs: tuple[str, ...]
    words: frozenset[str]
    headline: frozenset[str]
    subjects: frozenset[str]
    marks: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Card:
    """A sketch laid out for comparing.

    Attributes:
        sketch: The sketch.
        heard: How common terms are.
        dampings: How much less some tell than in general, in its language.
        outline: What it says.
        measured: How near it is to others, by the identity of their cards.
    """

    sketch: Sketch
    heard: Heard
    dampings: Mapping[str, float]
    outline: Outline
    measured: dict[int, float] = field(default_factory=dict)

    @cached_property
    def vector(self) -> Vector:
        """What it is about, as of these days."""
        return damp_vector(self.outline.vector, self.dampings)

    @property
    def words(self) -> frozenset[str]:
        """The words it is known by."""
        return self.outline.words

    @cached_property
    def signs(self) -> tuple[tuple[str, float], ...]:
        """The terms by which others are found, and what of each counts that another one has."""
        vector, dampings = self.outline.vector, self.dampings
        return tuple([(it, vector[it] * dampings.get(it, 1.0) ** 2) for it in self.outline.signs])

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Its words that stand beside each other in a name."""
        pairs = (name.split(" ") for name in self.sketch.names)
        return tuple([(first, second) for first, second in pairs])

    @cached_property
    def sentences(self) -> Mapping[int, Sequence[str]]:
        """The terms that stand in one sentence only below the headline, by its number."""
        terms = defaultdict[int, list[str]](list)
        # Of a story that was kept before sentences were numbered nothing is known.
        for term, number in zip(self.outline.vector, self.sketch.sentences, strict=False):
            if number:
                terms[abs(number)].append(term)
        return terms

    @cached_property
    def opening(self) -> int:
        """The number of the sentence that opens the report as its headline does; 0 for none."""
        return max(0, -min(self.sketch.sentences, default=0))

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its numbers without letters."""
        return find_figures(self.sketch)

    @cached_property
    def told(self) -> float:
        """When it was told, in seconds since 1970."""
        return self.sketch.told.timestamp()


@final
class Deck:
    """The cards of some batches: each is laid out once, and each two are compared once.

    Attributes:
        heard: How common terms are in the events of these days.
    """

    def __init__(self, heard: Heard | None = None) -> None:
        """Begin with none.

        Args:
            heard: How common terms are in the events of these days.
        """
        self.heard = heard or Heard()
        self._cards = defaultdict[str, list[Card]](list)
        self._dampings: dict[str | None, Mapping[str, float]] = {}

    def lay_out(self, sketches: Iterable[Sketch]) -> tuple[Card, ...]:
        """Return a card for each sketch; a story that was revised can have two."""
        return tuple([self._find_card(sketch) for sketch in sketches])

    def _find_card(self, sketch: Sketch) -> Card:
        known = self._cards[sketch.story_id]
        for card in known:
            if card.sketch is sketch or _list_compared(card.sketch) == _list_compared(sketch):
                return card
        known.append(
            Card(
                sketch=sketch,
                heard=self.heard,
                dampings=self._find_dampings(sketch.language),
                outline=outline_terms(sketch.terms, sketch.weights),
            )
        )
        return known[-1]

    def _find_dampings(self, language: str | None) -> Mapping[str, float]:
        if language not in self._dampings:
            self._dampings[language] = find_dampings(language, self.heard)
        return self._dampings[language]


def _list_compared(sketch: Sketch) -> tuple[object, ...]:
    """Return all of a sketch that a comparison with others looks at."""
    return (
        *(sketch.terms, sketch.weights, sketch.names, sketch.sentences),
        *(sketch.told, sketch.language, sketch.source_id, sketch.publication, sketch.anonymous),
    )


@lru_cache(maxsize=_MOST_KEPT)
def outline_terms(terms: tuple[str, ...], weights: tuple[int, ...]) -> Outline:
    """Return what a sketch with these terms says.

    Args:
        terms: As a sketch keeps them.
        weights: The same.
    """
    vector = read_vector(terms, weights)
    bare = list(vector)
    words = frozenset([term for term in bare if term[0] not in MARKS])
    headline = read_headline(terms)
    return Outline(
        vector=vector,
        signs=tuple(bare[:SIGNS]),
        words=words,
        headline=headline,
        subjects=_find_subjects(vector, words & headline),
        marks=frozenset(bare).difference(words),
    )


def _find_subjects(vector: Vector, words: Iterable[str]) -> frozenset[str]:
    weights = [(vector[word], word) for word in words]
    least = _SUBJECT * max(weights, default=(0.0, ""))[0]
    return frozenset([word for weight, word in weights if weight >= least])
