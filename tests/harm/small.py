"""A small memory to harm, and the walk that uses all of it."""

from pathlib import Path

from polls import a_poll
from stories import NOON, a_source, a_story

from feeds.model import Config, SourceState, Topic
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.publish import publish_feeds
from feeds.pipeline.selecting import select_again
from feeds.schedule.state import remember_poll
from feeds.store import Store, count_stories, open_store
from feeds.text.query import parse_query

STORIES = 60
EVERYTHING = Topic(slug="all", title="All", match="*", query=parse_query("*"), fold="none")
CONFIG = Config(sources=(a_source(),), topics=(EVERYTHING,))
_KNOWN = SourceState(source_id="post", first_ok=NOON)


def make_memory(path: Path, stories: int = STORIES) -> None:
    """Make a database that holds so many stories."""
    with open_store(path) as store:
        select_again(store, CONFIG.topics)
        told = [a_story(f"dam-{number}") for number in range(stories)]
        edit_batch(store, [a_poll(*told, state=_KNOWN)], CONFIG, remember_poll)


def walk(path: Path, output: Path) -> int:
    """Use a database as a run does: open, edit a new and a revised story, publish; count."""
    with open_store(path) as store:
        select_again(store, CONFIG.topics)
        tell(store, "ferry")
        publish_feeds(store, CONFIG, output, NOON)
        with store.read() as tx:
            return count_stories(tx)


def tell(store: Store, name: str) -> None:
    """Let the source tell one more story, and an old one in other words."""
    told = (a_story(name), a_story("dam-3", headline=f"The dam held, says the {name}"))
    edit_batch(store, [a_poll(*told, state=_KNOWN)], CONFIG, remember_poll)
