"""Labelled stories, as they stand in the rows of a set."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledStory:
    """A story with its labels.

    Attributes:
        id: Of the story, within its set.
        source: Who reported it; stories without a source stand each for one of their own.
        told: When; None if the set does not say.
        language: BCP 47 tag; None if the set does not say.
        headline: Plain text.
        standfirst: Plain text; empty if there is none.
        text: The report, paragraphs parted by blank lines; empty if there is none.
        event: Label: the happening it tells; empty if it is not labelled.
        copies: Label: the set of copies it is one of; empty if it is not labelled.
    """

    id: str
    source: str
    told: datetime | None
    language: str | None
    headline: str
    standfirst: str
    text: str
    event: str
    copies: str


def read_stories(rows: Iterable[Row]) -> tuple[LabelledStory, ...]:
    """Return the stories of rows, in their order."""
    return tuple(read_story(row) for row in rows)


def read_story(row: Row) -> LabelledStory:
    """Return the story of a row; only ``id`` and a text of some kind must be there."""
    told = row.get("told")
    return LabelledStory(
        id=str(row["id"]),
        source=str(row.get("source") or row["id"]),
        told=datetime.fromisoformat(told).astimezone(UTC) if told else None,
        language=row.get("language"),
        headline=row.get("headline") or "",
        standfirst=row.get("standfirst") or "",
        text=row.get("text") or "",
        event=str(row.get("event", "")),
        copies=str(row.get("copies", "")),
    )
