"""Pages and the feeds they name: which, and in which order."""

import pytest

from feeds.model import Body
from feeds.parse import FeedLink, find_feeds, guess_feeds, preview_body

PAGE = "https://www.harbour.example/news/"


def urls(html: str, url: str = PAGE) -> list[str]:
    """Return the addresses a page names."""
    body = Body(content=html.encode(), media_type="text/html", url=url)
    return [link.url for link in find_feeds(body)]


@pytest.mark.parametrize(
    "attributes",
    [
        'rel="alternate" type="application/rss+xml"',
        'rel="alternate" type="application/atom+xml; charset=utf-8"',
        'rel="ALTERNATE home" type=" Application/RSS+XML "',
        'rel="alternate" type="application/feed+json"',
        'rel="alternate" type="application/json" title="JSON Feed"',
        'rel="feed"',
        'rel="feed alternate" type="text/html"',
    ],
)
def test_a_link_element_names_a_feed(attributes: str) -> None:
    """By rel and type in any case and with parameters, or by rel=feed alone."""
    assert ["https://www.harbour.example/feed.json"] == urls(
        f'<link {attributes} href="/feed.json"><p>x</p>'
    )


@pytest.mark.parametrize(
    "attributes",
    [
        'rel="stylesheet" type="application/rss+xml" href="/a"',
        'rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/7"',
        'rel="alternate" type="application/json+oembed" href="/oembed"',
        'rel="alternate" hreflang="de" href="/de/"',
        'rel="alternate" type="application/atom+xml;type=entry" href="/a"',
        'rel="alternate" type="application/rss+xml" href="javascript:alert(1)"',
        'rel="alternate" type="application/rss+xml" href="file:///etc/passwd"',
        'rel="alternate" type="application/rss+xml" href=""',
        'rel="alternate" type="application/rss+xml" href="https://[/"',
        'rel="alternate" type="application/rss+xml"',
    ],
)
def test_other_links_are_no_feeds(attributes: str) -> None:
    """Translations, interfaces for programs, and addresses that are not of the web."""
    assert [] == [url for url in urls(f"<link {attributes}><p>x</p>") if url != PAGE]


def test_the_order_is_that_of_the_page_with_comments_behind() -> None:
    """Feeds of comments come after those of reports, links in the text last; each once."""
    html = """<head>
      <link rel=alternate type=application/rss+xml title="Comments" href="/comments/feed/">
      <link rel=alternate type=application/atom+xml title=" The  Post " href="/atom">
      <link rel=alternate type=application/rss+xml title="Le Post » Commentaires" href="/c.xml">
      <link rel=alternate type=application/rss+xml href="/rss"></head>
      <a href="/sport/rss">Sport</a> <a href="/rss#top">again</a>"""
    body = Body(content=html.encode(), media_type="text/html", url=PAGE)
    root = "https://www.harbour.example"

    assert (
        FeedLink(url=f"{root}/atom", title="The Post"),
        FeedLink(url=f"{root}/rss"),
        FeedLink(url=f"{root}/comments/feed/", title="Comments"),
        FeedLink(url=f"{root}/c.xml", title="Le Post » Commentaires"),
        FeedLink(url=f"{root}/sport/rss", title="Sport"),
    ) == find_feeds(body)


def test_relative_addresses_begin_at_the_base_element() -> None:
    """The base element wins over the page's own address, and may itself be relative."""
    link = "<link rel=alternate type=application/rss+xml href=feed.xml>"

    assert ["https://www.harbour.example/news/feed.xml"] == urls(link)
    assert ["https://cdn.example/a/feed.xml"] == urls(f"<base href=//cdn.example/a/>{link}")


@pytest.mark.parametrize(
    "href", ["/feed", "/feed/", "rss", "/x.rss", "/world.xml", "/?feed=rss2", "/blog/feed.json"]
)
def test_links_of_the_text_that_look_like_feeds_are_named(href: str) -> None:
    """By the end of the path, or by the query."""
    assert 1 == len(urls(f'<p><a href="{href}">Subscribe</a></p>'))


@pytest.mark.parametrize(
    "href",
    ["/feedback", "/sitemap.xml", "/news/rssi", "https://other.example/rss", "mailto:feed", "/"],
)
def test_links_of_the_text_that_do_not_are_not(href: str) -> None:
    """Other words, sitemaps, other sites."""
    assert [] == urls(f'<p><a href="{href}">Subscribe</a></p>')


def test_a_site_is_its_host_and_those_below_it() -> None:
    """A leading www makes no difference; feeds often have a host of their own."""
    html = "".join(
        f'<a href="https://{host}/rss">x</a>'
        for host in ("harbour.example", "feeds.harbour.example", "notharbour.example", "example")
    )

    assert ["https://harbour.example/rss", "https://feeds.harbour.example/rss"] == urls(html)


@pytest.mark.parametrize("content", [b"", b"\x89PNG....", b"{}", b"plain", b"<!-- -->", b"\0\0"])
def test_what_is_no_page_names_nothing(content: bytes) -> None:
    """Any bytes are safe."""
    assert () == find_feeds(Body(content=content, media_type="", url=PAGE))


def test_a_page_of_links_is_cut() -> None:
    """Fifty are enough."""
    assert 50 == len(urls("".join(f'<a href="/{n}/rss">x</a>' for n in range(2000))))


def test_the_usual_addresses_begin_below_the_page() -> None:
    """Below a folder first, then at the root of the host; a file has nothing below it."""
    root = [link.url for link in guess_feeds("https://a.example")]

    assert ["https://a.example/feed", "https://a.example/rss"] == root[:2]
    assert 7 == len(root)
    assert ["https://a.example/blog/feed", *root] == [
        link.url for link in guess_feeds("https://a.example/blog/?p=1")
    ]
    assert root == [link.url for link in guess_feeds("https://a.example/index.html")]


def test_a_preview_names_the_newest_by_date() -> None:
    """Not the first; markup and control characters of a headline are gone."""
    feed = """<rss version="2.0"><channel><title>The &lt;b&gt;Post&lt;/b&gt;</title>
    <item><title>Old</title><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>
    <item><title>&lt;i&gt;New&lt;/i&gt; &#x202e;dam</title>
      <pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate></item>
    <item><title>Undated</title></item></channel></rss>"""
    preview = preview_body(Body(content=feed.encode(), media_type="", url=PAGE))

    assert ("rss20", "The Post", 3, "New dam") == (
        preview.form,
        preview.title,
        preview.entries,
        preview.newest,
    )


def test_a_preview_of_a_page_says_so_and_names_its_feeds() -> None:
    """The reason, and the links."""
    html = "<title>P</title><link rel=alternate type=application/rss+xml href=/rss>"
    preview = preview_body(Body(content=html.encode(), media_type="text/html", url=PAGE))

    assert ("", 0) == (preview.form, preview.entries)
    assert "HTML page" in preview.reason
    assert ["https://www.harbour.example/rss"] == [link.url for link in preview.links]
