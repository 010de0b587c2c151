"""Short lines without marks between two paragraphs of a pasted report."""

import pytest

from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.pasted.paste import read_paste
from feeds.normalize.pasted.unmarked import find_unmarked

HEADLINE = "Council of Hask votes on the pier"
TOLD = "The council of Hask met on Friday and agreed to mend the old pier, the mayor said."
ASKED = "Ina Moll, who runs the ferry, said that she had waited for this for more than ten years."
LAST = "The work begins in March and will last until the autumn of 2029, the town hall said."


@pytest.mark.parametrize("above", [(TOLD,), (TOLD, ASKED)])
@pytest.mark.parametrize(
    "lines",
    [
        ("Hask pier", "Lorne lido", "Boathouse of the rowers"),
        ("Aldo Penn, 34", "Ina Moll, 51", "Ola Bern, 8"),
        ("Greens 12,400", "Liberals 9,100"),
        ("Greens", "12,400", "Liberals", "9,100"),
        ("Party | Votes | Seats", "Greens | 12,400 | 11", "Liberals | 9,100 | 8"),
        ("| Party | Votes |", "| --- | --- |", "| Greens | 12,400 |", "| Liberals | 911 |"),
        ("  Votes  Seats", "Greens  12,400  11", "Liberals  9,100  8", "Others  911"),
        ("Zutaten", "200 g Mehl", "3 Eier", "Butter für die Form"),
        ("Rathaus Talbrück", "Uferstraße 12", "12345 Talbrück"),
        ("Hold on, hold on", "The pier is gone", "Hold on, hold on", "Until the dawn"),
        ("The water came by night", "and took the bridge away", "O river", "let it stay"),
        ("Hask: Moll; Penn, Bern, Ruiz; Voss (Conner 60), Kett", "Lorne: Abel; Dorn, Eck, Falk 2"),
        ("Hask – Lorne 2:1", "Ulm – Selm 0:0"),
        ("Kinder- und Jugendtelefon: 116 111", "Telefonseelsorge: 0800 111 0 111"),
        ("✓ neue Lampen", "✓ breitere Wege", "✗ eine zweite Brücke"),
        ("・新しい街灯", "・自転車道の拡幅", "・二つ目の橋"),
        ("①プールの再開", "②桟橋の修理", "③植樹"),
        ("مصابيح جديدة", "طرق أوسع للدراجات", "جسر ثان"),
    ],
)
def test_short_lines_between_paragraphs_stay_and_hold_the_one_behind_them(
    above: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    """Names, votes, recipes, addresses, verses, line-ups, results, helplines: in any script."""
    report = read_paste("\n\n".join((HEADLINE, *above, *lines, LAST)))
    kept = [" ".join(line.split()) for line in report.paragraphs]

    assert [*above, *(" ".join(line.split()) for line in lines), LAST] == kept


@pytest.mark.parametrize(
    "lines",
    [
        ("Yours sincerely,", "Ina Moll"),
        ("Born: 3 May 1931", "Died: 21 November 2026", "Survived by: two daughters"),
        ("Hask pier 08:10", "Lorne 09:25", "Orme 10:40"),
    ],
)
def test_below_the_second_paragraph_less_is_enough(lines: tuple[str, ...]) -> None:
    """There no standfirst ends, below which names and dates of the report itself stand."""
    report = read_paste("\n\n".join((HEADLINE, TOLD, ASKED, *lines, LAST)))

    assert (TOLD, ASKED, *lines, LAST) == report.paragraphs
    assert not list(find_unmarked(judge_lines((HEADLINE, TOLD, *lines[:2], LAST))))


@pytest.mark.parametrize(
    "lines",
    [
        ("Facebook", "Twitter", "Hask pier"),
        ("Facebook 12", "Mastodon 3", "Pigeons 1"),
        ("Lamps", "Share", "Benches"),
        ("Related stories", "The mill at Hask", "A swan"),
        ("More from Hask", "The mill", "A swan"),
        ("Ina Moll", "By Ola Bern", "Hask pier"),
        ("Ina Moll", "21 November 2026", "Hask pier"),
        ("Ina Moll", "Published: 21 November 2026", "Updated: 22 November 2026"),
        ("Ina Moll", "Orme 09:25", "Hask pier"),
        ("21 November 2026", "22 November 2026", "Hask pier"),
        ("Ina Moll", "Published 10:24", "Updated 11:05"),
        ("Watch: the swan", "Lamps", "Benches"),
        ("Le maire", "Société", "Le bac"),
        ("1", "Mill sold", "2", "Swan found"),
        ("Swan steals show", "Mill is sold", "Tram halted for a week after the storm"),
        ("A word from friends", "Boats for sale"),
        ("___", "Who pays", "___"),
    ],
)
def test_with_a_line_of_the_site_or_of_another_report_none_is_a_list(
    lines: tuple[str, ...],
) -> None:
    """Labels, counts, sections, authors, dates, headlines; two lines of which nothing is known."""
    assert not list(find_unmarked(judge_lines((HEADLINE, TOLD, ASKED, *lines, LAST))))


def test_a_label_that_stands_elsewhere_too_is_none_of_a_list() -> None:
    """A chorus stands twice in one list."""
    verses = ("Hold on", "The pier is gone", "Hold on")
    lines = (HEADLINE, TOLD, ASKED, *verses, LAST)

    assert [range(3, 6)] == list(find_unmarked(judge_lines(lines)))
    assert not list(find_unmarked(judge_lines((*lines, "Hold on"))))


@pytest.mark.parametrize(
    "site",
    [
        "Our readers may write comments below, and those that are rude are deleted by us.",
        "Lesen Sie mehr über Talbrück und Lorne jeden Morgen in unserer Zeitung.",
    ],
)
def test_beside_a_paragraph_of_the_site_nothing_is_a_list(site: str) -> None:
    """Above the lines or below them; so forms for comments are built."""
    form = ("Name *", "Town *", "What you think")

    assert not list(find_unmarked(judge_lines((HEADLINE, TOLD, ASKED, *form, site))))
    assert not list(find_unmarked(judge_lines((HEADLINE, TOLD, site, *form, LAST))))


def test_a_menu_under_a_notice_of_the_site_is_no_list() -> None:
    """The headline stands below it; no line above the notice has words of the report."""
    menu = ("The valley", "Letters to us", "Puzzles", "Pier mended")
    notice = "This page works best with a window that is at least as wide as your hand is long."

    assert not list(find_unmarked(judge_lines((notice, *menu, TOLD, LAST))))
    assert not list(find_unmarked(judge_lines(("The Daily Crab", notice, *menu, TOLD, LAST))))
    assert read_paste("\n\n".join((notice, *menu, TOLD, LAST))).headline == "Pier mended"
