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


def part_sketches(sketches: Iterable[Sketch]) -> Iterator[list[Sketch]]:
    """Yield sketches in the lists in which they are placed, so that memory stays bounded."""
    some: list[Sketch] = []
    shingles = 0
    for sketch in sketches:
        some.append(sketch)
        shingles += len(sketch.shingles)
        if len(some) >= _MOST_PLACED or shingles >= _MOST_SHINGLES:
            yield some
            some, shingles = [], 0
    if some:
        yield some


def place_stories(
    tx: Transaction, sketches: Sequence[Sketch], *, anew: Collection[str] = ()
) -> None:
    """Find where stories belong that are new or changed, and keep it.

    Args:
        tx: The transaction in which they were kept.
        sketches: Of those already kept.
        anew: Ids of those among them whose copies are looked for again, whole sets of copies.
    """
    if not sketches:
        return
    since, until = span_events(sketches)
    heard = count_heard(read_founders(tx, since, until, _EVENTS_HEARD))
    deck = Deck(heard)
    candidates = find_candidates(tx, sketches)
    events = {one.membership.event_id for one in candidates if since <= one.sketch.told <= until}
    recent = [it for it in sketches if since <= it.told <= until]
    signed = find_signed(tx, [(it.told, choose_signs(it, heard)) for it in recent])
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
