"""Dates in words that the parse room left open: read whole, or kept as words with a problem."""

from datetime import UTC, datetime

import pytest

from feeds.model import Stamp
from feeds.normalize.dates import read_date

_SEEN = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("2026-11-23 06:00 PM", datetime(2026, 11, 23, 18, tzinfo=UTC)),
        ("Mon, 23 Nov 2026 10:00 PM EST", datetime(2026, 11, 24, 3, tzinfo=UTC)),
    ],
)
def test_afternoon_is_not_taken_for_morning(raw: str, date: datetime) -> None:
    """PM counts, with a zone behind it as well."""
    assert date == read_date(Stamp(raw=raw), "published", _SEEN).date


@pytest.mark.parametrize(
    "raw",
    [
        *("14:30", "2026", "2026-05", "2026-W47", "202611", "20", "-05", "--05-06"),
        *("2026-02-30", "2026-11-23T25:00Z", "2026-11-23+01:00", "2026-11-23 오후 2:30"),
    ],
)
def test_what_states_no_moment_keeps_its_words(raw: str) -> None:
    """Nothing is filled up, rolled over or taken for something else."""
    read = read_date(Stamp(raw=raw), "published", _SEEN)
    assert (read.date, read.raw) == (None, raw)
    assert [f"published: no date in {raw!r}"] == [problem.what for problem in read.problems]
