"""How near two reports are, and whether what they share can make sure."""

from datetime import timedelta

import pytest
from stories import NOON, a_story

from feeds.dedupe import Deck, dedupe_stories, sketch_story
from feeds.dedupe.events.ties import is_telling, measure_tie
from feeds.model import Candidate, Sketch

HOUR = timedelta(hours=1)
ABOUT = "Nordbahn runs lines in Aubeval, Ostmark, Kestrel and Quenby."


def report(headline: str, text: str = "", *, source: str = "", hours: int = 0) -> Sketch:
    """A sketch of a report by a source of its own, or by another, so many hours after noon."""
    name = f"{headline} {hours}"
    return sketch_story(
        a_story(
            name,
            source_id=source or name,
            headline=headline,
            body_text=text,
            language="en",
            first_seen=NOON + hours * HOUR,
        )
    )


def list_folds(*sketches: Sketch) -> list[str]:
    """Return the fold of each."""
    return [place.fold_id for place in dedupe_stories(sketches, ())]


def measure(*sketches: Sketch) -> float:
    """Return how near two are."""
    one, other = Deck().lay_out(sketches)
    return measure_tie(one, other)


def test_a_town_that_one_report_has_by_a_passage_makes_two_strikes_no_one() -> None:
    """Trams stand still in two towns; what is printed below both names either town."""
    one = report(
        "Strike halts trams in Aubeval",
        f"Drivers want longer breaks between shifts, and walked out at dawn. {ABOUT}",
    )
    other = report(
        "Strike halts trams in Ostmark",
        f"Drivers reject a roster of nine nights, and walked out at dusk. {ABOUT}",
    )

    assert not is_telling(*Deck().lay_out((one, other)))
    assert measure(one, other) < 0.2
    assert len(set(list_folds(one, other))) == 2


def test_two_reports_of_one_event_are_folded_though_a_passage_is_left_out() -> None:
    """What their own words tell is enough; the passage neither helps nor harms."""
    one = report(
        "Tram crashes in Aubeval, eleven hurt",
        f"A tram left its rails at dawn; firefighters cut eleven people from the wreck. {ABOUT}",
    )
    other = report(
        "Eleven hurt as tram crashes in Aubeval",
        f"Firefighters freed passengers after a tram jumped its rails near the theatre. {ABOUT}",
    )

    assert len(set(list_folds(one, other))) == 1


@pytest.mark.parametrize(
    ("one", "other", "folds"),
    [
        ("Quenby hospital evacuated", "Quenby hospital smells of gas", 1),
        ("Quenby school evacuated", "Quenby school smells of gas", 2),
        ("Ingrid Solberg resigns", "Bank loses Ingrid Solberg", 1),
    ],
)
def test_a_telling_word_and_one_that_not_all_have_make_sure(
    one: str, other: str, folds: int
) -> None:
    """Any report may tell of a school; the first name of somebody counts beside the other."""
    assert len(set(list_folds(report(one), report(other)))) == folds


def test_one_word_that_many_have_makes_no_event_of_two() -> None:
    """Two things told of a library are not even possibly the same."""
    one = report(
        "Council shuts old library over mould",
        "Books were carried out by pupils in baskets all afternoon.",
    )
    other = report(
        "Library wins award for its old garden of roses",
        "Bees and birds love it, and neighbours help to weed on Sundays.",
    )

    assert measure(one, other) == 0.0
    assert len({place.event_id for place in dedupe_stories((one, other), ())}) == 2


def test_a_passage_left_out_leaves_two_reports_with_one_common_word_apart() -> None:
    """They would be near by it; what their own words share is not enough to be possibly one."""
    one = report(
        "Council shuts old library over mould",
        f"Books were carried out by pupils in baskets all afternoon. {ABOUT}",
    )
    other = report(
        "Library wins award for its old garden of roses",
        f"Bees and birds love it, and neighbours help to weed on Sundays. {ABOUT}",
    )

    assert measure(one, other) == 0.0


@pytest.mark.parametrize(("hours", "folds"), [(11, 1), (13, 2)])
def test_one_headline_of_one_source_is_the_next_of_a_series_half_a_day_later(
    hours: int, folds: int
) -> None:
    """A report that is printed again within that time is one entry; a column is one for each."""
    headline = "Market report: grain and cattle prices at Aubeval"
    one = report(headline, "Wheat rose by a crown as buyers came back.", source="post")
    other = report(headline, "Cattle fell, and buyers left.", source="post", hours=hours)

    assert len(set(list_folds(one, other))) == folds


@pytest.mark.parametrize(("hours", "folds"), [(11, 1), (13, 2)])
def test_a_column_is_the_next_of_a_series_under_nearly_the_same_headline(
    hours: int, folds: int
) -> None:
    """Prices rise one day and collapse the next."""
    rise = "Market report: grain prices rise at Aubeval"
    collapse = "Market report: grain prices collapse at Aubeval"
    one = report(rise, "Wheat cost a crown more as buyers came back.", source="post")
    other = report(
        collapse, "Wheat was left in the barns as buyers stayed away.", source="post", hours=hours
    )

    assert len(set(list_folds(one, other))) == folds


def test_what_a_source_adds_the_next_morning_under_another_headline_is_folded() -> None:
    """Half of the words of both headlines make no series of a fire and what follows it."""
    one = report(
        "Fire destroys tannery in Quenby harbour",
        "A spark set hides alight in the tannery.",
        source="post",
    )
    other = report(
        "Tannery fire in Quenby harbour: watchman arrested",
        "Police arrested a watchman after the tannery of Quenby harbour burned.",
        source="post",
        hours=13,
    )

    assert len(set(list_folds(one, other))) == 1


def test_one_source_names_in_a_headline_what_it_told_below_another() -> None:
    """Both headlines count for both: a blaze, and whom the police arrested after the fire."""
    one = report(
        "Fire destroys tannery",
        "A blaze set hides alight in Quenby, and the watchman ran.",
        source="post",
    )
    other = report(
        "Watchman arrested over Quenby blaze",
        "Police arrested him after the fire in the tannery.",
        source="post",
    )

    assert len(set(list_folds(one, other))) == 1


def remember(*sketches: Sketch) -> list[Candidate]:
    """Reports as they are remembered where they were placed together."""
    places = dedupe_stories(sketches, ())
    return [Candidate(sketch=it, membership=at) for it, at in zip(sketches, places, strict=True)]


STRIKE = (
    report("Dockers strike over pensions at Aubeval harbour"),
    report("Strike of dockers shuts Aubeval harbour over pensions"),
    report("Aubeval harbour shut as dockers strike"),
)


@pytest.mark.parametrize(
    "headline", ["Choir wins prize in Lundia", "Prize for dockers' choir of Aubeval"]
)
def test_an_event_holds_together_when_something_comes_that_is_not_near_to_all_of_it(
    headline: str,
) -> None:
    """Nothing moves: its reports are as near to each other as before."""
    held = remember(*STRIKE)

    placed = dedupe_stories([report(headline)], (), held)

    assert len({one.membership.fold_id for one in held}) == 1
    assert [place.story_id for place in placed] == [report(headline).story_id]
