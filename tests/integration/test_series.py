"""Captures of feeds through the desk: what was edited is announced, and nothing else."""

from pathlib import Path

import pytest
from series import replay_series

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "feeds" / "series"
SERIES = sorted(SHARED.iterdir()) if SHARED.is_dir() else []
# All of them take a minute: make series. These have edits in them.
_MOST = 24
_FEED = "<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>"
_ITEM = """<item><guid isPermaLink="false">{guid}</guid><title>{title}</title>
<link>https://post.example/{guid}</link><description>Engineers watch dam {guid}.</description>
<pubDate>Mon, 23 Nov 2026 {hour:02}:00:00 GMT</pubDate></item>"""


def write_capture(folder: Path, number: int, *items: tuple[str, str, int]) -> None:
    """Write a capture with entries of this guid, title and hour of publication."""
    told = "".join(_ITEM.format(guid=guid, title=title, hour=hour) for guid, title, hour in items)
    path = folder / f"{number:04}_20261124T{number:02}0000Z.xml"
    path.write_text(_FEED.format(items=told), "utf-8")


def test_what_was_edited_is_announced_and_nothing_else(tmp_path: Path) -> None:
    """A headline and a new entry are; a moved date, another order and a return are not."""
    a, b = ("a", "Dam holds", 8), ("b", "Ferry is late", 9)
    a2, b2 = ("a", "Dam breaks", 8), ("b", "Ferry is late", 10)
    write_capture(tmp_path, 0, a, b)
    write_capture(tmp_path, 1, a2, b)
    write_capture(tmp_path, 2, a2, b2)
    write_capture(tmp_path, 3, b2, a2)
    write_capture(tmp_path, 4, a2)
    write_capture(tmp_path, 5, ("c", "Owl on the quay", 11), b2, a2)

    row = replay_series(tmp_path)

    assert row.faults == []
    assert (row.captures, row.entries, row.new, row.edits, row.announced) == (6, 3, 1, 1, 1)


@pytest.mark.skipif(not SERIES, reason="no recorded feeds here")
@pytest.mark.parametrize("folder", SERIES, ids=[folder.name for folder in SERIES])
def test_recorded_feeds_are_announced_as_they_were_edited(folder: Path) -> None:
    """The first captures of each: none missed, none invented."""
    assert replay_series(folder, _MOST).faults == []
