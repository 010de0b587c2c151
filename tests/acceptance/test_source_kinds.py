"""Sources that are no feeds, end to end: sitemaps, indexes of them, and pages with selectors."""

import gzip

import pytest
from desk import DeskFolder, Ended
from loopback import Page, Publisher

TOPIC = "topics:\n  - {slug: all, title: All, match: dam OR ferry, fold: none}\n"

URL = """<url><loc>https://post.example/{name}</loc><lastmod>2026-11-22T10:00:00Z</lastmod>
<news:news><news:publication><news:name>The Harbour Post</news:name>
<news:language>en</news:language></news:publication>
<news:publication_date>2026-11-22T09:00:00Z</news:publication_date>
<news:title>{title}</news:title></news:news></url>"""

TOWN_HALL = """  - id: town-hall
    url: {url}
    allow_private: true
    page: {{item: article.teaser, headline: h2, summary: .lead, date: time}}
"""

TEASER = """<article class="teaser"><h2><a href="/news/dam">{headline}</a></h2>
<p class="lead">Engineers in Aubeval looked at the old dam.</p>
<time datetime="2026-11-22T09:00:00Z">yesterday</time></article>"""


def sitemap(*urls: str) -> bytes:
    """A news sitemap."""
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{"".join(urls)}</urlset>'
    ).encode()


DAM = URL.format(name="dam", title="The dam holds")
FERRY = URL.format(name="ferry", title="The ferry runs again")


def listing(headline: str = "Dam looked at", nonce: str = "1") -> Page:
    """A page of the town hall with one report, and a token that is another each time."""
    html = f'<html lang="en"><title>Town hall</title><i id="{nonce}"></i>{TEASER}</html>'
    return Page(body=html.format(headline=headline).encode(), headers={"Content-Type": "text/html"})


async def poll(desk: DeskFolder, url: str, kind: str = "") -> Ended:
    """Poll a source at an address."""
    desk.configure(f"sources:\n  - {{id: a, url: '{url}', allow_private: true{kind}}}\n{TOPIC}")
    return await desk.run("fetch", "--all", "--json")


async def test_a_news_sitemap_is_a_source_like_any_other(desk: DeskFolder) -> None:
    """Headline, link, date and language come from the sitemap; it names the source."""
    async with Publisher() as publisher:
        ended = await poll(desk, publisher.serve("/news.xml", Page(body=sitemap(DAM, FERRY))))
    (source,) = ended.json["sources"]
    items = {item["title"]: item for item in desk.feed("all")["items"]}

    assert (0, 2, "The Harbour Post") == (ended.code, source["new"], source["title"])
    assert "https://post.example/dam" == items["The dam holds"]["url"]
    assert "2026-11-22T09:00:00+00:00" == items["The dam holds"]["date_published"]
    assert "en" == items["The dam holds"]["language"]


async def test_a_compressed_plain_sitemap_gives_headlines_from_the_addresses(
    desk: DeskFolder,
) -> None:
    """Without Google's words the last words of the address are the headline."""
    plain = b"<urlset><url><loc>https://post.example/2026/old-dam-holds</loc></url></urlset>"
    async with Publisher() as publisher:
        ended = await poll(
            desk, publisher.serve("/map", Page(body=gzip.compress(plain))), ", kind: sitemap"
        )
    (item,) = desk.feed("all")["items"]

    assert 0 == ended.code, ended.err
    assert "old dam holds" == item["title"].lower()
    assert "date_published" not in item


async def test_an_index_is_read_although_one_part_fails(desk: DeskFolder) -> None:
    """The stories of the other part come in; the problem is told; nothing fails."""
    parts = "".join(f"<sitemap><loc>/{name}.xml</loc></sitemap>" for name in "ab")
    index = f"<sitemapindex>{parts}</sitemapindex>".encode()
    async with Publisher() as publisher:
        publisher.serve("/a.xml", Page(status=500))
        publisher.serve("/b.xml", Page(body=sitemap(FERRY)))
        ended = await poll(desk, publisher.serve("/index.xml", Page(body=index)))
        (source,) = ended.json["sources"]
        publisher.serve("/a.xml", Page(body=sitemap(DAM)))
        again = await desk.run("fetch", "--all", "--json")

    assert (0, 1) == (ended.code, source["new"])
    assert any("/a.xml: status" in problem for problem in source["problems"])
    assert 1 == again.json["sources"][0]["new"]
    assert 2 == len(desk.feed("all")["items"])


