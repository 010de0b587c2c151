"""After the commit: every topic said as it stands now."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from feeds.alert import compose_alerts_feed, compose_health_feed
from feeds.curate import compose_feed
from feeds.model import (
    Config,
    Feed,
    HeldStory,
    Kind,
    Revision,
    SourceState,
    Topic,
    TopicReport,
)
from feeds.pipeline.names import list_source_names, name_source
from feeds.publish import render_feed, render_index, render_opml, write_renditions
from feeds.store import (
    Store,
    Transaction,
    read_alerts,
    read_first_stories,
    read_health_changes,
    read_histories,
    read_last_revisions,
    read_memberships,
    read_selected,
    read_source_states,
)

# A lead may be older than the newest report of its event: some more folds than are shown are read.
_FOLDS_READ = 3

# What was told of the sources stands in its feed for so long, and no more than so many.
_HEALTH_KEEP = timedelta(days=30)
_HEALTH_MOST = 200


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
        composed = [
            compose_feed(
                topic, gather_stories(tx, topic, config, states, now), config.settings, now
            )
            for topic in config.topics
        ]
        names = list_source_names(config, states)
        alerts = [_compose_alerts(tx, topic, names, config, now) for topic in config.topics]
        health = _compose_health(tx, config, names, now)
    # Of each topic its feed, and behind it that of its alerts if it has any.
    of_topics = [
        (feed, told) if told else (feed,) for feed, told in zip(composed, alerts, strict=True)
    ]
    listed = (*(feed for feeds in of_topics for feed in feeds), health)
    pages = (render_index(listed, config.settings), render_opml(listed, config.settings))
    rendered = {feed.slug: render_feed(feed) for feed in listed}
    everything = (*(r for some in rendered.values() for r in some), *pages)
    written = write_renditions(everything, output)
    reports = tuple(
        _report_topic(
            feeds[0],
            [r.path for feed in feeds for r in rendered[feed.slug] if r.path in written],
        )
        for feeds in of_topics
    )
    return reports, written


def gather_stories(
    tx: Transaction,
    topic: Topic,
    config: Config,
    states: Mapping[str, SourceState],
    now: datetime,
) -> tuple[HeldStory, ...]:
    """Gather a topic's stories with what folding needs."""
    since = now - topic.keep
    ids = read_selected(
        tx, topic.slug, fold=topic.fold, since=since, most=topic.limit * _FOLDS_READ
    )
    return hold_stories(tx, ids, config, states)


def hold_stories(
    tx: Transaction, story_ids: Sequence[str], config: Config, states: Mapping[str, SourceState]
) -> tuple[HeldStory, ...]:
    """Return stories with what folding needs."""
    places = read_memberships(tx, story_ids)
    histories = read_histories(tx, story_ids)
    sources = {source.id: source for source in config.sources}
    revisions = read_last_revisions(tx, story_ids)
    firsts = read_first_stories(tx, [it for it, one in revisions.items() if _is_moved(one)])
    held = []
    for story_id, revision in revisions.items():
        source, first = sources.get(revision.story.source_id), firsts.get(story_id)
        held.append(
            HeldStory(
                story=revision.story,
                membership=places[story_id],
                history=histories[story_id],
                proof=_find_proof(revision),
                first_published=first.published if first else None,
                first_updated=first.updated if first else None,
                rank=source.rank if source else 0,
                source_title=name_source(source, states.get(revision.story.source_id)),
                source_url=source.url if source else None,
            )
        )
    return tuple(held)


def _is_moved(revision: Revision) -> bool:
    """Tell whether a story that changed was published or updated after we first saw it, it says."""
    story = revision.story
    dates = [date for date in (story.published, story.updated) if date]
    return revision.number > 1 and any(date > story.first_seen for date in dates)


def _find_proof(revision: Revision) -> str:
    """Return how it is known that a story was withdrawn; nothing if its last revision stands."""
    notes = [edit.note for edit in revision.edits if edit.kind is Kind.WITHDRAWN]
    return notes[0] if notes else ""


def _compose_alerts(
    tx: Transaction, topic: Topic, names: Mapping[str, str], config: Config, now: datetime
) -> Feed | None:
    """Compose the feed of what a topic told, if it was asked to tell anything."""
    if not topic.alerts:
        return None
    alerts = read_alerts(tx, topic.slug, now - topic.keep, topic.limit)
    return compose_alerts_feed(topic, alerts, names, config.settings)


def _compose_health(
    tx: Transaction, config: Config, names: Mapping[str, str], now: datetime
) -> Feed:
    """Compose the feed of what was told of the sources."""
    changes = read_health_changes(tx, now - _HEALTH_KEEP, _HEALTH_MOST)
    return compose_health_feed(changes, names, config.settings)


def _report_topic(feed: Feed, written: Sequence[str]) -> TopicReport:
    """Say what a topic's feed holds."""
    return TopicReport(
        slug=feed.slug,
        title=feed.title,
        entries=len(feed.items),
        folded=sum(item.folded for item in feed.items),
        written=tuple(written),
    )
