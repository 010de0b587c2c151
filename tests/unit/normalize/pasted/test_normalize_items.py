"""Lists and tables inside pasted reports."""

import pytest

from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.pasted.items import keep_items
from feeds.normalize.pasted.paste import read_paste

TOLD = "The council of Hask met on Friday and agreed on a plan, the mayor said."
ANNOUNCED = "It has these parts, on which the council will vote in March:"
LAST = "The whole work will cost 12 million crowns and last until 2029, the council said."


def list_rows(*lines: str) -> list[str]:
    """Return the lines that are taken for rows."""
    return [line.text for line in keep_items(judge_lines(lines)) if line.kind == "row"]


def test_an_announced_list_stays_and_holds_the_paragraph_behind_it() -> None:
    """A few short lines weigh more than one paragraph, were they none of the report."""
    items = ("* New lamps on the pier", "* Wider paths for bicycles", "* A second bridge")
    report = read_paste("\n\n".join(("Hask agrees on a plan", TOLD, ANNOUNCED, *items, LAST)))

    assert (TOLD, ANNOUNCED, *items, LAST) == report.paragraphs


@pytest.mark.parametrize("mark", ["*", "-", "–", "•"])
def test_items_have_one_mark(mark: str) -> None:
    """Any that is usual, the same before all of them."""
    items = (f"{mark} New lamps on the pier", f"{mark} Wider paths")

    assert list(items) == list_rows(ANNOUNCED, *items, LAST)


@pytest.mark.parametrize(
    "lines",
    [
        (ANNOUNCED, "New lamps on the pier", "Wider paths for bicycles", LAST),
        (ANNOUNCED, "* New lamps on the pier", "- Wider paths for bicycles", LAST),
        (ANNOUNCED, "* New lamps on the pier", LAST),
        (TOLD, "* New lamps on the pier", "* Wider paths for all bicycles"),
        (TOLD, "* Lamps come to Hask pier", "* Mill of Lorne burns down", LAST),
        (ANNOUNCED, "2. New lamps on the pier", "3. Wider paths", LAST),
        (ANNOUNCED, "1. New lamps on the pier", "3. Wider paths", LAST),
        (TOLD, "Home  News  Sport", "Hask  Lorne  Abo", LAST),
        (TOLD, "Greens  12,400", "Liberals  9,100", "Facebook  12", "Others"),
        (TOLD, "* 20 November 2026", "* 21 November 2026", "* Ina Moll", LAST),
        ("More on this:", "* New lamps on the pier", "* Wider paths for bicycles", LAST),
        (f"* {ANNOUNCED}", "* New lamps on the pier", "* Wider paths for bicycles", LAST),
    ],
)
def test_what_is_not_surely_a_list_of_the_report_is_left_to_others(lines: tuple[str, ...]) -> None:
    """Without marks, of one item, at the end, below a label, headlines."""
    assert not list_rows(*lines)


@pytest.mark.parametrize(
    "items",
    [
        ("* Hask pier", "* Lorne lido"),
        ("• Close the pool before the winter;", "• sell the land to the county."),
        ("1. Hask pier", "2. Lorne lido"),
        ("1) Hask pier", "2) Lorne lido", "3) The mill"),
        ("a) Hask pier", "b) Lorne lido"),
        ("- Hask pier", "- 21 November 2026", "- Lorne lido"),
        ("Party  Votes", "Greens  12,400", "Liberals  9,100"),
        ("Party  Votes  Seats", "Greens  many  11", "Liberals  some  few"),
    ],
)
def test_lists_and_tables_between_paragraphs_are_rows(items: tuple[str, ...]) -> None:
    """None of them is lost, and they weigh nothing against the paragraph behind them.

    Nor are they lost where nothing stands behind them at all.
    """
    assert list(items) == list_rows(TOLD, *items, LAST)
    assert list(items) == list_rows(TOLD, *items)
    assert not list_rows(TOLD, *items, "Share")


@pytest.mark.parametrize(
    "items",
    [
        ("Party  Votes  Seats", "Greens  12,400  11", "Liberals  9,100  8"),
        ("Time  Place  Who", "18:00  Hask pier  Ina Moll", "20:00  Lorne  Ola Bern"),
        ("船  船主  建造", "うみつばめ  沖野  1968年", "かもめ  浜田  1974年"),
    ],
)
def test_a_table_with_numbers_is_one_whatever_stands_below_it(items: tuple[str, ...]) -> None:
    """Of three cells or more; buttons and captions stand around tables."""
    assert list(items) == list_rows(TOLD, *items, LAST)
    assert list(items) == list_rows(TOLD, *items)
    assert list(items) == list_rows(TOLD, "Support us", *items, "Share", LAST)


