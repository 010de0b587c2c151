"""Which reading of a page is taken, and which page is none of the story's."""

import pytest
from pages import PARAGRAPHS, REPORT, article

from feeds.normalize.pages.fulltext import choose_body, choose_reading
from feeds.normalize.pages.walls import is_wall

HALF = "\n\n".join(PARAGRAPHS[:2])
FURNITURE = f"{REPORT}\n\n" + "Ten more things to read about winter in the hills. " * 12

_ABOUT_COOKIES = """\
The court in Aubeval ruled on Monday that the town may not ask readers of its site to accept cookies
before they can see the timetable of the ferry, a decision that the council will not appeal.

Two other towns in the valley have the same rule, and both want to wait and see what the higher
court says about it in spring before they change anything at all on their own pages."""


def test_the_reading_that_shares_most_with_the_others_is_taken() -> None:
    """Between one that lost half and one full of furniture stands the report."""
    assert 1 == choose_reading([HALF, REPORT, FURNITURE])
    assert 0 == choose_reading([REPORT, FURNITURE, HALF])


def test_of_equals_the_first_is_taken() -> None:
    """Our own reading stands first: it has its markup."""
    assert 0 == choose_reading([REPORT, REPORT, HALF])
    assert 0 == choose_reading(["", "", ""])


def test_what_the_page_states_has_a_say() -> None:
    """Where it shows but one half, others find no more than that."""
    assert 1 == choose_reading([REPORT, HALF, HALF])
    assert 0 == choose_reading([REPORT, HALF, HALF], REPORT)
    assert 1 == choose_reading([HALF, REPORT, REPORT], HALF)


def test_what_others_found_is_taken_where_we_found_nothing() -> None:
    """And the headline, which trafilatura may put first, is no part of it."""
    pytest.importorskip("trafilatura")
    found = choose_body("", article().body.decode(), "The dam holds")

    assert ("trafilatura", REPORT) == (found.reader, found.text)


@pytest.mark.parametrize(
    "text",
    [
        "Please enable JavaScript to view this page.",
        "We use cookies to give you the best experience.\n\nAccept all",
        "Subscribe for €1 a week to read on.\n\nAlready a subscriber? Log in",
        "Bitte aktivieren Sie Ihren Werbeblocker nicht.\n\nOder werden Sie jetzt Abonnent.",
        "Nous utilisons des cookies.\n\nVotre consentement est nécessaire.",
        "Verify you are human by completing the action below.",
        "Suscríbete para seguir leyendo.",
        "A first sentence of the report.\n\nSign in to read the rest.",
    ],
)
def test_a_page_before_the_report_is_known(text: str) -> None:
    """For a program, a consent, a payment or a password, in several languages."""
    assert is_wall(text)


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "The dam holds, the council said.",
        "",
        f"Subscribe to our newsletter.\n\n{REPORT}",
        _ABOUT_COOKIES,
    ],
)
def test_a_report_is_not_taken_for_one(text: str) -> None:
    """A short one, one under a line of advertising, and one about cookies."""
    assert not is_wall(text)
