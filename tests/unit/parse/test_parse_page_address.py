"""The address of a saved page: its own word, unless the browser knows better."""

import pytest

from feeds.model import Document
from feeds.parse.page import read_page

_NOTE = "<!-- saved from url=(0032)https://root.example/news/bridge -->"
_DEEP = "https://root.example/news/bridge"
_LINK = '<link rel="canonical" href="{}">'
_CARD = '<meta property="og:url" content="{}">'


def _read_link(head: str, note: str) -> tuple[str, str]:
    """Return the link of a page, and what is taken for its own word."""
    page = f"{note}<html><head><title>Bridge</title>{head}</head><body>Words</body></html>"
    document = read_page(page, "", "b.html")
    assert isinstance(document, Document)
    (entry,) = document.entries
    return next((link.href for link in entry.links), ""), entry.canonical


@pytest.mark.parametrize("form", [_LINK, _CARD])
@pytest.mark.parametrize(
    "stated",
    [
        *("https://root.example/", "https://root.example", "http://www.root.example/#top"),
        *("https://root.example/?utm_source=x", "/", "http://localhost:3000/news/bridge"),
        *("http://10.0.0.7/news/bridge", "http://[::1]/a", "http://192.168.1.2:8080/"),
        *("https://cms.internal/a", "http://newsroom/a"),
    ],
)
def test_an_address_that_says_less_than_the_note_is_no_link(form: str, stated: str) -> None:
    """The front page of a site, and machines that others cannot reach."""
    assert _read_link(form.format(stated), _NOTE) == (_DEEP, "")


def test_the_card_holds_where_the_canonical_address_is_the_front_page() -> None:
    """Each stated address is judged for itself."""
    head = _LINK.format("https://root.example/") + _CARD.format("https://root.example/a/1")

    assert _read_link(head, _NOTE) == ("https://root.example/a/1",) * 2


@pytest.mark.parametrize(
    ("stated", "note"),
    [
        ("https://root.example/a/1", _NOTE),
        ("https://other.example/?p=12", _NOTE),
        ("https://root.example/", ""),
        ("http://localhost:3000/a", ""),
        ("https://root.example/", "<!-- saved from url=(0021)http://localhost:3000/a -->"),
        ("https://root.example/", "<!-- saved from url=(0021)https://root.example/ -->"),
    ],
)
def test_the_word_of_the_page_holds_otherwise(stated: str, note: str) -> None:
    """Where it names a page, or nothing better is known."""
    assert _read_link(_LINK.format(stated), note) == (stated, stated)
