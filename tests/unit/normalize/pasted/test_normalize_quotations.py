"""Quotations in pasted text, with ``>`` before each line."""

import pytest

from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.pasted.paste import read_paste, split_blocks
from feeds.normalize.pasted.quotations import mark_quotations

HEADLINE = "Council of Hask votes on the pier"
REPORT = (
    "The council of Hask met on Friday and agreed to mend the old pier, the mayor said.",
    "Ina Moll, who runs the ferry, said that she had waited for this for more than ten years.",
    "The work begins in March and will last until the autumn of 2029, the town hall said.",
)


@pytest.mark.parametrize("place", [0, 1, 2, 3])
@pytest.mark.parametrize(
    "quotation",
    [
        ("> The pier is older than the town", "> and nobody knows who built it."),
        (">Die Brücke ist älter als die Stadt", ">und niemand", ">weiß, wer sie baute."),
        ("> Finally.",),
    ],
)
def test_no_line_of_a_quotation_is_lost(place: int, quotation: tuple[str, ...]) -> None:
    """Above the report, inside it and at its end."""
    quoted = "\n>\n".join(quotation)
    report = read_paste("\n\n".join((HEADLINE, *REPORT[:place], quoted, *REPORT[place:])))

    assert report.headline == HEADLINE
    assert (*REPORT[:place], *quotation, *REPORT[place:]) == report.paragraphs


@pytest.mark.parametrize(
    ("quoted", "paragraphs"),
    [
        (
            ("> The pier has stood for a hundred years, and nobody", "> has asked who built it."),
            ("> The pier has stood for a hundred years, and nobody has asked who built it.",),
        ),
        (
            (
                *(">Nie hat jemand gefragt, wer die Mole im Hafen von Hask", ">einmal zahlt."),
                *(">", ">Nun fragen alle danach, denn sie ist in der Nacht", ">untergegangen."),
            ),
            (
                ">Nie hat jemand gefragt, wer die Mole im Hafen von Hask einmal zahlt.",
                ">Nun fragen alle danach, denn sie ist in der Nacht untergegangen.",
            ),
        ),
        (
            (
                *(
                    "> It was a night of waves.",
                    "> The pier fell at three in the morning, with all",
                ),
                "> that stood on it.",
            ),
            (
                "> It was a night of waves.",
                "> The pier fell at three in the morning, with all that stood on it.",
            ),
        ),
        (
            (
                ">> He said that nobody would pay for the pier, not",
                ">> he.",
                "> I never said that.",
            ),
            (">> He said that nobody would pay for the pier, not he.", "> I never said that."),
        ),
    ],
)
def test_lines_of_a_quotation_that_were_broken_are_joined(
    quoted: tuple[str, ...], paragraphs: tuple[str, ...]
) -> None:
    """Each paragraph keeps its first sign; another depth, or a sign alone, parts them."""
    for below in (REPORT[2:], ("Share",)):
        report = read_paste("\n\n".join((HEADLINE, *REPORT[:2], "\n".join(quoted), *below)))

        assert report.paragraphs == (
            *REPORT[:2],
            *paragraphs,
            *(it for it in below if it in REPORT),
        )


@pytest.mark.parametrize(
    "quoted",
    [
        ("> The water came by night", "> and took the bridge away.", "> O river, stay."),
        (
            "> Lamps that shine on the pier of Hask as long as it is dark.",
            "> Boats that take whoever wants it to the islands every day.",
            "> Mills.",
        ),
        (
            "> The county of Hask and the towns that lie on the river Orme",
            "> Boats that take whoever wants it to the islands every day",
            "> The mills that stood below the weir until the water took it",
        ),
    ],
)
def test_other_lines_of_a_quotation_stay_apart(quoted: tuple[str, ...]) -> None:
    """Verses, which are short; sentences of a line each; lines that end with no sentence."""
    assert split_blocks("\n".join((*quoted, "", REPORT[0]))) == [[*quoted], [REPORT[0]]]


@pytest.mark.parametrize(
    "lines",
    [
        ("> Mill of Hask burns down", "> Swan stolen from the park"),
        ("> Share", "> The mill burns.", "> Finally."),
        ("> Old pier", "> Already a subscriber?", "> Finally."),
        ("Hask", "Finally."),
    ],
)
def test_links_and_labels_with_the_same_sign_are_no_quotation(lines: tuple[str, ...]) -> None:
    """They end without a stop, or one of them is the site's by its words."""
    judged = judge_lines(lines)

    assert judged == mark_quotations(judged)


def test_who_and_when_in_a_quotation_stay_what_they_are() -> None:
    """Only lines of which nothing is known are told by the last one."""
    kinds = [
        it.kind
        for it in mark_quotations(judge_lines(("> ...", "> 12.3.2026", "> Old pier", "> Gone.")))
    ]

    assert ["furniture", "stamp", "sentence", "sentence"] == kinds
