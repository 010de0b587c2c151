"""The labelled words of reports: what the publisher printed, and what it says."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from feeds.model import RawPerson
from feeds.normalize.credits.byline import read_byline
from feeds.normalize.credits.credited import find_agencies
from feeds.normalize.credits.dateline import find_dateline
from feeds.normalize.days.dates import read_date
from feeds.parse.dates import read_stamp

_SET = Path(__file__).parents[2] / "corpus" / "normalize" / "words.jsonl"
_WORDS = [json.loads(line) for line in _SET.read_text("utf-8").splitlines()]
_SEEN = datetime(2026, 11, 24, tzinfo=UTC)


def _of_kind(kind: str) -> list[Any]:
    """Return the words of a kind with what is expected, named by their ids; no hard ones.

    Hard ones are those that only somebody who knows the world could tell.
    """
    return [
        pytest.param(item["text"], item["expected"], id=item["id"])
        for item in _WORDS
        if item["kind"] == kind and not item.get("hard")
    ]


@pytest.mark.parametrize(("text", "expected"), _of_kind("date"))
def test_a_stated_date_is_read_or_left_open(text: str, expected: str | None) -> None:
    """In the forms and languages of real feeds; what nobody can tell for certain is no date."""
    read = read_date(read_stamp(text), "published", _SEEN)

    assert expected == (read.date and read.date.isoformat())
    assert bool(read.problems) == (expected is None)


@pytest.mark.parametrize(("text", "expected"), _of_kind("dateline"))
def test_a_report_begins_with_its_dateline_or_with_none(
    text: str, expected: dict[str, str | None] | None
) -> None:
    """In the styles of many houses; an ordinary sentence with a dash or a bracket has none."""
    found = find_dateline(text)
    dateline = found and found.dateline

    assert expected == (dateline and {"place": dateline.place, "date": dateline.date})


@pytest.mark.parametrize(("text", "expected"), _of_kind("agency"))
def test_an_agency_is_credited_or_quoted_or_neither(text: str, expected: list[list[str]]) -> None:
    """By the dateline, the line it stands in, and the words around its name."""
    paragraphs = text.split("\n\n")
    opening = find_dateline(paragraphs[0])
    found = find_agencies(paragraphs, opening.agencies if opening else ())

    assert expected == [[agency.name, agency.role] for agency in found]


@pytest.mark.parametrize(("text", "expected"), _of_kind("byline"))
def test_a_line_names_its_people(text: str, expected: list[str]) -> None:
    """Without what stands before them, behind them, or was done by others."""
    assert expected == [*read_byline([RawPerson(name=text)], ("The Gazette",)).people]
