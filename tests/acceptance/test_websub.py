"""WebSub from end to end: a publisher, a hub and ``wiredesk run``."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from desk import DeskFolder
from hub import Hub
from loopback import Page, Publisher
from raw import free_port
from reading import read_until

from feeds.store import open_store, read_subscriptions, save_subscriptions

DAY = timedelta(days=1)


def write_feed(hub: str, *names: str) -> Page:
    """A feed that names a hub, with these stories."""
    items = "".join(
        f"<item><title>The {name} holds</title><link>https://post.example/{name}</link></item>"
        for name in names
    )
    text = (
        '<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">'
        f'<channel><title>Post</title><atom:link rel="hub" href="{hub}"/>'
        '<atom:link rel="self" href="https://post.example/rss"/>'
        f"<link>https://post.example/</link><description>News</description>{items}</channel></rss>"
    )
    return Page(body=text.encode(), etag=f'"{len(names)}"')


@dataclass
class Scene:
    """A publisher whose feed names a hub, and a desk that follows it once a day."""

    desk: DeskFolder
    publisher: Publisher
    hub: Hub
    port: int

    def configure(self, *, websub: bool = True, listen: bool = True) -> None:
        """Configure the publisher as a source, and where hubs reach us."""
        base = f"127.0.0.1:{self.port}"
        told = [f"listen: '{base}'"] * listen + [f"websub: 'http://{base}/'"] * websub
        url = self.publisher.url("/rss")
        self.desk.configure(
            f"sources: [{{id: post, url: '{url}', allow_private: true, every: 1d}}]\n"
            "topics: [{slug: dams, match: holds}]\n"
            f"settings: {{{', '.join(told)}}}\n"
        )

    async def start(self) -> asyncio.subprocess.Process:
        """Start the daemon, and wait until it listens."""
        daemon = await self.desk.start("run")
        await read_until(daemon.stderr, b"listening")
        return daemon

    def headlines(self) -> set[str]:
        """What is published."""
        return {item["title"] for item in self.desk.feed("dams")["items"]}


async def stop(daemon: asyncio.subprocess.Process) -> bytes:
    """End the daemon, and return the rest of its log."""
    daemon.terminate()
    _, rest = await daemon.communicate()
    assert 0 == daemon.returncode
    return rest


@pytest.fixture
async def scene(desk: DeskFolder) -> AsyncIterator[Scene]:
    """The feed has one story at first, then two, then three."""
    async with Publisher() as publisher, Hub() as hub:
        pages = [write_feed(hub.url, *"dam gate lock".split()[:count]) for count in (1, 2, 3)]
        publisher.serve("/rss", *pages)
        scene = Scene(desk=desk, publisher=publisher, hub=hub, port=free_port())
        scene.configure()
        yield scene


async def test_what_a_hub_pushes_is_published_long_before_the_source_is_due(scene: Scene) -> None:
    """Discovered, asked for, confirmed, pushed, polled past caches, published.

    A forged push before it causes no poll: there are two in the end, not three.
    """
    daemon = await scene.start()
    form = await scene.hub.asked()
    wrong = await scene.hub.verify(form, **{"hub.topic": "https://other.example/rss"})
    right = await scene.hub.verify(form, **{"hub.lease_seconds": "86400"})
    await read_until(daemon.stderr, b"push confirmed")
    forged = await scene.hub.push(form, b"<rss/>", secret="forged")
    pushed = await scene.hub.push(form, b"<rss/>")
    await read_until(daemon.stderr, b"stories")
    log = await stop(daemon)

    assert ("subscribe", "https://post.example/rss", "604800") == (
        form["hub.mode"],
        form["hub.topic"],
        form["hub.lease_seconds"],
    )
    assert form["hub.callback"].startswith(f"http://127.0.0.1:{scene.port}/websub/")
    assert len(form["hub.secret"]) >= 40
    assert [404, 200, 202, 202] == [each.status for each in (wrong, right, forged, pushed)]
    assert b"c" == right.body
    assert {"The dam holds", "The gate holds"} == scene.headlines()
    first, second = scene.publisher.requests
    assert "cache-control" not in first.headers
    assert ("no-cache", '"1"') == (second.headers["cache-control"], second.headers["if-none-match"])
    assert form["hub.secret"].encode() not in log


async def test_a_restart_keeps_a_subscription_and_its_end_is_asked_for(scene: Scene) -> None:
    """The same callback works; when the setting leaves the configuration, the hub is told."""
    daemon = await scene.start()
    form = await scene.hub.asked()
    await scene.hub.verify(form, **{"hub.lease_seconds": "86400"})
    await read_until(daemon.stderr, b"push confirmed")
    await stop(daemon)

    daemon = await scene.start()
    pushed = await scene.hub.push(form, b"<rss/>")
    await read_until(daemon.stderr, b"stories")
    await stop(daemon)
    published = scene.headlines()

    scene.configure(websub=False)
    daemon = await scene.start()
    end = await scene.hub.asked()
    confirmed = await scene.hub.verify(end)
    late = await scene.hub.push(form, b"<rss/>")
    await stop(daemon)

    assert {"The dam holds", "The gate holds"} == published
    assert ("unsubscribe", form["hub.callback"]) == (end["hub.mode"], end["hub.callback"])
    assert (202, 200, 410) == (pushed.status, confirmed.status, late.status)
    with open_store(scene.desk.folder / "data" / "wiredesk.db") as store, store.read() as tx:
        assert () == read_subscriptions(tx)


async def test_without_a_port_a_subscription_ends_and_that_is_said(scene: Scene) -> None:
    """``listen`` was taken out, ``websub`` was not: both commands say that no hub is heard."""
    daemon = await scene.start()
    form = await scene.hub.asked()
    await scene.hub.verify(form, **{"hub.lease_seconds": "86400"})
    await read_until(daemon.stderr, b"push confirmed")
    await stop(daemon)

    told = await scene.desk.run("status")
    states = await scene.desk.run("status", "--json")
    scene.configure(listen=False)
    checked = await scene.desk.run("check")
    daemon = await scene.desk.start("run")
    log = await read_until(daemon.stderr, b"started")
    end = await scene.hub.asked()
    await stop(daemon)

    assert "pushed by" in " ".join(told.out.split())
    assert "active" == states.json["sources"][0]["push"]["state"]
    assert form["hub.secret"] not in states.out
    assert form["hub.callback"].rpartition("/")[2] not in states.out
    assert (0, 1) == (checked.code, checked.out.count("settings.websub: without listen"))
    assert 1 == log.count(b"no hub is heard")
    assert ("unsubscribe", form["hub.callback"]) == (end["hub.mode"], end["hub.callback"])


async def test_a_lease_is_renewed_before_it_ends(scene: Scene) -> None:
    """Under the same callback; six of its seven days are taken off in the memory."""
    daemon = await scene.start()
    first = await scene.hub.asked()
    await scene.hub.verify(first, **{"hub.lease_seconds": "604800"})
    await read_until(daemon.stderr, b"push confirmed")
    await stop(daemon)
    with open_store(scene.desk.folder / "data" / "wiredesk.db") as store, store.write() as tx:
        (held,) = read_subscriptions(tx)
        assert held.verified
        assert held.lease_until
        aged = replace(
            held,
            asked=held.asked - 6 * DAY,
            verified=held.verified - 6 * DAY,
            lease_until=held.lease_until - 6 * DAY,
        )
        save_subscriptions(tx, [aged])

    daemon = await scene.start()
    again = await scene.hub.asked()
    await scene.hub.verify(again, **{"hub.lease_seconds": "604800"})
    await read_until(daemon.stderr, b"push confirmed")
    await stop(daemon)

    assert first == again


async def test_a_hub_that_is_gone_leaves_the_source_as_it_is(desk: DeskFolder) -> None:
    """Said once; the stories of the source are published."""
    async with Publisher() as publisher:
        gone = f"http://127.0.0.1:{free_port()}/hub"
        publisher.serve("/rss", write_feed(gone, "dam"))
        scene = Scene(desk=desk, publisher=publisher, hub=Hub(), port=free_port())
        scene.configure()
        daemon = await scene.start()
        log = await read_until(daemon.stderr, b"hub refuses")
        await stop(daemon)

    assert b"refused" in log
    assert {"The dam holds"} == scene.headlines()
