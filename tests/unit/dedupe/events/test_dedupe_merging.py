"""Groups of reports, and how two of them become one."""

from typing import Any

import pytest
from stories import a_sketch, a_story

from feeds.dedupe.events.bars import find_weight
from feeds.dedupe.events.cards import Card, Outline
from feeds.dedupe.events.merging import (
    Group,
    are_one,
    count_words,
    join_folds,
    mean_inside,
    start_group,
    sum_inside,
    unite,
)
from feeds.dedupe.sketches.vectors import Heard


def a_group(first: int, *others: int, **fields: Any) -> Group:
    """A group of rows, each a fold of its own, of ten words and without a past."""
    rows = [first, *others]
    values: dict[str, Any] = {
        "numbers": list(rows),
        "folds": [[row] for row in rows],
        "words": 10,
        "marks": {},
        "events_before": {},
        "folds_before": {},
        "near": {},
        "size": len(rows),
        "weight": len(rows),
        "squares": len(rows),
    }
    return Group(first=first, rows=rows, **values | fields)


def a_card(words: int) -> Card:
    """A card known by so many words."""
    known = frozenset(f"w{number}" for number in range(words))
    outline = Outline(
        vector={}, signs=(), words=known, headline=frozenset(), subjects=known, marks=frozenset()
    )
    return Card(sketch=a_sketch(a_story("dam")), heard=Heard(), dampings={}, outline=outline)


def test_each_report_counts_once_in_how_many_words_a_group_is_known_by() -> None:
    """Three short ones and a long one are rather short."""
    short, long = a_group(0, 1, 2), a_group(3, words=50)

    assert count_words(short, long) == count_words(long, short) == 20

    unite(short, long, 0.0, ())

    assert short.words == 20


def test_a_group_remembers_where_all_of_its_reports_came_from() -> None:
    """Names and numbers, events and folds of before are counted together."""
    kept = a_group(4, marks={"#5": 1}, events_before={"a": 1}, folds_before={"f": 1})
    gone = a_group(2, 3, marks={"#5": 2, "^bay": 1}, events_before={"a": 2, "b": 1})
    gone.folds_before = {"f": 1, "g": 2}
    unite(kept, gone, 0.5, (4, 3))

    assert (kept.first, kept.rows, kept.size, kept.inner) == (2, [4, 2, 3], 3, 0.5)
    assert kept.marks == {"#5": 3, "^bay": 1}
    assert kept.events_before == {"a": 3, "b": 1}
    assert kept.folds_before == {"f": 2, "g": 2}
    assert kept.folds == [[4, 3], [2]]


def test_only_folds_that_hold_what_is_meant_become_one() -> None:
    """The others stay, and where nothing is meant all do."""
    folds = [[0, 1], [2], [3, 4], [5]]

    assert join_folds(folds, (1, 3)) == [[0, 1, 3, 4], [2], [5]]
    assert join_folds(folds, ()) == folds
    assert join_folds([[0]], (0, 9)) == [[0]]


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ({"a": 3, "b": 1}, {"a": 2, "c": 1}, True),
        ({"b": 1, "a": 3}, {"c": 1, "a": 2}, True),
        ({"a": 3, "b": 1}, {"b": 2, "a": 1}, False),
        ({"b": 3, "a": 1}, {"b": 1, "a": 2}, False),
        ({"a": 1}, {}, False),
        ({}, {"a": 1}, False),
        ({}, {}, False),
    ],
)
def test_two_groups_were_one_if_most_of_each_came_from_the_same(
    left: dict[str, int], right: dict[str, int], *, one: bool
) -> None:
    """So one report that went astray holds no two events together."""
    assert are_one(left, right) is one


def test_the_mean_inside_a_group_counts_each_report_with_itself() -> None:
    """Two that have nothing in common are half as near as two that are the same."""
    assert mean_inside(a_group(0)) == 1.0
    assert mean_inside(a_group(0, 1)) == 0.5
    assert mean_inside(a_group(0, 1, 2, inner=1.5)) == pytest.approx(6 / 9)
    assert mean_inside(a_group(0, 1, inner=1.2)) == 1.0
    assert sum_inside(6 / 9, 3, 3) == pytest.approx(1.5)


def test_a_brief_counts_less_in_a_mean_and_as_much_with_itself() -> None:
    """What two whole reports share stays most of what the three do."""
    cards = [a_card(words) for words in (60, 60, 10)]
    ties = {0: {1: 0.6}, 1: {0: 0.6}}
    weights = [find_weight(len(card.words)) for card in cards]
    one, other, brief = (
        start_group(row, card, None, ties, weights) for row, card in enumerate(cards)
    )
    assert [mean_inside(it) for it in (one, other, brief)] == pytest.approx([1, 1, 1])

    unite(one, other, one.near[1], ())
    assert mean_inside(one) == pytest.approx(0.8)
    assert (one.size, one.weight) == (2, 2)

    unite(one, brief, 0.0, ())
    assert (one.size, one.weight) == pytest.approx((3, 2.5))
    assert mean_inside(one) > 0.55
    assert sum_inside(mean_inside(one), one.weight, one.squares) == pytest.approx(0.6)
