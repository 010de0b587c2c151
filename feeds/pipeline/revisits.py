"""Pages that are visited again: to notice edits, and that stories are withdrawn. Quiet.

A watched page is visited after ten minutes, and then whenever it stood still for as long as it did
before: after ten minutes, twenty, forty and so on, until its story is eight days old. An edit
begins that anew. A page that is gone is looked at again after an hour: the second time is proof.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from feeds.model import (
    MATERIAL_KINDS,
    Failed,
    Gone,
    Kind,
    Neighbours,
    Story,
    Throttled,
    Visit,
    Visited,
    list_page_fields,
)
from feeds.normalize import PAGE_TEXTS, hash_words
from feeds.text.words import split_words

OUTDATED: Final = "outdated"
"""Stands for the words of a feed that says something else than a page that cannot be read."""

_SOONEST: Final = timedelta(minutes=10)
_HOUR: Final = timedelta(hours=1)
_WATCHED: Final = timedelta(days=8)
_MOST_LOOKS: Final = 3
# A feed that lists a withdrawn story for so long, and on and on, gives no reason to look any more.
_LISTED: Final = timedelta(days=30)
_DAY: Final = timedelta(days=1)
# With so many pages of a host gone within a day, or such a part of them, it is the host that ails.
_CROWD: Final = 6
_SHARE: Final = 3
_CLOSED: Final = frozenset({401, 402, 403, 451})


def is_revisit(visit: Visit) -> bool:
    """Tell whether a page is visited for more than its text."""
    return visit.state in {"watched", "missed", "withdrawn"}


def is_closed(failure: Failed | Gone | Throttled) -> bool:
    """Tell whether the publisher said that the page is not for us, or is no more."""
    match failure:
        case Failed(kind=kind, status=status):
            return kind == "robots" or status in _CLOSED
        case _:
            return isinstance(failure, Gone)


def find_proof(visited: Visited, others: Neighbours) -> str:
    """Return in words how a visit proves that its story is withdrawn; empty if it does not.

    Args:
        visited: The visit.
        others: How the other pages of the host are.
    """
    visit = visited.visit
    if not visited.gone or visit.state == "withdrawn" or _ails(visited, others):
        return ""
    now = f"at {visited.at:%Y-%m-%d %H:%M} UTC ({visited.gone})"
    if visit.missed_since:
        return f"its page is gone {now}, and its feed lists older stories, but not this one"
    first = visit.missing_since
    if not first or not visit.readings or visited.at - first < _HOUR:
        return ""
    return f"its page was gone at {first:%Y-%m-%d %H:%M} UTC, and still is {now}"


def _ails(visited: Visited, others: Neighbours) -> bool:
    """Tell whether it is the host that ails, and not this page that is gone.

    Of several pages that are gone since more than a day, none is believed while no other is there.
    """
    first = visited.visit.missing_since
    own = first is None or first > visited.at - _DAY
    if _is_crowd(others.lately + own, others.asked + 1):
        return True
    return not others.there and _is_crowd(others.gone + 1, others.asked + 1)


def _is_crowd(gone: int, asked: int) -> bool:
    """Tell whether so many pages of a host are not gone each for itself."""
    return gone >= _CROWD or (gone > 1 and _SHARE * gone >= asked)


def list_outdated(visit: Visit, story: Story) -> frozenset[str]:
    """Return the fields of a page that do not hold any more, since the feed says something else.

    The texts of a watched page are read again before they are given up.

    Args:
        visit: To the page.
        story: As the feed tells it.
    """
    other = visit.feed_words and visit.feed_words != hash_words(story)
    if other and not (visit.state == "watched" and visit.feed_words != OUTDATED):
        return PAGE_TEXTS
    stated = not any(item.field == "headline" for item in story.inferred)
    own = visit.feed_headline is None or _is_retitled(visit, story)
    return frozenset({"headline"}) if stated and own else frozenset()


def call_again(visit: Visit, story: Story, held: Story, now: datetime) -> Visit | None:
    """Return the visit to a watched page that is due soon, since the feed says something else.

    Args:
        visit: To the page.
        story: As the feed tells it.
        held: As it is held.
        now: When the feed was asked.

    Returns:
        None if it says the same as before.
    """
    soon = max(now, (visit.asked or now) + _SOONEST)
    called = replace(visit, due=min(soon, visit.due or soon))
    if visit.feed_words and visit.feed_words != hash_words(story):
        return replace(called, feed_words=hash_words(story), still_since=None)
    if visit.feed_headline is None:
        retitled = split_words(story.headline) != split_words(held.headline)
        return called if retitled and "headline" not in list_page_fields(held) else None
    return replace(called, feed_headline=None) if _is_retitled(visit, story) else None


def call_back(visit: Visit, now: datetime, *, anew: bool) -> Visit:
    """Return the visit to the page of a withdrawn story when it is due, since its feed lists it.

    Args:
        visit: To the page.
        now: When the feed was asked.
        anew: Whether it did not list it before.
    """
    since = visit.still_since or now
    asked = visit.asked or since
    if not anew and now - since > _LISTED:
        return visit
    early = anew and now - since <= _WATCHED
    wait = _HOUR if early else min(max(_HOUR, asked - since), _DAY)
    soon = max(now, asked + wait) if visit.asked else now
    return replace(visit, due=min(soon, visit.due or soon))


def _is_retitled(visit: Visit, story: Story) -> bool:
    """Tell whether the feed has another headline than when that of the page was taken over."""
    before = visit.feed_headline
    return before is not None and split_words(before) != split_words(story.headline)


def take_reading(visited: Visited, story: Story | None) -> Visit:
    """Return a visit to a page that is there, with what that said of itself.

    Args:
        visited: The visit.
        story: As it was held then; None if it is held no more.
    """
    visit = visited.visit
    read = replace(
        visit,
        readings=visit.readings + 1,
        reason=None,
        etag=visited.validators.etag,
        last_modified=visited.validators.last_modified,
        body_hash=visited.body_hash,
        missing=0,
        missing_since=None,
        missed_since=None,
    )
    if visited.page:
        read = replace(read, headline=visited.page.headline)
    texts = PAGE_TEXTS & list_page_fields(story) if story else PAGE_TEXTS
    return read if texts else replace(read, feed_words=hash_words(story) if story else None)


def begin_watch(visit: Visit, at: datetime) -> Visit:
    """Return a visit to a page that is watched from now on, as it stands."""
    return _wait(replace(visit, state="watched", still_since=at), at)


def end_revisit(
    visited: Visited, story: Story | None, kinds: Collection[Kind], *, watch: bool
) -> Visit:
    """Return a visit, begun before, as it is kept when it is over.

    Args:
        visited: How it went.
        story: As it was held then; None if it is held no more.
        kinds: What it made known of the story.
        watch: Whether the page is to be visited again and again.
    """
    visit, at = visited.visit, visited.at
    if story is None:
        return replace(visit, state="done", due=None)
    if visited.gone and Kind.WITHDRAWN in kinds:
        gone = replace(count_missing(visited), state="withdrawn", still_since=at, tries=0)
        return replace(gone, due=at + _HOUR, missed_since=None)
    if visited.there:
        read = take_reading(visited, story)
        if not watch:
            return replace(read, state="done", due=None)
        moved = MATERIAL_KINDS & set(kinds) or visit.state != "watched" or not visit.still_since
        return begin_watch(read, at) if moved else _wait(read, at)
    return _miss(visited)


def _miss(visited: Visited) -> Visit:
    """Return a visit to a page that is gone, or that could not be had."""
    visit, at = count_missing(visited), visited.at
    failure = visited.failure
    until = failure.retry_after if isinstance(failure, Throttled) else None
    match visit.state:
        case "missed":
            if visit.tries >= _MOST_LOOKS:
                return replace(visit, state="failed", due=None, missed_since=None)
            later = replace(visit, due=at + _HOUR * (1 if visit.tries == 1 else 6))
        case "watched":
            words = visit.feed_words if visit.still_since else OUTDATED
            still = visit.still_since or at
            later = _wait(replace(visit, feed_words=words, still_since=still), at)
            if visited.gone:
                later = _look_again(visit, at) or later
        case _:
            later = _wait_for_return(visit, at)
    if failure and not visited.gone and is_closed(failure) and visit.state != "withdrawn":
        return replace(visit, state="closed", due=None, missed_since=None)
    return replace(later, due=max(later.due, until)) if later.due and until else later


def _look_again(visit: Visit, at: datetime) -> Visit | None:
    """Return the visit to a watched page that is gone when it is due again, less and less often.

    Once more at least, for its second time is proof; else no longer than a page is watched.
    """
    due = at + max(_HOUR, at - (visit.missing_since or at))
    if visit.missing > 1 and due > visit.told + _WATCHED:
        return None
    return replace(visit, due=due)


def count_missing(visited: Visited) -> Visit:
    """Return a visit that counts whether its page is gone."""
    visit = visited.visit
    if not visited.gone:
        return visit
    return replace(
        visit, missing=visit.missing + 1, missing_since=visit.missing_since or visited.at
    )


def _wait(visit: Visit, at: datetime) -> Visit:
    """Return the visit to a watched page when it is due again; done if its story is too old."""
    still = at - visit.still_since if visit.still_since else _SOONEST
    due = at + max(_SOONEST, still)
    if due > visit.told + _WATCHED:
        return replace(visit, state="done", due=None)
    return replace(visit, due=due)


def _wait_for_return(visit: Visit, at: datetime) -> Visit:
    """Return the visit to the page of a withdrawn story when it is due again, if it is.

    What a tombstone withdrew returns with its feed only.
    """
    since = visit.still_since or at
    due = at + max(_HOUR, at - since)
    again = visit.missing > 0 and due <= since + _WATCHED
    return replace(visit, due=due if again else None)
