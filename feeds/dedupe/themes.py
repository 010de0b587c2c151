"""Words of a theme: those by which reports of many events of these days are alike.

In a week of war every report names both countries; of these two words a fold cannot be sure. How
many reports have a word does not tell that, for one event can have a hundred reports. So it is
counted how many events they tell, without parting these: reports that are alike by other words
count as one, those that are not as several. That is how the diversity of a forest is measured in
which some species are like each other (Leinster and Cobbold 2012, of order 2).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, combinations
from statistics import fmean
from typing import Final, final

from feeds.dedupe.bars import find_between
from feeds.dedupe.languages import find_language
from feeds.dedupe.proof import find_headline
from feeds.dedupe.terms import HEADLINE, MARKS, NAME
from feeds.dedupe.vectors import (
    OWN_EVENTS,
    Heard,
    Vector,
    damp_vector,
    find_dampings,
    may_tell_less,
    multiply,
    read_vector,
)
from feeds.model import Sketch

# Reports this near by other words tell one event, by how many terms they are known by.
_ONE_EVENT: Final = ((16, 0.2), (60, 0.4))
# One source seldom tells one thing twice: what it tells is alike anyway, and must be much more so.
_OWN: Final = 4.0
# The words of a theme make reports of many events alike, so they count less in a second round.
_ROUNDS: Final = 2
# What half of so many reports with a word share is of one theme with it.
_MANY: Final = 15
_SHARED: Final = 0.5
# Bare headlines of one event share little else.
_FEWEST_WORDS: Final = 10
# More in common makes one event of them.
_THEME_WORDS: Final = 3
# Batches that are told in other days ask with other reports.
_MOST_KEPT: Final = 8
# Of more reports with a word some say enough.
_MOST_COMPARED: Final = 10


@lru_cache(maxsize=_MOST_KEPT)
def count_heard(reports: tuple[Sketch, ...]) -> Heard:
    """Count how many events of these days have each term.

    Args:
        reports: Of these days, some hundreds. What is counted is kept for the next who asks with
            the same. Where a term has many in several languages, it counts as in the one with most;
            where they are too few in a language to make it tell less there, they do not count.
    """
    # Ids are hashes, so those that are compared of many are a sample without order.
    reports = tuple(sorted(reports, key=lambda one: one.story_id))
    vectors = [read_vector(one.terms, one.weights) for one in reports]
    heard = Heard()
    for _ in range(_ROUNDS):
        dampings = {it: find_dampings(it, heard) for it in {one.language for one in reports}}
        damped = [
            damp_vector(vector, dampings[one.language])
            for vector, one in zip(vectors, reports, strict=True)
        ]
        heard = _count_by(damped, reports)
    return heard


def _count_by(vectors: Sequence[Vector], reports: Sequence[Sketch]) -> Heard:
    """Count how many events have each term, by how alike the directions of reports are."""
    headlines = [_keep_headline(*pair) for pair in zip(vectors, reports, strict=True)]
    words = [sum(term[0] not in MARKS for term in vector) for vector in vectors]
    all_told, own = _Likeness(vectors, words), _Likeness(headlines, words, _OWN)
    counts: dict[str, float] = {}
    for (term, language), rows in _list_rows(reports).items():
        most = len(rows)
        if most > OWN_EVENTS and may_tell_less(term, language, most, len(reports)):
            by_source = (own.count_events(term, some) for some in _part_sources(rows, reports))
            events = max(all_told.count_events(term, rows), *by_source)
            counts[term] = max(counts.get(term, 0.0), events)
    common = {term: count for term, count in counts.items() if count > OWN_EVENTS}
    return Heard(reports=len(reports), counts=common)


def _keep_headline(vector: Vector, report: Sketch) -> Vector:
    """Return what the words of a headline weigh: below it a source has forms that it fills in."""
    headline = find_headline(report)
    return {term: vector[term] for term in vector if term.removeprefix(NAME) in headline}


def _part_sources(rows: Iterable[int], reports: Sequence[Sketch]) -> Iterable[Sequence[int]]:
    """Return the rows of each source."""
    told = defaultdict[str, list[int]](list)
    for row in rows:
        told[reports[row].source_id].append(row)
    return told.values()


def _list_rows(reports: Iterable[Sketch]) -> dict[tuple[str, str], list[int]]:
    """Return the rows of the reports that have each term, for each language apart."""
    rows = defaultdict[tuple[str, str], list[int]](list)
    for row, sketch in enumerate(reports):
        language = find_language(sketch.language or "")
        for term in sketch.terms:
            rows[term.removeprefix(HEADLINE), language].append(row)
    return rows


@final
class _Likeness:
    """How alike reports are; of each two it is measured once."""

    def __init__(
        self, vectors: Sequence[Vector], words: Sequence[int], strictness: float = 1.0
    ) -> None:
        self._vectors = vectors
        self._strictness = strictness
        self._words = words
        self._measured: dict[tuple[int, int], tuple[float, float]] = {}

    def count_events(self, term: str, rows: Sequence[int]) -> float:
        """Return how many events reports with a term tell, by what they share besides it."""
        words = sorted({term.removeprefix(NAME), *self._find_common(rows)})
        return self._count(rows, (*words, *(NAME + word for word in words)))

    def _find_common(self, rows: Sequence[int]) -> list[str]:
        """Return the few words that half of many reports share: they are of one theme, too."""
        if len(rows) < _MANY or fmean(self._words[row] for row in rows) < _FEWEST_WORDS:
            return []
        shared = Counter(chain.from_iterable(self._vectors[row] for row in rows))
        words = [(term, count) for term, count in shared.items() if term[0] not in MARKS]
        often = sorted((-count, term) for term, count in words if count >= _SHARED * len(rows))
        return [term for _, term in often[:_THEME_WORDS]]

    def _count(self, rows: Sequence[int], besides: Sequence[str]) -> float:
        """Return how many events reports tell, by what they share besides some terms."""
        some = rows[:: (len(rows) - 1) // _MOST_COMPARED + 1]
        if len(some) == 1:
            return 1.0
        pairs = combinations(some, 2)
        alike = fmean([self._compare(one, other, besides) for one, other in pairs])
        return len(rows) / (1 + (len(rows) - 1) * alike)

    def _compare(self, one: int, other: int, besides: Sequence[str]) -> float:
        """Return how surely two reports tell one event, by all but some terms, 0 to 1."""
        left, right = self._vectors[one], self._vectors[other]
        cosine, needed = self._measure(one, other)
        for term in besides:
            if term in left and term in right:
                cosine -= left[term] * right[term]
        return min(1.0, max(0.0, cosine) / (needed * self._strictness))

    def _measure(self, one: int, other: int) -> tuple[float, float]:
        """Return the cosine of two reports, and that from which on they surely tell one event."""
        known = self._measured.get((one, other))
        if known is None:
            words = (self._words[one] + self._words[other]) / 2
            cosine = multiply(self._vectors[one], self._vectors[other])
            known = self._measured[one, other] = (cosine, find_between(words, _ONE_EVENT))
        return known
