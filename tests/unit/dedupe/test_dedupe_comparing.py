"""Two stories beside each other."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from stories import NOON, a_story

from feeds.dedupe import Deck, compare_gatherings, compare_sketches, sketch_story
from feeds.model import Comparison, Parting, Sketch, Vagueness

DAM = (
    "The dam above Aubeval cracked on Monday and 4,000 people left their homes, said Ida Brenn, who"
    " leads the works. Engineers opened the second sluice, and the lake fell by half a metre."
)
OWN_WORDS = (
    "Ida Brenn, the engineer, told reporters that the cracked dam of Aubeval was holding. Pumps"
    " from Lorne arrived in the morning for the residents of the lower town, who sleep in schools."
)
DAYS = timedelta(days=4)


def sketch(name: str, text: str, source: str = "", **fields: Any) -> Sketch:
    """A report of the dam, by a source of its own unless said otherwise."""
    plain = {"keys": (), "source_id": source or name, "headline": name, "language": "en"}
    return sketch_story(a_story(name, body_text=text, **plain | fields))


def compare(other: Sketch, text: str = DAM, **fields: Any) -> Comparison:
    """Compare a report with the wire's."""
    first = sketch("Dam cracks above Aubeval", text, "post", **fields)
    found = compare_sketches(first, other, Deck())
    back = compare_sketches(other, first, Deck())
    assert found == replace(back, shared=found.shared)
    return found


def test_a_copy_is_told_by_how_much_of_it_is_shared() -> None:
    """And by how much had to be."""
    found = compare(sketch("Cracks in dam above Aubeval", DAM))

    assert found.copy
    assert 0.8 == found.needed < found.contained <= 1.0


def test_another_report_is_told_by_its_words() -> None:
    """As they are written, with how near it is and had to be."""
    found = compare(sketch("Dam of Aubeval holds", OWN_WORDS))

    assert not found.copy
    assert found.vagueness is None
    assert {"Aubeval", "Brenn"} <= set(found.shared)
    assert 0 < found.event_bar < found.fold_bar < found.near <= found.alike < 1


def test_a_headline_alone_can_be_no_copy() -> None:
    """It has too few words."""
    assert compare(sketch("Dam cracks above Aubeval", "")).needed is None


@pytest.mark.parametrize(
    ("other", "parting"),
    [
        ({"first_seen": NOON + DAYS}, Parting.TIME),
        ({"language": "de"}, Parting.LANGUAGE),
        (
            {"source": "post", "first_seen": NOON + timedelta(hours=13)},
            Parting.SERIES,
        ),
        ({"source": "post"}, None),
        ({}, None),
    ],
)
def test_what_keeps_two_apart_is_told(other: dict[str, Any], parting: Parting | None) -> None:
    """Whatever they share."""
    found = compare(sketch("Dam cracks above Aubeval", OWN_WORDS, **other))

    assert found.parting is parting
    assert (found.near == 0.0) is (parting is not None)
    assert found.own is (other.get("source") == "post")


def test_what_is_alike_by_one_name_counts_less() -> None:
    """A town that both are about."""
    found = compare(
        sketch("Fair opens in Aubeval", "Riders and sheep came to Aubeval for the autumn fair.")
    )

    assert found.near < found.alike / 2


@pytest.mark.parametrize(
    ("headline", "text", "vagueness"),
    [
        ("Fair opens in Aubeval", "Riders and sheep came for the autumn fair.", Vagueness.FEW),
        ("Fair opens", "Monday: engineers opened a lake by a metre of homes.", Vagueness.SUBJECTS),
        ("Dam of Aubeval holds", OWN_WORDS, None),
    ],
)
def test_why_what_two_share_cannot_make_sure_is_told(
    headline: str, text: str, vagueness: Vagueness | None
) -> None:
    """One name, or nothing that a headline is about."""
    assert compare(sketch(headline, text)).vagueness is vagueness


def test_the_mean_between_gathered_reports_is_told() -> None:
    """A brief counts less in it; the two that have least in common are named."""
    wire, own = sketch("Dam cracks above Aubeval", DAM), sketch("Dam of Aubeval holds", OWN_WORDS)
    brief = sketch("Sheep sold", "Sheep were sold at the fair.")
    near = compare_gatherings([wire], [own], Deck()).near
    found = compare_gatherings([wire], [own, brief], Deck())

    assert near / 2 < found.near < near
    assert (wire.story_id, brief.story_id) == found.farthest
