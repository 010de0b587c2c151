"""Labelled material, as it stands in JSONL files."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
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


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a JSONL file, which may be compressed with gzip."""
    opened = gzip.open if path.name.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def read_stories(path: Path) -> tuple[LabelledStory, ...]:
    """Return the stories of a file, in its order."""
    return tuple(read_story(row) for row in read_rows(path))


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