@pytest.mark.parametrize(
    "lines",
    [
        ("Home  News  Sport", "About  Jobs  Press", "Terms  Help  2026"),
        ("Home  News", "Votes  12", "Facebook  14"),
        ("Home  News  Sport", "Hask  12  3"),
    ],
)
def test_rows_of_a_menu_are_no_table(lines: tuple[str, ...]) -> None:
    """Without numbers, of two cells or two lines."""
    assert not list_rows(TOLD, *lines, "Share")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_block_of_short_lines_below_a_colon_is_a_list(gap: str) -> None:
    """At the end of the report, too; what the site has below it is none of it."""
    items = ("Town hall: 0800 1111", "County", "3 ferries")
    text = f"Hask agrees\n\n{TOLD}\n\n{ANNOUNCED}{gap}" + "\n".join(items) + "\n\nShare\nPrint\n"

    assert (ANNOUNCED, *items) == read_paste(text).paragraphs[-4:]


@pytest.mark.parametrize(
    "block",
    [
        ("Town hall: 0800 1111", "Share"),
        ("Ina Moll", "By Ola Bern"),
        ("Town hall", "Related stories"),
        ("Ina Moll",),
        ("Town hall", LAST),
    ],
)
def test_a_block_that_is_not_surely_a_list_is_left_to_others(block: tuple[str, ...]) -> None:
    """With a label of the site, a byline, a paragraph; of one line."""
    lines = judge_lines((ANNOUNCED, *block))

    assert lines == keep_items(lines, ends=[len(block)])


@pytest.mark.parametrize(
    "announced",
    [
        "Here are some more stories that you may like:",
        "Read more about the floods in Lorne here:",
        "You can follow us on these networks here:",
        "Most read stories on our site this week:",
        "Lesen Sie auch diese Beiträge aus unserer Redaktion:",
        "À lire aussi cette semaine, sur le même sujet :",
    ],
)
def test_what_a_site_announces_is_no_list_of_the_report(announced: str) -> None:
    """Other reports, and its own networks, in whole sentences."""
    assert not list_rows(announced, "- Floods in Lorne", "- The mill at Hask", LAST)
    lines = judge_lines((announced, "Floods in Lorne", "The mill at Hask"))
    assert lines == keep_items(lines, ends=[2])


@pytest.mark.parametrize(
    "announced",
    [
        "The mayor read from the comments of her neighbours on the flood:",
        "She told three stories that she had heard at the mill of Hask:",
        "Der Rat beschloss am Freitag drei Artikel der neuen Satzung für den Hafen:",
        "Le maire a voulu lire trois lettres devant le conseil de la ville :",
    ],
)
def test_words_of_sites_in_the_report_announce_its_own_lists(announced: str) -> None:
    """Stories, articles and comments are also what people tell, vote on and write."""
    assert ["- No more", "- Never again"] == list_rows(
        announced, "- No more", "- Never again", LAST
    )


def test_a_list_with_labels_of_the_site_is_its_own() -> None:
    """Whatever stands above it."""
    assert not list_rows(ANNOUNCED, "- Facebook", "- New lamps on the pier", LAST)


@pytest.mark.parametrize(
    ("announced", "items"),
    [
        ("These parts are built first:", ("- the lamps", "- the boathouse", "- two benches")),
        ("Diese Teile werden zuerst gebaut:", ("• die Lampen am Ufer", "• zwei Bänke")),
        ("最初に建設されるのは次の通り：", ("・街灯", "・ボート小屋")),
        ("The dead were named as:", ("Aldo Penn, 34", "Ina Moll, 51")),
    ],
)
def test_a_short_line_with_a_colon_announces_the_list_at_the_end(
    announced: str, items: tuple[str, ...]
) -> None:
    """It is shorter than a paragraph, and stands right below one."""
    told = f"Hask agrees\n\n{TOLD}\n\n{LAST}\n\n{announced}\n\n" + "\n".join(items) + "\n\nShare\n"

    assert (TOLD, LAST, announced, *items) == read_paste(told).paragraphs


@pytest.mark.parametrize("announced", ["What is next:", "All our articles on the pier:"])
def test_a_label_with_a_colon_announces_no_list(announced: str) -> None:
    """Of a few words, or pointing to other reports; nor does a line below another short one."""
    items = ("- the lamps", "- two benches")

    assert keep_items(judge_lines((TOLD, LAST, announced, *items)))[2].kind == "title"
    assert not list_rows(TOLD, LAST, announced, *items)
    assert not list_rows(TOLD, LAST, "Hask pier", "These parts are built first:", *items)


@pytest.mark.parametrize(
    "announced",
    [
        "Unsubscribed residents of Hask told the council what they want to have:",
        "Recibieron los vecinos de Hask estas promesas del alcalde y del consejo:",
    ],
)
def test_words_that_go_on_point_to_no_other_report(announced: str) -> None:
    """They only begin as the openings of sites do."""
    assert list_rows(announced, "- No more", "- Never again", LAST)
