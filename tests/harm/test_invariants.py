"""What is asked after every fault can be answered with no."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from harm.invariants import (
    CONFIG_TOPIC,
    list_faults,
    list_strays,
    list_torn_files,
    list_unpublished,
    read_held,
)
from polls import a_poll
from stories import NOON, a_source, a_story

from feeds.model import SourceState
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.publish import publish_feeds
from feeds.schedule.state import remember_poll
from feeds.sources import load_config
from feeds.store import open_store


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a memory of three stories, one told and revised, and their feeds."""
    (tmp_path / "data").mkdir()
    path = tmp_path / "sources.yaml"
    topic = CONFIG_TOPIC.replace("alerts: [{", "alerts: [{to: [hook], ")
    hook = "channels: {hook: 'https://hook.example/'}\n"
    path.write_text(f"sources:\n  - {{id: post, url: 'https://post.example/rss'}}\n{topic}{hook}")
    config = load_config(path, {})
    known = SourceState(source_id="post", first_ok=NOON.replace(hour=1))
    rounds = [
        [a_story("dam")],
        [a_story("ferry"), a_story("bridge")],
        [a_story("ferry", headline="The ferry is late")],
    ]
    with open_store(tmp_path / "data" / "wiredesk.db") as store:
        for number, told in enumerate(rounds):
            state = known if number else SourceState(source_id="post")
            now = NOON.replace(hour=1 + number)
            poll = a_poll(*told, source=a_source(), state=state, now=now)
            edit_batch(store, [poll], config, remember_poll)
        publish_feeds(store, config, tmp_path / "output", NOON)
    return tmp_path


def test_a_sound_desk_has_no_faults(place: Path) -> None:
    """What the walk itself leaves is well, and three stories are held."""
    held = read_held(place / "data")

    assert [] == list_faults(held, held)
    assert [] == list_torn_files(place / "output")
    assert [] == list_unpublished(held, place / "output")
    assert [] == list_strays(place / "data", place / "output")
    assert [1, 1, 2] == sorted(held.last.values())
    assert 3 == len(held.alerts)


def test_a_desk_that_never_began_has_no_faults(tmp_path: Path) -> None:
    """Killed before it made a file."""
    assert [] == list_faults(read_held(tmp_path))
    assert [] == list_torn_files(tmp_path / "output")


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("DELETE FROM stories WHERE story_id = 'id-dam'", "without a story"),
        ("DELETE FROM revisions WHERE story_id = 'id-dam'", "lost or changed"),
        ("DELETE FROM revisions WHERE number = 1 AND story_id = 'id-ferry'", "revisions"),
        ("DELETE FROM memberships", "rows are missing"),
        ("DELETE FROM sightings", "rows are missing"),
        ("DELETE FROM sketches", "rows are missing"),
        ("DELETE FROM selections", "rows are missing"),
        ("DELETE FROM alerts WHERE revision = 1", "not in the outbox"),
        ("DELETE FROM alerts WHERE revision = 2", "lost from the outbox"),
        ("UPDATE alerts SET revision = 1 WHERE revision = 2", "told 2 times"),
        ("DELETE FROM deliveries WHERE number = 1", "3 alerts, 2 of them in the outbox"),
        ("UPDATE deliveries SET told_id = 'x' WHERE number < 3", "x: 2 rows in the outbox"),
        ("UPDATE sources SET first_ok = '2027-01-01 00:00:00'", "in the outbox for nothing"),
        ("UPDATE revisions SET story = replace(story, 'guid\":\"dam', 'guid\":\"ferry')", "held 2"),
        (
            """INSERT INTO revisions (story_id, number, seen, kinds, story)
            SELECT story_id, 3, seen, kinds, story FROM revisions WHERE number = 2;
            UPDATE stories SET revision = 3 WHERE revision = 2""",
            "the same revision twice",
        ),
        (
            """UPDATE revisions SET story = replace(story, '2026-11-23T12', '2026-11-23T11')
            WHERE number = 2""",
            "several times",
        ),
    ],
)
def test_harm_to_the_memory_is_found(place: Path, harm: str, found: str) -> None:
    """Each rule speaks when the one thing it is about is wrong."""
    before = read_held(place / "data")
    with closing(sqlite3.connect(place / "data" / "wiredesk.db")) as raw:
        raw.executescript(harm)
        raw.commit()
    faults = list_faults(read_held(place / "data"), before)

    assert any(found in line for line in faults), faults


def test_a_damaged_file_is_found(place: Path) -> None:
    """SQLite's own check is asked."""
    path = place / "data" / "wiredesk.db"
    content = bytearray(path.read_bytes())
    content[-4096 * 2 : -4096 * 2 + 64] = bytes(64)
    path.write_bytes(content)

    assert any(line.startswith("integrity") for line in list_faults(read_held(place / "data")))


@pytest.mark.parametrize("suffix", ["rss", "atom", "json"])
def test_half_a_feed_is_found(place: Path, suffix: str) -> None:
    """Cut by one byte."""
    path = place / "output" / f"all.{suffix}"
    path.write_bytes(path.read_bytes().rstrip()[:-1])

    assert [path.name] == [line.partition(":")[0] for line in list_torn_files(place / "output")]


@pytest.mark.parametrize("name", ["index.html", "feeds.opml"])
def test_half_a_page_is_found(place: Path, name: str) -> None:
    """Empty, as after a crash without a sync."""
    (place / "output" / name).write_bytes(b"")

    assert [name] == [line.partition(":")[0] for line in list_torn_files(place / "output")]


def test_a_feed_of_yesterday_is_found(place: Path) -> None:
    """What is held and not in the feed, and the other way round."""
    path = place / "output" / "all.json"
    path.write_text(path.read_text("utf-8").replace("The bridge holds", "The bridge held"), "utf-8")

    assert ["not published: The bridge holds", "published, not held: The bridge held"] == (
        list_unpublished(read_held(place / "data"), place / "output")
    )


def test_files_left_behind_are_found(place: Path) -> None:
    """In either folder."""
    (place / "data" / "wiredesk.db.copy").touch()
    (place / "output" / ".wiredesk-x.part").touch()

    assert ["wiredesk.db.copy", ".wiredesk-x.part"] == (
        list_strays(place / "data", place / "output")
    )
