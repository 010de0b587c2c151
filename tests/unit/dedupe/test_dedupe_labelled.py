"""Precision on labelled material: a wrong merge hides a story."""

import gzip
import json
from collections import Counter
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

from stories import a_story

from feeds.dedupe import dedupe_stories, sketch_story


def read_rows(shared: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of a corpus in an order that tells nothing."""
    with gzip.open(shared / "labelled" / name, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return sorted(rows, key=lambda row: str(row["id"])[::-1])


def count_pairs(labels: Sequence[Hashable]) -> int:
    """Return how many pairs have one label."""
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def score_events(rows: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """Return pair precision and pair recall of the events we make."""
    sketches = [
        sketch_story(
            a_story(
                str(row["id"]),
                source_id=row.get("publisher", str(row["id"])),
                guid="",
                canonical_url=None,
                headline=row["title"],
                body_text=row.get("body", "").removeprefix(row["title"]).strip(),
                language="en",
            )
        )
        for row in rows
    ]
    ours = [membership.event_id for membership in dedupe_stories(sketches, [])]
    theirs = [row["event"] for row in rows]
    right = count_pairs(list(zip(ours, theirs, strict=True)))
    return right / count_pairs(ours), right / count_pairs(theirs)


def test_events_of_headlines_are_right(shared: Path) -> None:
    """UCI News Aggregator; a part of its labels is wrong."""
    precision, recall = score_events(read_rows(shared, "events-headlines.jsonl.gz"))

    assert precision >= 0.95
    assert recall >= 0.03


def test_events_of_texts_are_right(shared: Path) -> None:
    """ECB+: each topic holds two different events of one kind, all on one day here."""
    precision, recall = score_events(read_rows(shared, "events-texts.jsonl.gz"))

    assert precision >= 0.94
    assert recall >= 0.08
