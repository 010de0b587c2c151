"""The decision: new, revised or unchanged."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from feeds.compare.churn import find_earlier, is_left_out, make_change
from feeds.compare.edits import STRICT, Spelling, list_edits
from feeds.compare.identity import match_stories
from feeds.compare.withdrawals import read_withdrawal
from feeds.model import (
    MINOR_KINDS,
    Change,
    Edit,
    Kind,
    Past,
    Remembered,
    Revision,
    Story,
    Unchanged,
)


def find_edited(stories: Sequence[Story], remembered: Remembered) -> tuple[str, ...]:
    """Return the ids of stories held that may be edited: their past is to be remembered too.

    Args:
        stories: As normalized, of one source.
        remembered: What is held of that source, without any past.
    """
    ids = match_stories(stories, remembered)
    return tuple(
        story_id
        for story, story_id in zip(stories, ids, strict=True)
        if (last := remembered.revisions.get(story_id)) and _may_differ(story, last.story)
    )


def compare_stories(
    stories: Sequence[Story],
    remembered: Remembered,
    *,
    baseline: bool,
    now: datetime,
    spelling: Spelling = STRICT,
) -> tuple[Change | Unchanged, ...]:
    """Decide for each story of one source, in order, whether it is news to us.

    Args:
        stories: As normalized, of one source.
        remembered: What is held of that source under any of their keys.
        baseline: Whether this is the source's first good poll: its backlog is no news to anybody.
        now: The time of the poll.
        spelling: What counts as a typo that was mended.

    Returns:
        A :class:`Change` or :class:`Unchanged` for each story; a story that a document tells
        twice is decided once.
    """
    decided: dict[str, Change | Unchanged] = {}
    seen_before = set(remembered.ids.values())
    for story, story_id in zip(stories, match_stories(stories, remembered), strict=True):
        if story_id in decided:
            continue
        held = replace(story, id=story_id)
        if last := remembered.revisions.get(story_id):
            pasts = remembered.pasts.get(story_id, ())
            decided[story_id] = _compare_story(held, last, pasts, now, spelling)
        elif story_id in seen_before:  # one that returns is not new, though we hold it no more
            decided[story_id] = Unchanged(story_id=story_id, keys=story.keys)
        else:
            decided[story_id] = _welcome_story(held, baseline=baseline, now=now)
    return tuple(decided.values())


def _may_differ(story: Story, last: Story) -> bool:
    """Tell at once of most stories that nothing was edited, without looking at their words."""
    return (
        story.content_hash != last.content_hash
        or (story.published, story.updated) != (last.published, last.updated)
        or (story.url, story.body_html) != (last.url, last.body_html)
        or story.genre != last.genre
    )


def _compare_story(
    story: Story, last: Revision, pasts: Sequence[Past], now: datetime, spelling: Spelling
) -> Change | Unchanged:
    """Decide for a story that is held."""
    same = Unchanged(story_id=story.id, keys=story.keys)
    if not _may_differ(story, last.story):
        return same
    story = replace(story, first_seen=last.story.first_seen)
    edits = list_edits(last.story, story, spelling)
    if Kind.WITHDRAWN in last.kinds:
        edits = _restore(last.story, story, edits)
    elif earlier := find_earlier(story, edits, pasts):
        note = f"as in revision {earlier.number}"
        edits = (*edits, Edit(kind=Kind.REVERTED, note=note))
    if not edits:
        return same
    kinds = tuple(edit.kind for edit in edits)
    revision = Revision(story=story, number=last.number + 1, seen=now, kinds=kinds, edits=edits)
    if is_left_out(revision, last, pasts):
        return same
    return make_change(revision, last, pasts, f"{_listed(kinds)} changed")


def _restore(before: Story, after: Story, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Return the edits of a story that was withdrawn; none if it still is.

    A date or a space says nothing of a story that is gone. Beside a notice that took its place,
    the text that is back is no edit of its headline or body.
    """
    if read_withdrawal(after) or {edit.kind for edit in edits} <= MINOR_KINDS:
        return ()
    restored = Edit(kind=Kind.RESTORED, before=before.headline, after=after.headline)
    return (restored,) if read_withdrawal(before) else (*edits, restored)


def _welcome_story(story: Story, *, baseline: bool, now: datetime) -> Change:
    """Make the first revision."""
    return Change(
        revision=Revision(story=story, number=1, seen=now, kinds=(Kind.NEW,)),
        baseline=baseline,
        reason="first poll of its source" if baseline else "not seen before",
    )


def _listed(kinds: tuple[Kind, ...]) -> str:
    """Return the kinds as people say them."""
    words = [kind.value for kind in kinds]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
