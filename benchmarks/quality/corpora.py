"""Published corpora as they are often kept, in the form of our own sets.

ECB+ (Cybulska and Vossen 2014), the UCI News Aggregator (Gasparetti 2016), Reuters-21578, pages of
the article extraction benchmark of Zyte, and texts of many outlets without labels.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from quality.copies import measure_copies
from quality.events import measure_events
from quality.lines import Line
from quality.pages import measure_pages
from quality.rows import Row, read_rows, read_story
from quality.words import measure_words

_PLACE_DATE = re.compile(
    r"(?P<place>.*?),?\s*(?P<date>(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
    r"\.?\s+\d+)?[\s-]*",
    re.IGNORECASE | re.DOTALL,
)


def measure_corpora(folder: Path) -> Iterator[Line]:
    """Yield the lines of every corpus that lies in a folder."""
    for name, measure in _CORPORA.items():
        path = folder / f"{name}.jsonl.gz"
        if path.exists():
            yield from measure(name, list(read_rows(path)), folder)


def _measure_copies(name: str, rows: list[Row], _: Path) -> tuple[Line, ...]:
    """Texts whose first paragraph is what stands at their top."""
    stories = []
    for row in rows:
        headline, _, text = row["text"].partition("\n\n")
        stories.append(
            read_story(
                {
                    "id": row["id"],
                    "source": row["publisher"],
                    "headline": " ".join(headline.split()),
                    "text": text,
                }
            )
        )
    return measure_copies(name, stories)


def _measure_texts(name: str, rows: list[Row], _: Path) -> tuple[Line, ...]:
    """Reports whose first line is mostly the headline again, one paragraph a line."""
    stories = [
        read_story(
            {
                "id": row["id"],
                "source": urlsplit(row["url"]).hostname,
                "headline": row["title"],
                "text": "\n\n".join(row["body"].removeprefix(row["title"]).strip().split("\n")),
                "event": row["event"],
            }
        )
        for row in rows
    ]
    return measure_events(name, stories)


def _measure_headlines(name: str, rows: list[Row], _: Path) -> tuple[Line, ...]:
    """Headlines alone."""
    stories = [
        read_story(
            {
                "id": row["id"],
                "source": row["publisher"],
                "headline": row["title"],
                "event": row["event"],
            }
        )
        for row in rows
    ]
    return measure_events(name, stories)


def _measure_datelines(name: str, rows: list[Row], _: Path) -> tuple[Line, ...]:
    """Reports of an agency, with their dateline as it is printed."""
    return measure_words(name, [_read_dateline(row) for row in rows])


def _read_dateline(row: Row) -> Row:
    """Return the beginning of a report without its headline, and place and date apart."""
    _, _, text = row["text"].partition("\n\n")
    found = _PLACE_DATE.fullmatch(row["dateline"])
    expected = found and {"place": found["place"].strip(" ,"), "date": found["date"]}
    return {"kind": "dateline", "text": " ".join(text.split()), "expected": expected}


def _measure_pages(name: str, rows: list[Row], folder: Path) -> tuple[Line, ...]:
    """Pages that lie beside their labels."""
    files = [row | {"html_file": f"pages/{row['id']}.html.gz"} for row in rows]
    return measure_pages(name, files, folder)


_CORPORA: Mapping[str, Callable[[str, list[Row], Path], tuple[Line, ...]]] = {
    "copies-texts": _measure_copies,
    "events-texts": _measure_texts,
    "events-headlines": _measure_headlines,
    "pages": _measure_pages,
    "datelines": _measure_datelines,
}
