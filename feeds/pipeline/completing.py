"""What visits brought goes into the stories: the second half of the walk, without an edit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import structlog

from feeds.errors import WiredeskError
from feeds.model import (
    Change,
    Config,
    Failed,
    Kind,
    PageReport,
    Revision,
    SourceState,
    Throttled,
    Visit,
    Visited,
    show_address,
)
from feeds.normalize import complete_story, tells_story
from feeds.pipeline.answers import tell_bug
from feeds.pipeline.edit import keep_changes
from feeds.pipeline.visits import end_visit, rest_host
from feeds.store import (
    Store,
    Transaction,
    put_off_visits,
    read_last_revisions,
    read_source_states,
    save_source_states,
    save_visits,
)

_TOO_MANY_REQUESTS = 429

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """What became of visits.

    Attributes:
        reports: One for each, in order.
        states: Of sources whose host asked to be left alone.
    """

    reports: tuple[PageReport, ...]
    states: tuple[SourceState, ...] = ()


def complete_stories(store: Store, visits: Sequence[Visited], config: Config) -> Completed:
    """Put into stories what their pages told, in one transaction; failures are remembered.

    A bug met in one page must not stop the others: then each is taken alone.

    Raises:
        DataError: The database cannot be written; nothing is kept.
    """
    try:
        return _complete_together(store, visits, config)
    except WiredeskError:
        raise
    except Exception as error:  # noqa: BLE001 - see above
        _log.exception("visit crashed", stories=[visited.visit.story_id for visited in visits])
        crashed = Failed(kind="crashed", reason=tell_bug(error))
    if len(visits) > 1:
        each = [complete_stories(store, [visited], config) for visited in visits]
        return Completed(
            reports=tuple(report for one in each for report in one.reports),
            states=tuple(state for one in each for state in one.states),
        )
    alone = [replace(visited, page=None, failure=crashed, final=True) for visited in visits]
    return _complete_together(store, alone, config)


def _complete_together(store: Store, visits: Sequence[Visited], config: Config) -> Completed:
    """Take them all in one transaction: everything is kept, or nothing."""
    with store.write() as tx:
        held = read_last_revisions(tx, [visited.visit.story_id for visited in visits])
        judged = [_judge(visited, held.get(visited.visit.story_id)) for visited in visits]
        ended = [_end(visited, held.get(visited.visit.story_id)) for visited in judged]
        known = read_source_states(tx)
        changes = [
            change
            for visited in judged
            if (change := _complete(visited, held.get(visited.visit.story_id), known))
        ]
        keep_changes(tx, changes, config)
        save_visits(tx, ended)
        for visited in judged:
            if until := rest_host(visited):
                put_off_visits(tx, visited.visit.host, until)
        states = _rest_sources(tx, judged, config, known)
    filled = {change.story.id for change in changes}
    reports = tuple(_report(visit, completed=visit.story_id in filled) for visit in ended)
    return Completed(reports=reports, states=states)


def _judge(visited: Visited, last: Revision | None) -> Visited:
    """Return a visit with the failure that its page is not the story's, if it is not."""
    if visited.page is None or last is None or tells_story(last.story, visited.page):
        return visited
    reason = "the page does not tell the story: it may want a consent, a login or a program"
    other = Failed(kind="unreadable", reason=reason)
    return replace(visited, page=None, failure=other, final=True)


def _end(visited: Visited, last: Revision | None) -> Visit:
    """Return a visit as it is kept, with what the feed says of its story."""
    return end_visit(visited, last.story if last else None)


def _complete(
    visited: Visited, last: Revision | None, known: Mapping[str, SourceState]
) -> Change | None:
    """Return a story with what its page tells; None if that is nothing more.

    A story that came with the first good poll of its source is as little told of as then.
    """
    if visited.page is None or last is None:
        return None
    whole = complete_story(last.story, visited.page)
    if whole == last.story:
        return None
    state = known.get(last.story.source_id)
    first_ok = state.first_ok if state else None
    return Change(
        revision=Revision(
            story=whole, number=last.number + 1, seen=visited.at, kinds=(Kind.FULL_TEXT,)
        ),
        previous=last,
        baseline=first_ok is None or last.story.first_seen <= first_ok,
        reason="its page was read",
    )


def _rest_sources(
    tx: Transaction,
    visits: Sequence[Visited],
    config: Config,
    known: Mapping[str, SourceState],
) -> tuple[SourceState, ...]:
    """Let the sources rest whose host said 429 for a page: it speaks for the host."""
    until = {
        visited.visit.host: visited.failure.retry_after
        for visited in visits
        if isinstance(visited.failure, Throttled) and visited.failure.status == _TOO_MANY_REQUESTS
    }
    if not until:
        return ()
    states = tuple(
        replace(known[source.id], host_rests_until=moment)
        for source in config.sources
        if source.id in known
        and not source.allow_private
        and (moment := until.get(urlsplit(source.url or "").hostname or ""))
    )
    save_source_states(tx, states)
    return states


def _report(visit: Visit, *, completed: bool) -> PageReport:
    """Say what became of a visit."""
    return PageReport(
        source_id=visit.source_id,
        url=show_address(visit.url),
        state=visit.state,
        reason=visit.reason or "",
        completed=completed,
    )
