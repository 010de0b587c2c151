"""How groups of reports join: what stands, what an editor said, and what two groups contrast by."""

from collections.abc import Mapping, Sequence

import pytest
from cards import lay_out
from stories import a_place, a_story

from feeds.dedupe.events.bars import find_event_bar
from feeds.dedupe.events.groups import group_cards
from feeds.dedupe.events.standing import Bond, Tree
from feeds.dedupe.events.ties import Ties
from feeds.model import Membership

WORDS = ("boiler", "strike", "ferry", "docker", "union", "talks")
MANY = tuple(f"w{n}x" for n in range(30))


def tie(pairs: Mapping[tuple[int, int], float]) -> Ties:
    """Ties between rows, in both directions."""
    ties: dict[int, dict[int, float]] = {}
    for (one, other), near in pairs.items():
        ties.setdefault(one, {})[other] = near
        ties.setdefault(other, {})[one] = near
    return ties


def stood(row: int, event: int, fold: int) -> Membership:
    """Where a report stood, in an event and a fold that go by the ids of others."""
    return a_place(a_story(f"{row}"), event_id=f"id-{event}", fold_id=f"id-{fold}")


def test_two_events_that_stand_stay_two_whatever_is_near_by_now() -> None:
    """Not all reports of either are here, so what these few say joins none."""
    ties = tie({(0, 2): 0.9, (0, 3): 0.9, (1, 2): 0.9, (1, 3): 0.9})
    homes = [stood(0, 0, 0), stood(1, 0, 0), stood(2, 2, 2), stood(3, 2, 2)]
    bonds = [Bond(near=0.8, row=row, other=row - 1, sure=True) for row in (1, 3)]

    both = group_cards(lay_out(*[WORDS] * 4), ties, homes, tree=Tree(bonds=bonds))
    assert both.events == [[0, 1], [2, 3]]
    for one in bonds:
        groups = group_cards(lay_out(*[WORDS] * 4), ties, homes, tree=Tree(bonds=[one]))
        assert groups.events == [[0, 1, 2, 3]]


def test_a_brief_brings_no_report_away_from_another() -> None:
    """Two reports tell one event; a brief shares all it says with one of them."""
    ties = tie({(0, 1): 0.35, (0, 2): 0.6})

    for words, folds in ((MANY[:6], [[0, 1, 2]]), (MANY, [[0, 2], [1]])):
        assert folds == list(group_cards(lay_out(MANY, MANY, words), ties, [None] * 3).folds)


def test_two_folds_of_an_event_that_stands_stay_two() -> None:
    """So nobody who follows one of them loses it; a new report still finds its fold."""
    ties = tie({(0, 2): 0.95, (2, 4): 0.9})
    homes = [stood(0, 0, 0), stood(1, 0, 0), stood(2, 0, 2), stood(3, 0, 2), None]
    bonds = [
        Bond(near=0.8, row=1, other=0, sure=True),
        Bond(near=0.7, row=3, other=2, sure=True),
        Bond(near=0.2, row=2, other=0, sure=False),
    ]
    groups = group_cards(lay_out(*[WORDS] * 5), ties, homes, tree=Tree(bonds=bonds))

    assert groups.events == [[0, 1, 2, 3, 4]]
    assert groups.folds[0] == [0, 1]
    assert [2, 3] == groups.folds[1][:2]


def test_a_report_of_what_stands_is_folded_with_the_one_it_was_folded_with() -> None:
    """Not with the first of the event, with which that one was possibly the same."""
    homes = [stood(0, 0, 0), stood(1, 0, 1), stood(2, 0, 1)]
    bonds = [
        Bond(near=0.3, row=1, other=0, sure=False),
        Bond(near=0.2, row=2, other=1, sure=True),
    ]
    groups = group_cards(lay_out(*[WORDS] * 3), {}, homes, tree=Tree(bonds=bonds))

    assert groups.folds == [[0], [1, 2]]


@pytest.mark.parametrize(("near", "events"), [(0.05, 2), (0.06, 1)])
def test_what_comes_must_be_as_near_to_an_event_that_stands_as_to_any_other(
    near: float, events: int
) -> None:
    """Its reports are not compared again, but count as near to each other as they were."""
    homes = [*(stood(row, 0, 0) for row in range(4)), None]
    bonds = [Bond(near=0.9, row=row, other=row - 1, sure=True) for row in (1, 2, 3)]
    ties = tie({(row, 4): near for row in range(4)})

    groups = group_cards(lay_out(*[WORDS] * 5), ties, homes, tree=Tree(bonds=bonds))

    assert len(groups.events) == events


def test_long_reports_that_share_nothing_telling_are_not_folded() -> None:
    """They may be one event; to hide one behind the other it takes a word that few have."""
    texts = [[f"{name}{n}x" for n in range(60)] for name in "ab"]
    ties = tie({(0, 1): 0.19})

    apart = group_cards(lay_out(*texts), ties, [None] * 2)
    together = group_cards(lay_out(texts[0], texts[0]), ties, [None] * 2)

    assert (apart.events, apart.folds) == ([[0, 1]], [[0], [1]])
    assert together.folds == [[0, 1]]


