"""What a poll brought, made by hand, and a desk in memory to edit it with."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from stories import NOON, a_source

from feeds.model import (
    AlertRule,
    Config,
    Failed,
    Fetched,
    Kind,
    Outcome,
    Source,
    SourceState,
    Story,
    Topic,
)
from feeds.pipeline.edit import RememberPoll, edit_batch
from feeds.pipeline.poll import Polled
from feeds.pipeline.read import Reading
from feeds.schedule.desk import Desk
from feeds.schedule.state import remember_poll
from feeds.store import Store
from feeds.text.query import parse_query

DAMS = Topic(
    slug="dams",
    title="Dams",
    match="dam",
    query=parse_query("dam"),
    alerts=(AlertRule(on=(Kind.NEW, Kind.HEADLINE)),),
)
DAM_TEXT = (
    "Engineers in Aubeval said on Monday that the old dam above the town would hold through the "
    "winter, after divers inspected the foundations for three days and found no new cracks in the "
    "concrete. The mayor thanked them and reopened the valley road."
)
"""What an agency tells of a dam: long enough to prove copies."""


@dataclass
class StandingClock:
    """A clock that stands until it is moved."""

    time: datetime = NOON

    def now(self) -> datetime:
        """Return where it stands."""
        return self.time

    def steady(self) -> float:
        """Return seconds since noon: nobody sets this clock, it is moved as time passes."""
        return (self.time - NOON).total_seconds()


def a_poll(*stories: Story, source: Source | None = None, **fields: Any) -> Polled:
    """A poll at noon that brought these stories."""
    source = source or a_source()
    values: dict[str, Any] = {
        "source": source,
        "state": SourceState(source_id=source.id),
        "outcome": Fetched(bodies=(), body_hash="h"),
        "reading": Reading(stories=stories),
        "now": NOON,
    }
    return Polled(**values | fields)


def a_config(*sources: Source) -> Config:
    """These sources, and a topic of dams that tells what is new."""
    return Config(sources=sources or (a_source(),), topics=(DAMS,))


def a_desk(store: Store, folder: Path, *sources: Source) -> Desk:
    """A desk that publishes into a folder; its clock stands at noon."""
    return Desk(config=a_config(*sources), store=store, output=folder, clock=StandingClock())


def stumble_over(source_id: str, error: Callable[[], Exception] = ValueError) -> RememberPoll:
    """A bug that one source's answers meet, until it is known as failed."""

    def remember(
        source: Source, state: SourceState, outcome: Outcome, now: datetime
    ) -> SourceState:
        if source.id == source_id and not isinstance(outcome, Failed):
            raise error()
        return remember_poll(source, state, outcome, now)

    return remember


def tell_stories(store: Store, stories: Iterable[Story]) -> None:
    """Let stories come in one after the other, each from its own source."""
    for story in stories:
        source = a_source(story.source_id)
        edit_batch(store, [a_poll(story, source=source)], a_config(source), remember_poll)
