"""Headlines of a word or two below menus, and labels that are none."""

import pytest
from pastes import normalize_paste

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


@pytest.mark.parametrize("above", [(), ("Politics",), ("Home", "News", "Sport")])
@pytest.mark.parametrize("below", [(), ("By Ada Moreau",), ("21 November 2026", "By Ada Moreau")])
@pytest.mark.parametrize(
    ("headline", "standfirst", "told"),
    [
        ("Council mends pier", "Work is to last until the autumn of 2029", TOLD),
        ("Pier closed", "County pays for the work on it", TOLD),
        ("Council Mends Pier", "Work Is to Last Until the Autumn", TOLD),
        ("Council agrees", "Work begins in March", TOLD),
        (
            "Mole gesperrt",
            "Die Arbeiten dauern bis zum Herbst",
            "Der Rat von Hask hat am Freitag beschlossen, die alte Mole für drei Jahre zu sperren.",
        ),
        (
            "Le maire démissionne",
            "Le conseil se réunit lundi soir",
            "Le maire de Hask a démissionné vendredi, deux jours après la fermeture du vieux quai.",
        ),
    ],
)
def test_a_short_headline_stands_above_a_longer_standfirst(
    headline: str, standfirst: str, told: str, below: tuple[str, ...], above: tuple[str, ...]
) -> None:
    """The first line is the headline, though the second one is more like the usual ones."""
    report = read_paste("\n\n".join((*above, f"{headline}\n{standfirst}", *below, told, LAST)))

    assert (headline, standfirst) == (report.headline, report.standfirst)
    assert report.paragraphs == (told, LAST)


@pytest.mark.parametrize(
    ("headline", "standfirst", "told"),
    [
        (
            "青葉橋が再開通",
            "市民に安堵の声",
            "青葉市は土曜日、九年間閉鎖されていた青葉橋の通行を再開した。",
        ),
        (
            "青叶大桥恢复通行",
            "市民纷纷松一口气",
            "青叶市周六宣布，关闭了九年的青叶大桥恢复通行，许多市民步行过桥。",
        ),
    ],
)
def test_a_short_standfirst_is_one_where_words_are_not_parted(
    headline: str, standfirst: str, told: str
) -> None:
    """It vanished, for two signs are taken for one word."""
    report = read_paste(f"{headline}\n{standfirst}\n\n{told}\n")

    assert (headline, standfirst, (told,)) == (
        report.headline,
        report.standfirst,
        report.paragraphs,
    )


@pytest.mark.parametrize(
    "kicker",
    [
        "Floods in Hask",
        "On the old pier",
        "PIER OF HASK",
        "Old Pier Hask",
        "Hask Gazette",
        "Council:",
        "The old pier",
        "Angling season opens",
        "Hask",
    ],
)
def test_a_kicker_above_a_headline_is_none(kicker: str) -> None:
    """A subject, a name, a part of the publication, or words that the report does not use."""
    headline = "Hask council to mend its old pier by 2029"
    report = read_paste(f"{kicker}\n\n{headline}\n\n{TOLD}\n\n{LAST}")

    assert (headline, kicker) == (report.headline, report.kicker)


def test_a_short_line_above_headline_and_standfirst_is_a_kicker() -> None:
    """It stands above three lines, of which the second is the headline."""
    headline, standfirst = "Hask council to mend its old pier by 2029", "Work begins in March"
    report = read_paste(f"Council mends pier\n\n{headline}\n\n{standfirst}\n\n{TOLD}\n\n{LAST}")

    assert (headline, standfirst) == (report.headline, report.standfirst)


@pytest.mark.parametrize(
    "line",
    [
        "Ola Bern Hask",
        "Ada Moreau 100 metres",
        "Council news desk",
        "Photo: the pier",
        "取材・文 山田太郎",
        "来源：青叶日报网",
    ],
)
def test_a_few_words_that_credit_or_label_are_no_standfirst(line: str) -> None:
    """Names, parts of a publication, what has a label before it."""
    report = read_paste(f"Hask council to mend its old pier by 2029\n\n{line}\n\n{TOLD}\n\n{LAST}")

    assert not report.standfirst


def test_a_kicker_is_named_where_the_headline_was_found() -> None:
    """It is in no other field, and may be the headline all the same; a single word is a label."""
    below = f"Hask council to mend its old pier by 2029\n\n{TOLD}\n\n{LAST}"
    left = "left out above it: Floods in Hask"

    assert left in {it.origin for it in normalize_paste(f"Floods in Hask\n{below}").inferred}
    assert not any("left out" in it.origin for it in normalize_paste(f"Hask\n{below}").inferred)
