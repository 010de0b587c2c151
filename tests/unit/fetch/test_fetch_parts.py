"""A sitemap index: recognised, read, and the parts chosen."""

import pytest

from feeds.fetch.parts import Part, choose_parts, is_index, list_parts

BASE = "https://www.news.example/index.xml"


def index(*parts: tuple[str, str]) -> bytes:
    """Return an index of these addresses and times."""
    rows = "".join(
        f"<sitemap><loc>{loc}</loc>{f'<lastmod>{time}</lastmod>' if time else ''}</sitemap>\n"
        for loc, time in parts
    )
    return f"<?xml version='1.0'?>\n<sitemapindex xmlns='x'>{rows}</sitemapindex>".encode()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("<sitemapindex>", True),
        ("\ufeff<?xml version='1.0'?>\n<!-- a - b -->\n<s:sitemapindex xmlns:s='x'>", True),
        ("<urlset><!-- <sitemapindex> -->", False),
        ("<rss><description>&lt;sitemapindex></description>", False),
        ("<!--" * 1000, False),
        ("", False),
    ],
)
def test_an_index_is_told_by_its_root(text: str, *, is_one: bool) -> None:
    """Only the first element counts."""
    assert is_one == is_index(text.encode())


def test_parts_are_listed_with_their_times() -> None:
    """Addresses are made absolute and freed of markup."""
    content = index(
        ("/a.xml?x=1&amp;y=2", "2026-11-23T10:00:00+01:00"),
        ("<![CDATA[ https://news.example/b.xml ]]>", "2026-11-22"),
        ("c.xml", "yesterday"),
        ("", ""),
    )

    assert [
        ("https://www.news.example/a.xml?x=1&y=2", "2026-11-23T09:00:00+00:00", True),
        ("https://news.example/b.xml", "2026-11-22T00:00:00+00:00", False),
        ("https://www.news.example/c.xml", "0001-01-01T00:00:00+00:00", False),
    ] == [(part.url, part.changed.isoformat(), part.timed) for part in list_parts(content, BASE)]


def test_the_five_newest_of_the_same_site_are_chosen() -> None:
    """Other sites, other ports and a step down to http are left out, and told."""
    times = [(f"/{day}.xml", f"2026-11-{day:02}T00:00:00Z") for day in range(1, 9)]
    foreign = [
        "https://elsewhere.example/a.xml",
        "https://news.example.evil.example/a.xml",
        "https://news.example:8443/a.xml",
        "http://news.example/a.xml",
        "ftp://news.example/a.xml",
        "https://[/a.xml",
    ]
    own = [("https://media.news.example/9.xml", "2026-11-09T00:00:00Z")]
    content = index(*times, *((loc, "2026-11-23T00:00:00Z") for loc in foreign), *own)
    parts, problems = choose_parts(list_parts(content, BASE), BASE)

    assert ["9.xml", "8.xml", "7.xml", "6.xml", "5.xml"] == [
        part.url.rpartition("/")[2] for part in parts
    ]
    assert ("sitemaps of another site, not asked for: 5",) == problems


def test_without_times_the_first_are_chosen_and_it_is_told() -> None:
    """Nobody could know which are new."""
    parts, problems = choose_parts(
        [Part(url=f"https://news.example/{number}.xml") for number in range(9)], BASE
    )

    assert ["0.xml", "1.xml", "2.xml", "3.xml", "4.xml"] == [part.url[-5:] for part in parts]
    assert "does not say which are new" in problems[0]


def test_a_huge_index_is_read_up_to_the_standard_s_bound() -> None:
    """Fifty thousand parts at most."""
    content = b"<sitemapindex>" + b"<sitemap><loc>/a</loc></sitemap>" * 60_000

    assert 50_000 == len(list_parts(content, BASE))
