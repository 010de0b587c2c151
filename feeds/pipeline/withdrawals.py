"""What a feed says of stories that are withdrawn: it deletes them, or tells them again.

A story that was withdrawn is not back because its feed lists it: it may never have left that. Its
page decides, which is asked for then. Until then the feed's words of it are not compared.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from feeds.compare import match_stories, restore_story, withdraw_story
from feeds.model import (
    Change,
    Deletion,
    Kind,
    Remembered,
    Revision,
    Source,
    Story,
    Unchanged,
    Visit,
)
from feeds.normalize import key_guid
from feeds.pipeline.poll import Polled
from feeds.pipeline.revisits import call_again, call_back
from feeds.pipeline.visits import plan_visit
from feeds.store import Transaction, read_listed, read_visits, recall_stories, save_visits


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
    now: datetime,
) -> Parted:
    """Set aside the stories of a feed that are withdrawn, and have their pages asked for.

    A story without a page is back when its feed tells it.
    """
    gone = {story_id for story_id, visit in visits.items() if visit.state == "withdrawn"}
    if not gone:
        return Parted(stories=tuple(stories))
    kept: list[Story] = []
    decided: dict[str, Change | Unchanged] = {}
    for story, story_id in zip(stories, match_stories(stories, remembered), strict=True):
        if story_id not in gone:
            kept.append(story)
            continue
        same = Unchanged(story_id=story_id, keys=story.keys)
        decided[story_id] = same
        visit = visits[story_id]
        if visit.url:
            listed = read_listed(tx, visit.source_id).story_ids
            anew = bool(listed) and story_id not in listed
            save_visits(tx, [call_back(visit, now, anew=anew)])
            continue
        proof = f"its feed tells it again, seen at {now:%Y-%m-%d %H:%M} UTC"
        decided[story_id] = restore_story(remembered.revisions[story_id], same, proof, now)
        save_visits(tx, [replace(visit, state="done")])
    return Parted(stories=tuple(kept), decided=tuple(decided.values()))


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


def withdraw_deleted(tx: Transaction, polled: Polled) -> tuple[Change, ...]:
    """Return the changes of stories that their feed says were deleted (RFC 6721)."""
    deletions = {key_guid(deletion.ref): deletion for deletion in polled.reading.deletions}
    if not deletions:
        return ()
    remembered = recall_stories(tx, polled.source.id, deletions)
    visits = read_visits(tx, remembered.revisions)
    changes: list[Change] = []
    for key, story_id in remembered.ids.items():
        last, visit = remembered.revisions.get(story_id), visits.get(story_id)
        if last is None or Kind.WITHDRAWN in last.kinds:
            continue
        changes.append(withdraw_story(last, _tell(deletions[key], polled.now), polled.now))
        save_visits(tx, [_end_watch(visit or _plan(last, polled.source), polled.now)])
    return tuple(changes)


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
