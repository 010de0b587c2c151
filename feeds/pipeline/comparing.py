"""Stories that a feed or a page tells, compared with what is held of them and of their past."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from feeds.compare import Spelling, compare_stories, find_edited
from feeds.dedupe import knows_word
from feeds.model import Change, Remembered, Settings, Story, Unchanged
from feeds.store import Transaction, read_pasts


def compare_held(
    tx: Transaction,
    stories: Sequence[Story],
    remembered: Remembered,
    settings: Settings,
    *,
    baseline: bool,
    now: datetime,
) -> tuple[Change | Unchanged, ...]:
    """Decide for each story of one source, in order, whether it is news to us.

    Args:
        tx: What is held.
        stories: As normalized, with what their pages told.
        remembered: What is held of that source under any of their keys.
        settings: What counts as a typo.
        baseline: Whether this is the source's first good poll.
        now: When they were told.
    """
    if edited := find_edited(stories, remembered):
        remembered = replace(remembered, pasts=read_pasts(tx, edited))
    spelling = Spelling(letters=settings.typo, knows_word=knows_word)
    return compare_stories(stories, remembered, baseline=baseline, now=now, spelling=spelling)
