"""Changes into the outbox, in batches and across them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from polls import DAM_TEXT, DAMS, a_poll
from stories import NOON, a_source, a_story

from feeds.model import Alert, AlertRule, Config, Kind, Settings, SourceState, Story, Topic
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.overrule import merge_stories
from feeds.pipeline.selecting import select_again
from feeds.pipeline.silence import mute_story, read_story_mute, unmute_story
from feeds.schedule.state import remember_poll
from feeds.store import (
    Store,
    mute_events,
    open_store,
    read_alerts,
    read_source_states,
    read_topic_slugs,
    read_waiting,
)
from feeds.text.query import parse_query

OUTLETS = ("post", "mail", "times", "echo", "globe")
RULE = AlertRule(on=(Kind.NEW, Kind.HEADLINE, Kind.BODY), to=("desk",))


@pytest.fixture
def store() -> Iterator[Store]:
    """A memory with the topic of dams."""
    with open_store(None) as opened:
        select_again(opened, [DAMS])
        yield opened


def a_desk(*rules: AlertRule, **fields: object) -> Config:
    """Five outlets, and a topic of dams with these rules."""
    topic: Topic = replace(DAMS, alerts=rules or (RULE,), **fields)
    sources = tuple(a_source(name) for name in OUTLETS)
    return Config(sources=sources, topics=(topic,), settings=Settings())


def copy_of(outlet: str, **fields: object) -> Story:
    """The same text, as an outlet brings it."""
    return a_story(
        f"dam of the {outlet}",
        source_id=outlet,
        **{"headline": "Aubeval dam holds", "body_text": DAM_TEXT, **fields},
    )


def edit(store: Store, config: Config, *stories: Story, hours: float = 0) -> None:
    """Let the sources of these stories tell them in one batch."""
    with store.read() as tx:
        states = read_source_states(tx)
    now = NOON + timedelta(hours=hours)
    known = {name: SourceState(source_id=name, first_ok=NOON) for name in OUTLETS} | states
    batch = [
        a_poll(story, source=source, state=known[source.id], now=now)
        for story in stories
        for source in config.sources
        if source.id == story.source_id
    ]
    edit_batch(store, batch, config, remember_poll)


def alerts(store: Store) -> tuple[Alert, ...]:
    """Return what was told, oldest first."""
    with store.read() as tx:
        return read_alerts(tx, DAMS.slug, NOON - timedelta(hours=1), 20_000)[::-1]


def outbox(store: Store) -> list[tuple[str, str]]:
    """Return what waits, oldest first: channel and state."""
    with store.read() as tx:
        rows = read_waiting(tx, channel=None, state=None, most=20_000)
    return [(row.delivery.channel, row.delivery.state) for row in reversed(rows)]


def test_five_outlets_of_one_batch_are_one_alert(store: Store) -> None:
    """Of what is new, and of the same edit: each names all five, and goes out once."""
    config = a_desk()
    edit(store, config, *(copy_of(name) for name in OUTLETS))
    edited = {"headline": "Aubeval dam breaks"}
    edit(store, config, *(copy_of(name, **edited) for name in OUTLETS), hours=1)
    new, change = alerts(store)

    assert [(Kind.NEW,), (Kind.HEADLINE,)] == [new.kinds, change.kinds]
    assert [OUTLETS, OUTLETS] == [new.sources, change.sources]
    assert [("desk", "waiting")] * 2 == outbox(store)


def test_outlets_of_later_batches_join_the_alert(store: Store) -> None:
    """The one that was sent is not sent again; its sources grow."""
    config = a_desk()
    for number, name in enumerate(OUTLETS):
        edit(store, config, copy_of(name), hours=number * 20)
    for number, name in enumerate(OUTLETS):
        edit(store, config, copy_of(name, headline="Aubeval dam breaks"), hours=90 + number)
    new, change = alerts(store)

    assert [OUTLETS, OUTLETS] == [new.sources, change.sources]
    assert 2 == len(outbox(store))


def test_where_nothing_is_folded_each_outlet_is_told(store: Store) -> None:
    """The event of a topic is what it folds."""
    config = a_desk(fold="none")
    edit(store, config, *(copy_of(name) for name in OUTLETS))

    assert {(name,) for name in OUTLETS} == {alert.sources for alert in alerts(store)}
    assert len(OUTLETS) == len(alerts(store))


@pytest.mark.case("A-07")
def test_a_story_that_goes_back_and_forth_is_told_once_for_each_text(store: Store) -> None:
    """A hundred polls, two alerts of edits a day, and one that it is new."""
    config = a_desk()
    for poll in range(100):
        headline = "Aubeval dam breaks" if poll % 2 else "Aubeval dam holds"
        edit(store, config, copy_of("post", headline=headline), hours=poll / 10)

    assert ["new", "headline", "headline"] == [alert.kinds[0].value for alert in alerts(store)]


@pytest.mark.case("A-07")
def test_a_story_that_changes_again_and_again_is_told_nine_times(store: Store) -> None:
    """The ninth edit's alert says so; it is told again after a day in which it stood still."""
    config = a_desk()
    for poll in range(40):
        edit(store, config, copy_of("post", headline=f"Aubeval dam, take {poll}"), hours=poll)
    restless = alerts(store)
    edit(store, config, copy_of("post", headline="Aubeval dam rests"), hours=39 + 24)

    assert 10 == len(restless)
    assert [False] * 9 + [True] == ["again and again" in alert.text for alert in restless]
    assert "Aubeval dam rests" == alerts(store)[-1].headline


