"""Sitemaps: the newest are kept, a cut one gives no half addresses, hostile ones end soon."""

import pytest

from feeds.model import Body, Document, Unreadable
from feeds.parse import parse_document

URL = "<url><loc>https://news.example/{0}</loc><lastmod>2026-11-{1:02}</lastmod></url>\n"


def read(xml: str) -> Document | Unreadable:
    """Return a sitemap as fetched."""
    return parse_document(Body(content=xml.encode(), media_type="application/xml"))


def test_only_the_two_thousand_newest_are_read() -> None:
    """Of an archive the newest by lastmod are kept, in their order, and the cut is told."""
    days = [1, 28, *[number % 26 + 2 for number in range(2500)], 29]
    urls = (URL.format(f"story-{place}", day) for place, day in enumerate(days))
    document = read(f"<urlset>{''.join(urls)}</urlset>")

    assert isinstance(document, Document)
    links = [entry.canonical for entry in document.entries]
    assert 2000 == len(links)
    assert ("https://news.example/story-1", "https://news.example/story-2502") == (
        links[0],
        links[-1],
    )
    assert ["2,503 addresses; only the 2,000 newest were read"] == [
        problem.what for problem in document.problems
    ]


def test_addresses_without_dates_are_read_from_the_top() -> None:
    """Nothing tells which are new: the document's order decides."""
    urls = "".join(f"<url><loc>https://news.example/{n}</loc></url>" for n in range(2001))
    document = read(f"<urlset>{urls}</urlset>")

    assert isinstance(document, Document)
    assert "https://news.example/1999" == document.entries[-1].canonical


def test_a_sitemap_cut_anywhere_gives_whole_addresses_only() -> None:
    """However many bytes arrive, no address is half of one."""
    whole = f"<urlset>{''.join(URL.format(f'story-{n}-end', 3) for n in range(4))}</urlset>"
    for length in range(10, len(whole)):
        outcome = read(whole[:length])
        complete = whole[:length].count("</url>")
        if isinstance(outcome, Document):
            assert complete == len(outcome.entries)
            assert all(entry.canonical.endswith("-end") for entry in outcome.entries)
        else:
            assert 0 == complete


@pytest.mark.parametrize(
    "inside",
    [
        "<url>" * 50_000,
        "<url><a>" * 50_000,
        "<url>" + "<a>" * 200_000,
        "<url " * 100_000,
        "<url><loc>http://[</loc></url>",
        "<url><loc>javascript:alert(1)</loc></url>",
    ],
)
def test_a_sitemap_with_nothing_in_it_is_malformed(inside: str) -> None:
    """Hostile ones end soon, with a reason."""
    outcome = read(f"<urlset>{inside}")

    assert isinstance(outcome, Unreadable)
    assert "malformed" == outcome.kind
