"""What parts two events of one kind."""

import pytest

from feeds.dedupe.events.contrasts import Contrasts
from feeds.dedupe.sketches.vectors import Heard

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


def test_three_names_or_numbers_are_enough() -> None:
    """Two groups that also tell of less are parted no less by what they tell most of."""
    four = {"^ostmar": 4, "^quenby": 4, "^lundia": 4, "^kestre": 4}
    five = {f"^{name}": 4 for name in ("aubeva", "lorrim", "nordha", "tibrax", "vellin")}
    third = contrast(dict(list(four.items())[:1]), 4, AUBEVAL, 4)

    assert contrast(four, 4, five, 4) == pytest.approx(3 * third)
    assert contrast(four | {"^harbou": 2}, 4, five | {"^bridge": 2}, 4) == pytest.approx(3 * third)


def test_what_one_report_of_many_names_is_nothing_of_its_group() -> None:
    """Each tells a figure that no other has; that parts no two groups of one event."""
    ours = {f"#{n}7": 1 for n in range(4)}
    theirs = {f"#{n}1": 1 for n in range(4)}

    assert contrast(ours, 4, theirs, 4) == 0.0


def test_a_name_that_many_have_parts_less_than_one_that_few_have() -> None:
    """Nearly all reports of these days may tell of one minister."""
    heard = Heard(reports=500, counts={"^ostmar": 300.0, "^aubeva": 300.0})
    names = {"^ostmar": 4}, {"^aubeva": 4}

    known = Contrasts("en", heard).measure(names[0], 4, names[1], 4)

    assert 0 < known < 0.7 * contrast(names[0], 4, names[1], 4)