@pytest.mark.case("A-22")
def test_an_alert_tells_what_was_and_not_what_is(store: Store) -> None:
    """The story is edited and leaves the topic before anybody is told."""
    config = a_desk()
    edit(store, config, copy_of("post"))
    gone = {"headline": "Nothing to see", "body_text": "A bridge."}
    edit(store, config, copy_of("post", **gone), hours=1)
    alert, _ = alerts(store)

    assert "Aubeval dam holds" == alert.headline


NOTICE = {"headline": "STORY REMOVED", "body_text": "This story has been withdrawn."}


def test_a_withdrawal_by_notice_is_told_to_the_topics_of_its_text(store: Store) -> None:
    """The notice names no dam; the topic keeps the story, and does so when it is asked again."""
    config = a_desk(AlertRule(on=(Kind.NEW, Kind.WITHDRAWN), to=("desk",)))
    edit(store, config, copy_of("post"))
    edit(store, config, copy_of("post", **NOTICE), hours=1)
    new, withdrawn = alerts(store)
    with store.read() as tx:
        held = read_topic_slugs(tx, new.story_id)
    select_again(store, [replace(DAMS, match="holds", query=parse_query("holds"))])
    with store.read() as tx:
        asked_again = read_topic_slugs(tx, new.story_id)

    assert (Kind.WITHDRAWN,) == withdrawn.kinds
    assert [("dams",), ("dams",)] == [held, asked_again]


def test_an_edit_that_takes_a_story_out_of_a_topic_is_told_to_it(store: Store) -> None:
    """Once: what is edited after that is not about its words any more."""
    config = a_desk()
    for hours, what in enumerate(("dam", "bridge", "school")):
        story = copy_of("post", headline=f"Aubeval {what} holds", body_text="All are well.")
        edit(store, config, story, hours=hours)
    told = alerts(store)

    assert ["Aubeval dam holds", "Aubeval bridge holds"] == [alert.headline for alert in told]
    with store.read() as tx:
        assert () == read_topic_slugs(tx, told[0].story_id)


