"""Which stories are copies of one text: each joins the nearest of those told before it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import partial
from typing import Final, final

from feeds.dedupe.copies.evidence import (
    Verdict,
    judge_copy,
    judge_same,
    share_half,
    share_most,
    share_text,
)
from feeds.dedupe.copies.proof import MEDIUM_SHINGLES, OWN_COPY_SHINGLES, OWN_WINDOW, find_notices
from feeds.dedupe.copies.tellers import is_own, may_be_own
from feeds.model import Membership, Sketch

_Match = tuple[Verdict, Sketch]
_Judge = Callable[[Sketch, Sketch], Verdict | None]

# Of a drawer only the newest are looked at, so that a notice in 30,000 stories costs no more.
_MOST_PER_DRAWER: Final = 100
# Comparing two long texts takes long, and a feed can hold thousands that share passages.
_MOST_JUDGED: Final = 16
# Near to so many copies, a story is one of them, however many they are.
_ENOUGH: Final = 5


def order_told(sketch: Sketch) -> tuple[datetime, str]:
    """Return by what sketches are put in order: the earliest told, then the lowest id."""
    return (sketch.told, sketch.story_id)


def place_copies(
    sketches: Sequence[Sketch],
    places: Mapping[str, Membership],
    apart: Mapping[str, Sequence[str]],
    sizes: Mapping[str, int] | None = None,
) -> dict[str, Membership]:
    """Return where each story stands among the copies.

    Args:
        sketches: Of all stories, those that have a place included, in the order they were told.
        places: Where stories stand already: they stay, whatever is told later.
        apart: From which stories an editor parted each, by its id.
        sizes: How many stories sets of copies have that are not wholly here, by their ids.

    Returns:
        A place for each story. The event of one that joined nobody is its own for now.
    """
    notices = find_notices(it for it in sketches if it.shingles)
    shelf = _Shelf(places, sizes or {})
    for sketch in (it for it in sketches if it.story_id in places):
        shelf.put_up(sketch)
    for sketch in (it for it in sketches if it.story_id not in places):
        match = _find_nearest(sketch, shelf, notices, apart.get(sketch.story_id, ()))
        shelf.give_place(_join(sketch, match, shelf))
        shelf.put_up(sketch)
    return shelf.places


@final
class _Shelf:
    """Sketches by key and band, and where stories stand."""

    def __init__(self, places: Mapping[str, Membership], sizes: Mapping[str, int]) -> None:
        self.places = dict(places)
        self.sizes = Counter(place.copies_id for place in places.values()) | Counter(sizes)
        self._keys = defaultdict[str, list[Sketch]](list)
        self._bands = defaultdict[int, list[Sketch]](list)
        self._told = defaultdict[tuple[str, str], list[Sketch]](list)

    def give_place(self, place: Membership) -> None:
        """Remember where a story stands."""
        self.places[place.story_id] = place
        self.sizes[place.copies_id] += 1

    def put_up(self, sketch: Sketch) -> None:
        """Make a sketch findable."""
        for key in sketch.keys:
            self._keys[key].append(sketch)
        for band in sketch.bands:
            self._bands[band].append(sketch)
        self._told[self.places[sketch.story_id].copies_id, sketch.source_id].append(sketch)

    def would_return(self, sketch: Sketch, other: Sketch) -> bool:
        """Tell whether a short text of a source would come to its own of another day.

        Each week two papers print one notice: that of the other does not chain the weeks.
        """
        if is_own(sketch, other) or len(sketch.shingles) >= MEDIUM_SHINGLES:
            return False
        if share_text(sketch, other) and len(sketch.shingles) >= OWN_COPY_SHINGLES:
            return False
        told = self._told[self.places[other.story_id].copies_id, sketch.source_id]
        own = (it.told for it in told if may_be_own(sketch, it))
        return any(abs(sketch.told - moment) > OWN_WINDOW for moment in own)

    def find_by_key(self, sketch: Sketch) -> Collection[Sketch]:
        """Return those that share a key, each once."""
        return _collect(self._keys.get(key, ()) for key in sketch.keys)

    def find_by_band(self, sketch: Sketch) -> Collection[Sketch]:
        """Return those that share a band, each once."""
        return _collect(self._bands.get(band, ()) for band in sketch.bands)

    def leave_out(self, found: Collection[Sketch], apart: Sequence[str]) -> Collection[Sketch]:
        """Return those that are not among the copies of certain stories."""
        if not apart:
            return found
        shut = {self.places[other].copies_id for other in apart if other in self.places}
        return [it for it in found if self.places[it.story_id].copies_id not in shut]


def _collect(drawers: Iterable[Sequence[Sketch]]) -> Collection[Sketch]:
    """Return those that stand in most drawers, each once."""
    found: dict[str, Sketch] = {}
    counts = Counter[str]()
    for drawer in drawers:
        for one in drawer[-_MOST_PER_DRAWER:]:
            found[one.story_id] = one
            counts[one.story_id] += 1
    return [found[story_id] for story_id, _ in counts.most_common(_MOST_JUDGED)]


def _find_nearest(
    sketch: Sketch, shelf: _Shelf, notices: AbstractSet[int], apart: Sequence[str]
) -> _Match | None:
    """Look for the strongest proof first: the same, then a copy."""
    by_key = shelf.leave_out(shelf.find_by_key(sketch), apart)
    by_band = shelf.leave_out(shelf.find_by_band(sketch), apart)
    same = _judge_all(judge_same, sketch, by_key)
    copies = [] if same else _find_copies(sketch, by_band, shelf, notices)
    return _choose(match for match in same or copies if not shelf.would_return(sketch, match[1]))


def _find_copies(
    sketch: Sketch, others: Collection[Sketch], shelf: _Shelf, notices: AbstractSet[int]
) -> list[_Match]:
    """Return the copies, but for those that stand with as many stories that are none.

    A long text can hold two that have nothing in common: the second stays alone. One that has
    most of the longer text is a copy of it, whatever else of that others have.
    """
    found = _judge_all(partial(judge_copy, notices=notices), sketch, others)
    if not found:
        return []
    related = (other for other in others if share_half(sketch, other, notices))
    counts = Counter(shelf.places[other.story_id].copies_id for other in related)
    near = {name for name, n in counts.items() if n >= _ENOUGH or 2 * n > shelf.sizes[name]}
    return [
        (verdict, other)
        for verdict, other in found
        if shelf.places[other.story_id].copies_id in near or share_most(sketch, other, notices)
    ]


def _judge_all(judge: _Judge, sketch: Sketch, others: Iterable[Sketch]) -> list[_Match]:
    """Return the matches."""
    judged = [(judge(sketch, other), other) for other in others]
    return [(verdict, other) for verdict, other in judged if verdict is not None]


def _choose(found: Iterable[_Match]) -> _Match | None:
    """Return the match with the highest score; among equals the one told first."""
    return min(found, key=lambda match: (-match[0].score, order_told(match[1])), default=None)


def _join(sketch: Sketch, match: _Match | None, shelf: _Shelf) -> Membership:
    """Return the place beside the nearest story, or one of its own."""
    own = sketch.story_id
    if match is None:
        # A set that it has left goes by its id: until all sets are named it has another.
        name = f"{own} anew" if shelf.sizes[own] else own
        return Membership(story_id=own, copies_id=name, fold_id=own, event_id=own)
    verdict, twin = match
    place = shelf.places[twin.story_id]
    return Membership(
        story_id=own,
        copies_id=place.copies_id,
        fold_id=place.fold_id,
        event_id=place.event_id,
        level=verdict.level,
        twin_id=twin.story_id,
        reason=verdict.reason,
        score=round(verdict.score, 3),
    )
