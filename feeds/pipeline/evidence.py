"""By which evidence stories are one entry: each was matched with a twin that was told before it."""

from collections.abc import Sequence

from feeds.model import Level, Membership


def follow_evidence(place: Membership, companions: Sequence[Membership]) -> tuple[Membership, ...]:
    """Return a place and those it leads to by twins of the same fold, as far as they lead on."""
    by_id = {one.story_id: one for one in companions if one.fold_id == place.fold_id}
    chain: dict[str, Membership] = {}
    following: Membership | None = place
    while following and _is_matched(following):
        if following.twin_id in chain:
            break
        chain[following.story_id] = following
        following = by_id.get(following.twin_id or "")
    return tuple(chain.values())


def trace_between(
    place: Membership, other: Membership, companions: Sequence[Membership]
) -> tuple[Membership, ...]:
    """Return the places that lead from one story to another of its fold, each by its twin.

    Both ways up meet at a story that both lead to: what they have in common from there on is left
    out. Nothing for stories of two folds.
    """
    if place.fold_id != other.fold_id:
        return ()
    own, others = follow_evidence(place, companions), follow_evidence(other, companions)
    return (
        *(step for step in own if step not in others),
        *(step for step in others if step not in own),
    )


def list_joined(place: Membership, companions: Sequence[Membership]) -> tuple[Membership, ...]:
    """Return the places of the same fold that lead to this one by twins, the nearest first."""
    matched = [one for one in companions if one.fold_id == place.fold_id and _is_matched(one)]
    found = {place.story_id: place}
    nearest = [place]
    while nearest:
        ids = {one.story_id for one in nearest}
        nearest = [it for it in matched if it.twin_id in ids and it.story_id not in found]
        found |= {one.story_id: one for one in nearest}
    return tuple(found.values())[1:]


def _is_matched(place: Membership) -> bool:
    """Tell whether a place is one beside a twin, and surely so."""
    return place.level not in {Level.ALONE, Level.MAYBE}
