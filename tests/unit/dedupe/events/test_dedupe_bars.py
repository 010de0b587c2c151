"""How near is near enough."""

import pytest

from feeds.dedupe.events.bars import find_cohesion, find_event_bar, find_fold_bar, find_weight


@pytest.mark.parametrize("words", [1, 8, 12, 16, 28, 42, 80, 500])
@pytest.mark.parametrize("rivalry", [0.0, 0.5, 1.0])
def test_a_fold_asks_for_more_than_an_event(words: int, rivalry: float) -> None:
    """However many words reports are known by, and however many ties the mean is of."""
    bars = [find_fold_bar(words, ties, rivalry) for ties in (10_000, 1)]

    assert find_event_bar(words, rivalry) < bars[0] < bars[1]


@pytest.mark.parametrize("words", [8, 16, 25, 28, 42, 80])
@pytest.mark.parametrize("rivalry", [0.0, 0.5, 1.0])
def test_bars_do_not_jump(words: int, rivalry: float) -> None:
    """A word more or less must not bring reports together or part them."""
    for find in (find_event_bar, lambda some, rival: find_fold_bar(some, 4, rival)):
        assert find(words - 0.01, rivalry) == pytest.approx(find(words + 0.01, rivalry), abs=0.001)


def test_what_has_no_rival_needs_less() -> None:
    """But headlines can be alike by chance."""
    for find in (find_event_bar, lambda words, rivalry: find_fold_bar(words, 1, rivalry)):
        assert find(30, 0.0) < find(30, 0.5) < find(30, 1.0)
        assert find(8, 0.0) == find(8, 1.0)


def test_the_cohesion_of_few_words_counts_and_that_of_texts_does_not() -> None:
    """Nor does that of one report, whatever its length."""
    assert find_cohesion(5, 3, 0.4) == pytest.approx(0.4**0.3)
    assert find_cohesion(12, 3, 0.4) > find_cohesion(9, 3, 0.4)
    assert find_cohesion(16, 3, 0.4) == find_cohesion(5, 1, 1.0) == 1.0


def test_a_brief_counts_less_than_a_report() -> None:
    """But always something; and what is known by more than a paragraph counts in full."""
    assert 0 < find_weight(1) == find_weight(8) < find_weight(20) < find_weight(60) == 1
