"""What parts two events of one kind."""

import pytest

from feeds.dedupe.contrasts import Contrasts
from feeds.dedupe.vectors import Heard

OSTMARK = {"^ostmar": 4, "#17": 3}
AUBEVAL = {"^aubeva": 4, "#9": 4}


def contrast(left: dict[str, int], size: int, right: dict[str, int], others: int) -> float:
    """How much two groups have of their own, in English, in a desk that heard nothing."""
    return Contrasts("en", Heard()).measure(left, size, right, others)


def test_two_groups_with_names_of_their_own_contrast() -> None:
    """Both ways alike; what both have does not count."""
    apart = contrast(OSTMARK, 4, AUBEVAL, 4)

    assert apart == contrast(AUBEVAL, 4, OSTMARK, 4) > 0.2
    assert contrast(OSTMARK, 4, OSTMARK | AUBEVAL, 4) < apart / 4


@pytest.mark.parametrize(("size", "others"), [(1, 4), (4, 1), (1, 1)])
def test_a_single_story_contrasts_with_none(size: int, others: int) -> None:
    """Of one report nobody knows what the others would name."""
    assert contrast(OSTMARK, size, AUBEVAL, others) == 0.0
