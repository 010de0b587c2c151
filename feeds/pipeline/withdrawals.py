"""What a feed says of stories that are withdrawn: it deletes them, or tells them again.

A story that was withdrawn is not back because its feed lists it: it may never have left that. Its
page decides, which is asked for then. Until then the feed's words of it are not compared.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from feeds.compare import match_stories, read_withdrawal, restore_story, withdraw_story
from feeds.model import (
    Change,
    Deletion,
    Kind,
    Remembered,
    Revision,
    Settings,
    Source,
    Story,
    Unchanged,
    Visit,
)
from feeds.normalize import key_guid
from feeds.pipeline.comparing import compare_held
from feeds.pipeline.poll import Polled
from feeds.pipeline.revisits import call_again, call_back
from feeds.pipeline.visits import plan_visit
from feeds.store import (
    Transaction,
    read_listed,
    read_pasts,
    read_visits,
    recall_stories,
    save_sightings,
    save_visits,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """The stories of a document, without those that are withdrawn.

    Attributes:
        stories: To be compared.
        decided: What is decided of the others.
    """

    stories: tuple[Story, ...]
    decided: tuple[Change | Unchanged, ...] = ()


def leave_out_deleted(polled: Polled) -> tuple[Story, ...]:
    """Return the stories of a document without those that it says were deleted since."""
    deleted = {deletion.ref for deletion in polled.reading.deletions}
    return tuple(story for story in polled.reading.stories if story.guid not in deleted)


def part_withdrawn(
    tx: Transaction,
    stories: Sequence[Story],
    remembered: Remembered,
    visits: Mapping[str, Visit],
    settings: Settings,
    *,
    now: datetime,
) -> Parted:
    """Set aside the stories of a feed that are withdrawn, and have their pages asked for.

    A story without a page is back when its feed tells it.
    """
    gone = {story_id for story_id, visit in visits.items() if visit.state == "withdrawn"}
    if not gone or not stories:
        return Parted(stories=tuple(stories))
    listed = read_listed(tx, stories[0].source_id).story_ids
    kept: list[Story] = []
    decided: dict[str, Change | Unchanged] = {}
    for story, story_id in zip(stories, match_stories(stories, remembered), strict=True):
        if story_id not in gone:
            kept.append(story)
            continue
        if story_id in decided:
            continue
        decided[story_id] = Unchanged(story_id=story_id, keys=story.keys)
        visit, last = visits[story_id], remembered.revisions[story_id]
        if visit.url:
            anew = bool(listed) and story_id not in listed
            save_visits(tx, [call_back(visit, now, anew=anew)])
        elif not _is_notice(story, last.story):
            change = _hear_return(tx, story, last, settings, now)
            decided[story_id] = change
            save_visits(tx, [replace(plan_visit(change.story) or visit, state="done")])
    return Parted(stories=tuple(kept), decided=tuple(decided.values()))


def _is_notice(story: Story, held: Story) -> bool:
    """Tell whether a feed has a notice in the place of a story that it deleted."""
    return read_withdrawal(story) is not None and read_withdrawal(held) is None


def _hear_return(
    tx: Transaction, story: Story, last: Revision, settings: Settings, now: datetime
) -> Change:
    """Return that a story is told again, with what differs in it."""
    story_id = last.story.id
    known = Remembered(ids={story.keys[0]: story_id}, revisions={story_id: last})
    (found,) = compare_held(tx, (story,), known, settings, baseline=False, now=now)
    save_sightings(tx, story.source_id, [Unchanged(story_id=story_id, keys=story.keys)])
    proof = f"its feed tells it again, seen at {now:%Y-%m-%d %H:%M} UTC"
    return restore_story(last, found, proof, now, read_pasts(tx, [story_id])[story_id])


def call_watched(
    tx: Transaction,
    stories: Sequence[Story],
    remembered: Remembered,
    visits: Mapping[str, Visit],
    now: datetime,
) -> None:
    """Have the watched pages read soon of which the feed says something else now."""
    if not any(visit.state == "watched" for visit in visits.values()):
        return
    called = [
        call_again(visit, story, remembered.revisions[story_id].story, now)
        for story, story_id in zip(stories, match_stories(stories, remembered), strict=True)
        if (visit := visits.get(story_id)) and visit.state == "watched"
    ]
    save_visits(tx, [visit for visit in called if visit])


def withdraw_deleted(
    tx: Transaction, polled: Polled, stories: Sequence[Story], remembered: Remembered
) -> tuple[Change, ...]:
    """Return the changes of stories that their feed says were deleted (RFC 6721).

    One that stands in the same document under a new guid was not: what was deleted is its old guid.

    Args:
        tx: What is held.
        polled: The document.
        stories: Those of it that stand.
        remembered: What is held of their source under any of their keys.
    """
    deletions = polled.reading.deletions
    if not deletions:
        return ()
    known = _recall_deleted(tx, polled, set(match_stories(stories, remembered)))
    visits = read_visits(tx, known.revisions)
    changes: dict[str, Change] = {}
    for deletion in deletions:
        key = key_guid(deletion.ref)
        story_id = known.ids.get(key, "")
        last, visit = known.revisions.get(story_id), visits.get(story_id)
        if last is None or Kind.WITHDRAWN in last.kinds or _key_given_up(key) in known.ids:
            continue
        proof, pasts = _tell(deletion, polled.now), read_pasts(tx, [story_id])[story_id]
        changes[story_id] = withdraw_story(last, proof, polled.now, pasts)
        save_visits(tx, [_end_watch(visit or _plan(last, polled.source), polled.now)])
    return tuple(changes.values())


def _recall_deleted(tx: Transaction, polled: Polled, standing: Collection[str]) -> Remembered:
    """Return what is held of deleted guids, and which of them their stories gave up.

    That is remembered: a tombstone may stay in a document for longer than the story does.
    """
    keys = [key_guid(deletion.ref) for deletion in polled.reading.deletions]
    known = recall_stories(tx, polled.source.id, [*keys, *map(_key_given_up, keys)])
    given_up = {
        _key_given_up(key): known.ids[key] for key in keys if known.ids.get(key) in standing
    }
    same = [Unchanged(story_id=story_id, keys=(key,)) for key, story_id in given_up.items()]
    save_sightings(tx, polled.source.id, same)
    return replace(known, ids={**known.ids, **given_up})


def _key_given_up(key: str) -> str:
    """Return the key under which is remembered that a story has another guid than this one now."""
    return f"given up {key}"


def _tell(deletion: Deletion, now: datetime) -> str:
    """Return the proof in words."""
    when = deletion.when or now
    said = f"its feed says that it was deleted, at {when:%Y-%m-%d %H:%M} UTC"
    return f"{said}: “{deletion.comment}”" if deletion.comment else said


def _plan(last: Revision, source: Source) -> Visit:
    """Return the visit to a story's page, or what stands for it if it has none."""
    story = last.story
    nowhere = Visit(story_id=story.id, source_id=source.id, url="", host="", told=story.told)
    return plan_visit(story) or nowhere


def _end_watch(visit: Visit, now: datetime) -> Visit:
    """Return the visit of a story that was deleted: its page proves nothing any more."""
    gone = replace(visit, state="withdrawn", due=None, missing=0, missing_since=None)
    return replace(gone, still_since=now, missed_since=None)
