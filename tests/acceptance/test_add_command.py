"""``wiredesk add`` as a process: from an address to a source in the file."""

import asyncio
from pathlib import Path

import pytest
from desk import DeskFolder, Ended
from loopback import Page, Publisher

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>
<link>https://post.example/</link><description>News</description>{items}</channel></rss>"""
ITEM = """<item><title>{0}</title><link>https://post.example/{1}</link><guid>{1}</guid>
<pubDate>0{1} Nov 2026 10:00:00 GMT</pubDate></item>"""

CONFIG = """\
# Whom we listen to.
sources:
  - https://old.example/rss   # the old one
# What we publish.
topics:
  - {slug: all, match: "*"}
"""


def feed(*headlines: str, title: str = "The Harbour Post") -> Page:
    """A feed with one story for each headline, the newest last."""
    items = "".join(ITEM.format(headline, n) for n, headline in enumerate(headlines, 1))
    body = FEED.format(title=title, items=items).encode()
    return Page(body=body, headers={"Content-Type": "application/rss+xml"})


def page(*links: str) -> Page:
    """An HTML page that names feeds."""
    named = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="Feed {n}" href="{link}">'
        for n, link in enumerate(links)
    )
    body = f"<!doctype html><title>Harbour [b]</title>{named}<p>News"
    return Page(body=body.encode(), headers={"Content-Type": "text/html"})


def moved(to: str, status: int = 301) -> Page:
    """A redirect."""
    return Page(status=status, headers={"Location": to})


async def add(desk: DeskFolder, *args: str) -> Ended:
    """Add an address of this machine."""
    return await desk.run("add", "--allow-private", *args)


def text(desk: DeskFolder) -> str:
    """Return the configuration file as it is."""
    return (desk.folder / "sources.yaml").read_bytes().decode()


async def test_a_feed_is_added_behind_the_last(desk: DeskFolder) -> None:
    """Title, entries and the newest headline are told; all else in the file stays; it is polled."""
    desk.configure(CONFIG)
    async with Publisher() as publisher:
        url = publisher.serve("/rss", feed("The dam holds", "The dam [b]breaks"))
        ended = await add(desk, url, "--id", "post", "--every", "10m")
        after = text(desk)
        fetched = await desk.run("fetch", "post", "--json")

    assert 0 == ended.code, ended.err
    assert "The Harbour Post: 2 entries, the newest “The dam [b]breaks”" in ended.out
    old = "  - https://old.example/rss   # the old one\n"
    new = f"  - id: post\n    url: {url}\n    every: 10m\n    allow_private: true\n"
    assert CONFIG.replace(old, old + new) == after
    assert 2 == fetched.json["sources"][0]["new"]


async def test_a_page_leads_to_the_first_feed_with_entries(desk: DeskFolder) -> None:
    """Empty, broken and missing ones are passed over; the others are listed."""
    desk.configure(CONFIG)
    async with Publisher() as publisher:
        publisher.serve("/empty", feed())
        publisher.serve("/good", feed("The dam holds"))
        publisher.serve("/more", feed("Sport"))
        start = publisher.serve("/", page("/empty", "missing", "/good", "/more"))
        ended = await add(desk, start, "--json")
        asked = [request.target for request in publisher.requests]

    told = ended.json
    assert (0, True, "") == (ended.code, told["added"], told["reason"])
    assert (publisher.url("/good"), 1) == (told["url"], told["entries"])
    assert ["/", "/empty", "/missing", "/good"] == asked
    reasons = [tried["reason"] for tried in told["tried"]]
    assert "a feed without entries" == reasons[1]
    assert "404" in reasons[2]
    assert {"url": publisher.url("/more"), "title": "Feed 3"} in told["others"]
    assert f"url: {publisher.url('/good')}\n" in text(desk)