def test_what_was_told_of_two_events_is_not_told_again_of_one(store: Store) -> None:
    """Each was told under its own name; an editor says that they are one."""
    config = a_desk(fold="events")
    bread = {"headline": "The dam of Ostmere", "body_text": "Bakers there ask for more flour."}
    edit(store, config, copy_of("post"), copy_of("mail", **bread))
    first, second = (alert.story_id for alert in alerts(store))
    for name, fields in (("post", {}), ("mail", bread)):
        edit(store, config, copy_of(name, **fields | {"headline": f"Dam, says {name}"}), hours=1)
    merge_stories(store, first, second, NOON + timedelta(hours=2))
    for name, fields in (("post", {}), ("mail", bread)):
        edit(store, config, copy_of(name, **fields | {"headline": f"Dam of {name}"}), hours=3)
        edit(store, config, copy_of(name, **fields | {"headline": f"Dam, says {name}"}), hours=4)
    headlines = [alert.headline for alert in alerts(store)]

    assert 6 == len(headlines) == len(set(headlines))


def test_a_story_that_is_edited_into_a_topic_is_new_there(store: Store) -> None:
    """Once: not again when it leaves and comes back."""
    config = a_desk(AlertRule(on=(Kind.NEW,), to=("desk",)))
    texts = ["The weir holds", "The dam holds", "The weir holds", "The dam holds"]
    for hours, headline in enumerate(texts):
        story = a_story(headline=headline, body_text="Nobody was hurt.")
        edit(store, config, story, hours=hours)

    (told,) = alerts(store)
    assert (Kind.NEW,) == told.kinds
    assert "The dam holds" == told.headline


def test_a_copy_of_what_a_new_source_brought_is_not_new(store: Store) -> None:
    """The backlog is told to nobody, nor is what others report of it later."""
    config = a_desk(AlertRule(on=(Kind.NEW,), to=("desk",)))
    post = a_poll(copy_of("post"), source=config.sources[0], state=SourceState(source_id="post"))
    edit_batch(store, [post], config, remember_poll)
    edit(store, config, copy_of("mail"), hours=1)
    edit(store, config, a_story("weir dam", source_id="mail", body_text="All is dry."), hours=1)

    assert ["The weir dam holds"] == [alert.headline for alert in alerts(store)]


def test_a_muted_story_is_held_and_not_sent(store: Store) -> None:
    """It is in the alerts feed, and settled in the outbox; when the time is over it is sent."""
    config = a_desk()
    story = copy_of("post")
    edit(store, config, story)
    with store.write() as tx:
        count = mute_events(tx, [story.id], NOON + timedelta(hours=2), NOON)
    edit(store, config, copy_of("post", headline="Aubeval dam breaks"), hours=1)
    edit(store, config, copy_of("post", headline="Aubeval dam stands"), hours=3)

    assert 1 == count
    assert ["muted", "muted", "waiting"] == [state for _, state in outbox(store)]
    assert 3 == len(alerts(store))


def test_what_is_folded_with_a_muted_story_is_silent_in_every_topic(store: Store) -> None:
    """However the topic folds, and though another story founded the fold; until it is unmuted."""
    config = a_desk(fold="none")
    post, times = copy_of("post"), copy_of("times")
    edit(store, config, post, times)
    told = len(outbox(store))
    with store.write() as tx:
        mute_story(tx, post.id, NOON + timedelta(days=9), NOON + timedelta(hours=1))
        silent = read_story_mute(tx, times.id, NOON + timedelta(hours=1))
    edit(store, config, copy_of("times", headline="Aubeval dam breaks"), hours=2)
    muted = [state for _, state in outbox(store)[told:]]
    with store.write() as tx:
        assert unmute_story(tx, times.id)
        ended = read_story_mute(tx, post.id, NOON + timedelta(hours=2))
    edit(store, config, copy_of("post", headline="Aubeval dam leaks"), hours=3)

    assert (NOON + timedelta(days=9), None) == (silent, ended)
    assert ["muted"] == muted
    assert ["waiting"] == [state for _, state in outbox(store)[told + 1 :]]
