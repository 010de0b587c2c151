"""What visits brought, put into stories in one transaction."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from pages import REPORT
from polls import a_config, a_poll
from stories import NOON, a_source, a_story

from feeds.model import (
    Config,
    Deletion,
    Failed,
    Kind,
    Source,
    SourceState,
    Story,
    Throttled,
    Visit,
    Visited,
)
from feeds.normalize import key_guid
from feeds.pipeline.completing import complete_stories
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.read import Reading
from feeds.pipeline.visits import begin_visit
from feeds.schedule.due import list_due
from feeds.schedule.state import remember_poll
from feeds.store import (
    Store,
    open_store,
    read_due_visits,
    read_last_revisions,
    read_revisions,
    read_source_states,
    read_visits,
    save_visits,
)

HOUR = timedelta(hours=1)
POST = a_source("post", full_text=True)
MAIL = a_source("mail", url="https://post.example/sport.rss")
AWAY = a_source("away")


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory."""
    with open_store(None) as opened:
        yield opened


def hear(store: Store, config: Config, *names: str) -> list[Visit]:
    """Hear stories of a source, and begin the visits to their pages."""
    stories = [a_story(name, body_text="") for name in names]
    others = [a_poll(source=source) for source in config.sources[1:]]
    batch = [a_poll(*stories, source=config.sources[0]), *others]
    edit_batch(store, batch, config, remember_poll)
    with store.write() as tx:
        begun = [begin_visit(visit, NOON) for visit in read_due_visits(tx, NOON)]
        save_visits(tx, begun)
    return begun


def states(store: Store) -> dict[str, SourceState]:
    """Return what is remembered of the sources."""
    with store.read() as tx:
        return read_source_states(tx)


def a_page(visit: Visit, **fields: object) -> Story:
    """What a page tells."""
    name = visit.url.rpartition("/")[2]
    return a_story(name, body_text=REPORT, **fields)


@pytest.mark.parametrize("private", [False, True])
def test_429_for_a_page_rests_every_feed_of_its_host(store: Store, *, private: bool) -> None:
    """Not those of other hosts; and a private host rests for nobody, as behind a bridge."""
    config = a_config(
        *(
            Source(id=it.id, kind="feed", url=it.url, full_text=True, allow_private=private)
            for it in (POST, MAIL, AWAY)
        )
    )
    (visit,) = hear(store, config, "dam")
    until = NOON + 3 * HOUR
    failure = Throttled(status=429, retry_after=until)
    done = complete_stories(store, [Visited(visit=visit, failure=failure, at=NOON)], config)
    rests = {name: state.host_rests_until for name, state in states(store).items()}
    due = list_due(config.sources, states(store), NOON + 2 * HOUR)
    resting = None if private else until

    assert {"post": resting, "mail": resting, "away": None} == rests
    assert ["post", "mail", "away"][0 if private else 2 :] == [source.id for source in due]
    assert (0 if private else 2) == len(done.states)


def test_a_fault_met_in_one_page_leaves_the_others_alone(store: Store) -> None:
    """The other story is completed; the one is not asked for again."""
    config = a_config(POST)
    bad, good = hear(store, config, "dam", "dyke")
    visits = [
        Visited(visit=bad, page=a_page(bad, inferred=None), at=NOON),
        Visited(visit=good, page=a_page(good), at=NOON),
    ]
    done = complete_stories(store, visits, config)
    with store.read() as tx:
        held = read_last_revisions(tx, [bad.story_id, good.story_id])
        failed = read_visits(tx, [bad.story_id])[bad.story_id]

    assert [False, True] == [report.completed for report in done.reports]
    assert REPORT == held[good.story_id].story.body_text
    assert "" == held[bad.story_id].story.body_text
    assert "failed" == failed.state
    assert "a fault in wiredesk itself" in (failed.reason or "")


def test_a_story_that_is_not_held_any_more_is_not_brought_back(store: Store) -> None:
    """Its page came too late: the visit is over, and nothing else happens."""
    config = a_config(POST)
    (visit,) = hear(store, config, "dam")
    with store.write() as tx:
        tx.exec_driver_sql("DELETE FROM stories")
    done = complete_stories(store, [Visited(visit=visit, page=a_page(visit), at=NOON)], config)

    assert [("done", False)] == [(report.state, report.completed) for report in done.reports]