async def test_a_page_that_names_nothing_is_asked_at_the_usual_addresses(desk: DeskFolder) -> None:
    """In their order, and no further than the first that answers."""
    desk.configure(CONFIG)
    async with Publisher() as publisher:
        publisher.serve("/feed.xml", feed("The dam holds"))
        ended = await add(desk, publisher.serve("/", page()), "--json")
        asked = [request.target for request in publisher.requests]

    assert (0, publisher.url("/feed.xml")) == (ended.code, ended.json["url"])
    assert ["/", "/feed", "/rss", "/feed.xml"] == asked


async def test_no_feed_ends_with_1_and_what_was_tried(desk: DeskFolder) -> None:
    """Every address with its reason; nothing is written."""
    desk.configure(CONFIG)
    async with Publisher() as publisher:
        ended = await add(desk, publisher.serve("/", page("/gone")))
        missing = await add(desk, publisher.url("/missing"))

    assert (1, 1) == (ended.code, missing.code)
    assert "an HTML page, not a feed" in ended.err
    assert f"{publisher.url('/gone')}: status" in ended.err
    assert f"{publisher.url('/feed.json')}: status" in ended.err
    assert "404" in missing.err
    assert CONFIG == text(desk)


async def test_a_host_that_says_wait_is_not_asked_again(desk: DeskFolder) -> None:
    """After 429 the usual addresses are not tried."""
    desk.configure(CONFIG)
    async with Publisher() as publisher:
        publisher.serve("/feed", Page(status=429, headers={"Retry-After": "60"}))
        ended = await add(desk, publisher.serve("/", page("/feed")))

    assert 1 == ended.code
    assert ["/", "/feed"] == [request.target for request in publisher.requests]
    assert "429" in ended.err


@pytest.mark.parametrize(("status", "written"), [(301, "/new"), (308, "/new"), (302, "/old")])
async def test_the_permanent_address_is_written(
    desk: DeskFolder, status: int, written: str
) -> None:
    """301 and 308 are for good; 302 is not."""
    desk.configure(CONFIG)
    async with Publisher() as publisher:
        publisher.serve("/new", feed("The dam holds"))
        ended = await add(desk, publisher.serve("/old", moved("/new", status)), "--json")

    assert (0, publisher.url(written)) == (ended.code, ended.json["url"])
    assert f"url: {publisher.url(written)}\n" in text(desk)


async def test_a_known_address_is_told_and_not_asked(desk: DeskFolder) -> None:
    """In another spelling too; and one that turns out to be known after a redirect."""
    async with Publisher() as publisher:
        known = publisher.serve("/rss", feed("The dam holds"))
        before = f"sources:\n- {{id: post, url: '{known}', allow_private: true}}\n"
        desk.configure(before)
        ended = await add(desk, known.upper().replace("/RSS", "/rss#top").lower())
        assert [] == publisher.requests
        through = await add(desk, publisher.serve("/old", moved("/rss")), "--json")

    assert (1, 1) == (ended.code, through.code)
    assert f"the source post in sources.yaml listens to {known} already" in ended.err
    assert ("post", False) == (through.json["id"], through.json["added"])
    assert before == text(desk)


async def test_a_dry_run_writes_nothing(desk: DeskFolder) -> None:
    """It shows the lines."""
    desk.configure(CONFIG)
    async with Publisher() as publisher:
        url = publisher.serve("/rss", feed("The dam holds"))
        ended = await add(desk, url, "--dry-run")

    assert 0 == ended.code
    assert f"Would be written into sources.yaml, as the source 127.0.0.1-rss:\n  - url: {url}" in (
        ended.out
    )
    assert CONFIG == text(desk)


async def test_the_first_source_can_be_added(desk: DeskFolder) -> None:
    """A file that lacks nothing but a source is right for that."""
    async with Publisher() as publisher:
        url = publisher.serve("/rss", feed("The dam holds"))
        for before in ("sources: []\n", "topics: []\n", "sources:\n"):
            desk.configure(before)
            ended = await add(desk, url)
            assert 0 == ended.code, ended.err
            assert f"url: {url}\n" in text(desk)


