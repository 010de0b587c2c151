"""Lists that a sentence of pasted text announces."""

import pytest

from feeds.normalize.announced import keep_announced
from feeds.normalize.furniture import judge_lines
from feeds.normalize.paste import read_paste

ANNOUNCED = "It has these parts, on which the council will vote in March:"
LAST = "The whole work will cost 12 million crowns and last until 2029, the council said."


def list_rows(*lines: str) -> list[str]:
    """Return the lines that are taken for rows."""
    return [line.text for line in keep_announced(judge_lines(lines)) if line.kind == "row"]


def test_an_announced_list_stays_and_holds_the_paragraph_behind_it() -> None:
    """A few short lines weigh more than one paragraph, were they none of the report."""
    items = ("* New lamps on the pier", "* Wider paths for bicycles", "* A second bridge")
    above = "The council of Hask met on Friday and agreed on a plan, the mayor said."
    report = read_paste("\n\n".join(("Hask agrees on a plan", above, ANNOUNCED, *items, LAST)))

    assert (above, ANNOUNCED, *items, LAST) == report.paragraphs


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
        (ANNOUNCED, "* New lamps on the pier", "* Wider paths for bicycles"),
        (ANNOUNCED.replace(":", "."), "* New lamps on the pier", "* Wider paths", LAST),
        ("More on this:", "* New lamps on the pier", "* Wider paths for bicycles", LAST),
        (f"* {ANNOUNCED}", "* New lamps on the pier", "* Wider paths for bicycles", LAST),
    ],
)
def test_what_is_not_surely_a_list_of_the_report_is_left_to_others(lines: tuple[str, ...]) -> None:
    """Without marks, of one item, at the end, below a label."""
    assert not list_rows(*lines)


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


def test_a_list_with_labels_of_the_site_is_its_own() -> None:
    """Whatever stands above it."""
    assert not list_rows(ANNOUNCED, "- Facebook", "- New lamps on the pier", LAST)
