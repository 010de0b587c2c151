"""Where each story belongs: with the nearest one already heard, or alone."""

from collections.abc import Iterable, Sequence

from feeds.dedupe.evidence import (
    EVENT_WINDOW,
    Card,
    Verdict,
    judge_copy,
    judge_event,
    judge_same,
)
from feeds.dedupe.shelf import Shelf, weigh_terms
from feeds.model import Candidate, Level, Membership, Sketch

_Match = tuple[Verdict, Card]


def dedupe_stories(
    sketches: Sequence[Sketch], candidates: Sequence[Candidate]
) -> tuple[Membership, ...]:
    """Place each story among those remembered and those before it in the batch.

    Args:
        sketches: Of the stories to place, in the order they are heard.
        candidates: Stories remembered; their order does not matter. One whose id is also among
            the sketches is an earlier revision: the story keeps its place.

    Returns:
        One membership for each sketch, in the same order. A story that joins another takes over
        its event, and its copies when it is the same or a copy.
    """
    remembered = sorted(candidates, key=lambda c: (c.sketch.told, c.sketch.story_id))
    shelf = Shelf(weigh_terms((*(c.sketch for c in remembered), *sketches)))
    for candidate in remembered:
        shelf.put_up(shelf.make_card(candidate.sketch), candidate.membership)
    return tuple(_place_story(sketch, shelf) for sketch in sketches)


def _place_story(sketch: Sketch, shelf: Shelf) -> Membership:
    """Return the story's place and put its card up for those that follow."""
    card = shelf.make_card(sketch)
    membership = shelf.places.get(sketch.story_id) or _join_nearest(card, shelf)
    shelf.put_up(card, membership)
    return membership


def _join_nearest(card: Card, shelf: Shelf) -> Membership:
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
    judged = ((judge_event(card, old, shelf.weights), old) for old in shelf.find_by_term(card))
    return [
        (verdict, old)
        for verdict, old in judged
        if verdict is not None and _is_event_open(card, old, shelf)
    ]


def _is_event_open(card: Card, old: Card, shelf: Shelf) -> bool:
    """Tell whether the event began within the window; else events would chain on for weeks."""
    founder = shelf.find_card(shelf.places[old.sketch.story_id].event_id)
    return founder is None or abs(card.sketch.told - founder.sketch.told) <= EVENT_WINDOW


def _choose(matches: Iterable[tuple[Verdict | None, Card]]) -> _Match | None:
    """Return the match with the highest score; among equals the one told first."""
    proven = [(verdict, card) for verdict, card in matches if verdict is not None]
    return min(proven, key=_rank_match, default=None)


def _rank_match(match: _Match) -> tuple[float, float, str]:
    verdict, card = match
    return (-verdict.score, card.sketch.told.timestamp(), card.sketch.story_id)
