"""Withdrawn and restored: changes that are proven by something else than the words of a story."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from feeds.compare.churn import make_change
from feeds.model import Change, Edit, Kind, Past, Revision, Unchanged


def withdraw_story(last: Revision, proof: str, now: datetime, pasts: Sequence[Past]) -> Change:
    """Return the change of a story that its publisher took back: the text stays as it was.

    Args:
        last: How it stood.
        proof: In words, with when.
        now: When it was proven.
        pasts: All revisions that are held of it.
    """
    edit = Edit(kind=Kind.WITHDRAWN, note=proof)
    revision = replace(
        last, number=last.number + 1, seen=now, kinds=(Kind.WITHDRAWN,), edits=(edit,)
    )
    return make_change(revision, last, pasts, f"withdrawn: {proof}")


def restore_story(
    last: Revision, found: Change | Unchanged, proof: str, now: datetime, pasts: Sequence[Past]
) -> Change:
    """Return the change of a story that is back: as it was, or with what differs in it.

    Args:
        last: How it stood when it was withdrawn.
        found: What compare found in it, against that.
        proof: How we know, in words.
        now: When it was seen.
        pasts: All revisions that are held of it.
    """
    story = found.story if isinstance(found, Change) else last.story
    edit = Edit(kind=Kind.RESTORED, before=last.story.headline, after=story.headline, note=proof)
    bare = replace(last, seen=now, kinds=(), edits=())
    revision = found.revision if isinstance(found, Change) else bare
    kinds = {Kind.RESTORED, *revision.kinds}
    edits = (*(it for it in revision.edits if it.kind != Kind.RESTORED), edit)
    order = list(Kind)
    revision = replace(
        revision,
        number=last.number + 1,
        kinds=tuple(sorted(kinds, key=order.index)),
        edits=tuple(sorted(edits, key=lambda it: order.index(it.kind))),
    )
    return make_change(revision, last, pasts, f"restored: {proof}")
