r"""The corridor: the only place that knows the order of the rooms.

::

    sources -> fetch -> parse -> normalize -> compare -> dedupe -> curate -> publish -> alert
               \________ poll _________/      \__________________ edit _________________/

``poll`` runs for many sources at once; a failure stays inside its source, and parsing runs in
worker processes with limits. ``edit`` is serial and deterministic: stories, revisions,
memberships, the sources' new states and the alerts of a batch are committed together. Files are
written after the commit and can be written again at any time from the store.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from feeds.alert import compose_alerts_feed, decide_alerts
from feeds.compare import compare_stories
from feeds.curate import compose_feed, match_words, read_words
from feeds.dedupe import dedupe_stories, sketch_story
from feeds.fetch import Web, fetch_source
from feeds.model import (
    Alert,
    Body,
    Change,
    Config,
    Failed,
    Feed,
    Fetched,
    HeldStory,
    Moved,
    Outcome,
    Problem,
    Rendition,
    Source,
    SourceReport,
    SourceState,
    Story,
    Topic,
    TopicReport,
    Unchanged,
    Unreadable,
    describe_outcome,
)
from feeds.normalize import normalize_document
from feeds.parse import parse_document
from feeds.processes import Stopped, Workers
from feeds.publish import render_feed, render_index, render_opml, write_renditions
from feeds.store import (
    Store,
    Transaction,
    add_selections,
    find_candidates,
    read_alerts,
    read_last_revisions,
    read_memberships,
    read_selected,
    read_source_states,
    read_topic_matches,
    recall_stories,
    remove_selections,
    replace_selections,
    save_alerts,
    save_changes,
    save_sightings,
    save_sketches,
    save_source_states,
    walk_stories,
)

# Reports of one event come within days; older stories are found by address and text alone.
_EVENT_WINDOW = timedelta(hours=72)

# A feed's backlog can reach back for years: that far it is not searched for events.
_BACKLOG = timedelta(days=7)

# A lead may be older than the newest report of its event: some more folds than are shown are read.
_FOLDS_READ = 3

# How a source's state follows from a poll; the schedule knows.
RememberPoll = Callable[[Source, SourceState, Outcome, datetime], SourceState]

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the bodies of one answer say.

    Attributes:
        title: What the document calls itself; empty if it does not say, or there are several.
        stories: In order.
        problems: What was wrong without stopping the reading, one line each.
        unreadable: Why nothing could be read; None otherwise.
    """

    title: str = ""
    stories: tuple[Story, ...] = ()
    problems: tuple[str, ...] = ()
    unreadable: Unreadable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """A source after its half of the walk."""

    source: Source
    state: SourceState
    outcome: Outcome
    reading: Reading
    now: datetime


async def poll_source(
    source: Source, state: SourceState, *, web: Web, workers: Workers, now: datetime
) -> Polled:
    """Walk one source through fetch, parse and normalize; whatever fails is told in the outcome."""
    try:
        outcome = await fetch_source(source, state, web, now)
        reading = await _read_outcome(outcome, source, workers, now)
    except Exception as error:  # noqa: BLE001 - a bug met in one source must not stop the others
        _log.exception("poll crashed", source=source.id)
        outcome, reading = _crashed(error), Reading()
    if reading.unreadable:
        outcome = Failed(kind=reading.unreadable.kind, reason=reading.unreadable.reason)
    return Polled(source=source, state=state, outcome=outcome, reading=reading, now=now)


def edit_batch(
    store: Store, batch: Sequence[Polled], config: Config, remember_poll: RememberPoll
) -> tuple[SourceReport, ...]:
    """Walk polled sources from compare to the outbox, in one transaction.

    Returns:
        What happened to each source, in order.

    Raises:
        DataError: The database cannot be written; nothing of the batch is kept.
    """
    with store.write() as tx:
        decided = [_compare(tx, polled) for polled in batch]
        changes = [change for some in decided for change in some if isinstance(change, Change)]
        save_changes(tx, changes)
        _dedupe(tx, changes)
        _curate(tx, changes, config.topics)
        states = [
            _next_state(polled, some, remember_poll)
            for polled, some in zip(batch, decided, strict=True)
        ]
        save_source_states(tx, states)
    return tuple(
        _report_source(polled, state, some)
        for polled, state, some in zip(batch, states, decided, strict=True)
    )


