"""How two stories stand to each other, as ``why --with`` says it in sentences."""

from typing import Any

import pytest
from stories import NOON, a_place, a_story

from feeds.cli.beside import tell_beside
from feeds.model import Comparison, Gathering, Genre, Parting, Ruling, Vagueness
from feeds.pipeline.beside import Beside

OWN, OTHER = a_story("dam"), a_story("ferry")


def tell(
    place: dict[str, str] | None = None,
    rulings: tuple[Ruling, ...] = (),
    genre: Genre | None = None,
    gathering: Gathering | None = None,
    **found: Any,
) -> list[str]:
    """Say how the dam stands to the ferry; all but the first sentence."""
    values: dict[str, Any] = {
        "own": False,
        "copy": False,
        "contained": 0.04,
        "needed": 0.8,
        "parting": None,
        "alike": 0.12,
        "near": 0.0,
        "vagueness": None,
        "event_bar": 0.1,
        "fold_bar": 0.25,
        "shared": ("Aubeval", "harbour"),
    }
    other = a_story("ferry", genre=genre)
    comparison = Comparison(**values | found)
    beside = Beside(
        story=other,
        place=a_place(other, **place or {}),
        comparison=comparison,
        gathering=gathering,
        between=(),
        stories={it.id: it for it in (OWN, other)},
    )
    first, *lines = tell_beside(OWN, a_place(OWN), beside, rulings)
    assert first.endswith(f"“{other.headline}” (post, id-ferry).")
    return [first.partition(" “")[0], *lines]


@pytest.mark.parametrize(
    ("place", "stand", "lines"),
    [
        ({}, "It is neither folded with nor possibly the same as", 2),
        ({"event_id": "id-dam"}, "It is possibly the same, and not folded, as", 2),
        (
            {"event_id": "id-dam", "fold_id": "id-dam"},
            "It is folded, where a topic folds events, with",
            3,
        ),
        (
            {"event_id": "id-dam", "fold_id": "id-dam", "copies_id": "id-dam"},
            "It is folded, as a copy, with",
            0,
        ),
    ],
)
def test_how_they_stand_is_told_first(place: dict[str, str], stand: str, lines: int) -> None:
    """Of copies the evidence stands above."""
    told = tell(place)

    assert (stand, lines) == (told[0], len(told) - 1)


def test_of_two_that_are_folded_it_is_said_how_if_they_are_not_near_enough() -> None:
    """Or are kept apart whatever they share: nothing else came near, or others are near to both."""
    folded = {"event_id": "id-dam", "fold_id": "id-dam"}
    less = "from less where no other comes near, or where others of the entry are near to both."

    assert f"From about 0.25 on two reports are folded; {less}" == tell(folded, near=0.2)[-1]
    assert tell(folded, near=0.3, alike=0.3)[-1].startswith("What they are about is 0.30 alike")
    assert tell(folded, parting=Parting.TIME)[-1].startswith("By themselves not one event: they ")
    assert tell(parting=Parting.TIME)[-1].startswith("Not one event: they ")


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (
            {},
            (
                "No copy: 4 % of the shorter text stands in the longer one; of one as long, 80 %"
                " has to."
            ),
        ),
        ({"needed": None}, "No copy: one of them has too few words to prove one."),
        (
            {"own": True, "contained": 0.85},
            (
                "No copy: 85 % of the shorter text stands in the longer one; of texts of one source"
                " nearly all has to, under headlines that agree, within half a day."
            ),
        ),
        (
            {"contained": 0.9},
            (
                "No copy: 90 % of the shorter text stands in the longer one, which is enough, but"
                " it is short and the headlines do not agree."
            ),
        ),
        (
            {"contained": 0.9, "copy": True},
            (
                "90 % of the shorter text stands in the longer one, which makes a copy; each is"
                " with those that were there before."
            ),
        ),
    ],
)
def test_how_far_they_are_from_copies_is_told(found: dict[str, Any], told: str) -> None:
    """With what a copy as long needs."""
    assert told == tell(**found)[1]


