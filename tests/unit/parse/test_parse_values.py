"""Loose values become clean words."""

import pytest

from feeds.model import Entry, Stamp
from feeds.parse.values import as_list, as_text, holds_nothing, join_url, title_text


@pytest.mark.parametrize(
    ("value", "text"),
    [(" a ", "a"), (7, "7"), (7.0, "7"), (7.5, "7.5"), (True, ""), (None, ""), ([], ""), ({}, "")],
)
def test_words_and_numbers_are_text(value: object, text: str) -> None:
    """Strings and numbers are words, anything else is nothing."""
    assert as_text(value) == text


def test_absurd_numbers_do_no_harm() -> None:
    """Numbers without digits or with too many give some word or none."""
    assert as_text(10**5000) == ""
    assert as_text(float("inf")) == "inf"
    assert as_text(1e300) == "1e+300"


def test_half_a_surrogate_pair_is_replaced() -> None:
    """Every word can be encoded."""
    assert as_text("a\ud800b") == "a\ufffdb"


def test_lists() -> None:
    """One value is a list of one."""
    assert (as_list(None), as_list("a"), as_list(["a"])) == ([], ["a"], ["a"])


@pytest.mark.parametrize(
    ("base", "href", "url"),
    [
        ("https://n.example/a/b", "c", "https://n.example/a/c"),
        ("https://n.example/", " //m.example/x ", "https://m.example/x"),
        ("https://n.example/", "http://[::1/x", "http://[::1/x"),
        ("", "c", "c"),
        ("https://n.example/", "", ""),
    ],
)
def test_addresses_are_joined(base: str, href: str, url: str) -> None:
    """What cannot be joined stays as it stands."""
    assert join_url(base, href) == url


def test_markup_in_a_headline_is_noticed() -> None:
    """Tags and references make HTML; a sign of comparison does not."""
    assert title_text("<i>a</i>").type == "html"
    assert title_text("a &amp; b").type == "html"
    assert title_text("a & b < c > d").type == "text"


def test_entry_with_only_a_date_holds_nothing() -> None:
    """A date alone is no report."""
    assert holds_nothing(Entry(published=Stamp(raw="today")))
    assert not holds_nothing(Entry(guid="1"))
