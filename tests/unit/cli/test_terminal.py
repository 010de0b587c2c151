"""How moments are told."""

from datetime import datetime, timedelta

import pytest

from feeds.cli.terminal import show_moment


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (timedelta(seconds=0.4), "now"),
        (timedelta(seconds=30), "in 30 s"),
        (timedelta(minutes=119, seconds=59), "in 2 h"),
        (timedelta(minutes=5), "in 5 min"),
        (-timedelta(minutes=59), "59 min ago"),
        (-timedelta(hours=47), "47 h ago"),
        (timedelta(days=3), "in 3 d"),
    ],
)
def test_a_moment_is_told_in_its_largest_unit(
    now: datetime, distance: timedelta, words: str
) -> None:
    """How long ago, or in how long."""
    assert words == show_moment(now + distance, now)


def test_what_never_happened_is_told_so(now: datetime) -> None:
    """No moment, no date."""
    assert "never" == show_moment(None, now)
