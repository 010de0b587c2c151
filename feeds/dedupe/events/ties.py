"""Which stories are near enough to each other that they may tell one event."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta
from heapq import nlargest
from math import sqrt
from typing import Final

from feeds.dedupe.copies.evidence import may_share_language
from feeds.dedupe.copies.tellers import is_own, may_be_own
from feeds.dedupe.events.cards import Card
from feeds.dedupe.events.passages import find_echoes
from feeds.dedupe.events.spread import find_spread, join_names
from feeds.dedupe.sketches.parts import count_own_figures, name_others
from feeds.dedupe.sketches.terms import NAME
from feeds.dedupe.sketches.vectors import Vector, multiply, weigh_heard
from feeds.dedupe.sketches.vocabulary import TIME_WORDS
from feeds.model import Parting, Vagueness
from feeds.text.scripts import is_unspaced

EVENT_WINDOW: Final = timedelta(hours=72)
_WINDOW_SECONDS: Final = EVENT_WINDOW.total_seconds()
# Below this cosine two reports have in common what any two of their kind have.
_LEAST_TIE: Final = 0.14
# What two reports with such a cosine have in common by the signs of one of them.
_LEAST_SHARED: Final = 0.05
# By one word, or by words that any report of its kind has, nothing is sure.
_UNSURE: Final = 0.19
_FEWEST_WORDS: Final = 2
# In nats: one story of 150 has such a word.
_TELLING: Final = 5.0
# One of forty has such a word: "said" tells nothing.
_SAYING: Final = 3.8
# At the edge of the window a tie counts so much less, and hardly less within a day.
_FADING: Final = 0.4
# One source seldom tells one thing twice, and all it tells may be of one town.
_OWN: Final = 0.5
# Under one headline but half a day later, one source tells the next instalment of a series.
_SERIES_SECONDS: Final = 12 * 3_600
_SERIES_HEADLINE: Final = 0.6
# Two reports of one template share so much of their headlines, and of all their words.
_TEMPLATE_WORDS: Final = 0.5
# The dead and the injured of one storm are counted again: these are two.
_TEMPLATE_FIGURES: Final = 3
# Of the stories with one sign, and of all with some, only so many are compared.
_MOST_SIGNED: Final = 200
_MOST_COMPARED: Final = 200

Ties = Mapping[int, Mapping[int, float]]
_Found = defaultdict[int, dict[int, float]]
_Signed = Mapping[str, Sequence[tuple[int, float]]]


def tie_cards(cards: Sequence[Card], wanted: Sequence[int]) -> Ties:
    """Return how near cards are, for all pairs with a wanted one that are near enough.

    Args:
        cards: In any order.
        wanted: Rows for which ties are looked for.
    """
    ties: _Found = defaultdict(dict)
    _tie_rows(cards, range(len(cards)), wanted, ties)
    return ties


def tie_around(cards: Sequence[Card], homes: Sequence[str], standing: Container[str]) -> Ties:
    """Return the ties of new cards, and those among the old ones around them.

    Old ones of two events to which no new report is near were told apart before, and so were all
    of standing events.

    Args:
        cards: In any order.
        homes: The event each is part of; empty if it is new.
        standing: Ids of events that are not grouped again.
    """
    ties: _Found = defaultdict(dict)
    _tie_rows(cards, range(len(cards)), [row for row, home in enumerate(homes) if not home], ties)
    for rows in _list_neighbours(ties, homes):
        loose = [row for row in rows if homes[row] not in standing]
        if loose and len(rows) > 1:
            _tie_rows(cards, rows, loose, ties)
    return ties


def _list_neighbours(ties: Ties, homes: Sequence[str]) -> Iterable[Sequence[int]]:
    """Return the old rows of each event, with those of events that a new report is near to."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for row, home in enumerate(homes):
        if home:
            members[home].append(row)
    seen = set[int]()
    for start in (rows[0] for rows in members.values()):
        part: list[int] = []
        waiting = [start]
        while waiting:
            row = waiting.pop()
            if row not in seen:
                seen.add(row)
                part.append(row)
                waiting += members[homes[row]] if homes[row] else ()
                waiting += (it for it in ties.get(row, ()) if not (homes[row] and homes[it]))
        yield [row for row in part if homes[row]]


def _tie_rows(
    cards: Sequence[Card], rows: Sequence[int], wanted: Sequence[int], ties: _Found
) -> None:
    """Add the ties between wanted rows and any of some rows."""
    signed = _index_signs(cards, rows, wanted)
    for row in wanted:
        for other in _find_near(row, cards, signed):
            if other not in ties[row] and (tie := measure_tie(cards[row], cards[other])):
                ties[row][other] = ties[other][row] = tie


def measure_tie(one: Card, other: Card) -> float:
    """Return how near two reports are, 0 to 1; 0 if they cannot tell one event."""
    tie = one.measured.get(id(other))
    if tie is None:
        tie = one.measured[id(other)] = other.measured[id(one)] = _measure(one, other)
    return tie


def find_parting(one: Card, other: Card) -> Parting | None:
    """Return what keeps two reports apart, whatever words they share; None if nothing does."""
    if abs(one.told - other.told) > _WINDOW_SECONDS:
        return Parting.TIME
    if not may_share_language(one.sketch, other.sketch):
        return Parting.LANGUAGE
    if not may_be_own(one.sketch, other.sketch):
        return None
    own = is_own(one.sketch, other.sketch)
    if _are_series(one, other) and (own or _are_alike(one.words, other.words)):
        return Parting.SERIES
    if _fill_template(one, other):
        return Parting.FIGURES
    return Parting.NAMES if _fill_form(one, other) else None


