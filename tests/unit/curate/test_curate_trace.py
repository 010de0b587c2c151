"""Where a story stands in a topic's feed."""

from datetime import timedelta
from typing import Any

from stories import NOON, a_held, a_story

from feeds.curate import Traced, compose_feed, trace_story
from feeds.model import Everything, HeldStory, History, Settings, Topic

HOUR = timedelta(hours=1)
NAMES = ("dam", "weir", "lock")


def hold(name: str, hours: int, **fields: Any) -> HeldStory:
    """A story that stands alone, told so many hours before noon."""
    story = a_story(name, first_seen=NOON - hours * HOUR)
    return a_held(story, history=History(**fields))


def trace(held: tuple[HeldStory, ...], **fields: Any) -> list[Traced]:
    """Find each of them in the feed, which has as many entries as it is said to have."""
    topic = Topic(slug="rivers", title="Rivers", match="*", query=Everything(), **fields)
    found = [trace_story(topic, it.story.id, [it], held, NOON) for it in held]
    feed = compose_feed(topic, held, Settings(), NOON)
    assert {len(feed.items)} == {one.entries for one in found}
    assert [it.id.removeprefix("urn:uuid:") for it in feed.items] == [
        one.entry for one in found if one.shown
    ]
    return found


def test_an_entry_beyond_the_limit_is_counted_among_all() -> None:
    """The feed has as many as it may; of a feed that has room for more it has all."""
    held = tuple(hold(name, hours) for hours, name in enumerate(NAMES))
    cut, whole = trace(held, limit=2), trace(held)

    assert [(1, 2, True), (2, 2, True), (3, 2, False)] == [
        (it.place, it.entries, it.shown) for it in cut
    ]
    assert [(1, 3), (2, 3), (3, 3)] == [(it.place, it.entries) for it in whole]


def test_an_entry_that_a_topic_drops_is_none_of_the_feed() -> None:
    """Those behind it move up; a topic that marks what was withdrawn has it."""
    held = (hold("dam", 0, withdrawn=NOON), hold("weir", 1))
    gone, behind = trace(held, withdrawn="drop")
    marked, _ = trace(held, withdrawn="mark")

    assert (True, False) == (gone.dropped, gone.shown)
    assert (1, 1, False) == (behind.place, behind.entries, behind.dropped)
    assert (True, False, 2) == (marked.shown, marked.dropped, marked.entries)
