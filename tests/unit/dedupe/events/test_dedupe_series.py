"""What one source tells by one form is a series: each part stands alone."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from stories import NOON, a_story

from feeds.dedupe import Deck, count_heard, dedupe_stories, sketch_story
from feeds.model import Membership

HOUR = timedelta(hours=1)
FORMS = {
    "en": (
        "M {} - {} km NE of Hervikton",
        (
            "An earthquake of magnitude {} struck {} km northeast of Hervikton at a depth of {} km,"
            " the seismological service said. There were no reports of damage."
        ),
    ),
    "de": (
        "Erdbeben der Stärke {}, {} km von Hervikstadt",
        (
            "Ein Beben der Stärke {} hat sich {} Kilometer nordöstlich von Hervikstadt in einer"
            " Tiefe von {} Kilometern ereignet, wie der Erdbebendienst mitteilte. Schäden keine."
        ),
    ),
    "ja": (
        "ヘルビク市で地震 マグニチュード{} 深さ{}キロ",
        (
            "ヘルビク市の北東{}キロを震源とするマグニチュード{}の地震があった。震源の深さは{}キロ。"
            "津波の心配はないと気象台が発表した。"
        ),
    ),
}
QUAKES = (("3.5", "35", "58"), ("3.6", "61", "20"), ("4.2", "27", "104"), ("2.9", "64", "78"))


TOWNS = ("Aubeval", "Ostmark", "Lundia", "Hervikton", "Quenby", "Marwick", "Tolley", "Dunmore")
NOTICES = {
    "{} warning for {}": (
        ("Wind", "Snow", "Flood", "Frost"),
        (
            "The met office has issued a warning. Drivers should expect delays on exposed roads,"
            " and the coast guard advises people to stay away from piers and rivers."
        ),
    ),
    "{} committee agenda, {} council": (
        ("Schools", "Transport", "Planning", "Finance"),
        (
            "The agenda of the meeting of the committee of the council has been published. Members"
            " of the public may attend. Papers can be read in the library."
        ),
    ),
    "Recall: {1} {0}": (
        [
            f"{food} because of {reason}"
            for food in ("cheese", "salad", "pesto")
            for reason in ("listeria", "broken glass")
        ],
        (
            "The food agency announces a recall. Customers who have bought the product should not"
            " eat it and can return it to the shop for a full refund, without a receipt."
        ),
    ),
}


def place(
    told: Sequence[tuple[str, str]],
    language: str = "en",
    *,
    apart: timedelta = HOUR,
    publishes: bool = True,
) -> tuple[Membership, ...]:
    """Place reports of one source, told one after the other, by headline and text."""
    stories = [
        a_story(
            f"quake{number}",
            keys=(),
            headline=headline,
            standfirst=text,
            body_text="",
            language=language,
            first_seen=NOON + number * apart,
        )
        for number, (headline, text) in enumerate(told)
    ]
    sketches = tuple(sketch_story(story, publishes=publishes) for story in stories)
    return dedupe_stories(sketches, [], (), Deck(count_heard(sketches)))


@pytest.mark.parametrize("publishes", [True, False])
@pytest.mark.parametrize("language", FORMS)
def test_what_a_source_tells_by_one_form_with_other_figures_is_not_folded(
    language: str, *, publishes: bool
) -> None:
    """A source of earthquakes has one form for all, and often one place; they may be pasted."""
    headline, text = FORMS[language]
    told = [(headline.format(*quake), text.format(*quake)) for quake in QUAKES]
    placed = place(told, language, publishes=publishes)

    assert len({place.event_id for place in placed}) == len(QUAKES)


@pytest.mark.parametrize("publishes", [True, False])
@pytest.mark.parametrize("form", NOTICES)
def test_one_form_filled_in_for_two_towns_is_two_events(form: str, *, publishes: bool) -> None:
    """Each is about what the other lacks, whoever told it."""
    kinds, text = NOTICES[form]
    told = [(form.format(kinds[0], town), text) for town in TOWNS]

    assert len({place.event_id for place in place(told, publishes=publishes)}) == len(TOWNS)


@pytest.mark.parametrize("publishes", [True, False])
def test_the_next_instalment_of_the_next_day_is_another(*, publishes: bool) -> None:
    """Though nobody knows who told either; what was told within half a day is one text."""
    text = "Nobody guessed the six numbers of the draw, so the prize of nine million grows again."
    told = [("No winner in the Hervikton draw", text)] * 2
    days = place(told, apart=24 * HOUR, publishes=publishes)

    assert 2 == len({place.fold_id for place in days})
    assert 1 == len({place.copies_id for place in place(told, publishes=False)})


def test_one_text_under_three_headlines_is_no_notice_where_nobody_knows_who_told_it() -> None:
    """What stands under three stories of a source proves nothing; an inbox prints no notices."""
    text = " ".join(
        f"{name} told the harbour board of Hervikton that {thing} would not be mended this year,"
        f" and that the {ship} had to stay at its pier until the dredger comes back."
        for name, thing, ship in (
            ("Odrun", "the northern lock", "Marwick ferry"),
            ("Ilse Brand", "the crane of the tannery", "barge Lundia"),
            ("Captain Vost", "the lamp on the mole", "pilot boat"),
            ("Engineer Hallam", "the drowned sluice", "Quenby trawler"),
        )
    )
    headlines = ("Odrun: no money for the lock", "Ferry stays put", "Dredger keeps Lundia waiting")
    pasted = place([(it, text) for it in headlines], publishes=False)

    assert 1 == len({place.copies_id for place in pasted})


@pytest.mark.parametrize("form", NOTICES)
def test_what_a_source_prints_in_one_form_for_many_places_is_not_folded(form: str) -> None:
    """The words of the form stand in all of its headlines, and tell nothing."""
    kinds, text = NOTICES[form]
    told = [(form.format(kind, town), text) for town in TOWNS for kind in kinds]

    assert len({place.fold_id for place in place(told)}) == len(told)


@pytest.mark.parametrize(
    ("headline", "figures"),
    [
        ("Storm Albarine kills {}, injures {} in Hervikton harbour flood", [(12, 40), (15, 52)]),
        ("Aubeval train crash near Hervikton bridge: {} dead, {} hurt", [(12, 40), (19, 61)]),
        ("Velling Energy profit in Hervikton {} million, forecast {}", [(12, 9), (14, 8)]),
    ],
)
def test_a_report_that_goes_on_with_other_figures_is_the_same_event(
    headline: str, figures: list[tuple[int, int]]
) -> None:
    """What is counted again, or corrected, is no form filled in twice."""
    text = "What is known of it was told by mayor Odrun of Hervikton on Monday, who spoke of {}."
    first, second = place([(headline.format(*it), text.format(it[0])) for it in figures])

    assert first.event_id == second.event_id


def test_a_report_in_other_words_is_the_same_event_whatever_its_figures() -> None:
    """Only what is alike but for its figures is a form."""
    first, second = place(
        [
            (
                "Storm Albarine floods Hervikton harbour, 12 dead",
                "Waves of 9 metres broke over the quay and swept 40 cars into the harbour.",
            ),
            (
                "Hervikton counts 15 dead after storm Albarine floods the harbour",
                "The government promised 300 million in aid; 7,000 homes are without power.",
            ),
        ]
    )

    assert first.fold_id == second.fold_id


def test_bare_headlines_of_one_source_are_no_form() -> None:
    """There is no text that they share, and what each names is in no other."""
    first, second = place(
        [
            ("Storm Albarine floods Hervikton harbour", ""),
            ("Storm Albarine: Hervikton harbour closed", ""),
        ]
    )

    assert first.event_id == second.event_id


def test_one_text_pasted_again_days_later_is_one_copy() -> None:
    """Though nobody knows who told it; a notice of a line or two is another one."""
    text = (
        "The ferry from Hervikton to Lundia ran aground in thick fog on a sandbank off the old pier"
        " before dawn, and lifeboats took all of the 212 passengers ashore within two hours, the"
        " coast guard said. Tugs will try to pull it free in the evening, when the tide is high."
    )
    told = [("Ferry runs aground off Hervikton", text)] * 2

    assert 1 == len({it.copies_id for it in place(told, apart=24 * HOUR, publishes=False)})


def test_another_report_under_one_headline_is_no_instalment_if_others_may_have_told_it() -> None:
    """Pasted half a day later, in words of its own."""
    headline = "Ferry Gannet runs aground off Hervikton"
    texts = (
        "The Gannet struck a sandbank in thick fog. Lifeboats took 212 passengers ashore.",
        "Captain Odrun of the Gannet lost his way before dawn, and tugs pull at the hull now.",
    )
    told = [(headline, text) for text in texts]

    assert 1 == len({it.event_id for it in place(told, apart=13 * HOUR, publishes=False)})
    assert 2 == len({it.event_id for it in place(told, apart=13 * HOUR)})