def _measure(one: Card, other: Card) -> float:
    if find_parting(one, other):
        return 0.0
    own = is_own(one.sketch, other.sketch)
    vector = _pick_headline(one, other) if own else one.vector
    share = _OWN if own else 1.0
    tie = share * multiply(vector, other.vector)
    if tie < _LEAST_TIE:
        return 0.0
    if echoes := find_echoes(one, other):
        vector = {term: vector[term] for term in vector.keys() - echoes}
        tie = share * multiply(vector, other.vector)
        if tie < _LEAST_TIE:
            return 0.0
    if tie > _UNSURE and find_vagueness(one, other, echoes):
        tie = _UNSURE
    names = (*one.names, *other.names)
    tie *= find_spread(vector, other.vector, names, sqrt(len(one.words) * len(other.words)))
    apart = (one.told - other.told) / _WINDOW_SECONDS
    return tie * (1 - _FADING * apart**2)


def _pick_headline(one: Card, other: Card) -> Vector:
    """Return what shared words of two headlines of one source weigh in the first report.

    Below these may stand what the source prints under all it tells, and the next of a series.
    """
    titled = one.outline.headline | other.outline.headline
    shared = one.vector.keys() & other.vector.keys()
    return {it: one.vector[it] for it in shared if it.removeprefix(NAME) in titled}


def is_telling(one: Card, other: Card) -> bool:
    """Tell whether what two reports share can make sure.

    Some words besides those for days: one that few have, another that not all have, and what one of
    the headlines is about. "Strike halts trams in Aubeval" and "Strike halts trams in Ostmark"
    share all but that.
    """
    return find_vagueness(one, other, find_echoes(one, other)) is None


def find_vagueness(one: Card, other: Card, echoes: AbstractSet[str]) -> Vagueness | None:
    """Return why what two reports share cannot make sure; None if it can.

    Args:
        one: A report.
        other: The other one.
        echoes: What a passage says alike in both, which is no evidence.
    """
    left, right = one.outline, other.outline
    shared = (left.words & right.words) - TIME_WORDS - echoes
    if len(shared) < _FEWEST_WORDS:
        return Vagueness.FEW
    if shared.isdisjoint(left.subjects | right.subjects):
        return Vagueness.SUBJECTS
    weights = sorted(_weigh_whole(shared, one, other))
    if len(weights) < _FEWEST_WORDS:
        return Vagueness.FEW
    rare = weights[-1] >= _TELLING and weights[-_FEWEST_WORDS] >= _SAYING
    return None if rare else Vagueness.COMMON


def _weigh_whole(words: Iterable[str], one: Card, other: Card) -> Iterable[float]:
    """Return what words tell these days, in nats; of a word without spaces, its strongest part.

    Args:
        words: Which two reports share.
        one: A report.
        other: The other one.
    """
    parts = [names for names in (*one.names, *other.names) if is_unspaced(names[0])]
    most = defaultdict[str, float](float)
    for word, whole in join_names(words, parts).items():
        most[whole] = max(most[whole], weigh_heard(word, one.sketch.language, one.heard))
    return most.values()


def _are_series(one: Card, other: Card) -> bool:
    """Tell whether two headlines are hardly different, but of different days."""
    left, right = one.outline.headline, other.outline.headline
    apart = abs(one.told - other.told)
    return apart >= _SERIES_SECONDS and len(left & right) >= _SERIES_HEADLINE * len(left | right)


def _fill_template(one: Card, other: Card) -> bool:
    """Tell whether a robot tells two things: headline and words alike, the figures its own.

    A source of earthquakes has one form for all, and often one place for many.
    """
    pairs = (
        (one.outline.headline, other.outline.headline),
        (one.outline.words, other.outline.words),
    )
    alike = all(_are_alike(left, right) for left, right in pairs)
    return alike and count_own_figures(one.figures, other.figures) >= _TEMPLATE_FIGURES


def _fill_form(one: Card, other: Card) -> bool:
    """Tell whether two reports say the same of two things: each is about what the other lacks."""
    left, right = one.outline, other.outline
    one_body, other_body = left.words - left.headline, right.words - right.headline
    alike = _are_alike(one_body, other_body)
    return alike and name_others(left.headline, one_body, right.headline, other_body)


def _are_alike(left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    return len(left & right) >= _TEMPLATE_WORDS * len(left | right)


def _index_signs(cards: Sequence[Card], rows: Iterable[int], wanted: Iterable[int]) -> _Signed:
    """Return the rows of cards by each sign of a wanted one, and what it weighs there."""
    signed: dict[str, list[tuple[int, float]]] = {
        sign: [] for row in wanted for sign in cards[row].outline.signs
    }
    for row in rows:
        outline = cards[row].outline
        for sign in signed.keys() & outline.signs:
            signed[sign].append((row, outline.vector[sign]))
    return signed


def _find_near(row: int, cards: Sequence[Card], signed: _Signed) -> list[int]:
    """Return the rows that may be near enough by the signs of a card."""
    shared: dict[int, float] = {}
    for sign, weight in cards[row].signs:
        for other, theirs in signed.get(sign, ())[-_MOST_SIGNED:]:
            shared[other] = shared.get(other, 0.0) + weight * theirs
    shared.pop(row, None)
    near = [other for other, weight in shared.items() if weight >= _LEAST_SHARED]
    if len(near) <= _MOST_COMPARED:
        return near
    return nlargest(_MOST_COMPARED, near, key=lambda other: (shared[other], -other))
