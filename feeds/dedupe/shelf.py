"""Where sketches stand so that the few worth comparing are found at once."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Final, final

from feeds.dedupe.evidence import EVENT_OVERLAP, EVENT_WEIGHT, Card
from feeds.dedupe.sketching import LEAD_MARK
from feeds.model import Candidate, Membership, Sketch

# Stories a desk is assumed to have seen besides: without them every word of a small desk is rare.
_BACKGROUND_STORIES: Final = 500
# Of a drawer only the newest are looked at, so that a notice in 30,000 stories costs no more.
_MOST_PER_DRAWER: Final = 100


def weigh_terms(sketches: Iterable[Sketch]) -> Mapping[str, float]:
    """Return what each term weighs: its inverse document frequency, in nats."""
    written = Counter[str]()
    stories = _BACKGROUND_STORIES
    for sketch in sketches:
        written.update(sketch.terms)
        stories += 1
    counts = Counter[str]()
    for term, count in written.items():
        counts[term.removeprefix(LEAD_MARK)] += count
    return {term: math.log(stories / count) for term, count in counts.items()}


@final
class Shelf:
    """Sketches by key, band and term, in the order they were put up.

    Cards are made only of those that are found: most of thousands never are.
    """

    def __init__(self, weights: Mapping[str, float], wanted: Sequence[Sketch]) -> None:
        """Begin empty.

        Args:
            weights: Of every term that any sketch will have.
            wanted: All that will be looked for: by other terms than theirs nothing is found.
        """
        self.weights = weights
        self.places: dict[str, Membership] = {}
        self._terms_wanted = _spell_terms(wanted)
        self._sketches: list[Sketch] = []
        self._cards: dict[int, Card] = {}
        self._rows: dict[str, int] = {}
        self._keys = defaultdict[str, list[int]](list)
        self._bands = defaultdict[int, list[int]](list)
        self._terms = defaultdict[str, list[int]](list)

    def make_card(self, sketch: Sketch) -> Card:
        """Lay a sketch out for comparing, without putting it up."""
        words = [term.removeprefix(LEAD_MARK) for term in sketch.terms]
        return Card(
            sketch=sketch,
            terms=frozenset(words),
            headline=frozenset(term for term in sketch.terms if not term.startswith(LEAD_MARK)),
            weight=sum(self.weights[word] for word in words),
        )

    def put_up(self, sketch: Sketch, membership: Membership | None) -> None:
        """Make a sketch findable; without a place when only its terms are known."""
        row = len(self._sketches)
        self._sketches.append(sketch)
        self._rows[sketch.story_id] = row
        if membership is not None:
            self.places[sketch.story_id] = membership
        for key in sketch.keys:
            self._keys[key].append(row)
        for band in sketch.bands:
            self._bands[band].append(row)
        for term in self._terms_wanted.intersection(sketch.terms):
            self._terms[term.removeprefix(LEAD_MARK)].append(row)

    def find_sketch(self, story_id: str) -> Sketch | None:
        """Return the sketch of a story that stands here."""
        row = self._rows.get(story_id)
        return None if row is None else self._sketches[row]

    def find_by_key(self, sketch: Sketch) -> Sequence[Card]:
        """Return the cards that share a key, in no order."""
        return self._collect(self._keys.get(key, ()) for key in sketch.keys)

    def find_by_band(self, sketch: Sketch) -> Sequence[Card]:
        """Return the cards that share a band, in no order."""
        return self._collect(self._bands.get(band, ()) for band in sketch.bands)

    def find_by_term(self, card: Card) -> Sequence[Card]:
        """Return the cards that may share enough terms for one event, in no order.

        The commonest terms are not looked up as long as all of them with one more weigh too
        little to make an event (prefix filtering; Chaudhuri, Ganti and Kaushik 2006): then two
        of the others must be shared.
        """
        terms = sorted(card.terms, key=lambda term: (self.weights[term], term))
        spare = max(EVENT_WEIGHT, EVENT_OVERLAP * card.weight)
        spare -= self.weights[terms[-1]] if terms else 0.0
        drawers: list[Sequence[int]] = []
        for term in terms:
            spare -= self.weights[term]
            if spare <= 0:
                drawers.append(self._terms.get(term, ())[-_MOST_PER_DRAWER:])
        counts = Counter(chain.from_iterable(drawers))
        return [self._take_card(row) for row, count in counts.items() if count > 1]

    def _collect(self, drawers: Iterable[Sequence[int]]) -> Sequence[Card]:
        """Return the cards in any of the drawers, each once."""
        rows = {row for drawer in drawers for row in drawer[-_MOST_PER_DRAWER:]}
        return [self._take_card(row) for row in rows]

    def _take_card(self, row: int) -> Card:
        """Return the card of a row, made when it is first found."""
        if row not in self._cards:
            self._cards[row] = self.make_card(self._sketches[row])
        return self._cards[row]


def fill_shelf(
    sketches: Sequence[Sketch], candidates: Sequence[Candidate], heard: Sequence[Sketch]
) -> Shelf:
    """Return a shelf with all that is remembered, in the order it was told.

    Args:
        sketches: Those that will be looked for and put up; their terms are weighed, too.
        candidates: Stories remembered, with all that is known of them.
        heard: Sketches with their terms only; a candidate may be among them.
    """
    places = {candidate.sketch.story_id: candidate.membership for candidate in candidates}
    remembered = [sketch for sketch in heard if sketch.story_id not in places]
    remembered += [candidate.sketch for candidate in candidates]
    remembered.sort(key=order_told)
    shelf = Shelf(weigh_terms((*remembered, *sketches)), sketches)
    for sketch in remembered:
        shelf.put_up(sketch, places.get(sketch.story_id))
    return shelf


def order_told(sketch: Sketch) -> tuple[datetime, str]:
    """Return by what sketches are put in order: the earliest told, then the lowest id."""
    return (sketch.told, sketch.story_id)


def _spell_terms(sketches: Iterable[Sketch]) -> frozenset[str]:
    """Return the terms of sketches, as they are written with and without their mark."""
    words = {term.removeprefix(LEAD_MARK) for sketch in sketches for term in sketch.terms}
    return frozenset(chain(words, (LEAD_MARK + word for word in words)))
