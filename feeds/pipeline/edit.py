"""The second half of the walk, for a batch: compare, dedupe, curate, and the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from feeds.compare import leave_out_own, leave_out_retold, read_desk_id
from feeds.curate import match_words, read_words
from feeds.dedupe import sketch_story
from feeds.errors import WiredeskError
from feeds.model import (
    GENERATOR,
    Change,
    Config,
    Failed,
    Kind,
    Remembered,
    Settings,
    SourceReport,
    SourceState,
    Story,
    Topic,
    Unchanged,
    describe_outcome,
)
from feeds.pipeline.answers import tell_bug
from feeds.pipeline.comparing import compare_held
from feeds.pipeline.health import Judged, judge_sources
from feeds.pipeline.listings import note_listing
from feeds.pipeline.named import leave_withdrawn, withdraw_named
from feeds.pipeline.names import name_source
from feeds.pipeline.place import place_stories
from feeds.pipeline.poll import Polled
from feeds.pipeline.read import Reading
from feeds.pipeline.remember import Decided, RememberPoll
from feeds.pipeline.tell import tell_changes
from feeds.pipeline.visits import keep_pages, plan_pages
from feeds.pipeline.withdrawals import (
    call_watched,
    leave_out_deleted,
    part_withdrawn,
    withdraw_deleted,
)
from feeds.store import (
    Store,
    Transaction,
    add_selections,
    find_own_ids,
    find_told_keys,
    read_selections,
    read_visits,
    recall_stories,
    remove_selections,
    save_changes,
    save_sightings,
    save_source_states,
)

__all__ = ["Edited", "RememberPoll", "edit_batch", "keep_changes"]

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A source after its walk.

    Attributes:
        report: What happened to it.
        state: What is remembered of it now.
    """

    report: SourceReport
    state: SourceState


def edit_batch(
    store: Store, batch: Sequence[Polled], config: Config, remember_poll: RememberPoll
) -> tuple[Edited, ...]:
    """Walk polled sources from compare to the outbox, in one transaction.

    A bug met in one source's stories must not stop the others: then each source is edited alone,
    and the one that has it is remembered as crashed.

    Returns:
        The sources, in order.

    Raises:
        DataError: The database cannot be written; nothing of the batch is kept.
    """
    try:
        return _edit_together(store, batch, config, remember_poll)
    except WiredeskError:
        raise
    except Exception as error:  # noqa: BLE001 - see above
        _log.exception("edit crashed", sources=[polled.source.id for polled in batch])
        reason = tell_bug(error)
    if len(batch) > 1:
        each = [edit_batch(store, [polled], config, remember_poll) for polled in batch]
        return tuple(edited for (edited,) in each)
    crashed = Failed(kind="crashed", reason=reason)
    alone = [replace(polled, outcome=crashed, reading=Reading()) for polled in batch]
    return _edit_together(store, alone, config, remember_poll)


def _edit_together(
    store: Store, batch: Sequence[Polled], config: Config, remember_poll: RememberPoll
) -> tuple[Edited, ...]:
    """Walk them all in one transaction: everything is kept, or nothing."""
    with store.write() as tx:
        decided: list[Decided] = [_compare(tx, polled, config.settings) for polled in batch]
        changes = [change for some in decided for change in some if isinstance(change, Change)]
        keep_changes(tx, changes, config)
        decided = _withdraw_named(tx, decided, config)
        for polled, some in zip(batch, decided, strict=True):
            plan_pages(tx, polled, some)
            note_listing(tx, polled, some)
        judged = judge_sources(tx, batch, decided, config, remember_poll)
        save_source_states(tx, [one.state for one in judged])
    return tuple(
        Edited(report=_report_source(polled, one, some), state=one.state)
        for polled, one, some in zip(batch, judged, decided, strict=True)
    )


def _withdraw_named(tx: Transaction, decided: Sequence[Decided], config: Config) -> list[Decided]:
    """Withdraw what notices among the new stories name; return what is decided of each source.

    Only now is held what may stand in the same document as its notice.
    """
    named = [withdraw_named(tx, some) for some in decided]
    if any(named):
        keep_changes(tx, [change for some in named for change in some], config)
    return [(*some, *more) for some, more in zip(decided, named, strict=True)]


def keep_changes(tx: Transaction, changes: Sequence[Change], config: Config) -> None:
    """Keep changed stories, where they belong, and what the topics make of them."""
    save_changes(tx, changes)
    # Some are placed at a time: whichever source answered first, the same ones are.
    told = sorted((change.story for change in changes), key=lambda story: (story.told, story.id))
    unnamed = {it.id for it in config.sources if it.kind == "inbox" and not it.publisher}
    place_stories(tx, (sketch_story(it, publishes=it.source_id not in unnamed) for it in told))
    _curate(tx, changes, config)


