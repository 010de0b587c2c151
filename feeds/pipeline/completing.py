"""What visits brought goes into the stories: the second half of the walk, without an edit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import structlog

from feeds.compare import read_withdrawal
from feeds.errors import WiredeskError
from feeds.model import (
    Change,
    Config,
    Failed,
    Kind,
    PageReport,
    Revision,
    SourceState,
    Story,
    Throttled,
    Validators,
    Visit,
    Visited,
    describe_outcome,
    show_address,
)
from feeds.normalize import is_cut_off, tells_story
from feeds.pipeline.answers import tell_bug
from feeds.pipeline.edit import keep_changes
from feeds.pipeline.named import withdraw_named
from feeds.pipeline.pages import Whose, hear_page
from feeds.pipeline.revisits import count_missing
from feeds.pipeline.visits import end_visit, rest_host
from feeds.store import (
    Store,
    Transaction,
    put_off_visits,
    read_last_revisions,
    read_revisions,
    read_source_states,
    read_visits,
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
        states: Of sources whose host asked to be left alone, or that are to be read anew.
    """

    reports: tuple[PageReport, ...]
    states: tuple[SourceState, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ended:
    """A visit that is over.

    Attributes:
        visit: As it is kept.
        change: What it made known of its story; None if that is nothing.
    """

    visit: Visit
    change: Change | None = None


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
        ids = [visited.visit.story_id for visited in visits]
        held, now_kept = read_last_revisions(tx, ids), read_visits(tx, ids)
        judged = [_judge(tx, visited, held.get(visited.visit.story_id)) for visited in visits]
        known = read_source_states(tx)
        newer = {
            visit.story_id: visit for it in judged if (visit := _find_newer(it.visit, now_kept))
        }
        _note_failures(tx, [it for it in judged if it.visit.story_id not in newer])
        ended = [
            _Ended(visit=newer[visited.visit.story_id])
            if visited.visit.story_id in newer
            else _end(
                tx, visited, held.get(visited.visit.story_id), _find_whose(visited, config, known)
            )
            for visited in judged
        ]
        changes = [one.change for one in ended if one.change]
        keep_changes(tx, changes, config)
        save_visits(tx, [one.visit for one in ended])
        if named := withdraw_named(tx, changes):
            keep_changes(tx, named, config)
        for visited in judged:
            if until := rest_host(visited):
                put_off_visits(tx, visited.visit.host, until)
        states = _rest_sources(tx, judged, config, known)
        states = (*states, *_read_anew(tx, ended, {it.source_id: it for it in states}, known))
    return Completed(reports=tuple(map(_report, ended)), states=states)


def _note_failures(tx: Transaction, visits: Sequence[Visited]) -> None:
    """Count which pages could not be had before any of them is judged by how its host is."""
    failed = [
        replace(count_missing(visited), reason=describe_outcome(visited.failure)[1])
        for visited in visits
        if visited.failure
    ]
    save_visits(tx, failed)


def _find_newer(begun: Visit, kept: Mapping[str, Visit]) -> Visit | None:
    """Return a visit as it was kept while it was under way, if its outcome says nothing any more.

    Its feed deleted the story meanwhile, lists it no more, or says something else of it.

    Args:
        begun: As it was when it began.
        kept: As they are kept now, by story.
    """
    now = kept.get(begun.story_id)
    if now is None:
        return None
    sooner = now.due is not None and begun.due is not None and now.due < begun.due
    other = (now.state, now.missed_since) != (begun.state, begun.missed_since)
    return now if other or sooner else None


def _judge(tx: Transaction, visited: Visited, last: Revision | None) -> Visited:
    """Return a visit with the failure that its page is not the story's, if it is not."""
    if visited.page is None or last is None:
        return visited
    if not (tells_story(_find_told(tx, last), visited.page) or _takes_back(visited)):
        reason = "the page does not tell the story: it may want a consent, a login or a program"
    elif visited.visit.readings and is_cut_off(last.story, visited.page):
        reason = "the page shows only how the text begins: the rest may be behind a wall"
    else:
        return visited
    other = Failed(kind="unreadable", reason=reason)
    return replace(visited, page=None, failure=other, final=True)


def _find_told(tx: Transaction, last: Revision) -> Story:
    """Return a story as it was told last: not the notice that took its place."""
    if Kind.WITHDRAWN not in last.kinds or read_withdrawal(last.story) is None:
        return last.story
    earlier = reversed(read_revisions(tx, last.story.id))
    told = (revision.story for revision in earlier if Kind.WITHDRAWN not in revision.kinds)
    return next(told, last.story)


def _takes_back(visited: Visited) -> bool:
    """Tell whether a page that was read before says now that its story is withdrawn."""
    page = visited.page
    return visited.visit.readings > 0 and page is not None and read_withdrawal(page) is not None


def _find_whose(visited: Visited, config: Config, known: Mapping[str, SourceState]) -> Whose:
    """Return whose story a page tells."""
    source_id = visited.visit.source_id
    source = next((source for source in config.sources if source.id == source_id), None)
    return Whose(source=source, state=known.get(source_id), settings=config.settings)


def _end(tx: Transaction, visited: Visited, last: Revision | None, whose: Whose) -> _Ended:
    """Return a visit that is over, and what it made known of its story."""
    if last is None:
        return _Ended(visit=end_visit(visited))
    heard = hear_page(tx, visited, last, whose)
    kinds = heard.change.revision.kinds if heard.change else ()
    visit = end_visit(heard.visited, last.story, kinds, watch=whose.watches)
    return _Ended(visit=replace(visit, reason=visit.reason or heard.note), change=heard.change)


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


def _read_anew(
    tx: Transaction,
    ended: Sequence[_Ended],
    rested: Mapping[str, SourceState],
    known: Mapping[str, SourceState],
) -> tuple[SourceState, ...]:
    """Forget of sources what they said of their last document, where a story is back.

    What they said of it meanwhile was not compared, and is to be.
    """
    ids = {
        one.visit.source_id
        for one in ended
        if one.change and Kind.RESTORED in one.change.revision.kinds
    }
    states = tuple(
        replace(rested.get(name) or known[name], validators=Validators(), body_hash=None)
        for name in sorted(ids & known.keys())
    )
    save_source_states(tx, states)
    return states


def _report(ended: _Ended) -> PageReport:
    """Say what became of a visit."""
    visit, change = ended.visit, ended.change
    kinds = change.revision.kinds if change else ()
    completed = Kind.FULL_TEXT in kinds
    return PageReport(
        source_id=visit.source_id,
        url=show_address(visit.url),
        state=visit.state,
        reason=visit.reason or "",
        completed=completed,
        kinds=() if completed else kinds,
    )
