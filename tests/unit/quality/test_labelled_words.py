"""The labelled words hold what their README says."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

SETS = Path(__file__).resolve().parents[3] / "benchmarks" / "quality" / "sets"
README = (SETS / "README.md").read_text("utf-8")
LANGUAGES = "de en es fr it nl pt sv".split()
KINDS = "agency byline date dateline".split()

Row = dict[str, Any]
ROWS: list[Row] = [
    json.loads(line) for line in (SETS / "words.jsonl").read_text("utf-8").splitlines()
]


def expected_of(kind: str) -> list[tuple[str, Any]]:
    """Return text and expectation of the items of a kind that say something."""
    return [
        (row["text"], row["expected"]) for row in ROWS if row["kind"] == kind and row["expected"]
    ]


def count_items(rows: Sequence[Row]) -> list[int]:
    """Return items of each kind, those that say nothing, and hard ones."""
    kinds = Counter(row["kind"] for row in rows)
    nothing = sum(row["expected"] is None for row in rows)
    return [*(kinds[kind] for kind in KINDS), nothing, sum(row.get("hard", False) for row in rows)]


def test_every_item_has_the_fields_of_the_readme() -> None:
    """Ids are given once, no text of one kind and language twice; at least 200 items."""
    texts = {(row["language"], row["kind"], row["text"]) for row in ROWS}

    assert {frozenset(set(row) - {"hard"}) for row in ROWS} == {
        frozenset("id language kind text expected".split())
    }
    assert {row["language"] for row in ROWS} == set(LANGUAGES)
    assert {row["kind"] for row in ROWS} == set(KINDS)
    assert len(texts) == len({row["id"] for row in ROWS}) == len(ROWS) >= 200
    assert {row.get("hard", True) for row in ROWS} == {True}


@pytest.mark.parametrize("language", [*LANGUAGES, "all"])
def test_the_readme_counts_words_right(language: str) -> None:
    """The rows of its table are what the file holds."""
    rows = [row for row in ROWS if language in {row["language"], "all"}]

    assert " | ".join(["\n| " + language, *map(str, count_items(rows))]) + " |\n" in README


def test_the_readme_counts_dates_right() -> None:
    """As many as it says, in as many languages; each item is a date of its own."""
    lines = (SETS / "dates.jsonl").read_text("utf-8").splitlines()
    rows: list[Row] = [json.loads(line) for line in lines]
    languages = {row["language"] for row in rows}
    nothing = sum(row["expected"] is None for row in rows)

    assert f"{len(rows)} dates as systems and pages write them in {len(languages)} langu" in README
    assert f"; {nothing} of them say nothing for certain." in README
    assert len({(row["language"], row["text"]) for row in rows}) == len(rows)
    assert {"date"} == {row["kind"] for row in rows}


def test_every_kind_has_items_that_say_nothing() -> None:
    """An eager reader must lose points: each kind has at least eight."""
    nothing = Counter(row["kind"] for row in ROWS if row["expected"] is None)

    assert min(nothing[kind] for kind in KINDS) >= 8


def test_a_dateline_stands_in_its_text_as_printed() -> None:
    """Place and date are words of the text."""
    for text, expected in expected_of("dateline"):
        assert set(expected) == {"place", "date"}
        assert expected["place"] in text
        assert expected["date"] is None or expected["date"] in text


def test_an_agency_has_a_name_and_a_role() -> None:
    """Credited or quoted, and each once."""
    for _, expected in expected_of("agency"):
        assert {frozenset(it) for it in expected} == {frozenset({"name", "role"})}
        assert {it["role"] for it in expected} <= {"credited", "quoted"}
        assert len({it["name"] for it in expected}) == len(expected)


def test_a_byline_names_people_of_its_text() -> None:
    """Every word of a name is there, in whatever case."""
    for text, expected in expected_of("byline"):
        words = [word for name in expected for word in name.split()]
        assert [word for word in words if word.casefold() not in text.casefold()] == []


def test_a_date_is_a_moment_in_utc() -> None:
    """Whatever zone it was stated in."""
    for _, expected in expected_of("date"):
        assert datetime.fromisoformat(expected).tzinfo == UTC