def _compare(tx: Transaction, polled: Polled, settings: Settings) -> tuple[Change | Unchanged, ...]:
    """Decide what is news, against what is held; remember the keys of what is not."""
    stories, source_id = leave_out_deleted(polled), polled.source.id
    remembered = recall_stories(tx, source_id, {key for story in stories for key in story.keys})
    deleted = withdraw_deleted(tx, polled, stories, remembered)
    if not stories:
        return deleted
    stories = _leave_out_echoes(tx, replace(polled.reading, stories=stories), remembered)
    visits = read_visits(tx, remembered.revisions)
    parted = part_withdrawn(tx, stories, remembered, visits, settings, now=polled.now)
    call_watched(tx, parted.stories, remembered, visits, polled.now)
    stories = keep_pages(parted.stories, remembered, visits)
    baseline = polled.state.first_ok is None
    decided = compare_held(tx, stories, remembered, settings, baseline=baseline, now=polled.now)
    decided = (*map(leave_withdrawn, decided), *parted.decided)
    same = (item for item in decided if isinstance(item, Unchanged))
    unknown = [item for item in same if not remembered.ids.keys() >= set(item.keys)]
    save_sightings(tx, source_id, unknown)
    return (*decided, *deleted)


def _leave_out_echoes(
    tx: Transaction, reading: Reading, remembered: Remembered
) -> tuple[Story, ...]:
    """Leave out what we, or desks that read us, say again; what is held already stays."""
    new = {
        desk_id: story
        for story in reading.stories
        if (desk_id := read_desk_id(story)) and story.keys[0] not in remembered.ids
    }
    if not new:
        return reading.stories
    stories = leave_out_own(reading.stories, find_own_ids(tx, new))
    if reading.generator != GENERATOR:
        return stories
    keys = [key for story in new.values() for key in story.keys]
    told = find_told_keys(tx, reading.stories[0].source_id, keys)
    return leave_out_retold(stories, told)


def _curate(tx: Transaction, changes: Sequence[Change], config: Config) -> None:
    """Keep which topics select the changed stories, and what they tell of it.

    A topic that selected a story until now is told too: it may be the edit that took it out.
    A story that is withdrawn stays where it was: the notice in its place is about nothing.
    """
    held = read_selections(tx, [change.story.id for change in changes if change.previous])
    remove_selections(tx, [it.story.id for it in changes if it.previous and not _is_gone(it)])
    told: list[tuple[Topic, Change]] = []
    for change in changes:
        before, words = held.get(change.story.id, ()), read_words(change.story)
        chosen = [
            topic.slug
            for topic in config.topics
            if not _is_gone(change) and match_words(topic.query, words)
        ]
        add_selections(tx, [(slug, change.story.id) for slug in chosen])
        joined = set(chosen) - set(before) if change.previous else set()
        told += [
            (topic, _add_new(change) if topic.slug in joined else change)
            for topic in config.topics
            if topic.slug in {*chosen, *before}
        ]
    tell_changes(tx, told, config.settings)


def _is_gone(change: Change) -> bool:
    """Whether a change says that its story was withdrawn."""
    return change.previous is not None and Kind.WITHDRAWN in change.revision.kinds


def _add_new(change: Change) -> Change:
    """Return a change as it is told where nothing of its story was told before."""
    kinds = (Kind.NEW, *change.revision.kinds)
    return replace(change, revision=replace(change.revision, kinds=kinds))


def _report_source(polled: Polled, judged: Judged, decided: Decided) -> SourceReport:
    """Say what happened to a source; a story counts once, though two things were decided of it."""
    answer, reason = describe_outcome(polled.outcome)
    changes = [item for item in decided if isinstance(item, Change)]
    told = {it.story.id if isinstance(it, Change) else it.story_id for it in decided}
    new = {it.story.id for it in changes if not it.previous}
    revised = {it.story.id for it in changes if not it.revision.is_minor} - new
    return SourceReport(
        source_id=polled.source.id,
        title=name_source(polled.source, judged.state),
        answer=answer,
        reason=reason,
        new=len(new),
        revised=len(revised),
        unchanged=len(told) - len(new) - len(revised),
        problems=judged.state.problems,
        new_problems=_list_new_problems(polled, judged),
        health=judged.told,
    )


def _list_new_problems(polled: Polled, judged: Judged) -> tuple[str, ...]:
    """Return what is wrong with files of an inbox since this poll."""
    if polled.source.kind != "inbox":
        return ()
    known = set(polled.state.problems)
    return tuple(line for line in judged.state.problems if line not in known)
