"""Where stories belong: what is remembered is looked up, they are placed, and that is kept."""

from collections.abc import Sequence
from typing import Final

from feeds.dedupe import (
    choose_signs,
    count_heard,
    dedupe_stories,
    find_events,
    sketch_story,
    span_events,
)
from feeds.model import Story
from feeds.store import (
    Transaction,
    find_candidates,
    find_signed,
    read_founders,
    read_reports,
    read_rulings,
    save_sketches,
)

# How common terms are these days is seen in so many events, and an event in so many reports.
_EVENTS_HEARD: Final = 500
_REPORTS_READ: Final = 24


def place_stories(tx: Transaction, stories: Sequence[Story]) -> None:
    """Find where stories belong that are new or changed, and keep it.

    Args:
        tx: The transaction in which they were kept.
        stories: Those already kept.
    """
    if not stories:
        return
    sketches = [sketch_story(story) for story in stories]
    since, until = span_events(sketches)
    heard = count_heard(read_founders(tx, since, until, _EVENTS_HEARD))
    candidates = find_candidates(tx, sketches)
    events = {one.membership.event_id for one in candidates if since <= one.sketch.told <= until}
    signed = find_signed(tx, [(it.told, choose_signs(it, heard)) for it in sketches])
    events |= set(find_events(sketches, signed, heard))
    reports = read_reports(tx, events, _REPORTS_READ)
    places = dedupe_stories(sketches, candidates, reports, heard, read_rulings(tx))
    save_sketches(tx, sketches, places)
