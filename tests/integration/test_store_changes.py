"""What was edited, asked of a real SQLite file."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from stories import NOON, a_change, a_revision, a_story

from feeds.model import Kind
from feeds.store import Store, Wanted, add_selections, open_store, read_changes, save_changes

HOUR = timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two stories: the dam's headline and figures were edited, then the weir's byline."""
    dam, weir = a_story("dam"), a_story("weir", source_id="herald")
    with open_store(tmp_path / "wiredesk.db") as opened:
        with opened.write() as tx:
            save_changes(tx, [a_change(dam), a_change(weir)])
            for hours, story, kinds in (
                (1, dam, (Kind.HEADLINE, Kind.FIGURES)),
                (2, weir, (Kind.BYLINE,)),
            ):
                change = a_change(
                    story, previous=a_revision(story), kinds=kinds, seen=NOON + hours * HOUR
                )
                save_changes(tx, [change])
            add_selections(tx, [("dams", dam.id)])
        yield opened


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, ["weir 2", "dam 2"]),
        ({"since": NOON + 2 * HOUR}, ["weir 2"]),
        ({"kinds": [Kind.FIGURES]}, ["dam 2"]),
        ({"kinds": [Kind.HEADLINE, Kind.BYLINE]}, ["weir 2", "dam 2"]),
        ({"kinds": [Kind.NEW]}, ["dam 1", "weir 1"]),
        ({"kinds": [Kind.WITHDRAWN]}, []),
        ({"topic": "dams"}, ["dam 2"]),
        ({"topic": "other"}, []),
        ({"source_id": "herald"}, ["weir 2"]),
        ({"source_id": "herald", "topic": "dams"}, []),
    ],
)
def test_changes_are_found_by_time_kind_topic_and_source(
    store: Store, fields: dict[str, Any], found: list[str]
) -> None:
    """The newest first."""
    edits = [kind for kind in Kind if kind is not Kind.NEW]
    wanted = Wanted(**{"since": NOON, "kinds": edits} | fields)
    with store.read() as tx:
        read = read_changes(tx, wanted, 10)

    assert found == [f"{it.story.guid} {it.number}" for it in read]


def test_no_more_changes_are_read_than_asked_for(store: Store) -> None:
    """The newest."""
    with store.read() as tx:
        (read,) = read_changes(tx, Wanted(since=NOON, kinds=list(Kind)), 1)

    assert "weir" == read.story.guid