BARS = "From about 0.10 on two reports are possibly the same, from 0.25 on they are folded"


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({}, [": no more than any two reports of a kind."]),
        ({"near": 0.12}, [".", f"{BARS}; but another report was nearer to one of them."]),
        ({"alike": 0.3, "near": 0.3}, [".", f"{BARS}; but"]),
        (
            {"alike": 0.3, "near": 0.05},
            [
                (
                    ", of which 0.05 counts: it hangs on a word or a name, or they were told days"
                    " apart."
                ),
                f"{BARS}.",
            ],
        ),
        (
            {"alike": 0.3, "near": 0.05, "vagueness": Vagueness.COMMON},
            [", of which 0.05 counts: nothing of it is rare enough to be sure of.", f"{BARS}."],
        ),
        (
            {"alike": 0.3, "near": 0.05, "own": True},
            [
                (
                    ", of which 0.05 counts: one source told both, so only their headlines count,"
                    " and by half."
                ),
                f"{BARS}.",
            ],
        ),
    ],
)
def test_how_near_they_are_as_reports_of_one_event_is_told(
    found: dict[str, Any], told: list[str]
) -> None:
    """By which words, what of that counts, and what was needed."""
    alike = found.get("alike", 0.12)
    likeness = f"What they are about is {alike:.2f} alike (Aubeval, harbour)"
    _, _, first, *rest = tell(**found)

    assert f"{likeness}{told[0]}" == first
    assert len(rest) == len(told[1:])
    assert all(line.startswith(begun) for line, begun in zip(rest, told[1:], strict=True))


def test_of_what_is_possibly_the_same_it_is_told_what_a_fold_needs() -> None:
    """Near enough for that, but not surely."""
    place = {"event_id": "id-dam"}

    assert f"{BARS}." == tell(place, alike=0.2, near=0.2)[-1]
    assert (
        f"{BARS}, if what they share can make sure."
        == tell(place, alike=0.3, near=0.3, vagueness=Vagueness.FEW)[-1]
    )


def test_the_mean_that_kept_them_apart_is_told_with_the_two_that_lowered_it() -> None:
    """A brief that one of them was put together with, and the other story."""
    gathering = Gathering(near=0.07, farthest=("id-dam", "id-ferry"))
    *_, bars, farthest = tell(alike=0.3, near=0.3, gathering=gathering)

    assert bars.startswith(f"{BARS}; but what counts is the mean")
    assert bars.endswith(", 0.07.")
    assert farthest == (
        "Of these “The dam holds” (post, id-dam) and “The ferry holds” (post, id-ferry) have least"
        " in common."
    )


@pytest.mark.parametrize("vagueness", Vagueness)
def test_why_what_they_share_cannot_make_sure_is_told(vagueness: Vagueness) -> None:
    """Each in words of its own."""
    told = {tell(alike=0.3, near=0.19, vagueness=it)[2] for it in Vagueness}

    assert len(Vagueness) == len(told)
    assert "of which 0.19 counts: " in tell(alike=0.3, near=0.19, vagueness=vagueness)[2]


def test_what_shares_no_word_is_told_so() -> None:
    """And nothing of how near it would have to be."""
    assert "What they are about has no word in common." == tell(shared=(), alike=0.0)[-1]


@pytest.mark.parametrize("parting", Parting)
def test_what_keeps_two_apart_whatever_they_share_is_told(parting: Parting) -> None:
    """In place of how near they are; each in words of its own."""
    told = tell(parting=parting)
    others = {tell(parting=other)[-1] for other in Parting}

    assert told[-1].startswith("Not one event: ")
    assert (3, len(Parting)) == (len(told), len(others))


def test_what_is_no_report_is_told_so() -> None:
    """Whatever words it shares."""
    told = tell(genre=Genre.OPINION, parting=Parting.TIME)

    assert "No report of one event: “The ferry holds” (post, id-ferry) is an opinion." == (told[-1])


@pytest.mark.parametrize(
    ("together", "told"),
    [(True, "An editor put them together."), (False, "An editor parted them.")],
)
def test_what_an_editor_decided_of_the_two_is_told(told: str, *, together: bool) -> None:
    """Not what was decided of one of them and a third."""
    other = Ruling(story_id="id-dam", other_id="id-moon", together=together, ruled=NOON)
    ruling = Ruling(story_id="id-ferry", other_id="id-dam", together=together, ruled=NOON)

    assert told == tell(rulings=(other, ruling))[1]
    assert told not in tell(rulings=(other,))
