"""Where stories belong: what is remembered is looked up, they are placed, and that is kept."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from feeds.dedupe import (
    Deck,
    choose_signs,
    count_heard,
    dedupe_stories,
    find_events,
    span_events,
)
from feeds.model import Ruling, Sketch
from feeds.store import (
    Transaction,
    find_candidates,
    find_events_named,
    find_signed,
    read_candidates,
    read_founders,
    read_reports,
    read_rulings,
    save_sketches,
)

# How common terms are these days is seen in so many events.
_EVENTS_HEARD: Final = 500
# More than nearly any event has: where not all are read, reports could be torn from each other.
_REPORTS_READ: Final = 400
# So many stories are placed together, and fewer of long ones: their sketches are large.
_MOST_PLACED: Final = 100
_MOST_SHINGLES: Final = 20_000
# And so many times as many are compared by the same cards, of which each takes some kilobytes.
_PARTS_SHARING: Final = 5


def part_sketches(sketches: Iterable[Sketch], times: int = 1) -> Iterator[list[Sketch]]:
    """Yield sketches in the lists in which they are placed, so that memory stays bounded.

    Args:
        sketches: In any number.
        times: So many times as many are put into one list.
    """
    some: list[Sketch] = []
    shingles = 0
    for sketch in sketches:
        some.append(sketch)
        shingles += len(sketch.shingles)
        if len(some) >= times * _MOST_PLACED or shingles >= times * _MOST_SHINGLES:
            yield some
            some, shingles = [], 0
    if some:
        yield some


def place_stories(tx: Transaction, sketches: Iterable[Sketch]) -> None:
    """Find where stories belong that are new or changed, and keep it.

    They are placed a hundred at a time; how common terms are is read once for five hundred.

    Args:
        tx: The transaction in which they were kept.
        sketches: Of those already kept, in any number.
    """
    for many in part_sketches(sketches, _PARTS_SHARING):
        deck = _open_deck(tx, many)
        for some in part_sketches(many):
            _place(tx, some, deck)


def place_again(tx: Transaction, sketches: Sequence[Sketch], anew: Collection[str]) -> None:
    """Find anew where remembered stories belong, because of a new ruling.

    Args:
        tx: The transaction.
        sketches: Of the stories.
        anew: Ids of those among them whose copies are looked for again, whole sets of copies.
    """
    if sketches:
        _place(tx, sketches, _open_deck(tx, sketches), anew)


def _open_deck(tx: Transaction, sketches: Sequence[Sketch]) -> Deck:
    """Return cards that weigh terms by the events of the days in which stories were told."""
    since, until = span_events(sketches)
    return Deck(count_heard(read_founders(tx, since, until, _EVENTS_HEARD)))


def _place(
    tx: Transaction, sketches: Sequence[Sketch], deck: Deck, anew: Collection[str] = ()
) -> None:
    """Place some stories together."""
    since, until = span_events(sketches)
    candidates = find_candidates(tx, sketches)
    events = {one.membership.event_id for one in candidates if since <= one.sketch.told <= until}
    recent = [it for it in sketches if since <= it.told <= until]
    signed = find_signed(tx, [(it.told, choose_signs(it, deck.heard)) for it in recent])
    events |= set(find_events(sketches, signed, deck))
    reports = read_reports(tx, events, _REPORTS_READ)
    rulings = read_rulings(tx)
    if rulings or anew:
        near = [*sketches, *(one.sketch for one in reports)]
        ruled = read_candidates(tx, _list_ruled(rulings, near))
        sure = {one.membership.event_id for one in ruled}
        sure |= {one.membership.event_id for one in candidates if one.sketch.story_id in anew}
        sure |= find_events_named(tx, anew)
        candidates = (*candidates, *ruled)
        reports = (*reports, *read_reports(tx, sure, _REPORTS_READ))
    places = dedupe_stories(sketches, candidates, reports, deck, rulings, anew=anew)
    save_sketches(tx, sketches, places)


def _list_ruled(rulings: Sequence[Ruling], sketches: Sequence[Sketch]) -> list[str]:
    """Return the ids of stories about which an editor decided together with one of these."""
    own = {sketch.story_id for sketch in sketches}
    pairs = [{ruling.story_id, ruling.other_id} for ruling in rulings]
    return sorted({story_id for pair in pairs if pair & own for story_id in pair})
