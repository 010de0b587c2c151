"""How a source is, and what is told when that changes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

Health = Literal["well", "failing", "quiet", "gone"]
"""``failing``: several polls in a row failed; ``quiet``: nothing new for far longer than usual;
``gone``: the publisher took it down (410)."""

HealthKind = Literal["failing", "recovered", "quiet", "gone", "moved", "found", "gap", "outage"]
"""``found``: the feed behind a configured page is polled; ``gap``: stories may have been missed
between two polls; ``outage``: nothing at all can be reached, so no source is to blame."""

SOURCES_FEED: Final = "sources.health"
"""The feed of what is told of the sources; in digests it stands where topics do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthChange:
    """A change of a source's health, told once.

    Attributes:
        id: UUID (version 5) of source, kind and time: the same however often it is sent.
        source_id: The source; None for an outage, which is the desk's own.
        kind: What happened.
        text: One line for people: what happened and what to do.
        created: When it was noticed.
    """

    id: str
    source_id: str | None
    kind: HealthKind
    text: str
    created: datetime