def test_a_third_report_folds_none_of_two_that_are_possibly_one() -> None:
    """It is as near to the one as to the other: whose it is nobody can say."""
    ties = tie({(0, 1): 0.25, (0, 2): 0.24, (1, 2): 0.24})

    groups = group_cards(lay_out(*[MANY] * 3), ties, [None] * 3)

    assert (groups.events, groups.folds) == ([[0, 1, 2]], [[0], [1], [2]])


@pytest.mark.parametrize(
    ("near", "homes", "events", "folds"),
    [
        (0.04, [None, None], [[0], [1]], [[0], [1]]),
        (0.04, [stood(0, 0, 0), stood(1, 0, 1)], [[0, 1]], [[0], [1]]),
        (0.34, [stood(0, 0, 0), stood(1, 0, 1)], [[0, 1]], [[0], [1]]),
        (0.34, [stood(0, 0, 0), stood(1, 0, 0)], [[0, 1]], [[0, 1]]),
    ],
)
def test_what_was_together_stays_while_it_is_nearly_as_near(
    near: float,
    homes: Sequence[Membership | None],
    events: Sequence[Sequence[int]],
    folds: Sequence[Sequence[int]],
) -> None:
    """An event, and a fold: readers do not see them come and go with each report."""
    groups = group_cards(lay_out(WORDS, WORDS), tie({(0, 1): near}), homes)

    assert (groups.events, groups.folds) == (events, folds)


QUAKE_NAMES = (["^aubeva", "^kestre", "#12"], ["^ostmar", "^quenby", "#31"])


def group_two(
    names: int, between: float, homes: Sequence[Membership | None] = (None,) * 4
) -> tuple[int, int]:
    """Group two pairs, each with so many names of its own; return how many events and folds."""
    pairs = {(one, other): between for one in (0, 1) for other in (2, 3)}
    ties = tie({(0, 1): 0.9, (2, 3): 0.9, **pairs})
    reports = [(*WORDS, *QUAKE_NAMES[row // 2][:names]) for row in range(4)]
    groups = group_cards(lay_out(*reports), ties, homes)
    return len(groups.events), len(groups.folds)


def test_two_pairs_of_reports_with_names_of_their_own_are_not_folded() -> None:
    """Two earthquakes are told in the same words; only places and figures part them."""
    assert (1, 1) == group_two(0, 0.4)
    assert (1, 2) == group_two(2, 0.4)
    assert (2, 2) == group_two(3, 0.23)


def test_what_was_one_event_does_not_stay_so_when_names_part_it() -> None:
    """Two earthquakes that were taken for one, before their places were told."""
    homes = [stood(row, 0, 0) for row in range(4)]

    assert (2, 2) == group_two(3, 0.23, homes)
    assert (1, 2) == group_two(0, 0.05, homes)


@pytest.mark.parametrize(
    "rivals",
    [{(0, 2): 1.0}, {(1, 2): 1.0}, {(0, 2): 1.0, (0, 3): 0.2}, {(1, 2): 1.0, (1, 3): 0.2}],
)
def test_a_rival_of_either_report_keeps_both_apart(rivals: Mapping[tuple[int, int], float]) -> None:
    """The nearest one counts, whoever else is near."""
    near = 0.9 * find_event_bar(30, 1.0)
    ties = tie({(0, 1): near} | {pair: share * near for pair, share in rivals.items()})

    assert group_cards(lay_out(*[MANY] * 4), ties, [None] * 4).events == [[0], [1], [2], [3]]


@pytest.mark.parametrize("partner", [0, 1])
def test_who_is_near_to_one_of_two_that_an_editor_put_together_comes_to_both(partner: int) -> None:
    """The editor's word parts nobody from those it would be folded with."""
    cards = lay_out(*[WORDS] * 3)

    groups = group_cards(cards, tie({(partner, 2): 0.5}), [None] * 3, [(0, 1, True)])

    assert groups.folds == [[0, 1, 2]]


def test_two_pairs_that_an_editor_put_together_are_as_near_as_any_two_of_them() -> None:
    """One of each pair is near to one of the other: so all four are folded."""
    rulings = [(0, 1, True), (2, 3, True)]

    groups = group_cards(lay_out(*[WORDS] * 4), tie({(0, 2): 0.45}), [None] * 4, rulings)

    assert groups.folds == [[0, 1, 2, 3]]


def test_two_that_an_editor_put_together_fold_nobody_who_is_not_near_enough_to_each() -> None:
    """That they share no word is no reason to ask for less."""
    ties = tie({(0, 2): 0.31, (1, 2): 0.31})

    groups = group_cards(lay_out(*[WORDS] * 3), ties, [None] * 3, [(0, 1, True)])

    assert groups.folds == [[0, 1], [2]]
