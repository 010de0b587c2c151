"""``watch: page`` and withdrawals, as the installed program tells them."""

from desk import DeskFolder
from loopback import Page, Publisher
from pages import HTML, article, feed, item


async def test_status_and_show_tell_what_is_watched(desk: DeskFolder) -> None:
    """How many pages, and when a page is due."""
    async with Publisher() as publisher:
        url = publisher.serve("/a", article())
        source = f"{{id: post, url: '{publisher.url('/feed')}', allow_private: true, watch: page}}"
        desk.configure(f"sources:\n  - {source}\n")
        publisher.serve("/feed", feed(item(url)))
        await desk.run("fetch")
        status, shown = await desk.run("status"), await desk.run("show", url)

    assert "1 story held, 1 page watched." in status.out
    assert "page  read once; watched; last asked for at 20" in shown.out
    assert " UTC; next from 20" in shown.out
    assert "withdrawn" not in shown.out


async def test_status_and_show_tell_what_is_withdrawn(desk: DeskFolder) -> None:
    """Since when, and how that is known."""
    grave = (
        "<at:deleted-entry xmlns:at='http://purl.org/atompub/tombstones/1.0' ref='{0}' "
        "when='2026-11-23T11:00:00Z'><at:comment>It was wrong.</at:comment></at:deleted-entry>"
    )
    async with Publisher() as publisher:
        url = publisher.serve("/a", Page(body=b"<p>x</p>", headers=HTML))
        publisher.serve("/feed", feed(item(url)), feed(grave.format(url)))
        source = f"{{id: post, url: '{publisher.url('/feed')}', allow_private: true}}"
        desk.configure(f"sources:\n  - {source}\n")
        await desk.run("fetch")
        await desk.run("fetch", "--all")
        status, shown = await desk.run("status"), await desk.run("show", url)

    assert "1 story held, 1 of them withdrawn." in status.out
    assert "UTC: its feed says that it was deleted, at 2026-11-23 11:00 UTC: “It was wrong.”" in (
        shown.out
    )
