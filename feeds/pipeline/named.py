"""Stories that another story of their source withdraws: a notice that names their headline."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from feeds.compare import (
    Told,
    find_named,
    fold_name,
    name_withdrawn,
    read_withdrawal,
    tells_anew,
    withdraw_story,
)
from feeds.model import Change, Kind, Revision, Story, Unchanged, Visit
from feeds.pipeline.remember import Decided
from feeds.pipeline.visits import plan_visit
from feeds.store import (
    Transaction,
    read_last_revisions,
    read_pasts,
    read_recent_headlines,
    read_visits,
    save_visits,
)

_RECENT: Final = timedelta(days=30)
"""A notice takes back what was seen in this time before it: later, another report may be meant."""


def withdraw_named(tx: Transaction, decided: Decided) -> tuple[Change, ...]:
    """Return the changes of held stories that others of their source withdraw.

    A notice is heard once, when it comes or its page is read: a story that is told again
    afterwards stands.

    Args:
        tx: What is held, what was decided too.
        decided: What was decided of stories.
    """
    changes: dict[str, Change] = {}
    told: dict[tuple[str, datetime], tuple[Told, ...]] = {}
    for item in decided:
        if isinstance(item, Change) and (names := _list_new_names(item)):
            key = (item.story.source_id, item.revision.seen)
            if key not in told:
                told[key] = _read_told(tx, *key)
            change = _withdraw_one(tx, item, names, told[key])
            if change and change.story.id not in changes:
                changes[change.story.id] = change
    return tuple(changes.values())


def leave_withdrawn(item: Change | Unchanged) -> Change | Unchanged:
    """Return what was decided of a story; that it is the same where it only seems to be back.

    A story that a notice of its own withdrew still stands in its feed. It is back when it tells
    something that it did not tell, and not when a counter in it moves.
    """
    if not isinstance(item, Change) or not item.previous or not _only_seems_back(item):
        return item
    return Unchanged(story_id=item.story.id, keys=item.story.keys)


def _only_seems_back(change: Change) -> bool:
    """Tell whether a story that stood unchanged when it was withdrawn tells nothing else now."""
    before = change.previous.story if change.previous else change.story
    restored = Kind.RESTORED in change.revision.kinds
    return restored and not read_withdrawal(before) and not tells_anew(before, change.story)


def _list_new_names(change: Change) -> frozenset[str]:
    """Return the headlines that a story names as withdrawn, and did not name before."""
    if change.previous is None:
        return name_withdrawn(change.story)
    if Kind.FULL_TEXT not in change.revision.kinds:
        return frozenset()
    return name_withdrawn(change.story) - name_withdrawn(change.previous.story)


def _read_told(tx: Transaction, source_id: str, seen: datetime) -> tuple[Told, ...]:
    """Return the reports of a source that a notice seen at some time may mean."""
    held = read_recent_headlines(tx, source_id, seen - _RECENT)
    return tuple(
        Told(story_id, fold_name(headline), told, first_seen)
        for story_id, (headline, told, first_seen) in held.items()
    )


def _withdraw_one(
    tx: Transaction, notice: Change, names: frozenset[str], told: tuple[Told, ...]
) -> Change | None:
    """Return the change of the story that a notice means; None if it means none that is held."""
    story, seen = notice.story, notice.revision.seen
    found = find_named(names, told, story)
    last = read_last_revisions(tx, [found]).get(found) if found else None
    if last is None or Kind.WITHDRAWN in last.kinds:
        return None
    proof = f"a notice of its source says so, seen at {seen:%Y-%m-%d %H:%M} UTC: “{story.headline}”"
    pasts = read_pasts(tx, [last.story.id])[last.story.id]
    save_visits(tx, [_end_visits(tx, last)])
    change = withdraw_story(last, proof, seen, pasts)
    return replace(change, baseline=notice.baseline)


def _end_visits(tx: Transaction, last: Revision) -> Visit:
    """Return the visit to the page of a story, or what stands for it: that page proves nothing."""
    story = last.story
    visit = read_visits(tx, [story.id]).get(story.id) or plan_visit(story) or _no_visit(story)
    return replace(visit, state="done", due=None, missing=0, missing_since=None, missed_since=None)


def _no_visit(story: Story) -> Visit:
    """Return what stands for the visit to a story that has no page."""
    return Visit(story_id=story.id, source_id=story.source_id, url="", host="", told=story.told)