@pytest.mark.parametrize(
    ("before", "code", "words"),
    [
        ("sources: [https://old.example/rss]\n", 1, "add by hand"),
        ("sources:\n  - url: https://old.example/rss\n    evry: 1h\n", 2, ":3:5: sources.0.evry"),
        ("sources: [\n", 2, "sources.yaml:2:1: this is not YAML"),
        ("topics: []\nfoo: 1\n", 2, "unknown key"),
    ],
)
async def test_a_file_that_cannot_be_added_to_is_left_alone(
    desk: DeskFolder, before: str, code: int, words: str
) -> None:
    """One clear message."""
    desk.configure(before)
    async with Publisher() as publisher:
        ended = await add(desk, publisher.serve("/rss", feed("The dam holds")))

    assert code == ended.code
    assert words in ended.err
    assert before == text(desk)


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("ftp://a.example/",), 2, "must be an address"),
        (("https://u:hush@a.example/",), 2, "user or password"),
        (("a.example", "--id", "No"), 2, "must be 1 to 64"),
        (("a.example", "--every", "5"), 2, "duration"),
        (("a.example", "--id", "old.example-rss"), 1, "choose another id"),
        (("a.example", "--config", "none.yaml"), 2, "none.yaml"),
    ],
)
async def test_a_wrong_command_line_is_told_before_anybody_is_asked(
    desk: DeskFolder, args: tuple[str, ...], code: int, words: str
) -> None:
    """With what is wrong and without a secret."""
    desk.configure(CONFIG)
    ended = await desk.run("add", *args)

    assert code == ended.code
    assert words in ended.err
    assert "hush" not in ended.err
    assert CONFIG == text(desk)


async def test_private_addresses_need_permission(desk: DeskFolder) -> None:
    """Nobody is asked; the option is named."""
    desk.configure(CONFIG)
    async with Publisher() as publisher:
        ended = await desk.run("add", publisher.serve("/rss", feed("The dam holds")))

        assert [] == publisher.requests
    assert 1 == ended.code
    assert "--allow-private" in ended.err


async def test_mode_and_links_of_the_file_stay(desk: DeskFolder) -> None:
    """A file behind a symbolic link is replaced where it lies, and nothing else is left there."""
    real = desk.folder / "etc" / "desk.yaml"
    real.parent.mkdir()
    real.write_text(CONFIG, "utf-8")
    real.chmod(0o640)
    link = desk.folder / "sources.yaml"
    link.symlink_to(Path("etc") / "desk.yaml")
    async with Publisher() as publisher:
        ended = await add(desk, publisher.serve("/rss", feed("The dam holds")))

    assert 0 == ended.code, ended.err
    assert link.is_symlink()
    assert "/rss\n" in real.read_text("utf-8").replace("old.example/rss", "")
    assert 0o640 == real.stat().st_mode & 0o7777
    assert [real] == list(real.parent.iterdir())


async def test_an_edit_made_meanwhile_is_kept(desk: DeskFolder) -> None:
    """What somebody saves while the publisher thinks is in the file afterwards."""
    desk.configure(CONFIG)
    gate = asyncio.Event()
    slow = feed("The dam holds")
    async with Publisher() as publisher:
        waiting = Page(body=slow.body, headers=slow.headers, gate=gate)
        url = publisher.serve("/rss", waiting)
        process = await desk.start("add", "--allow-private", url)
        while not publisher.requests:
            await asyncio.wait([asyncio.ensure_future(process.wait())], timeout=0.02)
        desk.configure(CONFIG + "# edited\n")
        gate.set()
        await process.communicate()

    assert 0 == process.returncode
    assert text(desk).endswith("# edited\n")
    assert f"url: {url}\n" in text(desk)


async def test_a_sitemap_is_added_like_a_feed(desk: DeskFolder) -> None:
    """Its entries are counted; it is polled as it was written."""
    desk.configure(CONFIG)
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>'
        "<loc>{0}/dam</loc><lastmod>2026-11-03</lastmod></url></urlset>"
    )
    async with Publisher() as publisher:
        body = sitemap.format(publisher.url("")).encode()
        url = publisher.serve("/sitemap.xml", Page(body=body))
        ended = await add(desk, url, "--json")

    assert (0, url, 1) == (ended.code, ended.json["url"], ended.json["entries"])
