"""A desk that reads what desks publish, its own feed included: nothing grows."""

from datetime import timedelta
from pathlib import Path

import pytest
from polls import StandingClock, a_poll
from stories import NOON, a_source

from feeds.model import GENERATOR, AlertRule, Body, Config, Everything, Fold, Kind, Source, Topic
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.poll import Polled
from feeds.pipeline.publish import publish_feeds
from feeds.pipeline.read import read_bodies
from feeds.schedule.desk import Desk
from feeds.schedule.once import read_states
from feeds.schedule.state import remember_poll
from feeds.store import count_stories, open_store

ITEM = """<item><title>{0}</title><guid isPermaLink="false">{1}</guid>{2}
<description>{0}, people in Aubeval said on Monday, and told at length how the morning had begun
with a bell, who had come down to the quay to look, and what the harbour master wrote.</description>
</item>"""
FEED = '<rss version="2.0"><channel><title>{0}</title><link>https://{0}.example/</link>{1}</channel></rss>'


def wire(number: int) -> bytes:
    """Three reports: with a page, with a date, with neither; the first is revised now and then."""
    items = (
        ITEM.format(
            f"The dam holds for day {number // 8}", "a", "<link>https://wire.example/dam</link>"
        ),
        ITEM.format("The ferry is late", "b", "<pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate>"),
        ITEM.format("Nobody saw the fog", "c", ""),
    )
    return FEED.format("wire", "".join(items)).encode()


POST = FEED.format(
    "post", ITEM.format("Nobody saw the fog", "1", "<link>https://post.example/fog</link>")
).encode()
EMPTY = b"<rss version='2.0'><channel><title>Nothing</title></channel></rss>"


def read(desk: Desk, source: Source, content: bytes) -> Polled:
    """Read what a source published, as a poll would."""
    now = desk.clock.now()
    body = Body(content=content, media_type="", url=source.url or "")
    reading = read_bodies((body,), source, now)
    state = read_states(desk)[source.id]
    return a_poll(source=source, state=state, reading=reading, now=now)


def read_generator(content: bytes) -> str:
    """Return which program a feed says that it was made by."""
    body = Body(content=content, media_type="", url="https://desk.example/all")
    return read_bodies((body,), a_source(), NOON).generator


def play_round(desk: Desk, *contents: bytes) -> int:
    """Edit what the sources published, publish it, and return how many stories are held."""
    pairs = zip(desk.config.sources, contents, strict=True)
    edit_batch(desk.store, [read(desk, *pair) for pair in pairs], desk.config, remember_poll)
    publish_feeds(desk.store, desk.config, desk.output, desk.clock.now())
    with desk.store.read() as tx:
        return count_stories(tx)


@pytest.mark.case("P-25")
@pytest.mark.parametrize(
    ("fold", "form", "rounds"),
    [("copies", "rss", 100), ("none", "atom", 10), ("events", "json", 10)],
)
def test_desks_that_read_each_other_and_themselves_do_not_grow(
    tmp_path: Path, fold: Fold, form: str, rounds: int
) -> None:
    """Both read the feeds of both, and what they told themselves; soon nobody holds more."""
    rule = AlertRule(on=(Kind.NEW, Kind.HEADLINE))
    topic = Topic(slug="all", title="All", match="*", query=Everything(), fold=fold, alerts=(rule,))
    names = ("wire", "post", "changes", "one", "two")
    config = Config(sources=tuple(map(a_source, names)), topics=(topic,))
    clock = StandingClock()
    feeds = [EMPTY, EMPTY]
    changes = [EMPTY, EMPTY]
    held = []
    with open_store(None) as one, open_store(None) as two:
        desks = [
            Desk(config=config, store=store, output=tmp_path / name, clock=clock)
            for store, name in ((one, "one"), (two, "two"))
        ]
        for number in range(rounds):
            wires = (wire(number), EMPTY)
            held.append(
                [
                    play_round(desk, news, POST, told, *feeds)
                    for desk, news, told in zip(desks, wires, changes, strict=True)
                ]
            )
            feeds = [(desk.output / f"all.{form}").read_bytes() for desk in desks]
            changes = [(desk.output / f"all.alerts.{form}").read_bytes() for desk in desks]
            clock.time += timedelta(hours=1)

    assert [held[3]] * (rounds - 3) == held[3:]
    # Four reports; which of those without a page come back once depends on what leads.
    assert sum(held[3]) <= 8
    assert any(b"urn:uuid" in told for told in changes)
    assert all(GENERATOR == read_generator(content) for content in (*feeds, *changes))


V5 = "urn:uuid:6ba7b811-9dad-51d1-80b4-00c04fd430c8"
DESK = FEED.format("desk", "<generator>Wiredesk</generator>" + ITEM.format("The fog", V5, ""))


@pytest.mark.parametrize(
    "content", [FEED.format("post", ITEM.format("The fog", V5, "")), DESK], ids=["post", "desk"]
)
def test_two_feeds_that_hold_the_same_entry_both_keep_it(tmp_path: Path, content: str) -> None:
    """A publisher's whose guids look like a desk's, another desk's, or one that has a new name."""
    config = Config(sources=(a_source("front"), a_source("local")), topics=())
    with open_store(None) as store:
        desk = Desk(config=config, store=store, output=tmp_path, clock=StandingClock())
        held = [
            play_round(desk, *contents)
            for contents in ((content.encode(), EMPTY), (EMPTY, content.encode()))
        ]

    assert [1, 2] == held


@pytest.mark.parametrize(("generator", "held"), [("", 2), ("Else", 2), ("Wiredesk", 1)])
def test_only_a_desk_tells_again_what_another_source_told(
    tmp_path: Path, generator: str, held: int
) -> None:
    """A publisher's words are its own report, whatever its guids look like."""
    config = Config(sources=(a_source("wire"), a_source("again")), topics=())
    first = FEED.format("wire", ITEM.format("The fog", "1", "")).encode()
    again = DESK.replace("Wiredesk", generator).encode()
    with open_store(None) as store:
        desk = Desk(config=config, store=store, output=tmp_path, clock=StandingClock())
        play_round(desk, first, EMPTY)

        assert held == play_round(desk, EMPTY, again)
