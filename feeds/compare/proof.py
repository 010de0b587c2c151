"""Withdrawn and restored: changes that are proven by something else than the words of a story."""

from dataclasses import replace
from datetime import datetime

from feeds.model import Change, Edit, Kind, Revision, Unchanged


def withdraw_story(last: Revision, proof: str, now: datetime) -> Change:
    """Return the change of a story that its publisher took back: the text stays as it was.

    Args:
        last: How it stood.
        proof: In words, with when.
        now: When it was proven.
    """
    edit = Edit(kind=Kind.WITHDRAWN, note=proof)
    revision = replace(
        last, number=last.number + 1, seen=now, kinds=(Kind.WITHDRAWN,), edits=(edit,)
    )
    return Change(revision=revision, previous=last, reason=f"withdrawn: {proof}")


def restore_story(last: Revision, found: Change | Unchanged, proof: str, now: datetime) -> Change:
    """Return the change of a story that is back: as it was, or with what differs in it.

    Args:
        last: How it stood when it was withdrawn.
        found: What compare found in it, against that.
        proof: How we know, in words.
        now: When it was seen.
    """
    story = found.story if isinstance(found, Change) else last.story
    edit = Edit(kind=Kind.RESTORED, before=last.story.headline, after=story.headline, note=proof)
    revision = replace(last, number=last.number + 1, seen=now, kinds=(), edits=())
    if isinstance(found, Change):
        revision = found.revision
    kinds = {Kind.RESTORED, *revision.kinds}
    edits = (*(it for it in revision.edits if it.kind != Kind.RESTORED), edit)
    order = list(Kind)
    revision = replace(
        revision,
        kinds=tuple(sorted(kinds, key=order.index)),
        edits=tuple(sorted(edits, key=lambda it: order.index(it.kind))),
    )
    return Change(revision=revision, previous=last, reason=f"restored: {proof}")
