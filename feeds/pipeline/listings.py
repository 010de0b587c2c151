"""Which stories are missing in a document of a source, and whose pages are looked at for that."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from feeds.compare import find_holes, keep_places
from feeds.model import (
    Change,
    Fetched,
    Kind,
    Listed,
    NotModified,
    Revision,
    Visit,
    find_answer,
)
from feeds.pipeline.poll import Polled
from feeds.pipeline.remember import Decided
from feeds.pipeline.visits import plan_visit
from feeds.store import (
    Transaction,
    count_looked,
    read_last_revisions,
    read_listed,
    read_told,
    read_visits,
    save_listed,
    save_visits,
)

_MOST_LOOKS: Final = 5
"""Pages of a source that are looked at in a day because its feed lists them no more."""
_DAY: Final = timedelta(days=1)


def note_listing(tx: Transaction, polled: Polled, decided: Decided) -> None:
    """Remember what a source lists, and have pages looked at that are missing a second time.

    Only a whole document counts; one that is the same as before says the same a second time.
    """
    if polled.source.kind == "inbox":
        return
    before = read_listed(tx, polled.source.id)
    if isinstance(find_answer(polled.outcome), NotModified):
        missed, left = before.missed, replace(before, missed=())
    elif _is_whole(polled, decided):
        missed, left = _take_listing(tx, before, _list_ids(decided))
    else:
        return
    if left != before:
        save_listed(tx, left)
    _look_into(tx, polled, missed)


def _take_listing(
    tx: Transaction, before: Listed, now: tuple[str, ...]
) -> tuple[tuple[str, ...], Listed]:
    """Return what is missing a second time, and what is remembered of the document."""
    holes: tuple[str, ...] = ()
    if set(before.story_ids) - set(now):
        told = read_told(tx, before.story_ids)
        holes = find_holes(before.story_ids, now, told)
    again = tuple(story_id for story_id in holes if story_id in before.missed)
    once = tuple(story_id for story_id in holes if story_id not in before.missed)
    kept = keep_places(before.story_ids, now, once)
    return again, replace(before, story_ids=kept, missed=once)


def _is_whole(polled: Polled, decided: Decided) -> bool:
    """Tell whether a poll brought all that its source tells."""
    answer, reading = find_answer(polled.outcome), polled.reading
    if not isinstance(answer, Fetched) or answer.partial or answer.problems:
        return False
    return bool(decided) and not (reading.unfinished or reading.damaged)


def _list_ids(decided: Decided) -> tuple[str, ...]:
    """Return the stories that a document lists, without those that it says were deleted."""
    ids = [
        item.story.id if isinstance(item, Change) else item.story_id
        for item in decided
        if not (isinstance(item, Change) and Kind.WITHDRAWN in item.revision.kinds)
    ]
    return tuple(dict.fromkeys(ids))


def _look_into(tx: Transaction, polled: Polled, missed: Sequence[str]) -> None:
    """Have the pages of stories looked at, the newest first, as far as that is polite."""
    if not missed:
        return
    now, source_id = polled.now, polled.source.id
    held = read_last_revisions(tx, missed)
    visits = read_visits(tx, missed)
    looks = [
        look
        for last in sorted(held.values(), key=lambda last: last.story.told, reverse=True)
        if (look := _plan_look(last, visits.get(last.story.id), now))
    ]
    left = max(_MOST_LOOKS - count_looked(tx, source_id, now), 0)
    save_visits(tx, looks[:left])


def _plan_look(last: Revision, visit: Visit | None, now: datetime) -> Visit | None:
    """Return the visit that looks whether a page is there; None if it is not to be made."""
    if visit is None and (planned := plan_visit(last.story)):
        visit = replace(planned, state="missed")
    if visit is None or Kind.WITHDRAWN in last.kinds or visit.state in {"closed", "withdrawn"}:
        return None
    if visit.looked and now - visit.looked < _DAY:
        return None
    look = replace(visit, due=now, missed_since=now, looked=now)
    match visit.state:
        case "watched" | "due" | "missed":
            return look
        case "waiting":
            return replace(look, state="due")
        case _:
            return replace(look, state="missed", tries=0)
