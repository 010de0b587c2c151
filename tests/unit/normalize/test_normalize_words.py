"""The labelled words of reports: what the publisher printed, and what it says."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from feeds.normalize.dates import read_date
from feeds.parse.dates import read_stamp

_SET = Path(__file__).parents[2] / "corpus" / "normalize" / "words.jsonl"
_WORDS = [json.loads(line) for line in _SET.read_text("utf-8").splitlines()]
_SEEN = datetime(2026, 11, 24, tzinfo=UTC)


def _of_kind(kind: str) -> list[Any]:
    """Return the words of a kind with what is expected, named by their ids."""
    return [
        pytest.param(item["text"], item["expected"], id=item["id"])
        for item in _WORDS
        if item["kind"] == kind
    ]


@pytest.mark.parametrize(("text", "expected"), _of_kind("date"))
def test_a_stated_date_is_read_or_left_open(text: str, expected: str | None) -> None:
    """In the forms and languages of real feeds; what nobody can tell for certain is no date."""
    read = read_date(read_stamp(text), "published", _SEEN)

    assert expected == (read.date and read.date.isoformat())
    assert bool(read.problems) == (expected is None)
