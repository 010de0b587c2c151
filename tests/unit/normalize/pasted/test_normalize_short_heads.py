"""Headlines of a word or two below menus, and labels that are none."""

import pytest

from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.pasted.paste import read_paste

TOLD = "The council of Hask met on Friday and agreed to mend the old pier, the county said."
LAST = "The work begins in March and will last until the autumn of 2029, the town hall said."


@pytest.mark.parametrize(
    "menu",
    [("Home", "News", "Sport"), ("Home / News / Sport",), ("Menu", "Szukaj"), ("12 comments",)],
)
@pytest.mark.parametrize(
    ("headline", "signed"),
    [
        ("Manager sacked", "By Ada Moreau"),
        ("Fähre fällt aus", "Von Ada Moreau"),
        ("Burmistrz odchodzi", "Autor: Ada Moreau"),
        ("Паром отменён", "Автор: Ада Моро"),
        ("Council gives in", "21 November 2026"),
    ],
)
def test_a_short_headline_stands_below_a_menu(
    menu: tuple[str, ...], headline: str, signed: str
) -> None:
    """Who or when stands below it; the report need not use its words."""
    report = read_paste("\n\n".join((*menu, headline, signed, TOLD, LAST)))

    assert (report.headline, report.paragraphs) == (headline, (TOLD, LAST))


@pytest.mark.parametrize(
    "above", [("The valley", "Opinion"), ("Puzzles", "Letters to us", "Sport")]
)
def test_below_lines_of_which_nothing_is_known_a_word_is_no_headline(
    above: tuple[str, ...],
) -> None:
    """It may be one more of a menu."""
    report = read_paste("\n\n".join((*above, "Angling", "21 November 2026", TOLD, LAST)))

    assert report.headline != "Angling"


@pytest.mark.parametrize("label", ["Inside the county", "In the council", "UNKNOWN LABEL"])
def test_a_label_whose_one_word_the_report_uses_is_no_headline(label: str) -> None:
    """That of a single word says little."""
    headline = "Ferry on Orme to sail no more"

    for below in ((), ("By Ada Moreau",)):
        report = read_paste("\n\n".join((label, headline, *below, TOLD, LAST)))
        assert report.headline == headline


@pytest.mark.parametrize(
    "menu",
    [
        ("Главная", "Новости", "Спорт"),
        ("Gündem", "Ekonomi", "Spor"),
        ("首页", "新闻", "体育"),
        ("الرئيسية", "سياسة", "رياضة"),
        ("Kotimaa", "Ulkomaat", "Talous"),
    ],
)
def test_a_row_of_the_words_of_menus_is_one(menu: tuple[str, ...]) -> None:
    """In many languages."""
    (line,) = judge_lines([" ".join(menu)])

    assert line.kind == "furniture"
