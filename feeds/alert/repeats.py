"""What several edits of one alert say alike is shown once, under the kind that tells most."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from feeds.model import Edit, Kind

_TEXTS: Final = frozenset({Kind.STANDFIRST, Kind.BODY})
_AROUND: Final = " …"


def drop_repeats(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits of an alert as they are to be shown: the words of each once.

    The notice of a correction is shown by itself, not in the text it was put into too; one that is
    the headline is shown as that. Of two edits with the same words the last one is shown: figures,
    not the text they stand in.

    Args:
        edits: In the order of :class:`~feeds.model.Kind`.
    """
    notice = next((edit.note for edit in edits if edit.kind is Kind.CORRECTION), "")
    if any(edit.kind is Kind.HEADLINE and edit.after == notice for edit in edits):
        edits = [edit for edit in edits if edit.kind is not Kind.CORRECTION]
    shown = [rest for edit in edits if (rest := _leave_out(edit, notice))]
    last = {(edit.before, edit.after): edit for edit in shown if edit.before or edit.after}
    return tuple(edit for edit in shown if last.get((edit.before, edit.after), edit) is edit)


def _leave_out(edit: Edit, notice: str) -> Edit | None:
    """Return the edit of a text without the notice that was put into it; None if that is all."""
    if edit.kind not in _TEXTS or not notice or notice not in edit.after:
        return edit
    parts = (part.strip(_AROUND) for part in edit.after.split(notice, 1))
    rest = " … ".join(filter(None, parts))
    return replace(edit, after=rest) if rest != edit.before.strip(_AROUND) else None
