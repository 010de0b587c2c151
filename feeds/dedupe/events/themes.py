"""Words of a theme: those by which reports of many events of these days are alike.

In a week of war every report names both countries; of these two words a fold cannot be sure. How
many reports have a word does not tell that, for one event can have a hundred reports. So it is
counted how many events they tell, without parting these: reports that are alike by other words
count as one, those that are not as several. That is how the diversity of a forest is measured in
which some species are like each other (Leinster and Cobbold 2012, of order 2).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, combinations
from statistics import fmean
from typing import Final, final

from feeds.dedupe.copies.tellers import Teller, is_own, name_teller
from feeds.dedupe.events.bars import find_between
from feeds.dedupe.sketches.parts import find_headline
from feeds.dedupe.sketches.terms import HEADLINE, MARKS, NAME
from feeds.dedupe.sketches.vectors import (
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
from feeds.text.tags import find_language

# Reports this near by other words tell one event, by how many terms they are known by.
_ONE_EVENT: Final = ((16, 0.2), (60, 0.4))
# One source seldom tells one thing twice: what it tells is alike anyway, and must be much more so.
_OWN: Final = 4.0
# Two reports of one source that are so alike fill in one form.
_FORM: Final = 0.45
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

# In how many reports a word stands, the word, and their rows as the bits of a number.
_Holders = tuple[int, str, int]
# By what two reports are compared, its cosine, and from which on they tell one event.
_Measured = tuple[Vector, Vector, float, float]


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
        heard = _count_by(damped, vectors, reports)
    return heard


def _count_by(
    vectors: Sequence[Vector], plain: Sequence[Vector], reports: Sequence[Sketch]
) -> Heard:
    """Count how many events have each term, by how alike the directions of reports are."""
    likeness = _Likeness(vectors, plain, reports)
    counts: dict[str, float] = {}
    for (term, language), rows in _list_rows(reports).items():
        most = len(rows)
        if most > OWN_EVENTS and may_tell_less(term, language, most, len(reports)):
            events = likeness.count_events(term, rows)
            for own in _part_sources(rows, reports):
                # So many reports tell no more events than they are.
                if len(own) > max(events, OWN_EVENTS):
                    events = max(events, likeness.count_own(term, own))
            counts[term] = max(counts.get(term, 0.0), events)
    common = {term: count for term, count in counts.items() if count > OWN_EVENTS}
    return Heard(reports=len(reports), counts=common)


def _keep_headline(vector: Vector, report: Sketch) -> Vector:
    """Return what the words of a headline weigh: below it a source has forms that it fills in."""
    headline = find_headline(report)
    return {term: vector[term] for term in vector if term.removeprefix(NAME) in headline}


def _part_sources(rows: Iterable[int], reports: Sequence[Sketch]) -> Iterable[Sequence[int]]:
    """Return the rows of each who told some."""
    told = defaultdict[Teller, list[int]](list)
    for row in rows:
        told[name_teller(reports[row])].append(row)
    return told.values()


def _list_rows(reports: Iterable[Sketch]) -> dict[tuple[str, str], list[int]]:
    """Return the rows of the reports that have each term, for each language apart."""
    rows = defaultdict[tuple[str, str], list[int]](list)
    for row, sketch in enumerate(reports):
        language = find_language(sketch.language or "")
        for term in sketch.terms:
            rows[term.removeprefix(HEADLINE), language].append(row)
    return rows


def _list_holders(vectors: Sequence[Vector]) -> Sequence[_Holders]:
    """Return which reports have each word that half of many can share, the most frequent first."""
    rows = defaultdict[str, list[int]](list)
    for row, vector in enumerate(vectors):
        for term in vector:
            if term[0] not in MARKS:
                rows[term].append(row)
    often = [(len(it), term) for term, it in rows.items() if len(it) >= _SHARED * _MANY]
    return [(count, term, _mark_rows(rows[term])) for count, term in sorted(often, reverse=True)]


def _mark_rows(rows: Iterable[int]) -> int:
    """Return rows as the bits of a number: so it is quickly counted which of them have a word."""
    marked = 0
    for row in rows:
        marked |= 1 << row
    return marked


@final
class _Likeness:
    """How alike reports are; of each two it is measured once."""

    def __init__(
        self, vectors: Sequence[Vector], plain: Sequence[Vector], reports: Sequence[Sketch]
    ) -> None:
        self._vectors = vectors
        self._plain = plain
        self._headlines = [_keep_headline(*it) for it in zip(vectors, reports, strict=True)]
        self._holders = _list_holders(self._vectors)
        self._titled = _list_holders(self._headlines)
        self._reports = reports
        self._words = [sum(it[0] not in MARKS for it in one) for one in vectors]
        self._measured: dict[tuple[int, int], _Measured] = {}

    def count_events(self, term: str, rows: Sequence[int]) -> float:
        """Return how many events reports with a term tell, by what they share besides it."""
        return self._count(rows, _name_all({term, *self._find_common(rows, self._holders)}))

    def count_own(self, term: str, rows: Sequence[int]) -> float:
        """Return how many events reports with a term tell that are all of one source."""
        common = (self._find_common(rows, it) for it in (self._holders, self._titled))
        return self._count(rows, _name_all({term, *chain(*common)}), _OWN)

    def _find_common(self, rows: Sequence[int], holders: Iterable[_Holders]) -> list[str]:
        """Return the few words that half of many reports share: they are of one theme, too."""
        if len(rows) < _MANY or sum(self._words[row] for row in rows) < _FEWEST_WORDS * len(rows):
            return []
        least, these = _SHARED * len(rows), _mark_rows(rows)
        often: list[tuple[int, str]] = []
        for most, term, holding in holders:
            if most < least:
                break
            if (count := (holding & these).bit_count()) >= least:
                often.append((-count, term))
        return [term for _, term in sorted(often)[:_THEME_WORDS]]

    def _count(self, rows: Sequence[int], besides: Sequence[str], strictness: float = 1.0) -> float:
        """Return how many events reports tell, by what they share besides some terms."""
        some = rows[:: (len(rows) - 1) // _MOST_COMPARED + 1]
        if len(some) == 1:
            return 1.0
        pairs = combinations(some, 2)
        alike = fmean([self._compare(pair, besides, strictness) for pair in pairs])
        return len(rows) / (1 + (len(rows) - 1) * alike)

    def _compare(self, pair: tuple[int, int], besides: Sequence[str], strictness: float) -> float:
        """Return how surely two reports tell one event, by all but some terms, 0 to 1."""
        left, right, cosine, needed = self._measured.get(pair) or self._measure(*pair)
        for term in besides:
            if term in left and term in right:
                cosine -= left[term] * right[term]
        return min(1.0, max(0.0, cosine) / (needed * strictness))

    def _measure(self, one: int, other: int) -> _Measured:
        """Return by what to compare two reports, its cosine, and from which on they tell one event.

        Of a form that a source fills in only the headlines count.
        """
        words = (self._words[one] + self._words[other]) / 2
        vectors = self._headlines if self._are_form(one, other) else self._vectors
        left, right = vectors[one], vectors[other]
        known = (left, right, multiply(left, right), find_between(words, _ONE_EVENT))
        self._measured[one, other] = known
        return known

    def _are_form(self, one: int, other: int) -> bool:
        """Tell whether one source tells two things in nearly the same words."""
        own = is_own(self._reports[one], self._reports[other])
        return own and multiply(self._plain[one], self._plain[other]) >= _FORM


def _name_all(words: Iterable[str]) -> Sequence[str]:
    """Return words, and those names that they are; in an order that does not depend on sets."""
    plain = sorted({word.removeprefix(NAME) for word in words})
    return (*plain, *(NAME + word for word in plain))
