"""Which groups of reports are near enough to be one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from cards import lay_out
from stories import a_place, a_story

from feeds.dedupe.events.bars import find_event_bar
from feeds.dedupe.events.groups import Groups, group_cards
from feeds.dedupe.events.standing import Bond, Tree
from feeds.dedupe.events.ties import Ties
from feeds.model import Level

# Of reports known by few words; between what two single ones and what two groups are asked for.
NEAR = 0.33


WORDS = ("boiler", "strike", "ferry", "docker", "union", "talks")


def group(ties: Ties, count: int, words: Sequence[str] = WORDS) -> Groups:
    """Group so many headlines of six words, or of others, with these ties between them."""
    return group_cards(lay_out(*[words] * count), ties, [None] * count)


def test_one_tie_may_be_chance_and_the_mean_of_many_is_not() -> None:
    """What leaves two reports only possibly the same folds two groups of three."""
    alone = group({0: {1: NEAR}, 1: {0: NEAR}}, 2)
    pairs = {
        row: {other: 0.9 if row // 3 == other // 3 else NEAR for other in range(6) if other != row}
        for row in range(6)
    }
    together = group(pairs, 6)

    assert (alone.events, alone.folds) == ([[0, 1]], [[0], [1]])
    assert (together.events, together.folds) == ([[0, 1, 2, 3, 4, 5]], [[0, 1, 2, 3, 4, 5]])


@pytest.mark.parametrize(("tie", "events"), [(0.06, 1), (0.05, 2)])
def test_groups_far_from_each_other_are_two_events(tie: float, events: int) -> None:
    """A mean of a few hundredths is what headlines of one event have, less is chance."""
    groups = group({0: {1: tie}, 1: {0: tie}}, 2)

    assert len(groups.events) == events


@pytest.mark.parametrize(("tie", "events"), [(0.11, 1), (0.09, 2)])
def test_what_shares_nothing_telling_must_be_nearer(tie: float, events: int) -> None:
    """One name, or a day: a boxer and a bride may both be called Joshua."""
    cards = lay_out(*([*own, "joshua"] for own in (WORDS[:3], WORDS[3:])))

    groups = group_cards(cards, {0: {1: tie}, 1: {0: tie}}, [None] * 2)

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


def test_a_rival_keeps_two_groups_apart_that_would_be_one_without_it() -> None:
    """Two reports of one event, and a third that is as near to one of them."""
    words = [f"{n}x" for n in range(30)]
    bar = find_event_bar(30, 1.0)
    near = 0.9 * bar
    alone = group({0: {1: near}, 1: {0: near}}, 2, words)
    rival = group({0: {1: near, 2: near}, 1: {0: near}, 2: {0: near}}, 3, words)

    assert alone.events == [[0, 1]]
    assert rival.events == [[0], [1], [2]]


def test_a_fold_that_stands_is_not_torn_by_who_comes_between() -> None:
    """A new report is near to both of two that are folded, but not enough to be sure."""
    near = 0.29
    ties = {0: {2: near}, 1: {2: near}, 2: {0: near, 1: near}}
    held = a_place(a_story("0"))
    homes = [held, replace(held, story_id="id-1", level=Level.EVENT, twin_id="id-0"), None]
    tree = Tree(bonds=[Bond(near=0.05, row=1, other=0, sure=True)])

    groups = group_cards(lay_out(*[WORDS] * 3), ties, homes, tree=tree)

    assert groups.folds == [[0, 1], [2]]
