"""Paragraphs of pasted text that were broken to one width."""

from textwrap import fill

import pytest

from feeds.normalize.pasted.paste import read_paste, split_blocks
from feeds.normalize.pasted.wrapped import join_wrapped

HEADLINE = "Council of Hask votes on the pier"
REPORT = (
    (
        "The council of Hask met on Friday and agreed to spend twelve million crowns on the old "
        "pier, the mayor said. Ina Moll, who runs the ferry, had waited for this for more than ten "
        "years."
    ),
    (
        "The work begins in March and will last until the autumn of 2029, the town hall said in a"
        " statement. Nobody knows yet where the boats will land until then."
    ),
    (
        "Lorne, on the other shore, wants to mend its own pier as soon as there is money for it, "
        "and has asked the county for a loan, as it had done in each of the last nine years."
    ),
)


def wrap(width: int, indent: str = "") -> list[str]:
    """Return the report's paragraphs, broken to a width."""
    return [fill(it, width, initial_indent=indent) for it in REPORT]


@pytest.mark.parametrize("width", [32, 36, 44, 48, 56, 60, 64, 72, 76, 90])
@pytest.mark.parametrize("indent", ["", "   "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_paragraphs_are_joined_whatever_the_width(
    width: int, indent: str, gap: str, ending: str
) -> None:
    """With empty lines between them, or none: one ends where the next word would have fitted."""
    text = f"{HEADLINE}\n\n{gap.join(wrap(width, indent))}".replace("\n", ending)

    assert (HEADLINE, REPORT) == (read_paste(text).headline, read_paste(text).paragraphs)


def test_headlines_and_items_of_a_line_each_stand_between() -> None:
    """Below a headline, without an empty line."""
    first, second, last = wrap(64)
    second = second.removesuffix(".") + ":"
    lines = (HEADLINE, first, "The work", second, "- the lamps", "- two benches", last)
    announced = REPORT[1].removesuffix(".") + ":"

    assert split_blocks("\n".join(lines)) == [
        [HEADLINE, REPORT[0], "The work", announced, "- the lamps", "- two benches", REPORT[2]]
    ]


def test_of_a_text_that_was_broken_two_lines_are_joined_where_the_sentence_goes_on() -> None:
    """The first is as long as the width lets it be; that of the others."""
    pair = "The mill of Lorne stood still on Monday, and was\nmotionless."
    small = "The mill of Lorne stood still on Monday, and\nwas so on Tuesday as well."
    headline = "The mill of Lorne is to be sold in March, it seems\nPay is due in May."
    short = "The mill of Lorne is to be sold, its owner says\nHask may buy it."
    wrapped = wrap(56)[0]

    assert split_blocks(f"{wrapped}\n\n{pair}")[1] == [pair.replace("\n", " ")]
    assert split_blocks(f"{wrapped}\n\n{small}")[1] == small.split("\n")
    assert split_blocks(f"{wrapped}\n\n{headline}")[1] == headline.split("\n")
    assert split_blocks(f"{wrapped}\n\n{short}")[1] == short.split("\n")
    assert split_blocks(pair) == [pair.split("\n")]


PAIRS = {
    "da": (
        "Byrådet i Lysø besluttede mandag aften at forlænge tilskuddet\ntil skolen.",
        "»Vi havde pakket alt i kasser,« siger skoleleder Karen Holm\nHansen. »Nu pakker vi ud.«",
    ),
    "de": (
        "Die Mühle in Lorne stand am Montag den ganzen Tag still, sagte das\nWasseramt.",
        "Auch am Dienstag drehte sie sich, wie es heißt, gerade einmal um\nsich selbst.",
    ),
    "ru": (
        "Мельница в Лорне стояла весь понедельник, сообщили в\nуправлении водных путей.",
        "Во вторник её колесо, как рассказали жители, повернулось\nодин раз.",
    ),
    "ar": (
        "توقفت طاحونة لورن عن العمل طوال يوم الاثنين كما قالت دائرة\nالمياه.",
        "ودارت عجلتها يوم الثلاثاء مرة واحدة فقط كما روى سكان القرية\nالمجاورة.",
    ),
}


@pytest.mark.parametrize("language", PAIRS)
def test_a_text_of_paragraphs_of_two_lines_is_joined(language: str) -> None:
    """The first word of each lower line would not have fitted above it; a line alone stands."""
    pairs = PAIRS[language]
    last = "Lorne (123)."

    assert split_blocks("\n\n".join((*pairs, last))) == [
        *([pair.replace("\n", " ")] for pair in pairs),
        [last],
    ]


def test_one_pair_alone_is_joined_where_it_goes_on_with_a_small_letter() -> None:
    """No other line of the text is longer than those that were broken."""
    small = "The mill of Lorne stood still on Monday for the first time, said\nthe ferryman."
    capital = "The mill of Lorne stands still on Monday for the first time since\nMarch came."
    long = "The ferry, which had been late all week, was late on that Monday, too, and " * 2

    assert split_blocks(small) == [[small.replace("\n", " ")]]
    assert split_blocks(capital) == [capital.split("\n")]
    assert split_blocks(f"{small}\n\n{long}late.")[0] == small.split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        ("The mill at Lorne is sold", "Swan stolen from the park", "Trams to run all night"),
        (
            "The mill at Lorne is sold to a man who makes wigs.",
            "A swan was stolen from the park of Hask on Monday.",
            "Trams will run all night from the pier to the mill",
            "again.",
        ),
        ("The water came by night again", "and took the bridge away from", "us. O river, give us."),
        ("The mill of Lorne stood still on Monday, and it was", "so on Tuesday.", "The lamps"),
        (
            "The mill at Lorne is sold to somebody who makes wigs for",
            "theatres in Orme, says a sign at its door since Tuesday, and",
            "nobody knows more",
            "Swan stolen",
        ),
        (
            "橋は来年三月に工事が始まり二〇二九年の秋まで続く見通しだと市役所は声明の中で説明している橋は来年三月に",
            "橋は来年三月に工事が始まり二〇二九年の秋まで続く見通しだと市役所は声明の中で説明している橋は来年三月",
            "議会は金曜日。",
        ),
    ],
)
def test_lines_that_were_not_broken_to_a_width_are_left_alone(lines: tuple[str, ...]) -> None:
    """Headlines, sentences of a line each, verses, two lines; no end of a sentence; no spaces."""
    assert split_blocks("\n".join(lines)) == [list(lines)]


