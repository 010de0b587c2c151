"""Published corpora as they are often kept, in the form of our own sets.

ECB+ (Cybulska and Vossen 2014), the UCI News Aggregator (Gasparetti 2016), Reuters-21578, pages of
the article extraction benchmark of Zyte, and texts of many outlets without labels.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from quality.copies import measure_copies
from quality.events import measure_events
from quality.forms import Form, check_page, needs_text
from quality.lines import Line
from quality.pages import measure_pages
from quality.reading import Problem, SetError
from quality.rows import Row, read_story
from quality.tasks import Measure, Task
from quality.words import measure_words
from quality.written import (
    CorpusDateline,
    CorpusHeadline,
    CorpusPage,
    CorpusReport,
    CorpusText,
)

_PLACE_DATE = re.compile(
    r"(?P<place>.*?),?\s*(?P<date>(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
    r"\.?\s+\d+)?[\s-]*",
    re.IGNORECASE | re.DOTALL,
)


def list_corpora(folder: Path) -> tuple[Task, ...]:
    """Return the tasks to measure every corpus that lies in a folder.

    Raises:
        SetError: None lies there.
    """
    paths = {name: folder / f"{name}.jsonl.gz" for name in _CORPORA}
    there = {name: path for name, path in paths.items() if path.exists()}
    if not there:
        message = f"holds none of {', '.join(path.name for path in paths.values())}"
        if not folder.is_dir():
            message = "is no folder" if folder.exists() else "is not there; is its path right?"
        raise SetError([Problem(file=folder, message=message)])
    return tuple(
        Task(name=name, path=path, form=_CORPORA[name][0], measure=_CORPORA[name][1])
        for name, path in there.items()
    )


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
    return measure_pages(name, [row | _name_page(row) for row in rows], folder)


def _name_page(row: Row) -> Row:
    """Return the file of a page."""
    return {"html_file": f"pages/{row.get('id')}.html.gz"}


_CORPORA: Mapping[str, tuple[Form, Measure]] = {
    "copies-texts": (
        Form(shape=CorpusText, check=needs_text(CorpusText, {"text": "text"})),
        _measure_copies,
    ),
    "events-texts": (
        Form(
            shape=CorpusReport,
            check=needs_text(CorpusReport, {"headline": "title", "text": "body"}),
        ),
        _measure_texts,
    ),
    "events-headlines": (
        Form(shape=CorpusHeadline, check=needs_text(CorpusHeadline, {"headline": "title"})),
        _measure_headlines,
    ),
    "pages": (
        Form(
            shape=CorpusPage,
            check=lambda row, folder: check_page(row | _name_page(row), folder),
        ),
        _measure_pages,
    ),
    "datelines": (Form(shape=CorpusDateline), _measure_datelines),
}
