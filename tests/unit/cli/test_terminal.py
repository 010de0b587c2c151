"""How moments are told, and lists are printed."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
from rich.console import Console
from rich.text import Text

from feeds.cli.terminal import print_item, show_moment, tell_waiting


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


def test_an_item_is_wrapped_between_words_on_a_terminal_and_never_in_a_pipe() -> None:
    """What goes on is set in further, so that the next item is seen to begin."""
    text = Text("The dam [of Aubeval] holds")
    printed = []
    for terminal in (True, False):
        console = Console(file=StringIO(), width=16, force_terminal=terminal, color_system=None)
        print_item(console, text)
        assert isinstance(console.file, StringIO)
        printed.append(console.file.getvalue())

    assert ["  The dam [of\n    Aubeval]\n    holds\n", "  The dam [of Aubeval] holds\n"] == printed


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (0, ""),
        (1, "waiting for s0"),
        (2, "waiting for s0, s1"),
        (10, "waiting for s0, s1 and 8 more"),
        (11, ""),
    ],
)
def test_what_is_waited_for_is_named_where_few_are_left(left: int, words: str) -> None:
    """Of many the next that is over may be any."""
    assert words == tell_waiting(f"s{number}" for number in range(left))
