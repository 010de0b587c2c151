"""Which stories are copies of one text: each joins the nearest of those told before it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final, final

from feeds.dedupe.evidence import Verdict, judge_copy, judge_same
from feeds.dedupe.proof import find_notices
from feeds.model import Level, Membership, Sketch

_Match = tuple[Verdict, Sketch]
_Judge = Callable[[Sketch, Sketch], Verdict | None]

# Of a drawer only the newest are looked at, so that a notice in 30,000 stories costs no more.
_MOST_PER_DRAWER: Final = 100


def order_told(sketch: Sketch) -> tuple[datetime, str]:
    """Return by what sketches are put in order: the earliest told, then the lowest id."""
    return (sketch.told, sketch.story_id)


def place_copies(
    sketches: Sequence[Sketch], places: Mapping[str, Membership]
) -> dict[str, Membership]:
    """Return where each story stands among the copies.

    Args:
        sketches: Of all stories, those that have a place included, in the order they were told.
        places: Where stories stand already: they stay, whatever is told later.

    Returns:
        A place for each story. The event of one that joined nobody is its own for now.
    """
    shelf = _Shelf()
    judge = partial(judge_copy, notices=find_notices(it for it in sketches if it.shingles))
    placed = dict(places)
    for sketch in (it for it in sketches if it.story_id in places):
        shelf.put_up(sketch)
    for sketch in (it for it in sketches if it.story_id not in places):
        placed[sketch.story_id] = _join(sketch, _find_nearest(sketch, shelf, judge), placed)
        shelf.put_up(sketch)
    return placed


@final
class _Shelf:
    """Sketches by key and band."""

    def __init__(self) -> None:
        self._keys = defaultdict[str, list[Sketch]](list)
        self._bands = defaultdict[int, list[Sketch]](list)

    def put_up(self, sketch: Sketch) -> None:
        """Make a sketch findable."""
        for key in sketch.keys:
            self._keys[key].append(sketch)
        for band in sketch.bands:
            self._bands[band].append(sketch)

    def find_by_key(self, sketch: Sketch) -> Iterable[Sketch]:
        """Return those that share a key, each once."""
        return _collect(self._keys.get(key, ()) for key in sketch.keys)

    def find_by_band(self, sketch: Sketch) -> Iterable[Sketch]:
        """Return those that share a band, each once."""
        return _collect(self._bands.get(band, ()) for band in sketch.bands)


def _collect(drawers: Iterable[Sequence[Sketch]]) -> Iterable[Sketch]:
    return {one.story_id: one for drawer in drawers for one in drawer[-_MOST_PER_DRAWER:]}.values()


def _find_nearest(sketch: Sketch, shelf: _Shelf, judge: _Judge) -> _Match | None:
    """Look for the strongest proof first: the same, then a copy."""
    same = _choose(judge_same, sketch, shelf.find_by_key(sketch))
    return same or _choose(judge, sketch, shelf.find_by_band(sketch))


def _choose(judge: _Judge, sketch: Sketch, others: Iterable[Sketch]) -> _Match | None:
    """Return the match with the highest score; among equals the one told first."""
    judged = [(judge(sketch, other), other) for other in others]
    found = [(verdict, other) for verdict, other in judged if verdict is not None]
    return min(found, key=lambda match: (-match[0].score, order_told(match[1])), default=None)


def _join(sketch: Sketch, match: _Match | None, placed: Mapping[str, Membership]) -> Membership:
    """Return the place beside the nearest story, or one of its own."""
    own = sketch.story_id
    if match is None:
        return Membership(story_id=own, copies_id=own, fold_id=own, event_id=own)
    verdict, twin = match
    place = placed[twin.story_id]
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


def is_copy(place: Membership) -> bool:
    """Tell whether a story stands where it does because it is the same or a copy."""
    return place.level in {Level.SAME, Level.COPY}
