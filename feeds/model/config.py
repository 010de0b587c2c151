"""What the desk was asked to do: one checked, complete value."""

from dataclasses import dataclass, field
from datetime import time, timedelta
from pathlib import Path
from typing import Literal

from feeds.model.change import Kind
from feeds.model.health import HealthKind
from feeds.model.query import Query
from feeds.model.secret import Secret
from feeds.model.source import Source

Fold = Literal["none", "copies", "events"]

Withdrawn = Literal["mark", "drop", "keep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Hours of the day, over midnight if they begin later than they end.

    Attributes:
        begin: The first moment.
        end: The first moment after them.
    """

    begin: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRule:
    """Which kinds of change of a topic are told, and to which channels.

    Attributes:
        on: The kinds.
        to: Channel names; the topic's own alerts feed always gets them.
        least_words: An edit of standfirst or body is told if so many words were put in or taken
            out.
        digest: Cron line: what happens is told together at these times; None to tell it at once.
        quiet: What happens in these hours is told together when they end; None for none.
    """

    on: tuple[Kind, ...]
    to: tuple[str, ...] = ()
    least_words: int = 0
    digest: str | None = None
    quiet: Hours | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthRule:
    """Which changes of the health of sources are told to which channels.

    Attributes:
        on: What happens to a source.
        to: Channel names; the feed ``sources.health`` always gets everything.
        digest: As in :class:`AlertRule`.
        quiet: As in :class:`AlertRule`.
    """

    on: tuple[HealthKind, ...]
    to: tuple[str, ...]
    digest: str | None = None
    quiet: Hours | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a reader cares about.

    Attributes:
        slug: Names the files, ``[a-z0-9][a-z0-9._-]{0,63}``.
        title: The feed's title.
        match: The query as written.
        query: The query, read.
        description: One sentence for the feed; empty for none.
        language: BCP 47 tag of the feed; None to leave it open.
        fold: ``none``: every story is an entry; ``copies``: copies are one entry; ``events``:
            all reports of one event are one entry.
        keep: How long a story stays, counted from when the desk first saw it.
        limit: Entries at most.
        withdrawn: What becomes of an entry whose stories were all withdrawn. ``mark``: its title
            says so and its text is gone; ``drop``: it leaves the feed; ``keep``: its title says
            so and its text stays. For the first two the Atom feed has a tombstone instead.
        alerts: What is told when it changes.
    """

    slug: str
    title: str
    match: str
    query: Query
    description: str = ""
    language: str | None = None
    fold: Fold = "copies"
    keep: timedelta = timedelta(days=14)
    limit: int = 100
    withdrawn: Withdrawn = "mark"
    alerts: tuple[AlertRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Somewhere alerts are sent.

    Attributes:
        name: Slug.
        url: Its address, usually a secret: the scheme says how it is told.
        secrets: Keys a webhook's messages are signed with, the first one first; none to sign
            nothing.
        allow_private: Whether a webhook's address may be private or loopback.
        expire: What could not be delivered for so long is given up.
    """

    name: str
    url: Secret
    secrets: tuple[Secret, ...] = ()
    allow_private: bool = False
    expire: timedelta = timedelta(days=3)

    @property
    def scheme(self) -> str:
        """The scheme of its address, in lower case."""
        return self.url.reveal().partition(":")[0].lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for the whole desk.

    Attributes:
        title: The desk's name, shown on the index page.
        base_url: Where ``output/`` is served, ending in a slash; None if it is not known.
        contact: Address or URL in the User-Agent, so that publishers can reach you.
        language: BCP 47 tag of the index page.
        every: How often a source is polled that does not say.
        quiet_every: How often such a source is polled while it has little to say.
        concurrency: Requests at once; beside them slow ones may go on.
        per_host: Requests at once to one host.
        host_pause: Between two requests to one host on the public internet.
        revisits: Pages of one host that are visited again, in a day.
        deadline: For one answer, redirects included.
        max_bytes: Of one answer, decoded.
        typo: By so many letters a word may differ for its edit to be a typo that was mended, which
            nobody is told of; 0: every word counts.
        listen: Address and port where the daemon listens, as in ``127.0.0.1:8080``; None: nowhere.
        websub: Where hubs reach that port from outside, ending in a slash; None: no WebSub.
        timezone: IANA name: whose clocks digests and quiet hours are about.
        alerts: What is told of the sources, and to whom.
    """

    title: str = "Wiredesk"
    base_url: str | None = None
    contact: str | None = None
    language: str = "en"
    every: timedelta = timedelta(minutes=30)
    quiet_every: timedelta = timedelta(hours=2)
    concurrency: int = 16
    per_host: int = 2
    host_pause: timedelta = timedelta(seconds=1)
    revisits: int = 500
    deadline: timedelta = timedelta(seconds=30)
    max_bytes: int = 16 * 1024 * 1024
    typo: int = 0
    listen: str | None = None
    websub: str | None = None
    timezone: str = "UTC"
    alerts: tuple[HealthRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The whole configuration, checked.

    Attributes:
        sources: In the order of the file.
        topics: In the order of the file.
        channels: In the order of the file.
        settings: What holds for all.
        files: Every file it was read from, the secrets file included.
        warnings: What is allowed but probably not meant, each as ``file:line:column: text``.
    """

    sources: tuple[Source, ...]
    topics: tuple[Topic, ...] = ()
    channels: tuple[Channel, ...] = ()
    settings: Settings = field(default_factory=Settings)
    files: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()
