"""Bounds for stories that change all the time, and texts that are back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from feeds.model import MINOR_KINDS, Edit, Kind, Past, Revision, Story
from feeds.text.prints import hash_texts

_DAY: Final = timedelta(hours=24)
_MOST_A_DAY: Final = 12
_TEXTS: Final = frozenset({Kind.HEADLINE, Kind.STANDFIRST, Kind.BODY})


def number_revision(revision: Revision, last: Revision, pasts: Sequence[Past]) -> Revision:
    """Return a revision with the number under which it is kept.

    A trivial edit or a moved date takes the place of another one, and from the thirteenth revision
    of a story within 24 hours on each takes the place of the last: a page with a clock in it, or a
    source that moves its dates at each poll, costs no more than that.

    Args:
        revision: The new one, numbered after the last.
        last: The last one held.
        pasts: All that are held.
    """
    if not {*revision.kinds, *last.kinds} - MINOR_KINDS:
        is_date = revision.kinds == (Kind.DATE,)  # if the last one was trivial, the story still is
        kept = last if is_date else revision
        return replace(revision, number=last.number, kinds=kept.kinds, edits=kept.edits)
    lately = sum(1 for past in pasts if past.seen > revision.seen - _DAY)
    return revision if lately < _MOST_A_DAY else replace(revision, number=last.number)


def find_earlier(story: Story, edits: Sequence[Edit], pasts: Sequence[Past]) -> Past | None:
    """Return the latest revision whose texts are back; None if they are those of none.

    Args:
        story: As it stands now.
        edits: What was edited since the last revision: its texts are never those of this one, then.
        pasts: All revisions that are held, oldest first.
    """
    if not _TEXTS & {edit.kind for edit in edits}:
        return None
    texts = hash_texts(story)
    return next((past for past in reversed(pasts) if past.texts == texts), None)