@pytest.mark.case("T-22")
async def test_a_page_is_followed_by_its_selectors(desk: DeskFolder) -> None:
    """A revised headline revises the story; a token elsewhere in the page does not."""
    async with Publisher() as publisher:
        url = publisher.serve(
            "/news", listing(), listing(nonce="2"), listing("Dam leaks", nonce="3")
        )
        desk.configure(f"sources:\n{TOWN_HALL.format(url=url)}{TOPIC}")
        runs = [await desk.run("fetch", "--all", "--json") for _ in range(3)]
    told = [run.json["sources"][0] for run in runs]
    (item,) = desk.feed("all")["items"]

    assert [(1, 0), (0, 0), (0, 1)] == [(source["new"], source["revised"]) for source in told]
    assert ("Dam leaks", publisher.url("/news/dam")) == (item["title"], item["url"])
    assert "Engineers in Aubeval looked at the old dam." in item["summary"]
    assert "2026-11-22T09:00:00+00:00" == item["date_published"]


@pytest.mark.case("T-21")
async def test_a_selector_that_finds_nothing_fails_and_removes_nothing(desk: DeskFolder) -> None:
    """The reason names selector and page, the stories stay, and the next good page is read."""
    rebuilt = Page(body=b"<title>New site</title><p>Welcome</p>", etag='"new"')
    async with Publisher() as publisher:
        url = publisher.serve("/news", listing(), rebuilt, listing("Dam leaks"))
        desk.configure(f"sources:\n{TOWN_HALL.format(url=url)}{TOPIC}")
        await desk.run("fetch", "--all")
        before = desk.files()
        failed = await desk.run("fetch", "--all", "--json")
        kept = desk.files()
        mended = await desk.run("fetch", "--all", "--json")
    (source,) = failed.json["sources"]

    assert (1, "failed") == (failed.code, source["answer"])
    assert "nothing found" in source["reason"]
    assert 'page.item "article.teaser"' in source["reason"]
    assert url in source["reason"]
    assert before["all.json"] == kept["all.json"]
    assert 1 == mended.json["sources"][0]["revised"]


@pytest.mark.case("C-15")
async def test_a_bad_selector_is_told_before_anything_runs(desk: DeskFolder) -> None:
    """With file, line and column, as for every mistake of the configuration."""
    desk.configure(
        "sources:\n  - url: https://town.example/news\n    page:\n      item: 'li['\n" + TOPIC
    )
    ended = await desk.run("fetch")

    assert 2 == ended.code
    assert "sources.yaml:4:13: sources.0.page.item: is no CSS selector" in ended.err


async def test_an_address_that_is_a_page_is_read_from_the_feed_it_names(desk: DeskFolder) -> None:
    """The next run asks the feed alone; fetch and status say which address to write."""
    page = (
        b"<!doctype html><title>Post</title><link rel=alternate type=application/rss+xml href=/r>"
    )
    feed = b"<rss><channel><title>Post</title><item><title>The dam</title></item></channel></rss>"
    async with Publisher() as publisher:
        start = publisher.serve("/", Page(body=page, headers={"Content-Type": "text/html"}))
        url = publisher.serve("/r", Page(body=feed))
        first = await poll(desk, start)
        shown = await desk.run("fetch", "--all")
        status = await desk.run("status")
        states = await desk.run("status", "--json")
        asked = [request.target for request in publisher.requests]

    line = f"the address is a page, its feed is read instead: put {url} into sources.yaml"
    (source,) = first.json["sources"]
    assert (0, 1, [line]) == (first.code, source["new"], source["problems"])
    assert ["/", "/r", "/r"] == asked
    assert f"a: {line}" in shown.out
    assert (0, True) == (status.code, f"found at {url}" in status.out)
    assert url == states.json["sources"][0]["found_at"]
