"""Where stories belong: what is remembered is looked up, they are placed, and that is kept."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence, Sized
from itertools import chain
from typing import Final

from feeds.dedupe import (
    Deck,
    choose_signs,
    choose_standing,
    compare_sketches,
    count_enough,
    count_heard,
    dedupe_stories,
    find_events,
    has_left,
    index_marks,
    is_rewritten,
    list_callers,
    list_fallen,
    list_sharing,
    span_events,
)
from feeds.model import Candidate, Membership, Ruling, Sketch, list_ruled
from feeds.store import (
    Companion,
    Transaction,
    count_copies,
    count_texts,
    find_candidates,
    find_events_named,
    find_ruled,
    find_signed,
    list_reports,
    read_candidates,
    read_latest,
    read_memberships,
    read_near_reports,
    read_reports,
    read_rulings,
    read_sets,
    save_sketches,
)

# How common terms are these days is seen in so many reports.
_REPORTS_HEARD: Final = 500
# More texts than nearly any event has: of those not read some could be torn from the others. All
# are compared with all, and of two thousand that takes a hundred megabytes more.
_TEXTS_READ: Final = 500
# Copies go where their text goes, whether they are read or not.
_COPIES_READ: Final = 100
# Of events that are not grouped again, so many of the texts that may be near to what comes.
_TEXTS_OF_STANDING: Final = 64
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
        deck = open_deck(tx, many)
        for some in part_sketches(many):
            save_sketches(tx, some, _find_places(tx, some, deck))


def place_again(
    tx: Transaction, sketches: Sequence[Sketch], anew: Collection[str]
) -> tuple[Membership, ...]:
    """Find anew where remembered stories belong, because of a new ruling.

    Args:
        tx: The transaction.
        sketches: Of the stories.
        anew: Ids of those among them whose copies are looked for again, whole sets of copies.

    Returns:
        Where those that were moved stood before.
    """
    if not sketches:
        return ()
    places = _find_places(tx, sketches, open_deck(tx, sketches), anew)
    before = read_memberships(tx, [place.story_id for place in places])
    save_sketches(tx, sketches, places)
    moved = (before[it.story_id] for it in places if it != before[it.story_id])
    return tuple(sorted(moved, key=lambda place: place.story_id))


def open_deck(tx: Transaction, sketches: Sequence[Sketch]) -> Deck:
    """Return cards that weigh terms by what is reported in the days in which stories were told.

    As long as little of that is known, by the stories themselves, too.
    """
    since, until = span_events(sketches)
    own = {it.story_id: it for it in sketches if since <= it.told <= until}
    latest = read_latest(tx, since.date(), until.date(), _REPORTS_HEARD)
    heard = [it for it in latest if it.story_id not in own]
    coming = sorted(own.values(), key=lambda it: (it.told, it.story_id), reverse=True)
    return Deck(count_heard((*heard, *coming[: _REPORTS_HEARD - len(heard)])))


def _find_places(
    tx: Transaction, sketches: Sequence[Sketch], deck: Deck, anew: Collection[str] = ()
) -> tuple[Membership, ...]:
    """Return where some stories stand, and all that are moved by them."""
    candidates = find_candidates(tx, sketches)
    left = {} if anew else _read_left(tx, sketches, _list_held(candidates, sketches))
    own = {sketch.story_id for sketch in sketches}
    if others := [sketch for story_id, sketch in left.items() if story_id not in own]:
        return _find_places(tx, [*sketches, *others], deck, left.keys())
    return _place_among(tx, sketches, candidates, deck, anew=anew or left.keys())


def _place_among(
    tx: Transaction,
    sketches: Sequence[Sketch],
    candidates: Sequence[Candidate],
    deck: Deck,
    *,
    anew: Collection[str],
    fallen: Collection[str] = (),
) -> tuple[Membership, ...]:
    """Return where some stories stand among what may be copies, and all that are moved by them.

    Events that have fallen do not stand, whatever their size.
    """
    held = _list_held(candidates, sketches)
    rulings = read_rulings(tx)
    coming = _find_coming(tx, sketches, candidates, deck, rulings)
    ruled = _read_ruled(tx, rulings, sketches, coming) if rulings else ()
    whole = {one.membership.event_id for one in ruled}
    whole |= {one.membership.event_id for one in held if one.sketch.story_id in anew}
    whole |= find_events_named(tx, anew) if anew else set()
    listed = list_reports(tx, whole.union(coming), _TEXTS_READ, _COPIES_READ)
    revised = {one.membership.event_id for one in held}
    standing = _choose_standing(listed, coming).difference(whole, revised, fallen)
    grouped = [rows for event_id, rows in listed.items() if event_id not in standing]
    reports = read_reports(tx, chain.from_iterable(grouped))
    sets = {one.membership.copies_id for one in candidates}
    near, stood = read_near_reports(
        tx,
        {event_id: rows for event_id, rows in listed.items() if event_id in standing},
        list_callers(coming, reports),
        sets,
        _TEXTS_OF_STANDING,
    )
    places = dedupe_stories(
        sketches,
        (*candidates, *ruled),
        (*reports, *near),
        deck,
        rulings,
        anew=anew,
        standing=stood,
        sizes=count_copies(tx, sets.difference(_list_whole(held, anew))),
    )
    if lost := list_fallen(stood, places):
        fallen = lost.union(fallen)
        return _place_among(tx, sketches, candidates, deck, anew=anew, fallen=fallen)
    return places


def _list_whole(held: Iterable[Candidate], anew: Collection[str]) -> set[str]:
    """Return the ids of the sets of copies of which all stories are looked at anew."""
    return {one.membership.copies_id for one in held if one.sketch.story_id in anew}


def _choose_standing(
    listed: Mapping[str, Sequence[Companion]], coming: Mapping[str, Sized]
) -> frozenset[str]:
    """Return the ids of events that need not be grouped again for what may join them."""
    sizes = {event_id: count_texts(rows) for event_id, rows in listed.items()}
    comers = {event_id: len(some) for event_id, some in coming.items()}
    return choose_standing(sizes, comers, _TEXTS_READ)


def _find_coming(
    tx: Transaction,
    sketches: Sequence[Sketch],
    candidates: Iterable[Candidate],
    deck: Deck,
    rulings: Iterable[Ruling],
) -> dict[str, list[Sketch]]:
    """Return the ids of the events that stories may be part of, and those that may join each.

    Copies may be of any age, and bring nothing new to an old event, unless an editor decided.
    """
    since, until = span_events(sketches)
    recent = [it for it in sketches if since <= it.told <= until]
    chosen = [(it, choose_signs(it, deck.heard)) for it in recent]
    wanted = [(it.told, signs, count_enough(it, signs)) for it, signs in chosen]
    signed = find_signed(tx, wanted)
    coming = find_events(sketches, signed, deck)
    ruled = list_ruled(rulings)
    bound = [it for it in sketches if it.story_id in ruled]
    all_marked, bound_marked = index_marks(sketches), index_marks(bound)
    for one in candidates:
        near = since <= one.sketch.told <= until
        sharing = list_sharing(one.sketch, all_marked if near else bound_marked)
        if not near:
            # A sentence in common is no reason to group old events again.
            sharing = [it for it in sharing if _is_copy(it, one.sketch, deck)]
        # A story that was revised may share nothing any more with what it was: it leaves that.
        if near or sharing:
            comers = coming.setdefault(one.membership.event_id, [])
            comers += [it for it in sharing if it not in comers]
    return coming


def _is_copy(sketch: Sketch, other: Sketch, deck: Deck) -> bool:
    """Tell whether a story is a copy of another, or that other itself as it was."""
    return sketch.story_id == other.story_id or compare_sketches(sketch, other, deck).copy


def _list_held(candidates: Iterable[Candidate], sketches: Iterable[Sketch]) -> list[Candidate]:
    """Return what is remembered of the stories themselves."""
    own = {sketch.story_id for sketch in sketches}
    return [one for one in candidates if one.sketch.story_id in own]


def _read_left(
    tx: Transaction, sketches: Iterable[Sketch], held: Iterable[Candidate]
) -> dict[str, Sketch]:
    """Return the stories of all sets of copies that one has left: it tells something else now.

    Else it would take its copies, of other publishers, along to where that is told. One that stood
    alone and has another text may be a copy now.
    """
    now = {sketch.story_id: sketch for sketch in sketches}
    changed = [one for one in held if now[one.sketch.story_id].shingles != one.sketch.shingles]
    sets: dict[str, dict[str, Sketch]] = {one.membership.copies_id: {} for one in changed}
    for one in read_sets(tx, sets) if sets else ():
        own = one.sketch.story_id
        sets[one.membership.copies_id][own] = now.get(own, one.sketch)
    left: dict[str, Sketch] = {}
    for one in changed:
        copies = sets[one.membership.copies_id]
        others = [it for story_id, it in copies.items() if story_id != one.sketch.story_id]
        new = now[one.sketch.story_id]
        if has_left(new, others) if others else is_rewritten(new, one.sketch):
            left |= copies
    return left


def _read_ruled(
    tx: Transaction, rulings: Iterable[Ruling], sketches: Iterable[Sketch], coming: Container[str]
) -> tuple[Candidate, ...]:
    """Return the stories about which an editor decided, together with one that may be placed."""
    events = find_ruled(tx)
    near = {sketch.story_id for sketch in sketches}
    near |= {story_id for story_id, event_id in events.items() if event_id in coming}
    pairs = [{ruling.story_id, ruling.other_id} for ruling in rulings]
    return read_candidates(tx, sorted({it for pair in pairs if pair & near for it in pair}))
