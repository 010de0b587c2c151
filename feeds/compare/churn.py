"""Bounds for stories that change all the time, and texts that are back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from feeds.model import MINOR_KINDS, Change, Edit, Kind, Past, Revision, Story
from feeds.text.prints import hash_texts

_DAY: Final = timedelta(hours=24)
_MOST_A_DAY: Final = 12
_OPPOSITES: Final = {Kind.WITHDRAWN: Kind.RESTORED, Kind.RESTORED: Kind.WITHDRAWN}
_WHOLE: Final = frozenset({Kind.HEADLINE, Kind.BYLINE, Kind.URL})
_TEXTS: Final = frozenset({Kind.HEADLINE, Kind.STANDFIRST, Kind.BODY})


def is_left_out(revision: Revision, last: Revision, pasts: Sequence[Past]) -> bool:
    """Tell whether a revision is not kept: a trivial edit or moved date beyond the twelfth."""
    return revision.is_minor and not last.is_minor and _are_many(revision, pasts)


def make_change(revision: Revision, last: Revision, pasts: Sequence[Past], reason: str) -> Change:
    """Return the change to a revision, with how that is kept.

    A trivial edit or a moved date takes the place of another one, and from the thirteenth revision
    of a story within 24 hours on each takes the place of the last: a page with a clock in it, or a
    source that moves its dates at each poll, costs no more than that. What was found in the last
    one stays said: the kinds and edits of both are kept.

    Args:
        revision: The new one, numbered after the last.
        last: The last one held.
        pasts: All that are held.
        reason: In words.
    """
    kept = _number_revision(revision, last, pasts)
    return Change(
        revision=replace(revision, number=kept.number),
        kept=None if kept is revision else kept,
        previous=last,
        reason=reason,
    )


def _number_revision(revision: Revision, last: Revision, pasts: Sequence[Past]) -> Revision:
    """Return a revision as it is kept."""
    if revision.is_minor and last.is_minor:
        return _replace_minor(revision, last)
    return _write_over(revision, last) if _are_many(revision, pasts) else revision


def _replace_minor(revision: Revision, last: Revision) -> Revision:
    """Return a minor revision in the place of one."""
    if Kind.DATE not in revision.kinds:
        return replace(revision, number=last.number)
    if Kind.DATE not in last.kinds:  # it is trivial, and the story still is
        return replace(revision, number=last.number, kinds=last.kinds, edits=last.edits)
    moved = {edit.kind: edit for edit in last.edits}
    edits = tuple(
        _join_moves(moved.get(edit.kind, edit), edit, last.story) for edit in revision.edits
    )
    return replace(revision, number=last.number, edits=edits)


def _join_moves(earlier: Edit, later: Edit, between: Story) -> Edit:
    """Return one edit for two of which the second moved the date that the first had moved.

    Another date is told as it was told last, and so is one of two that were the same.
    """
    dates = [date.isoformat() for date in (between.published, between.updated) if date]
    goes_on = earlier.after == later.before and dates.count(later.before) == 1
    return replace(later, before=earlier.before) if goes_on else later


def _are_many(revision: Revision, pasts: Sequence[Past]) -> bool:
    """Tell whether a story has no room for another revision of this day."""
    return sum(1 for past in pasts if past.seen > revision.seen - _DAY) >= _MOST_A_DAY


def _write_over(revision: Revision, last: Revision) -> Revision:
    """Return a revision in the place of the last one, with what was found in both.

    A story that is back is not withdrawn any more, and the other way round.
    """
    ended = {_OPPOSITES[kind] for kind in revision.kinds if kind in _OPPOSITES} | MINOR_KINDS
    stays = [kind for kind in last.kinds if kind not in ended]
    kinds = tuple(kind for kind in Kind if kind in {*revision.kinds, *stays})
    later = {edit.kind: edit for edit in revision.edits}
    earlier = {edit.kind: edit for edit in last.edits if edit.kind in stays}
    both = {
        kind: _join_edits(earlier.get(kind), later.get(kind))
        for kind in kinds
        if kind in earlier or kind in later
    }
    edits = tuple(edit for edit in both.values() if edit)
    return replace(revision, number=last.number, kinds=kinds, edits=edits)


def _join_edits(earlier: Edit | None, later: Edit | None) -> Edit | None:
    """Return one edit for two of a kind, one after the other.

    Of a field that is shown whole it is from the first to the last words; of a longer text, of
    which each shows other sentences, the later one.
    """
    if earlier is None or later is None:
        return later or earlier
    return replace(later, before=earlier.before) if later.kind in _WHOLE else later


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
