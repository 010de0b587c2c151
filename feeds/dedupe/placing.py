"""Where each story belongs: with the nearest one already heard, or alone."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from feeds.dedupe.evidence import (
    EVENT_WINDOW,
    Card,
    Verdict,
    judge_copy,
    judge_event,
    judge_same,
)
from feeds.dedupe.shelf import Shelf, fill_shelf, order_told
from feeds.model import Candidate, Level, Membership, Sketch

_Match = tuple[Verdict, Card]

# A feed's backlog can reach back for years: that far it is not searched for events.
_BACKLOG: Final = timedelta(days=7)


def span_events(sketches: Sequence[Sketch]) -> tuple[datetime, datetime]:
    """Return from when until when reports of the same events may have been told.

    What was told more than seven days before the newest is left out, so that the span has at
    most 13 days, whatever dates publishers state.

    Args:
        sketches: Of the stories to place; at least one.
    """
    newest = max(sketch.told for sketch in sketches)
    oldest = min(sketch.told for sketch in sketches if newest - sketch.told <= _BACKLOG)
    return oldest - EVENT_WINDOW, newest + EVENT_WINDOW


def find_related(
    sketches: Sequence[Sketch], candidates: Sequence[Candidate], heard: Sequence[Sketch]
) -> tuple[str, ...]:
    """Return the ids of stories heard that must be known whole, since they may tell one event.

    Args:
        sketches: Of the stories to place.
        candidates: Stories remembered that share a key or band with these.
        heard: What was told within the span, with terms only.

    Returns:
        Ids of stories that are not among the candidates, sorted.
    """
    shelf = fill_shelf(sketches, candidates, heard)
    related = set[str]()
    for sketch in sketches:
        if sketch.story_id not in shelf.places:
            card = shelf.make_card(sketch)
            related.update(old.sketch.story_id for _, old in _judge_events(card, shelf))
    return tuple(sorted(related - shelf.places.keys()))


def dedupe_stories(
    sketches: Sequence[Sketch], candidates: Sequence[Candidate], heard: Sequence[Sketch] = ()
) -> tuple[Membership, ...]:
    """Place each story among those remembered and those of the batch that were told before it.

    Args:
        sketches: Of the stories to place; their order does not matter.
        candidates: Stories remembered; their order does not matter. One whose id is also among
            the sketches is an earlier revision: the story keeps its place.
        heard: What else was told within the span, with terms only: it says how common a term is
            and when events began. Those of :func:`find_related` are to be candidates.

    Returns:
        One membership for each sketch, in the same order. A story that joins another takes over
        its event, and its copies when it is the same or a copy.
    """
    shelf = fill_shelf(sketches, candidates, heard)
    for sketch in sorted(sketches, key=order_told):
        _place_story(sketch, shelf)
    return tuple(shelf.places[sketch.story_id] for sketch in sketches)


def _place_story(sketch: Sketch, shelf: Shelf) -> None:
    """Put the story up in its place, for those that follow."""
    known = shelf.places.get(sketch.story_id)
    shelf.put_up(sketch, known or _join_nearest(shelf.make_card(sketch), shelf))


def _join_nearest(card: Card, shelf: Shelf) -> Membership:
    """Return the place beside the nearest story, or one of its own."""
    story_id = card.sketch.story_id
    match = _find_nearest(card, shelf)
    if match is None:
        return Membership(story_id=story_id, copies_id=story_id, event_id=story_id)
    verdict, twin = match
    place = shelf.places[twin.sketch.story_id]
    return Membership(
        story_id=story_id,
        copies_id=story_id if verdict.level is Level.EVENT else place.copies_id,
        event_id=place.event_id,
        level=verdict.level,
        twin_id=twin.sketch.story_id,
        reason=verdict.reason,
        score=round(verdict.score, 3),
    )


def _find_nearest(card: Card, shelf: Shelf) -> _Match | None:
    """Look for the strongest proof first: the same, then a copy, then the same event."""
    sketch = card.sketch
    same = _choose((judge_same(sketch, old.sketch), old) for old in shelf.find_by_key(sketch))
    if same is not None:
        return same
    copy = _choose((judge_copy(card, old), old) for old in shelf.find_by_band(sketch))
    if copy is not None:
        return copy
    events = _find_events(card, shelf)
    # A text cut short shares no band with the whole one, but its first sentence led here.
    copy = _choose((judge_copy(card, old), old) for _, old in events)
    return copy or _choose(events)


def _find_events(card: Card, shelf: Shelf) -> list[_Match]:
    """Return the reports of events this one may belong to."""
    return [match for match in _judge_events(card, shelf) if _is_event_open(card, match[1], shelf)]


def _judge_events(card: Card, shelf: Shelf) -> list[_Match]:
    """Return the reports that share enough terms, whether or not their event is open."""
    judged = ((judge_event(card, old, shelf.weights), old) for old in shelf.find_by_term(card))
    return [(verdict, old) for verdict, old in judged if verdict is not None]


def _is_event_open(card: Card, old: Card, shelf: Shelf) -> bool:
    """Tell whether the event began within the window; else events would chain on for weeks.

    What was told within the window stands on the shelf, so a founder that does not began the
    event before, or belongs to a backlog that is not searched for events.
    """
    place = shelf.places.get(old.sketch.story_id)
    founder = shelf.find_sketch(place.event_id) if place else None
    return founder is not None and abs(card.sketch.told - founder.told) <= EVENT_WINDOW


def _choose(matches: Iterable[tuple[Verdict | None, Card]]) -> _Match | None:
    """Return the match with the highest score; among equals the one told first."""
    proven = [(verdict, card) for verdict, card in matches if verdict is not None]
    return min(proven, key=_rank_match, default=None)


def _rank_match(match: _Match) -> tuple[float, float, str]:
    """Return by what matches are put in order, the best first."""
    verdict, card = match
    return (-verdict.score, card.sketch.told.timestamp(), card.sketch.story_id)