def test_verses_of_one_length_are_no_narrow_column() -> None:
    """Their lines begin with capitals."""
    verses = ["The pier is made of stone and salt", "The boats are made of wood and rope,"]
    verses += ["The gulls are made of wind and cry,", "And we are made of bread and hope."]

    assert split_blocks("\n".join(verses)) == [verses]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("KESTREL BRIDGE, Orrel (AP) — Engineers opened a gate on Friday to", "lower it.", True),
        ("HASK (dpa) - Die Brücke ist gesperrt, weil ein Riss entdeckt", "worden ist.", True),
        ("KESTREL BRIDGE, Orrel (AP) — Engineers opened a gate.", "It was late.", False),
        ("KESTREL BRIDGE, Orrel (AP) — Engineers opened a gate on Friday", "Lower it.", False),
        ("Council opens bridge in Hask and closes it", "again on Friday, it said.", False),
    ],
)
def test_a_sentence_behind_a_dateline_that_was_broken_once_is_one(
    above: str, below: str, *, joined: bool
) -> None:
    """It is no headline, though a slug stands in its place and nothing else was broken."""
    slug, last = "BC-EU--Orrel Dam, 412", "The water fell by 40 centimeters, the office said."
    blocks = join_wrapped([[slug], [above, below], [last]])

    assert blocks[1] == ([f"{above} {below}"] if joined else [above, below])
