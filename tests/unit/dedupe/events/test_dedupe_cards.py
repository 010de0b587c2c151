"""Sketches laid out for comparing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from stories import a_sketch, a_story

from feeds.dedupe import Deck, sketch_story
from feeds.dedupe.events.ties import measure_tie
from feeds.dedupe.sketches.vectors import Heard, multiply
from feeds.model import Sketch


def sketch(headline: str, name: str) -> Sketch:
    """A sketch of a bare headline."""
    story = a_story(name, headline=headline, body_text="", language="en", source_id=name)
    return sketch_story(story)


STRIKE = sketch("Dockers of Aubeval strike over pensions at the harbour", "post")
PENSIONS = sketch("Strike of dockers over pensions shuts Aubeval harbour", "times")


def test_a_batch_lays_a_story_out_once() -> None:
    """Whoever asks, unless it says something else now."""
    deck = Deck()
    (first,) = deck.lay_out([STRIKE])
    again, other = deck.lay_out([replace(STRIKE, shingles=(1,)), PENSIONS])
    (revised,) = deck.lay_out([replace(STRIKE, terms=("*moon",), weights=(9,))])
    (renamed,) = deck.lay_out([replace(STRIKE, names=("aubeva strike",))])
    (later,) = deck.lay_out([replace(STRIKE, told=STRIKE.told + timedelta(days=2))])

    assert again is first
    assert later.told - first.told == timedelta(days=2).total_seconds()
    assert other is not first
    assert renamed.names == (("aubeva", "strike"),)
    assert {"moon": 0.0009} == revised.vector


def test_a_report_that_is_kept_anew_with_its_passages_is_laid_out_anew() -> None:
    """So a passage is known as one from then on, though no word of the report has changed."""
    text = "Dockers want more. The port of Aubeval has eleven cranes and four tugs."
    told = sketch_story(a_story("port", headline="Strike", body_text=text, language="en"))
    deck = Deck()
    (older,) = deck.lay_out([replace(told, sentences=())])
    (newer,) = deck.lay_out([told])

    assert not older.sentences
    assert any("cranes" in terms for terms in newer.sentences.values())


def test_two_reports_of_a_batch_are_compared_once() -> None:
    """In either order; what was measured is remembered by both."""
    one, other = Deck().lay_out([STRIKE, PENSIONS])
    tie = measure_tie(one, other)
    one.measured[id(other)] = other.measured[id(one)] = 0.5

    assert tie > 0.3
    assert (0.5, 0.5) == (measure_tie(one, other), measure_tie(other, one))


def test_the_next_batch_compares_by_what_is_told_in_its_own_days() -> None:
    """What many tell by then counts less."""
    before = measure_tie(*Deck().lay_out([STRIKE, PENSIONS]))
    heard = Heard(reports=500, counts=dict.fromkeys(STRIKE.signs, 300))

    assert measure_tie(*Deck(heard).lay_out([STRIKE, PENSIONS])) < before


def test_what_a_source_prints_under_all_does_not_bring_two_of_its_reports_together() -> None:
    """The two share the name of a town; so do their headlines, and that is all these share."""
    fire = "Smoke rose over Larnich on Thursday. Nobody in Larnich was hurt, Larnich police said."
    theft = "Saddles vanished in Larnich. Farmers of Larnich lock doors; Larnich had no theft."
    ties = [
        measure_tie(
            *Deck().lay_out(
                sketch_story(
                    a_story(headline, keys=(), language="en", headline=headline, body_text=text)
                )
                for headline, text in (
                    ("Fire in Larnich kitchen", f"{fire} {printed}"),
                    ("Thief in Larnich stable", f"{theft} {printed}"),
                )
            )
        )
        for printed in ("", "Vallery Courier newsletter")
    ]

    assert 0.0 < ties[0] < 0.2
    assert ties[1] < 1.2 * ties[0]


def test_what_many_tell_these_days_makes_two_words_one() -> None:
    """Two reports share a town and its council; when all tell of councils, they share a town."""
    shared = ("larnich", "council")
    reports = [
        a_sketch(
            a_story(name, source_id=name, language="en"),
            terms=(*shared, *(f"{name}{n}" for n in range(30))),
            weights=(4_000, 4_000, *[900] * 30),
        )
        for name in ("fire", "vote")
    ]
    spreads = []
    for heard in (Heard(), Heard(reports=500, counts={"council": 300})):
        one, other = Deck(heard).lay_out(reports)
        spreads.append(measure_tie(one, other) / multiply(one.vector, other.vector))

    assert spreads[1] < 0.45
    assert spreads[0] > 0.5


def test_a_headline_and_a_text_are_known_by_as_many_words_as_lie_between() -> None:
    """Of the headline of a text less is asked than of two texts, and more than of two headlines."""

    def tie_lengths(*lengths: int) -> float:
        reports = [
            a_sketch(
                a_story(f"{place}", source_id=f"{place}", language="en"),
                terms=("larnich", *(f"{place}w{n}" for n in range(length))),
                weights=(4_200, *[900] * length),
            )
            for place, length in enumerate(lengths)
        ]
        return measure_tie(*Deck().lay_out(reports))

    assert tie_lengths(4, 4) > tie_lengths(4, 60) > tie_lengths(60, 60) > 0.0


def test_a_name_of_several_words_brings_no_two_reports_together() -> None:
    """Whose words share nothing else; two words that stand apart do."""

    def tie_names(*names: tuple[str, ...]) -> float:
        reports = [
            a_sketch(
                a_story(f"{place}", source_id=f"{place}", language="en"),
                terms=("saint", "ambrel", *(f"{place}w{n}" for n in range(40))),
                weights=(4_000, 4_000, *[900] * 40),
                names=names[place],
            )
            for place in range(2)
        ]
        return measure_tie(*Deck().lay_out(reports))

    whole = ("saint ambrel",)

    assert tie_names(whole, whole) == pytest.approx(tie_names((), ()) / 1.5**3)
    assert tie_names(whole, ()) == tie_names((), whole) == tie_names(whole, whole)