def hear_again(
    store: Store, config: Config, *stories: Story, hours: int, deleted: str | None = None
) -> None:
    """Hear the feed again, so many hours after noon, with a tombstone if one is named."""
    graves = (Deletion(ref=deleted, when=None, comment=""),) if deleted else ()
    reading = Reading(stories=stories, deletions=graves)
    poll = a_poll(source=config.sources[0], now=NOON + hours * HOUR, reading=reading)
    edit_batch(store, [poll], config, remember_poll)


def kinds(store: Store, visit: Visit) -> list[tuple[Kind, ...]]:
    """Return the kinds of each revision of a story."""
    with store.read() as tx:
        return [revision.kinds for revision in read_revisions(tx, visit.story_id)]


def test_a_story_that_is_deleted_while_its_page_is_asked_for_can_be_restored(store: Store) -> None:
    """What came of the visit is dropped: what its feed said meanwhile is newer."""
    config = a_config(POST)
    told = a_story("dam", body_text="", guid="dam", keys=(key_guid("dam"),))
    edit_batch(store, [a_poll(told, source=POST)], config, remember_poll)
    with store.write() as tx:
        (visit,) = (begin_visit(it, NOON) for it in read_due_visits(tx, NOON))
        save_visits(tx, [visit])
    hear_again(store, config, hours=0, deleted="dam")
    done = complete_stories(store, [Visited(visit=visit, page=a_page(visit), at=NOON)], config)
    with store.read() as tx:
        kept = read_visits(tx, [visit.story_id])[visit.story_id]

    assert "withdrawn" == kept.state
    assert [("withdrawn", False)] == [(it.state, it.completed) for it in done.reports]
    assert [Kind.WITHDRAWN] == [kind for some in kinds(store, visit)[1:] for kind in some]

    hear_again(store, config, told, hours=2)
    with store.write() as tx:
        (again,) = (begin_visit(it, NOON + 2 * HOUR) for it in read_due_visits(tx, NOON + 2 * HOUR))
        save_visits(tx, [again])
    came = Visited(visit=again, page=a_page(again), at=NOON + 2 * HOUR)
    complete_stories(store, [came], config)

    assert Kind.RESTORED in kinds(store, visit)[-1]


def test_a_page_is_not_put_over_the_notice_that_its_story_is_withdrawn(store: Store) -> None:
    """It may be older than the notice; when the text is back in the feed, it is read."""
    config = a_config(POST)
    (visit,) = hear(store, config, "dam")
    notice = a_story(
        "dam",
        headline="STORY REMOVED: Aubeval dam breaks",
        standfirst="This story has been withdrawn.",
        body_text="",
    )
    hear_again(store, config, notice, hours=1)
    page = Visited(visit=visit, page=a_page(visit), at=NOON + HOUR)
    complete_stories(store, [page], config)
    while_gone = kinds(store, visit)
    hear_again(store, config, a_story("dam", body_text=""), hours=2)
    with store.read() as tx:
        state = read_visits(tx, [visit.story_id])[visit.story_id].state

    assert (Kind.WITHDRAWN,) == while_gone[-1]
    assert Kind.RESTORED in kinds(store, visit)[-1]
    assert "waiting" == state


def test_pages_that_come_together_and_are_gone_are_counted_together(store: Store) -> None:
    """None is believed, not even the first: it is their host that ails."""
    config = a_config(POST)
    begun = hear(store, config, "dam", "dyke")
    looks = [replace(visit, state="missed", missed_since=NOON) for visit in begun]
    with store.write() as tx:
        save_visits(tx, looks)
    failure = Failed(kind="status", reason="answered 404", status=404)
    gone = [Visited(visit=visit, failure=failure, gone="404", at=NOON) for visit in looks]
    complete_stories(store, gone, config)

    assert [(Kind.NEW,)] * 2 == [kinds(store, visit)[-1] for visit in looks]
