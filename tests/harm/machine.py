"""A publisher and a desk, moved at random, against a model of plain dictionaries.

The publisher adds, edits, takes away, reorders and renames what it tells, and moves the window of
its feed; the desk polls, starts again, and its clock jumps. The desk is the real one from the bytes
of the feed to the outbox, with a database in a file.
"""

import shutil
import tempfile
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path

from harm.invariants import Held, list_faults, read_held
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from polls import a_poll
from stories import NOON, a_source

from feeds.model import AlertRule, Body, Config, Fetched, Kind, SourceState, Topic
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.read import read_bodies
from feeds.pipeline.selecting import select_again
from feeds.schedule.state import remember_poll
from feeds.store import Store, open_store, read_source_states
from feeds.text.query import parse_query

_SOURCE = a_source("post")
_TOPIC = Topic(
    slug="all",
    title="All",
    match="*",
    query=parse_query("*"),
    alerts=(AlertRule(on=(Kind.NEW, Kind.HEADLINE)),),
)
_CONFIG = Config(sources=(_SOURCE,), topics=(_TOPIC,))
_ITEM = (
    "<item><title>{headline}</title><guid isPermaLink='false'>{guid}</guid>"
    "<link>https://post.example/{name}</link>"
    "<pubDate>Mon, 23 Nov 2026 11:{name:02}:00 GMT</pubDate>"
    "<description>The council of {place} met about number {name}.</description></item>"
)
_FEED = "<rss version='2.0'><channel><title>Post</title>{}</channel></rss>"
_PLACES = "Aubeval Ostmark Merrow Tessel Quillon Harrowby Lindmoor Castrel Venn Oldwick".split()
_JUMPS = [timedelta(days=days) for days in (-3650, 3650)] + [
    timedelta(hours=hours) for hours in (-1, 1, 1)
]
_MOST = 60
_WINDOW = 8


class Newsroom(RuleBasedStateMachine):
    """The moves, and the model: what was ever told, and how often in other words."""

    def __init__(self) -> None:
        """Begin with an empty feed and a memory that was never used."""
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.now: datetime = NOON
        self.store: Store = self._open()
        self.feed: list[dict[str, object]] = []
        self.begun = 0
        self.told: dict[int, list[str]] = {}
        self.moves = 0
        self.before = Held()
        self.add(3)

    def _open(self) -> Store:
        """Open the memory."""
        store = open_store(self.folder / "wiredesk.db")
        select_again(store, _CONFIG.topics)
        return store

    @precondition(lambda self: self.begun < _MOST)
    @rule(count=st.integers(1, 3))
    def add(self, count: int) -> None:
        """Tell something new, at the top; what is beyond the window falls out."""
        for _ in range(count):
            place = _PLACES[self.begun % len(_PLACES)]
            headline = f"{place} decides case {self.begun}"
            self.feed.insert(
                0,
                {
                    "name": self.begun,
                    "guid": f"tag:post.example,2026:{self.begun:04}",
                    "headline": headline,
                    "place": place,
                },
            )
            self.begun += 1
        del self.feed[_WINDOW:]

    @precondition(lambda self: self.feed)
    @rule(at=st.integers(0, _WINDOW - 1), word=st.sampled_from(["late", "again", "decides"]))
    def edit(self, at: int, word: str) -> None:
        """Say a headline in other words, or in those it had before."""
        item = self.feed[at % len(self.feed)]
        item["headline"] = f"{item['place']} {word} case {item['name']}"

    @precondition(lambda self: self.feed)
    @rule(at=st.integers(0, _WINDOW - 1))
    def take_away(self, at: int) -> None:
        """Tell one no more."""
        del self.feed[at % len(self.feed)]

    @rule()
    def empty(self) -> None:
        """Tell nothing."""
        self.feed.clear()

    @rule(order=st.randoms(use_true_random=False))
    def reorder(self, order: object) -> None:
        """Tell the same in another order."""
        order.shuffle(self.feed)  # type: ignore[attr-defined]

    @precondition(lambda self: self.feed)
    @rule(at=st.integers(0, _WINDOW - 1))
    def rename(self, at: int) -> None:
        """Give an item another guid: its address and its date say that it is the same."""
        item = self.feed[at % len(self.feed)]
        item["guid"] = f"{item['guid']}-moved"

    @precondition(lambda self: self.begun < _MOST)
    @rule()
    def jump_window(self) -> None:
        """Tell only what is new since: so much happened."""
        self.feed.clear()
        self.add(_WINDOW)

    @rule(by=st.sampled_from(_JUMPS))
    def jump_clock(self, by: timedelta) -> None:
        """Set the clock forward or back."""
        self.now = max(NOON - timedelta(days=7000), min(self.now + by, NOON + timedelta(days=7000)))

    @rule()
    def restart(self) -> None:
        """End the desk and start it again."""
        self.store.close()
        self.store = self._open()

    @invariant()
    def poll_now_and_then(self) -> None:
        """Poll after two moves of three: sometimes several things happen in between."""
        self.moves += 1
        if self.moves % 3:
            self.poll()

    def poll(self) -> None:
        """Let the desk read the feed, and compare what it holds with the model."""
        self.now += timedelta(seconds=1)
        content = _FEED.format("".join(_ITEM.format(**item) for item in self.feed)).encode()
        body = Body(content=content, media_type="application/rss+xml", url="https://post.example/r")
        reading = read_bodies((body,), _SOURCE, self.now)
        with self.store.read() as tx:
            state = read_source_states(tx).get("post", SourceState(source_id="post"))
        poll = a_poll(
            source=_SOURCE,
            state=state,
            reading=reading,
            outcome=Fetched(bodies=(), body_hash="h"),
            now=self.now,
        )
        edit_batch(self.store, [poll], _CONFIG, remember_poll)
        for item in self.feed:
            versions = self.told.setdefault(int(str(item["name"])), [])
            if not versions or versions[-1] != item["headline"]:
                versions.append(str(item["headline"]))
        self._compare()

    def _compare(self) -> None:
        """Hold every story ever told, once, with every headline it had, in order.

        A date that moves is a revision of the same headline.
        """
        held = read_held(self.folder)
        assert sorted(self.told.values()) == sorted(
            [it for it, _ in groupby(versions[number].headline for number in sorted(versions))]
            for versions in held.versions.values()
        )
        assert [line for line in list_faults(held, self.before) if "outbox" not in line] == []
        self.before = held

    def teardown(self) -> None:
        """Close and remove."""
        self.store.close()
        shutil.rmtree(self.folder)