def select_again(store: Store, topics: Sequence[Topic]) -> None:
    """Ask every story held again for topics that are new or whose query changed."""
    with store.read() as tx:
        known = read_topic_matches(tx)
    asked = [topic for topic in topics if known.get(topic.slug) != topic.match]
    if not asked:
        return
    with store.write() as tx:
        for topic in asked:
            replace_selections(tx, topic.slug, topic.match, _matching(tx, topic))


def publish_feeds(
    store: Store, config: Config, output: Path, now: datetime
) -> tuple[tuple[TopicReport, ...], tuple[str, ...]]:
    """Say every topic as it stands now.

    Returns:
        A report for each topic, and the files whose bytes changed.

    Raises:
        DataError: The output folder cannot be written.
    """
    with store.read() as tx:
        states = read_source_states(tx)
        composed = [_compose(tx, topic, config, states, now) for topic in config.topics]
        alerts = [_compose_alerts(tx, topic, config, now) for topic in config.topics]
    renditions = [render_feed(feed) for feed in composed]
    pages = (render_index(composed, config.settings), render_opml(composed, config.settings))
    everything = (*(r for some in renditions for r in some), *(a for a in alerts if a), *pages)
    written = write_renditions(everything, output)
    reports = tuple(
        _report_topic(feed, [r.path for r in some if r.path in written])
        for feed, some in zip(composed, renditions, strict=True)
    )
    return reports, written


def read_bodies(bodies: Sequence[Body], source: Source, now: datetime) -> Reading:
    """Parse and normalize the bodies of one answer; runs in a worker process."""
    documents = [(body, parse_document(body)) for body in bodies]
    match documents:
        case [(Body(name=None), Unreadable() as unreadable)]:
            return Reading(unreadable=unreadable)
    stories: list[Story] = []
    problems: list[str] = []
    title = ""
    for body, document in documents:
        if isinstance(document, Unreadable):
            problems.append(f"{body.name}: {document.reason}")
            continue
        told, wrong = normalize_document(document, source, now)
        stories.extend(told)
        problems.extend(_problem_line(body, problem) for problem in (*document.problems, *wrong))
        title = document.title if body.name is None else ""
    return Reading(title=title, stories=tuple(stories), problems=tuple(problems))


async def _read_outcome(
    outcome: Outcome, source: Source, workers: Workers, now: datetime
) -> Reading:
    """Read what was fetched, if anything was."""
    answer = outcome.answer if isinstance(outcome, Moved) else outcome
    if not isinstance(answer, Fetched):
        return Reading()
    reading = await workers.run(read_bodies, answer.bodies, source, now)
    if isinstance(reading, Stopped):
        reason = f"reading it was stopped: {reading.reason}"
        return Reading(unreadable=Unreadable(kind="malformed", reason=reason))
    return replace(reading, problems=(*answer.problems, *reading.problems))


def _compare(tx: Transaction, polled: Polled) -> tuple[Change | Unchanged, ...]:
    """Decide what is news, against what is held; remember the keys of what is not."""
    stories = polled.reading.stories
    if not stories:
        return ()
    source_id = polled.source.id
    remembered = recall_stories(tx, source_id, {key for story in stories for key in story.keys})
    baseline = polled.state.first_ok is None
    decided = compare_stories(stories, remembered, baseline=baseline, now=polled.now)
    same = (item for item in decided if isinstance(item, Unchanged))
    unknown = [item for item in same if not remembered.ids.keys() >= set(item.keys)]
    save_sightings(tx, source_id, unknown)
    return decided


def _dedupe(tx: Transaction, changes: Sequence[Change]) -> None:
    """Find where changed stories belong, and keep it."""
    if not changes:
        return
    sketches = [sketch_story(change.story) for change in changes]
    told = [sketch.told for sketch in sketches]
    oldest = max(min(told), max(told) - _BACKLOG) - _EVENT_WINDOW
    candidates = find_candidates(tx, sketches, oldest)
    save_sketches(tx, sketches, dedupe_stories(sketches, candidates))


def _curate(tx: Transaction, changes: Sequence[Change], topics: Sequence[Topic]) -> None:
    """Keep which topics select the changed stories, and what they tell of it."""
    remove_selections(tx, [change.story.id for change in changes if change.previous])
    alerts: list[Alert] = []
    for change in changes:
        words = read_words(change.story)
        chosen = [topic for topic in topics if match_words(topic.query, words)]
        add_selections(tx, [(topic.slug, change.story.id) for topic in chosen])
        alerts.extend(alert for topic in chosen for alert in decide_alerts(topic, change))
    save_alerts(tx, alerts)


