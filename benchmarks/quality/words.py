"""Datelines, agencies, bylines and dates of short texts, each exact or not."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any

from feeds.model import Body, Source, Story
from feeds.pipeline.read import read_bodies
from quality.lines import Line, list_lines
from quality.rows import Row
from quality.scores import share

# Some dates lie ahead, and a date far ahead is none.
_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_AIMS = {"dateline": 0.97, "agency": 0.9, "byline": 0.9, "date": 0.9}
_FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Labelled Post</title><link>https://post.example/</link>
<language>{language}</language>
<item><title>Bridge of Aubeval open again</title><guid>https://post.example/1</guid>{item}</item>
</channel></rss>
"""
# Where a text of each kind stands in a feed.
_ITEMS: Mapping[str, str] = {
    "dateline": "<content:encoded>{text}</content:encoded>",
    "agency": "<content:encoded>{text}</content:encoded>",
    "byline": "<dc:creator>{text}</dc:creator><description>It was shut for a year.</description>",
    "date": "<pubDate>{text}</pubDate><description>It was shut for a year.</description>",
}


def measure_words(name: str, rows: Sequence[Row]) -> tuple[Line, ...]:
    """Return how many texts of each kind are read exactly as labelled."""
    lines: list[Line] = []
    for kind, aim in _AIMS.items():
        some = [row for row in rows if row["kind"] == kind]
        if some:
            right = [_CHECKS[kind](row, tell_story(row)) for row in some]
            lines += list_lines(kind, name, len(some), {"exact": share(right)}, {"exact": aim})
    return tuple(lines)


def tell_story(row: Row) -> Story:
    """Return the story of a feed that has the text of a row where its kind stands."""
    kind, text = row["kind"], row["text"]
    # A body is markup, which is written into XML as text; the other fields are plain.
    plain = escape(f"<p>{escape(text)}</p>") if kind in {"dateline", "agency"} else escape(text)
    item = _ITEMS[kind].format(text=plain)
    content = _FEED.format(language=row.get("language", "en"), item=item).encode()
    body = Body(content=content, media_type="application/rss+xml", url="https://post.example/rss")
    source = Source(id="post", kind="feed", url="https://post.example/rss")
    (story,) = read_bodies((body,), source, _SEEN).stories
    return story


def check_dateline(row: Row, story: Story) -> bool:
    """Tell whether the place is right, and the date if one is labelled."""
    expected, found = row["expected"], story.dateline
    if expected is None or found is None:
        return expected is found
    if isinstance(expected, str):
        return found.place == expected
    return (found.place, found.date) == (expected["place"], expected.get("date"))


def check_agency(row: Row, story: Story) -> bool:
    """Tell whether all agencies are found and no other; their role counts if it is labelled."""
    expected = _list_values(row["expected"])
    if any(isinstance(it, dict) for it in expected):
        roles = {(it["name"], it["role"]) for it in expected}
        return {(it.name, it.role) for it in story.agencies} == roles
    return {it.name for it in story.agencies} == set(expected)


def check_byline(row: Row, story: Story) -> bool:
    """Tell whether exactly these people are named, in this order."""
    return list(story.byline) == _list_values(row["expected"])


def check_date(row: Row, story: Story) -> bool:
    """Tell whether it is the same moment, or none."""
    expected = row["expected"]
    if expected is None:
        return story.published is None
    return story.published == datetime.fromisoformat(expected)


def _list_values(expected: Any) -> list[Any]:
    """Return what is expected as a list: nothing, one, or several."""
    if expected is None:
        return []
    return expected if isinstance(expected, list) else [expected]


_CHECKS: Mapping[str, Callable[[Row, Story], bool]] = {
    "dateline": check_dateline,
    "agency": check_agency,
    "byline": check_byline,
    "date": check_date,
}
