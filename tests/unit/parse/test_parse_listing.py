"""A page that lists reports: bounds, and what a page without reports is."""

import pytest

from feeds.model import Body, Document, Listing, Unreadable
from feeds.parse import parse_document

ITEM = '<li><a href="/n/{0}">Report {0}</a></li>'
LISTING = Listing(item="li")


def read(html: str, listing: Listing = LISTING) -> Document | Unreadable:
    """Return a page as a source with selectors gets it."""
    body = Body(content=html.encode(), media_type="text/html", url="https://town.example/news")
    return parse_document(body, listing)


@pytest.mark.case("T-21", "C-15")
def test_fifty_thousand_items_are_cut_and_told() -> None:
    """T-21: the first thousand are read."""
    document = read("".join(ITEM.format(number) for number in range(50_000)))

    assert isinstance(document, Document)
    assert 1000 == len(document.entries)
    assert "https://town.example/n/0" == document.entries[0].guid
    assert ["50,000 items; only the first 1,000 were read"] == [
        problem.what for problem in document.problems
    ]


@pytest.mark.case("T-21")
@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Please switch on JavaScript</p><script>load()</script>",
        '{"items": []}',
        "<rss><channel><item><title>x</title></item></channel></rss>",
        "<h1>Before you go on</h1><form><button>Accept all cookies</button></form>",
        "<div>" * 100_000,
        "<li>" * 100_000,
    ],
)
def test_a_page_without_reports_is_a_failure(html: str) -> None:
    """T-21: a page built by a program, another document, or nothing is not an empty listing."""
    assert isinstance(read(html), Unreadable)


def test_the_reason_names_selector_address_and_title() -> None:
    """The title of the page often tells what happened."""
    outcome = read("<title>Are you human?</title><p>Check</p>", Listing(item="article.teaser"))

    assert outcome == Unreadable(
        kind="nothing found",
        reason='page.item "article.teaser" finds nothing: https://town.example/news '
        '(titled "Are you human?")',
    )


def test_a_headline_selector_that_finds_nothing_is_a_failure() -> None:
    """The words of the links would be other headlines: every story would seem revised."""
    outcome = read(ITEM.format(1), Listing(item="li", headline="h3"))

    assert isinstance(outcome, Unreadable)
    assert 'page.headline "h3" finds nothing in any item' in outcome.reason


@pytest.mark.case("T-22")
def test_what_else_changes_in_the_page_changes_nothing() -> None:
    """T-22: a token, the time or a counter outside the items is never read."""
    pages = (f'<p id="t{token}">{token}</p>{ITEM.format(1)}' for token in ("a9f3", "77c0"))

    assert 1 == len({repr(read(page)) for page in pages})


def test_a_date_in_words_stays_words() -> None:
    """What is no standard form is left to the next room."""
    document = read(
        '<li><a href="/1">x</a> <i>on 3 November 2026</i></li>', Listing(item="li", date="i")
    )

    assert isinstance(document, Document)
    (entry,) = document.entries
    assert entry.published
    assert ("on 3 November 2026", None) == (entry.published.raw, entry.published.parsed)
