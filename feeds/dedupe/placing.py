"""Where each story belongs: among the copies of its text, and among the reports of its event."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from feeds.dedupe.copies.places import order_told, place_copies
from feeds.dedupe.events.cards import Deck
from feeds.dedupe.events.places import place_events
from feeds.dedupe.events.ties import EVENT_WINDOW, tie_cards
from feeds.dedupe.naming import name_groups
from feeds.dedupe.rulings import list_apart, settle_rulings
from feeds.model import Candidate, Membership, Ruling, Sketch, Standing

# A story is compared with the reports of so many events.
_EVENTS_NEAR: Final = 2
# By less a report hardly joins an event, of which all reports would be looked at.
_NEAR: Final = 0.17
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


def find_events(
    sketches: Sequence[Sketch], signed: Sequence[Candidate], deck: Deck
) -> dict[str, list[Sketch]]:
    """Return the remembered events that these stories may tell, and which may tell each.

    Args:
        sketches: Of the stories to place.
        signed: Remembered stories that share a sign with one of these, with terms only.
        deck: The cards of the batch.
    """
    own = {sketch.story_id for sketch in sketches}
    others = [one for one in signed if one.sketch.story_id not in own]
    cards = deck.lay_out([*(one.sketch for one in others), *sketches])
    ties = tie_cards(cards, range(len(others), len(cards)))
    events = defaultdict[str, list[Sketch]](list)
    for row, sketch in enumerate(sketches, start=len(others)):
        near = [
            (tie, -other)
            for other, tie in ties.get(row, {}).items()
            if other < len(others) and tie >= _NEAR
        ]
        nearest = (others[-other].membership.event_id for _, other in sorted(near, reverse=True))
        for event_id in islice(dict.fromkeys(nearest), _EVENTS_NEAR):
            events[event_id].append(sketch)
    return dict(events)


def dedupe_stories(
    sketches: Sequence[Sketch],
    candidates: Sequence[Candidate],
    reports: Sequence[Candidate] = (),
    deck: Deck | None = None,
    rulings: Sequence[Ruling] = (),
    *,
    anew: Collection[str] = (),
    standing: Sequence[Standing] = (),
    sizes: Mapping[str, int] | None = None,
) -> tuple[Membership, ...]:
    """Place each story among those remembered and those of the batch.

    Args:
        sketches: Of the stories to place; their order does not matter.
        candidates: Stories remembered that may be copies; their order does not matter. One whose
            id is also among the sketches is an earlier revision: it stays among its copies.
        reports: All stories of the events that these may be part of, with terms only, and some of
            standing ones; a candidate may be among them. Events of which the reports are not
            given stay as they are.
        deck: The cards of the batch; without it all terms are as common as in general.
        rulings: What an editor decided, in the order it was.
        anew: Ids of remembered stories, among the sketches, whose copies are looked for again,
            because of a new ruling or another text of one of them: whole sets of copies. All
            events that have, or hold what has, the id of one of them are among the reports.
        standing: Events that new stories may join, and that are not grouped again.
        sizes: How many stories each set of copies has, by its id, where not all of them are given.

    Returns:
        One membership for each sketch, in the same order, and behind them those of remembered
        stories that stand elsewhere now: reports can bring two events together, or part them.
    """
    before = {one.sketch.story_id: one.membership for one in (*reports, *candidates)}
    everything = {one.sketch.story_id: one.sketch for one in (*reports, *candidates)}
    everything |= {sketch.story_id: sketch for sketch in sketches}
    told = sorted(everything.values(), key=order_told)
    holding = settle_rulings(rulings)
    settled = {story_id: place for story_id, place in before.items() if story_id not in anew}
    placed = place_copies(told, settled, list_apart(holding), sizes)
    if anew:
        here = Counter(place.copies_id for place in settled.values())
        partly = {name for name, size in (sizes or {}).items() if size > here[name]}
        placed = _keep_copies_ids(placed, before, anew, partly)
    whole = {one.membership.event_id for one in reports}
    fixed = {placed[it].copies_id for it, place in before.items() if place.event_id not in whole}
    loose = [sketch for sketch in told if placed[sketch.story_id].copies_id not in fixed]
    wanted = {sketch.story_id for sketch in sketches}
    cards = (deck or Deck()).lay_out(loose)
    placed |= place_events(cards, placed, before, wanted, holding, anew=anew, standing=standing)
    own = [placed[sketch.story_id] for sketch in sketches]
    moved = [
        place
        for story_id, place in sorted(placed.items())
        if story_id not in wanted and place != before[story_id]
    ]
    return (*own, *moved)


def _keep_copies_ids(
    placed: Mapping[str, Membership],
    before: Mapping[str, Membership],
    anew: Collection[str],
    partly: Collection[str],
) -> dict[str, Membership]:
    """Let each set of copies go by the id that most of its stories had before.

    Those that are only partly here go by what they had.
    """
    sets = defaultdict[str, list[str]](list)
    for story_id, place in placed.items():
        sets[place.copies_id].append(story_id)
    known = {story_id: place.copies_id for story_id, place in before.items()}
    names = dict(zip(sets, name_groups(list(sets.values()), known, anew, partly), strict=True))
    return {it: replace(place, copies_id=names[place.copies_id]) for it, place in placed.items()}
