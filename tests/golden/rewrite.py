"""Rewrite the golden renditions: ``python tests/golden/rewrite.py``, then read the diff.

Each folder here holds a ``feed.json``, the feed as curated, and what it is rendered to. The index
page and the list of feeds of all of them lie in ``desk/``.
"""

from pathlib import Path

from pydantic import TypeAdapter

from feeds.model import Feed, Rendition, Settings
from feeds.publish import render_feed, render_index, render_opml, write_renditions

_HERE = Path(__file__).resolve().parent
_CASES = ("rich", "empty", "no-base")
_DESK = Settings(title="Orsel News Desk", base_url="https://desk.example.org/feeds/")


def read_feed(case: str) -> Feed:
    """Return the feed of a case."""
    return TypeAdapter(Feed).validate_json((_HERE / case / "feed.json").read_bytes())


def render_golden() -> dict[str, tuple[Rendition, ...]]:
    """Return what every folder should hold, by its name."""
    feeds = [read_feed(case) for case in _CASES]
    golden = {case: render_feed(feed) for case, feed in zip(_CASES, feeds, strict=True)}
    golden["desk"] = (render_index(feeds, _DESK), render_opml(feeds, _DESK))
    return golden


if __name__ == "__main__":
    for folder, renditions in render_golden().items():
        write_renditions(renditions, _HERE / folder)
