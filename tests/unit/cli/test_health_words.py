"""How a source is, in words for people."""

import io
from datetime import timedelta
from typing import Any

import pytest
from rich.console import Console
from stories import NOON, a_source
from subscriptions import a_trusted_one

from feeds.cli.health import is_failing, show_health, show_news, show_plan
from feeds.cli.status import _table
from feeds.model import SourceState

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
DNS = "dns: post.example: there is no such host"


def polled(**fields: Any) -> SourceState:
    """A source that was polled at noon."""
    return SourceState(source_id="post", last_polled=NOON, **fields)


@pytest.mark.parametrize(
    ("state", "words", "failing"),
    [
        (SourceState(source_id="post"), "no answer yet", False),
        (polled(), "well", False),
        (polled(failures=2, last_error=DNS), f"failed 2 times: {DNS}", False),
        (
            polled(failures=3, last_error=DNS, failing_since=NOON - 5 * HOUR, health="failing"),
            f"failing since 5 h: {DNS}",
            True,
        ),
        (
            polled(failures=3, last_error=DNS, failing_since=NOON - 5 * HOUR),
            f"failing since 5 h: {DNS}",
            True,
        ),
        (polled(health="quiet", heard=(NOON - 12 * DAY,)), "quiet since 12 d", False),
        (polled(gone=2, failures=2, last_error="taken down (410)"), "gone: taken down (410)", True),
        (polled(problems=("10 of 20 items were read",)), "well; 1 remark", False),
        (polled(address="https://n.example/"), "well; moved to https://n.example/", False),
        (polled(found_at="https://f.example/"), "well; found at https://f.example/", False),
    ],
)
def test_health_is_told_in_words(state: SourceState, words: str, *, failing: bool) -> None:
    """A source that failed once is not failing, one that flaps is, though that is not told."""
    assert (words, failing) == (show_health(state, NOON), is_failing(state))


def test_news_are_told_with_their_rhythm_as_far_as_it_is_known() -> None:
    """Half-known is half told."""
    each = tuple(NOON - number * 25 * MINUTE for number in range(5))

    assert "none yet" == show_news(polled(), NOON)
    assert "last at 2026-11-24 12:00 UTC, by a clock that was ahead" == show_news(
        polled(last_new=NOON + DAY), NOON
    )
    assert "last 3 h ago" == show_news(polled(last_new=NOON - 3 * HOUR), NOON)
    assert "about every 20 min, last now" == show_news(polled(last_new=NOON, heard=each), NOON)
    assert "about every 1 min, last now" == show_news(
        polled(last_new=NOON, heard=(NOON,) * 5), NOON
    )


def test_the_next_poll_is_told_with_its_reason() -> None:
    """Overdue is now; whoever is gone is never asked; a host at rest holds up its sources."""
    source = a_source()
    soon, late = NOON + 30 * MINUTE, NOON + 2 * HOUR

    assert "in 30 min: its interval" == show_plan(source, polled(next_due=soon), NOON)
    assert "now: its interval" == show_plan(source, polled(next_due=soon), late)
    assert "now: its interval" == show_plan(source, polled(next_due=soon), NOON - DAY)
    assert "now: no answer yet" == show_plan(source, SourceState(source_id="post"), NOON)
    assert "not asked any more" == show_plan(source, polled(gone=2, next_due=soon), NOON)
    assert "in 2 h: it asked for rest" == show_plan(
        source,
        polled(next_due=soon, failures=1, error_kind="throttled", host_rests_until=late),
        NOON,
    )


def test_a_poll_that_a_hub_has_put_off_is_told_so() -> None:
    """Only if it is put off."""
    source, soon, late = a_source(), NOON + 30 * MINUTE, NOON + 6 * HOUR
    state = polled(next_due=late)

    assert "in 6 h: a hub pushes what is new" == show_plan(
        source, state, NOON, a_trusted_one(due=soon)
    )
    for due in (None, late):
        assert "in 6 h: its answer is fresh" == show_plan(
            source, state, NOON, a_trusted_one(due=due)
        )


def test_a_terminal_of_eighty_columns_shows_all_of_it() -> None:
    """Nothing is cut off, and no word is torn where it need not be."""
    rows = [
        (a_source("town-paper"), polled(last_new=NOON, next_due=NOON + HOUR)),
        (
            a_source("the-valley-gazette.example-world-news"),
            polled(failures=9, last_error=DNS, failing_since=NOON - DAY, next_due=NOON + DAY),
        ),
    ]
    console = Console(width=80, file=io.StringIO())
    console.print(_table(rows, {}, NOON))
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()

    assert max(map(len, lines)) <= 80
    assert len(lines) <= 7
    for words in ("town-paper", "well", "in 1 h", "failing since 24"):
        assert any(words in line for line in lines)
