"""Where cards stand so that the few worth comparing are found at once."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, final

from feeds.dedupe.evidence import EVENT_OVERLAP, EVENT_WEIGHT, Card
from feeds.dedupe.sketching import LEAD_MARK
from feeds.model import Membership, Sketch

# Stories a desk is assumed to have seen besides: without them every word of a small desk is rare.
_BACKGROUND_STORIES: Final = 500
# Of a drawer only the newest are looked at, so that a notice in 30,000 stories costs no more.
_MOST_PER_DRAWER: Final = 100


def weigh_terms(sketches: Iterable[Sketch]) -> Mapping[str, float]:
    """Return what each term weighs: its inverse document frequency, in nats."""
    counts = Counter[str]()
    stories = _BACKGROUND_STORIES
    for sketch in sketches:
        counts.update(term.removeprefix(LEAD_MARK) for term in sketch.terms)
        stories += 1
    return {term: math.log(stories / count) for term, count in counts.items()}


@final
class Shelf:
    """Cards by key, band and term, in the order they were put up."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Begin empty.

        Args:
            weights: Of every term that any card will have.
        """
        self.weights = weights
        self.cards: list[Card] = []
        self.places: dict[str, Membership] = {}
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

    def put_up(self, card: Card, membership: Membership) -> None:
        """Make a card findable."""
        row = len(self.cards)
        self.cards.append(card)
        self.places[card.sketch.story_id] = membership
        self._rows[card.sketch.story_id] = row
        for key in card.sketch.keys:
            self._keys[key].append(row)
        for band in card.sketch.bands:
            self._bands[band].append(row)
        for term in card.terms:
            self._terms[term].append(row)

    def find_card(self, story_id: str) -> Card | None:
        """Return the card of a story that stands here."""
        row = self._rows.get(story_id)
        return None if row is None else self.cards[row]

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
        return [self.cards[row] for row, count in counts.items() if count > 1]

    def _collect(self, drawers: Iterable[Sequence[int]]) -> Sequence[Card]:
        rows = {row for drawer in drawers for row in drawer[-_MOST_PER_DRAWER:]}
        return [self.cards[row] for row in rows]
