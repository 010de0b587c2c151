"""Which groups of reports are near enough to be one."""

import pytest
from stories import NOON

from feeds.dedupe.cards import Deck
from feeds.dedupe.groups import Groups, group_cards
from feeds.dedupe.ties import Ties
from feeds.model import Sketch

# Of reports known by few words; between what two single ones and what two groups are asked for.
NEAR = 0.28


def group(ties: Ties, count: int) -> Groups:
    """Group so many headlines of six words with these ties between them."""
    words = ("boiler", "strike", "ferry", "docker", "union", "talks")
    sketches = [
        Sketch(
            story_id=f"id-{row}",
            source_id=f"s{row}",
            told=NOON,
            language="en",
            terms=tuple(f"*{word}" for word in words),
            weights=(4_000,) * len(words),
        )
        for row in range(count)
    ]
    return group_cards(Deck().lay_out(sketches), ties, [None] * count)


def test_one_tie_may_be_chance_and_the_mean_of_many_is_not() -> None:
    """What leaves two reports only possibly the same folds two groups of two."""
    alone = group({0: {1: NEAR}, 1: {0: NEAR}}, 2)
    pairs = {
        row: {other: 0.9 if row // 2 == other // 2 else NEAR for other in range(4) if other != row}
        for row in range(4)
    }
    together = group(pairs, 4)

    assert (alone.events, alone.folds) == ([[0, 1]], [[0], [1]])
    assert (together.events, together.folds) == ([[0, 1, 2, 3]], [[0, 1, 2, 3]])


@pytest.mark.parametrize(("tie", "events"), [(0.05, 1), (0.03, 2)])
def test_groups_far_from_each_other_are_two_events(tie: float, events: int) -> None:
    """A mean of a few hundredths is what headlines of one event have, less is chance."""
    groups = group({0: {1: tie}, 1: {0: tie}}, 2)

    assert len(groups.events) == events
