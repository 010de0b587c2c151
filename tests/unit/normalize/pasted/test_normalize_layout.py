"""Where the report stands among the lines of a page."""

import pytest

from feeds.normalize.pasted.paste import read_paste

_HEADLINE = "Mill at Hask burns to the ground in one night"
_REPORT = (
    "The mill at Hask, which ground the valley's rye for two hundred years, burned Sunday night.",
    "Nobody was hurt, the fire service said, and the miller's family sleeps at the inn for now.",
    "The roof fell in at four o'clock, when two hundred people stood on the bridge and watched.",
    "Where the rye will be ground after the harvest is not known to anybody in the valley.",
)
_ELSEWHERE = (
    (
        "Lorne",
        "Tunnel at Lorne floods",
        "The railway expects to pump for a week before trains can pass again.",
    ),
    (
        "Trade",
        "Boats for sale in Orme",
        "Nine ferrymen have given up since the bridge was opened, says the guild.",
    ),
    (
        "Music",
        "Choir returns",
        "Eleven towns will hear the ferrymen sing next summer, and one barge will.",
    ),
)
_MENU = ("World", "The valley", "Weather and water", "Markets at Orme", "Letters to us", "Puzzles")


def test_other_reports_that_are_announced_below_are_none_of_it() -> None:
    """A label, a title and a sentence each, right behind its last paragraph."""
    below = [line for told in _ELSEWHERE for line in told]
    report = read_paste("\n\n".join((_HEADLINE, *_REPORT, *below)))

    assert report.paragraphs == _REPORT


def test_sections_built_alike_keep_their_lines_that_recur() -> None:
    """A plan of five days says five times what is eaten when."""
    day = (
        "In the morning",
        "Drink a glass of water from the well, and eat a pear with it.",
        "At noon",
    )
    day = (
        *day,
        "Eat a bowl of rye porridge with salt, and half of a smoked trout.",
        "In the evening",
    )
    day = (
        *day,
        "Eat what is left of the trout.",
        "Before bed",
        "Drink warm milk with a little honey.",
    )
    report = read_paste(
        "\n\n".join((_HEADLINE, _REPORT[0], *(line for _ in range(5) for line in day), _REPORT[1]))
    )

    assert [5] * 4 == [
        report.paragraphs.count(line)
        for line in ("In the morning", "At noon", "In the evening", "Before bed")
    ]


def test_a_label_that_recurs_between_paragraphs_is_left_out() -> None:
    """One or two such lines are the site's, whatever they say."""
    text = "\n\nA word from our friends\n\n".join(_REPORT)

    assert read_paste(f"{_HEADLINE}\n\n{text}").paragraphs == _REPORT


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("World",), ("The fire service on Sunday night", "Ina Moll, Reuters")),
        (("World",), ("Two hundred people stood at the inn (Ina)", "By Tom Acker")),
        (("World", "Two hundred years of rye?", "Log in", "Subscribe"), ()),
        (("Two hundred people on the bridge", "By Tom Acker", *_MENU, *_MENU, *_MENU, *_MENU), ()),
    ],
)
def test_the_headline_is_the_line_most_like_one(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    """Not a caption below it, a question above it or a line far up in the menu."""
    report = read_paste("\n\n".join((*above, _HEADLINE, "21 November 2026", *below, *_REPORT)))

    assert report.headline == _HEADLINE


def test_a_headline_that_stands_there_twice_is_found() -> None:
    """In the path to the page and above the report."""
    short = "Old mill at Hask burns"
    report = read_paste("\n\n".join(("Home", short, short, "By Ina Moll", *_REPORT)))

    assert (report.headline, report.paragraphs) == (short, _REPORT)
