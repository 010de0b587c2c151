"""How many sources begin at one beat."""

from datetime import timedelta

import pytest
from stories import NOON, a_source

from feeds.model import Source, SourceState
from feeds.schedule.spread import choose_turn


def play(due: list[Source]) -> list[int]:
    """Play beats until all have begun, and return how many began at each."""
    begun, quota = [], 0
    while due:
        turn = choose_turn(due, {}, quota)
        begin = {source.id for source in turn.sources}
        due = [source for source in due if source.id not in begin]
        quota = turn.quota
        begun.append(len(turn.sources))
    return begun


@pytest.mark.case("T-02")
@pytest.mark.parametrize("number", [1000, 1003, 10_000])
def test_any_backlog_has_begun_within_a_minute_evenly(number: int) -> None:
    """Nothing begins all at once, and the end does not draw out."""
    begun = play([a_source(f"s{place}") for place in range(number)])

    assert len(begun) <= 50
    assert max(begun) == -(-number // 50)
    assert {max(begun)} == set(begun[:-1])


@pytest.mark.case("T-01")
def test_a_few_sources_begin_four_at_a_time() -> None:
    """A small desk need not wait a minute for its first feeds."""
    assert [4, 4, 1] == play([a_source(f"s{place}") for place in range(9)])


def test_a_backlog_that_is_gone_leaves_no_haste() -> None:
    """The next one begins as calmly as any."""
    many = [a_source(f"s{place}") for place in range(1000)]

    assert 20 == choose_turn(many, {}, 0).quota
    assert 0 == choose_turn(many[:20], {}, 20).quota
    assert 4 == len(choose_turn(many[:9], {}, 0).sources)


def test_whoever_is_due_longest_begins_first() -> None:
    """One never polled before all others; equals in the order of the configuration."""
    order = "late early never same one1 one2".split()
    hours = {"late": 1, "early": 3, "same": 3, "one1": 2, "one2": 2}
    states = {
        name: SourceState(source_id=name, next_due=NOON - timedelta(hours=ago))
        for name, ago in hours.items()
    }
    turn = choose_turn([a_source(name) for name in order], states, 6)

    assert "never early same one1 one2 late".split() == [source.id for source in turn.sources]
