"""``full_text: true``: the pages of new stories, read by the installed program."""

from desk import DeskFolder
from loopback import Page, Publisher
from pages import REPORT, article, asked, feed, item
from reading import read_until

TOPIC = "topics:\n  - {slug: dams, title: Dams, match: dam}\n"


def listen(desk: DeskFolder, url: str) -> None:
    """Configure a source that asks for full texts."""
    source = f"{{id: post, url: '{url}', allow_private: true, full_text: true}}"
    desk.configure(f"sources:\n  - {source}\n{TOPIC}")


async def test_fetch_reads_the_pages_of_new_stories_once(desk: DeskFolder) -> None:
    """What they tell is published, shown with its origin, and not asked for again."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article())
        closed = publisher.serve("/b", Page(status=403))
        listen(desk, publisher.serve("/feed", feed(item(url), item(closed, "The dam closes"))))
        first = await desk.run("fetch")
        await desk.run("fetch", "--all")
        shown = await desk.run("show", url)

    assert 0 == first.code, first.err
    assert "1 of 2 pages gave more text" in first.out
    assert f"post: {closed} was not read: status: 127.0.0.1: answered 403" in first.out
    assert ["/a", "/b", "/robots.txt"] == sorted(asked(publisher))
    assert "body_text: article page" in shown.out
    assert "fulltext: The dam holds" in shown.out
    texts = [entry.get("content_html", "") for entry in desk.feed("dams")["items"]]
    assert 1 == sum("ninety beds" in text for text in texts)


async def test_the_daemon_reads_pages_beside_its_polls(desk: DeskFolder) -> None:
    """One line in the log says so."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article())
        listen(desk, publisher.serve("/feed", feed(item(url))))
        daemon = await desk.start("run")
        log = await read_until(daemon.stderr, b"full texts")
        daemon.terminate()
        await daemon.communicate()

    assert 0 == daemon.returncode
    assert b"stories=1" in log
    (entry,) = desk.feed("dams")["items"]
    assert REPORT.split("\n\n")[-1] in entry["content_html"]


async def test_a_page_that_came_before_the_end_is_kept(desk: DeskFolder) -> None:
    """The daemon is stopped while the next page of the host hangs."""
    async with Publisher() as publisher:
        newer = item(publisher.serve("/a", article()))
        silent = publisher.serve("/b", Page(hang=True, raw=b""))
        older = item(silent, "The dam closes", date="Mon, 24 Nov 2025 08:00:00 GMT")
        listen(desk, publisher.serve("/feed", feed(newer, older)))
        publisher.serve("/robots.txt", Page(status=404))
        daemon = await desk.start("run")
        for number in range(4):  # the feed, the rules, and both pages
            await publisher.received(number)
        daemon.terminate()
        await daemon.communicate()
        targets = [request.target for request in publisher.requests]

    assert ["/feed", "/robots.txt", "/a", "/b"] == targets
    assert 0 == daemon.returncode
    texts = [entry.get("content_html", "") for entry in desk.feed("dams")["items"]]
    assert 1 == sum("ninety beds" in text for text in texts)


async def test_check_knows_the_key(desk: DeskFolder) -> None:
    """And refuses it for a folder, which has no pages."""
    listen(desk, "http://127.0.0.1:9/feed")
    right = await desk.run("check")
    desk.configure(f"sources:\n  - {{path: inbox, full_text: true}}\n{TOPIC}")
    wrong = await desk.run("check")

    assert (0, 2) == (right.code, wrong.code)
    assert "full_text goes with url, not with path" in wrong.err
