"""Which pages are visited, and when; and what a story keeps of its page. Quiet.

A source that asks for full texts has the pages of its new stories visited: some after each of its
polls, the newest first, each once; and once more if the feed says something else later. Nothing
here waits for a page: what it tells comes later. Those that are visited again are in ``revisits``.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from feeds.compare import match_stories
from feeds.model import (
    Change,
    Failed,
    Fetched,
    Kind,
    NotModified,
    Remembered,
    Story,
    Throttled,
    Visit,
    Visited,
    describe_outcome,
    find_answer,
    list_page_fields,
)
from feeds.normalize import PAGE_TEXTS, complete_story
from feeds.pipeline.poll import Polled
from feeds.pipeline.remember import Decided
from feeds.pipeline.revisits import (
    begin_watch,
    end_revisit,
    is_closed,
    is_revisit,
    list_outdated,
    take_reading,
)
from feeds.store import (
    Transaction,
    call_visits,
    drop_visits,
    plan_visits,
    read_visits,
    save_visits,
)
from feeds.text.characters import clean_line
from feeds.text.words import split_words

AFTER_A_POLL: Final = 10
"""Pages of a source that are visited after each of its polls."""
MOST_WAITING: Final = 100
"""Pages of a source that wait for their turn: of older ones the feed's own text is enough."""

# A page that could not be had is asked for again after so long, and not any more after that.
_WAITS: Final = (timedelta(hours=1), timedelta(hours=6))
# The first reading, and one more when the feed was corrected.
_MOST_READINGS: Final = 2
_REST: Final = timedelta(minutes=15)
# What ails the whole host; its other pages are left alone for a while.
_HOPELESS: Final = frozenset({"dns", "refused", "private address", "timeout", "tls"})


def plan_pages(tx: Transaction, polled: Polled, decided: Decided) -> None:
    """Plan visits for the new stories of a source that asks for full texts, and let some be due.

    Of a backlog the newest hundred are visited, ten after each poll. What a feed corrected waits
    for the next poll: its page may be a little older than the feed.
    """
    answered = isinstance(find_answer(polled.outcome), Fetched | NotModified)
    if not (polled.source.full_text and answered):
        return
    new = [item for item in decided if isinstance(item, Change) and not item.previous]
    plan_visits(tx, [visit for item in new if (visit := plan_visit(item.story))])
    call_visits(tx, polled.source.id, polled.now, AFTER_A_POLL)
    _plan_anew(tx, [item for item in decided if isinstance(item, Change) and item.previous])
    drop_visits(tx, polled.source.id, MOST_WAITING)


def begin_visit(visit: Visit, now: datetime) -> Visit:
    """Return a visit as it is kept before the page is asked for.

    After a crash it counts as one that failed: no page is asked for more often than that.
    """
    wait = _WAITS[0 if is_revisit(visit) else min(visit.tries, len(_WAITS) - 1)]
    return replace(visit, tries=visit.tries + 1, asked=now, due=now + wait)


def end_visit(
    visited: Visited,
    story: Story | None = None,
    kinds: Collection[Kind] = (),
    *,
    watch: bool = False,
) -> Visit:
    """Return a visit, begun before, as it is kept when it is over.

    Args:
        visited: How it went.
        story: As it was held then; None if it is held no more.
        kinds: What it made known of the story.
        watch: Whether the page is to be visited again and again.
    """
    visit, failure = visited.visit, visited.failure
    reason = clean_line(describe_outcome(failure)[1]) if failure else None
    if is_revisit(visit) or (visited.gone and Kind.WITHDRAWN in kinds):
        return end_revisit(
            replace(visited, visit=replace(visit, reason=reason)), story, kinds, watch=watch
        )
    if failure is None:
        read = take_reading(visited, story)
        return begin_watch(read, visited.at) if watch else replace(read, state="done", due=None)
    if is_closed(failure):
        return replace(visit, state="closed", due=None, reason=reason)
    if visited.final or visit.tries > len(_WAITS):
        return replace(visit, state="failed", due=None, reason=reason)
    until = failure.retry_after if isinstance(failure, Throttled) else None
    due = max(filter(None, (visit.due, until)), default=visited.at)
    return replace(visit, due=due, reason=reason)


def rest_host(visited: Visited) -> datetime | None:
    """Return until when the other pages of a host are left alone; None if they need not be."""
    match visited.failure:
        case Throttled(retry_after=until):
            return max(until or visited.at, visited.at + _REST)
        case Failed(kind=kind) if kind in _HOPELESS:
            return visited.at + _REST
        case _:
            return None


def keep_pages(
    stories: Sequence[Story], remembered: Remembered, visits: Mapping[str, Visit]
) -> tuple[Story, ...]:
    """Return the stories of a feed with what their pages told before.

    The feed knows nothing of that: without this, each poll would take it away again. Where its own
    text is another now, the texts of the page do not hold any more: it may be a correction of them.

    Args:
        stories: As the feed tells them.
        remembered: What is held of the source.
        visits: Those to the pages of the stories held, by story.
    """
    told = {
        story_id: fields
        for story_id, last in remembered.revisions.items()
        if (fields := list_page_fields(last.story))
    }
    if not told:
        return tuple(stories)
    ids = match_stories(stories, remembered)
    return tuple(
        _keep_page(story, remembered.revisions[story_id].story, visits.get(story_id))
        if story_id in told
        else story
        for story, story_id in zip(stories, ids, strict=True)
    )


def _keep_page(story: Story, held: Story, visit: Visit | None) -> Story:
    """Return a story with what its page told before, as far as that still holds."""
    outdated = list_outdated(visit, story) if visit else frozenset()
    return complete_story(story, held, list_page_fields(held) - outdated)


def _plan_anew(tx: Transaction, changes: Sequence[Change]) -> None:
    """Plan another visit to pages that may say something else now; one for each story."""
    doubtful = [
        change.story.id
        for change in changes
        if change.previous
        and (
            Kind.RESTORED in change.revision.kinds
            or _is_doubtful(change.previous.story, change.story)
        )
    ]
    save_visits(
        tx,
        [
            replace(visit, state="waiting", tries=0)
            for visit in read_visits(tx, doubtful).values()
            if visit.state == "done" and visit.url and visit.readings < _MOST_READINGS
        ],
    )


def _is_doubtful(held: Story, story: Story) -> bool:
    """Tell whether a page may say something else now: its feed does, if only in the headline."""
    texts = PAGE_TEXTS & list_page_fields(held)
    retitled = split_words(held.headline) != split_words(story.headline)
    return bool(texts and (retitled or texts - list_page_fields(story)))


def plan_visit(story: Story) -> Visit | None:
    """Return the visit to a story's page; None if it has none."""
    host = urlsplit(story.url or "").hostname
    if not story.url or not host:
        return None
    return Visit(
        story_id=story.id, source_id=story.source_id, url=story.url, host=host, told=story.told
    )
