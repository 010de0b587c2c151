"""Two held stories beside each other."""

from collections.abc import Mapping
from dataclasses import dataclass

from feeds.dedupe import compare_gatherings, compare_sketches
from feeds.model import Candidate, Comparison, Gathering, Membership, Sketch, Story
from feeds.pipeline.evidence import trace_between
from feeds.pipeline.place import open_deck
from feeds.store import Transaction, read_candidates, read_companions, read_last_revisions

# More than most events have; the mean with some says enough.
_MOST_GATHERED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Another story that one was compared with.

    Attributes:
        story: The other one.
        place: Where it belongs.
        comparison: How near the two are.
        gathering: How near the reports are with which they are put together; None where they are
            put together with each other, or alone.
        between: Places that lead from the one to the other, each by its twin; nothing where they
            are not folded.
        stories: Those that this names, by id.
    """

    story: Story
    place: Membership
    comparison: Comparison
    gathering: Gathering | None
    between: tuple[Membership, ...]
    stories: Mapping[str, Story]


def compare_stories(tx: Transaction, story_id: str, other_id: str) -> Beside:
    """Compare two stories that are held, by what is common in the days in which they were told.

    Args:
        tx: A transaction.
        story_id: One of them.
        other_id: The other one.
    """
    held = {one.sketch.story_id: one for one in read_candidates(tx, [story_id, other_id])}
    one, other = held[story_id], held[other_id]
    deck = open_deck(tx, [one.sketch, other.sketch])
    ones, others = _gather(tx, one, other), _gather(tx, other, one)
    apart = one.membership.fold_id != other.membership.fold_id
    several = apart and len(ones) + len(others) > len(held)
    gathering = compare_gatherings(ones.values(), others.values(), deck) if several else None
    companions = read_companions(tx, one.membership)
    between = trace_between(one.membership, other.membership, companions)
    named = [it for step in between for it in (step.story_id, step.twin_id) if it]
    far = gathering.farthest if gathering else ()
    last = read_last_revisions(tx, [other_id, *named, *far])
    return Beside(
        story=last[other_id].story,
        place=other.membership,
        comparison=compare_sketches(one.sketch, other.sketch, deck),
        gathering=gathering,
        between=between,
        stories={it: revision.story for it, revision in last.items()},
    )


def _gather(tx: Transaction, one: Candidate, other: Candidate) -> Mapping[str, Sketch]:
    """Return a story and those it is put together with, but for copies: with which it must join.

    These are its fold if it is possibly the same as the other one, and else its event.
    """
    place = one.membership
    possible = place.event_id == other.membership.event_id
    fellows = [
        it.story_id
        for it in read_companions(tx, place)
        if not it.is_copy and (not possible or it.fold_id == place.fold_id)
    ]
    near = read_candidates(tx, fellows[:_MOST_GATHERED]) or (one,)
    return {it.sketch.story_id: it.sketch for it in near}
