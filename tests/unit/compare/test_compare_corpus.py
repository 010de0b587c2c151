"""Every edit of the corpus is told as what it is.

A line of a file of ``corpus/compare`` is one behaviour: why it is there, a language, two versions
of a story, and the kinds; ``note`` is the notice of a correction, ``typo`` the setting.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from stories import a_story

from feeds.compare import Spelling, list_edits
from feeds.dedupe import knows_word
from feeds.model import Kind, Media, Story

_CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "compare"
ROWS = [
    (f"{path.stem}-{row['language']}-{number}", row)
    for path in sorted(_CORPUS.glob("*.jsonl"))
    for number, row in enumerate(map(json.loads, path.read_text("utf-8").splitlines()), start=1)
]


def write_story(version: dict[str, Any], language: str) -> Story:
    """Return a version as a story; what is not said is the same in both."""
    dates = {
        name: datetime.fromisoformat(version[name])
        for name in ("published", "updated")
        if name in version
    }
    url = version.get("url", "https://post.example/dam")
    return a_story(
        headline=version.get("headline", "A town waits"),
        standfirst=version.get("standfirst", ""),
        body_text=version.get("body", ""),
        body_html=version.get("html", ""),
        byline=tuple(version.get("byline", ())),
        media=tuple(Media(url=address) for address in version.get("media", ())),
        url=url,
        canonical_url=url,
        language=language,
        **dates,
    )


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=[name for name, _ in ROWS])
def test_an_edit_is_of_the_kinds_it_is_of(row: dict[str, Any]) -> None:
    """And a notice is quoted as it is printed."""
    before, after = (write_story(row[name], row["language"]) for name in ("before", "after"))
    spelling = Spelling(letters=row.get("typo", 0), knows_word=knows_word)
    edits = list_edits(before, after, spelling)

    assert row["kinds"] == [edit.kind for edit in edits], row["why"]
    if note := row.get("note"):
        assert [note] == [edit.note for edit in edits if edit.kind is Kind.CORRECTION]


def test_the_corpus_is_there() -> None:
    """With what is an edit and, as often as not, what only looks like one."""
    assert len(ROWS) > 100
