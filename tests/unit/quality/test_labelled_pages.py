"""The labelled pages and pasted texts hold what their README says."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from quality.furniture import list_furniture

SETS = Path(__file__).resolve().parents[3] / "benchmarks" / "quality" / "sets"
README = (SETS / "README.md").read_text("utf-8")
LANGUAGES = "de en es fr it pt".split()

Row = dict[str, Any]


def read_rows(name: str) -> list[Row]:
    """Return the objects of a set."""
    return [json.loads(line) for line in (SETS / name).read_text("utf-8").splitlines()]


PAGES, PASTED = read_rows("pages.jsonl"), read_rows("furniture.jsonl")


def test_there_are_as_many_as_the_readme_says() -> None:
    """Of each language, and of all."""
    pages, pasted = (Counter(row["language"] for row in rows) for rows in (PAGES, PASTED))

    for language in LANGUAGES:
        assert f"| {language} | {pages[language]} | {pasted[language]} |" in README
    assert f"| all | {len(PAGES)} | {len(PASTED)} |" in README
    assert [24, 24] == list(Counter(row["copied"] for row in PASTED).values())


def test_ids_are_unique() -> None:
    """No row is there twice."""
    for rows in (PAGES, PASTED):
        assert len(rows) == len({row["id"] for row in rows})


def test_every_line_of_the_report_was_pasted_and_furniture_stands_between() -> None:
    """Nothing is labelled that is not there, and there is something to take out."""
    for row in PASTED:
        lines = set(row["text"].split("\n"))
        assert {row["headline"], *row["body"].split("\n")} <= lines
        assert len(list_furniture(row["text"], row["headline"], row["body"])) >= 6
