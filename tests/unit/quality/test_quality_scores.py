"""The arithmetic of the quality table, on groups small enough to count by hand."""

import pytest
from quality.scores import (
    Link,
    Score,
    pair_groups,
    recall_at_precision,
    score_bcubed,
    score_pairs,
    share,
)

RIGHT = {"a": "flood", "b": "flood", "c": "flood", "d": "fire", "e": "fire"}


def test_pairs_are_those_of_one_group() -> None:
    """Each pair stands there once, the lower id first."""
    pairs = pair_groups({"c": 1, "a": 1, "b": 2, "d": 1})

    assert {("a", "c"), ("a", "d"), ("c", "d")} == pairs


def test_pairs_are_scored_by_what_is_found_and_what_is_right() -> None:
    """Two of three found are right; two of four right were found."""
    found = {("a", "b"), ("a", "c"), ("d", "f")}
    right = {("a", "b"), ("a", "c"), ("b", "c"), ("d", "e")}

    score = score_pairs(found, right)

    assert (2 / 3, 1 / 2) == (score.precision, score.recall)
    assert pytest.approx(4 / 7) == score.f1


def test_nothing_found_is_not_wrong() -> None:
    """Without pairs there is nothing to be wrong about; without right ones nothing to miss."""
    assert Score(precision=1.0, recall=0.0) == score_pairs(set(), {("a", "b")})
    assert Score(precision=0.0, recall=1.0) == score_pairs({("a", "b")}, set())
    assert Score(precision=0.0, recall=0.0).f1 == 0.0


def test_bcubed_counts_story_by_story() -> None:
    """Of five stories, c was put with the fires: counted by hand after Bagga and Baldwin."""
    found = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 2}

    score = score_bcubed(found, RIGHT)

    assert pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5) == score.precision
    assert pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5) == score.recall


def test_stories_alone_are_precise_and_stories_together_are_complete() -> None:
    """The two ways to make no effort have full precision and full recall."""
    assert score_bcubed({name: name for name in RIGHT}, RIGHT).precision == 1.0
    assert score_bcubed(dict.fromkeys(RIGHT, 1), RIGHT).recall == 1.0


def links(*triples: tuple[str, str, float]) -> list[Link]:
    """Return links of these stories and scores."""
    return [Link(one=one, other=other, score=score) for one, other, score in triples]


def test_the_threshold_with_the_best_recall_is_chosen() -> None:
    """The third link joins fire and flood; until there, two of four right pairs are found."""
    some = links(("a", "b", 0.9), ("d", "e", 0.8), ("c", "d", 0.7), ("a", "c", 0.6))

    assert recall_at_precision(some, RIGHT, 0.95) == 2 / 4
    assert recall_at_precision(some, RIGHT, 0.4) == 4 / 4


def test_links_of_one_score_are_followed_together() -> None:
    """No threshold parts them, so the right one cannot be had without the wrong one."""
    assert recall_at_precision(links(("a", "b", 0.9), ("c", "d", 0.9)), RIGHT, 0.95) == 0.0


def test_a_chain_joins_whole_groups() -> None:
    """The pair of a and c is found through b, and counts."""
    assert recall_at_precision(links(("a", "b", 0.9), ("b", "c", 0.8)), RIGHT, 0.95) == 3 / 4


def test_a_share_of_nothing_is_whole() -> None:
    """What was never tried did not fail."""
    assert (share([]), share([True, False])) == (1.0, 0.5)