def _matching(tx: Transaction, topic: Topic) -> Iterator[str]:
    """Yield the ids of all stories held that a topic selects."""
    for story in walk_stories(tx):
        if match_words(topic.query, read_words(story)):
            yield story.id


def _next_state(
    polled: Polled, decided: Sequence[Change | Unchanged], remember_poll: RememberPoll
) -> SourceState:
    """Return what to remember of the source now."""
    state = remember_poll(polled.source, polled.state, polled.outcome, polled.now)
    if not _was_read(polled.outcome):
        return state
    new = any(isinstance(item, Change) and not item.previous for item in decided)
    return replace(
        state,
        title=polled.reading.title or state.title,
        first_ok=state.first_ok or polled.now,
        last_new=polled.now if new else state.last_new,
    )


def _was_read(outcome: Outcome) -> bool:
    """Whether the answer had a document that could be read."""
    return isinstance(outcome.answer if isinstance(outcome, Moved) else outcome, Fetched)


def _compose(
    tx: Transaction,
    topic: Topic,
    config: Config,
    states: Mapping[str, SourceState],
    now: datetime,
) -> Feed:
    """Gather a topic's stories with what folding needs, and compose its feed."""
    since = now - topic.keep
    ids = read_selected(
        tx, topic.slug, fold=topic.fold, since=since, most=topic.limit * _FOLDS_READ
    )
    places = read_memberships(tx, ids)
    sources = {source.id: source for source in config.sources}
    held = []
    for story_id, revision in read_last_revisions(tx, ids).items():
        source = sources.get(revision.story.source_id)
        held.append(
            HeldStory(
                story=revision.story,
                membership=places[story_id],
                revised=revision.seen if revision.number > 1 else None,
                rank=source.rank if source else 0,
                source_title=_source_title(source, states.get(revision.story.source_id)),
                source_url=source.url if source else None,
            )
        )
    return compose_feed(topic, held, config.settings, now)


def _compose_alerts(
    tx: Transaction, topic: Topic, config: Config, now: datetime
) -> Rendition | None:
    """Say what a topic told, if it was asked to tell anything."""
    if not topic.alerts:
        return None
    alerts = read_alerts(tx, topic.slug, now - topic.keep, topic.limit)
    feed = compose_alerts_feed(topic, alerts, config.settings)
    return next(r for r in render_feed(feed) if r.path.endswith(".atom"))


def _source_title(source: Source | None, state: SourceState | None) -> str:
    """Return how people call a source: as configured, as it calls itself, or its id."""
    if source and source.title:
        return source.title
    if state and state.title:
        return state.title
    return source.id if source else state.source_id if state else "unknown"


def _crashed(error: Exception) -> Failed:
    """Tell a bug as a failure of its source; the log has the traceback."""
    return Failed(kind="crashed", reason=f"a fault in wiredesk itself: {type(error).__name__}")


def _problem_line(body: Body, problem: Problem) -> str:
    """Say where a problem is, and what it is."""
    where = [] if body.name is None else [body.name]
    if problem.line is not None:
        where.append(f"line {problem.line}")
    return f"{', '.join(where)}: {problem.what}" if where else problem.what


def _report_source(
    polled: Polled, state: SourceState, decided: Sequence[Change | Unchanged]
) -> SourceReport:
    """Say what happened to a source."""
    answer, reason = describe_outcome(polled.outcome)
    changes = [item for item in decided if isinstance(item, Change)]
    revised = sum(1 for change in changes if change.previous)
    return SourceReport(
        source_id=polled.source.id,
        title=_source_title(polled.source, state),
        answer=answer,
        reason=reason,
        new=len(changes) - revised,
        revised=revised,
        unchanged=len(decided) - len(changes),
        problems=polled.reading.problems,
    )


def _report_topic(feed: Feed, written: Sequence[str]) -> TopicReport:
    """Say what a topic's feed holds."""
    return TopicReport(
        slug=feed.slug,
        title=feed.title,
        entries=len(feed.items),
        folded=sum(len(item.also) for item in feed.items),
        written=tuple(written),
    )
