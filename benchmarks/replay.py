"""Captures of a feed through the program, from bytes to the alerts in the outbox."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from captures import Capture

from feeds.model import (
    Alert,
    AlertRule,
    Body,
    Config,
    Fetched,
    Kind,
    Source,
    SourceState,
    Topic,
)
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.poll import Polled
from feeds.pipeline.read import read_bodies
from feeds.schedule.state import remember_poll
from feeds.store import Store, open_store, read_alerts, read_revisions
from feeds.text.query import parse_query

_URL = "https://series.example/feed.xml"
_SILENT = {Kind.TRIVIAL, Kind.DATE}
TOPIC = Topic(
    slug="all",
    title="All",
    match="*",
    query=parse_query("*"),
    fold="none",
    alerts=(AlertRule(on=tuple(kind for kind in Kind if kind not in _SILENT)),),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change that was announced.

    Attributes:
        id: The entry's guid, or its address.
        link: Its address.
        headline: As it stood then.
        at: When the capture was taken that brought it.
        kinds: What it was called.
    """

    id: str
    link: str
    headline: str
    at: datetime
    kinds: frozenset[Kind]


def replay_captures(captures: Iterable[Capture], folder: Path) -> tuple[Told, ...]:
    """Walk captures of one source from bytes to alerts, and return what was announced, in order.

    The first one is the source's backlog, of which nobody is told.

    Args:
        captures: In order of time.
        folder: Where the database is made.
    """
    source = Source(id="series", kind="feed", url=_URL)
    state = SourceState(source_id=source.id)
    config = Config(sources=(source,), topics=(TOPIC,))
    with open_store(folder / "wiredesk.db") as store:
        begun: datetime | None = None
        for capture in captures:
            begun = begun or capture.taken
            (edited,) = edit_batch(store, [_poll(source, state, capture)], config, remember_poll)
            state = edited.state
        return _read_told(store, begun) if begun else ()


def _poll(source: Source, state: SourceState, capture: Capture) -> Polled:
    """Return a poll that brought a capture."""
    body = Body(content=capture.content, media_type="application/xml", url=_URL)
    return Polled(
        source=source,
        state=state,
        outcome=Fetched(bodies=(), body_hash=capture.path.name),
        reading=read_bodies((body,), source, capture.taken),
        now=capture.taken,
    )


def _read_told(store: Store, begun: datetime) -> tuple[Told, ...]:
    """Return everything that was announced, oldest first."""
    with store.read() as tx:
        alerts = read_alerts(tx, TOPIC.slug, begun - timedelta(days=1), 1_000_000)
        stories = {
            (alert.story_id, revision.number): revision.story
            for alert in {alert.story_id: alert for alert in alerts}.values()
            for revision in read_revisions(tx, alert.story_id)
        }
    return tuple(
        _tell(alert, stories[alert.story_id, alert.revision].guid) for alert in reversed(alerts)
    )


def _tell(alert: Alert, guid: str) -> Told:
    """Return what an alert announced."""
    return Told(
        id=guid or alert.url or "",
        link=alert.url or "",
        headline=alert.headline,
        at=alert.created,
        kinds=frozenset(alert.kinds),
    )
