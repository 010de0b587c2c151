"""Pages: is the body found, and are headline, byline and date those of the page?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from feeds.model import Story
from quality.contents import read_content
from quality.documents import read_story
from quality.lines import Line, list_lines
from quality.rows import Row
from quality.scores import share
from quality.shingles import score_bodies

_AIMS = {"F1": 0.96, "headline exact": 0.9, "byline exact": 0.9, "date exact": 0.9}
# A page states its date long before it is read.
_SEEN = datetime(2100, 1, 1, tzinfo=UTC)

Read = Callable[[Story], Any]
_FIELDS: Mapping[str, Read] = {
    "headline": lambda story: story.headline,
    "byline": lambda story: list(story.byline),
    "date": lambda story: story.published and story.published.date().isoformat(),
}


def measure_pages(name: str, rows: Sequence[Row], folder: Path) -> tuple[Line, ...]:
    """Return F1 of the bodies, and how many other fields are exact, where they are labelled.

    Args:
        name: Of the set.
        rows: Pages with their labels; the page itself is in ``html`` or in a file.
        folder: What ``html_file`` is relative to.
    """
    told = [(row, read_story(_read_html(row, folder), f"{row['id']}.html", _SEEN)) for row in rows]
    bodies = [(story.body_text if story else "", row["body"]) for row, story in told]
    score = score_bodies(bodies)
    values = {"precision": score.precision, "recall": score.recall, "F1": score.f1}
    for field, read in _FIELDS.items():
        labelled = [(row[field], story) for row, story in told if field in row]
        if labelled:
            right = [story is not None and read(story) == value for value, story in labelled]
            values[f"{field} exact"] = share(right)
    return list_lines("page", name, len(rows), values, _AIMS)


def _read_html(row: Row, folder: Path) -> bytes:
    """Return the page of a row."""
    if "html" in row:
        return str(row["html"]).encode()
    return read_content(folder / row["html_file"])
