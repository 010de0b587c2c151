"""Which groups of reports are near enough to be one."""

from collections.abc import Sequence

import pytest
from stories import NOON

from feeds.dedupe.cards import Deck
from feeds.dedupe.groups import Groups, group_cards
from feeds.dedupe.ties import Ties
from feeds.model import Sketch

# Of reports known by few words; between what two single ones and what two groups are asked for.
NEAR = 0.33


WORDS = ("boiler", "strike", "ferry", "docker", "union", "talks")


def group(ties: Ties, count: int, words: Sequence[str] = WORDS) -> Groups:
    """Group so many headlines of six words, or of others, with these ties between them."""
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


@pytest.mark.parametrize(("tie", "events"), [(0.06, 1), (0.05, 2)])
def test_groups_far_from_each_other_are_two_events(tie: float, events: int) -> None:
    """A mean of a few hundredths is what headlines of one event have, less is chance."""
    groups = group({0: {1: tie}, 1: {0: tie}}, 2)

    assert len(groups.events) == events


@pytest.mark.parametrize(("words", "events"), [(WORDS, 1), ([f"{n}x" for n in range(30)], 2)])
def test_headlines_are_near_to_many_that_are_apart(words: Sequence[str], events: int) -> None:
    """Two groups whose members share little have as little between them; of texts more is asked."""
    ties: dict[int, dict[int, float]] = {row: {} for row in range(8)}
    for one in range(8):
        for other in range(one):
            inside = one // 4 == other // 4
            if inside or (one + other) % 4 == 1:
                ties[one][other] = ties[other][one] = 0.3 if inside else 0.16

    assert len(group(ties, 8, words).events) == events


def test_each_but_the_first_joined_what_was_told_before() -> None:
    """By how near both were then: first the two that are nearest, and later that pair."""
    ties = {0: {1: 0.2, 2: 0.1}, 1: {0: 0.2, 2: 0.9}, 2: {0: 0.1, 1: 0.9}}

    joints = group(ties, 3).joints

    assert joints.keys() == {1, 2}
    assert (joints[2].rows, joints[2].near, joints[2].sure) == ((1,), 0.9, True)
    assert (joints[1].rows, joints[1].sure) == ((0,), False)
    assert joints[1].near == pytest.approx(0.15 / (1.9 / 2) ** 0.3)
