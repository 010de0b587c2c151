"""Channels and stories of which nothing is told for a while."""

from dataclasses import replace
from datetime import datetime

from feeds.model import ChannelState, Membership
from feeds.store import (
    Transaction,
    find_mute,
    mute_events,
    read_channel_states,
    read_companions,
    read_memberships,
    save_channel_state,
    unmute_events,
)


def mute_channel(tx: Transaction, name: str, until: datetime) -> None:
    """Tell nothing through a channel until a time."""
    state = read_channel_states(tx).get(name, ChannelState(name=name))
    save_channel_state(tx, replace(state, muted_until=until))


def unmute_channel(tx: Transaction, name: str) -> bool:
    """Use a channel again, whether it is muted, off or at rest; return whether it was."""
    state = read_channel_states(tx).get(name)
    if state is None or not (state.muted_until or state.off_since or state.rests_until):
        return False
    free = replace(state, muted_until=None, off_since=None, rests_until=None, failures=0)
    save_channel_state(tx, free)
    return True


def mute_story(tx: Transaction, story_id: str, until: datetime, now: datetime) -> None:
    """Tell nothing of a story, and of what it is folded with now, until a time."""
    mute_events(tx, list_names(_read_place(tx, story_id)), until, now)


def unmute_story(tx: Transaction, story_id: str) -> bool:
    """Tell of a story again, and of what it is folded with; return whether it was muted.

    What it is folded with may have gone by the name of another of its stories when it was muted.
    """
    place = _read_place(tx, story_id)
    folded = [it for it in read_companions(tx, place) if it.fold_id == place.fold_id]
    return unmute_events(tx, {name for one in folded for name in list_names(one)}) > 0


def read_story_mute(tx: Transaction, story_id: str, now: datetime) -> datetime | None:
    """Return until when nothing is told of a story; None if it is not muted."""
    return find_mute(tx, list_names(_read_place(tx, story_id)), now)


def list_names(place: Membership) -> set[str]:
    """Return the ids by which a story is muted: its own, and those of what it is folded into."""
    return {place.story_id, place.copies_id, place.fold_id}


def _read_place(tx: Transaction, story_id: str) -> Membership:
    """Return where a story stands."""
    return read_memberships(tx, [story_id])[story_id]
