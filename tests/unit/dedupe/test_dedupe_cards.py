"""Sketches laid out for comparing."""

from dataclasses import replace
from datetime import timedelta

from stories import a_story

from feeds.dedupe import Deck, sketch_story
from feeds.dedupe.ties import measure_tie
from feeds.dedupe.vectors import Heard
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
    (later,) = deck.lay_out([replace(STRIKE, told=STRIKE.told + timedelta(days=2))])

    assert again is first
    assert later.told - first.told == timedelta(days=2).total_seconds()
    assert other is not first
    assert {"moon": 0.0009} == revised.vector


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
