"""``wiredesk run``: the daemon as a process."""

import signal
import sqlite3
from pathlib import Path

import pytest
from desk import DeskFolder
from loopback import Page, Publisher
from reading import read_until

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>
<link>https://post.example/</link><description>News</description>
<item><title>The dam holds</title><link>https://post.example/dam</link></item></channel></rss>"""

TOPIC = "topics:\n  - {slug: dams, match: dam}\n"


def count_files(pid: int) -> int:
    """Return how many files a process has open."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def listen(desk: DeskFolder, *urls: str, settings: str = "{}") -> None:
    """Configure sources at these addresses."""
    rows = [f"  - {{id: s{n}, url: '{url}', allow_private: true}}\n" for n, url in enumerate(urls)]
    desk.configure(f"sources:\n{''.join(rows)}{TOPIC}settings: {settings}\n")


async def test_the_daemon_polls_publishes_and_stops_when_asked(desk: DeskFolder) -> None:
    """Started, stories, SIGTERM, exit code 0, feeds written."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", Page(body=FEED)))
        daemon = await desk.start("run")
        await read_until(daemon.stderr, b"stories")
        daemon.send_signal(signal.SIGTERM)
        _, rest = await daemon.communicate()

    assert 0 == daemon.returncode
    assert b"stopped" in rest
    assert ["The dam holds"] == [item["title"] for item in desk.feed("dams")["items"]]


async def test_a_silent_source_holds_up_nobody(desk: DeskFolder) -> None:
    """While one source never answers, the other is published; the stop waits for neither."""
    async with Publisher() as publisher:
        silent = publisher.serve("/silent", Page(hang=True, raw=b""))
        listen(desk, silent, publisher.serve("/rss", Page(body=FEED)))
        daemon = await desk.start("run", "--log-json")
        log = await read_until(daemon.stderr, b'"stories"')
        daemon.terminate()
        await daemon.communicate()

    assert 0 == daemon.returncode
    assert b'"source": "s1"' in log


async def test_a_source_that_is_failing_is_one_warning(desk: DeskFolder) -> None:
    """With the third failure in a row; the reason is in the log, and nothing else is."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", Page(status=500)))
        for _ in range(2):
            await desk.run("fetch", "--all")
        with sqlite3.connect(desk.folder / "data" / "wiredesk.db") as database:
            database.execute("UPDATE sources SET next_due = NULL")
        database.close()
        daemon = await desk.start("run")
        log = await read_until(daemon.stderr, b"failing")
        daemon.terminate()
        _, rest = await daemon.communicate()

    assert b"500" in log
    assert b"failing" not in rest


@pytest.mark.case("T-14")
async def test_a_restart_polls_nobody_before_its_time(desk: DeskFolder) -> None:
    """Due times are kept: of two sources, a second daemon asks only the one that is due."""
    async with Publisher() as publisher:
        early, due = (publisher.serve(path, Page(body=FEED)) for path in ("/early", "/due"))
        listen(desk, early)
        await desk.run("fetch")
        (desk.output / "dams.json").unlink()
        listen(desk, early, due)
        daemon = await desk.start("run")
        await read_until(daemon.stderr, b"source=s1")
        daemon.terminate()
        await daemon.communicate()

    assert ["/early", "/due"] == [received.target for received in publisher.requests]
    assert ["The dam holds"] == [item["title"] for item in desk.feed("dams")["items"]]


@pytest.mark.case("C-19", "C-20")
async def test_a_configuration_that_changes_is_applied_without_a_restart(desk: DeskFolder) -> None:
    """A bad file is told with its line and changes nothing; the mended one is polled at once."""
    async with Publisher() as publisher:
        first, second = (publisher.serve(path, Page(body=FEED)) for path in ("/1", "/2"))
        listen(desk, first)
        daemon = await desk.start("run")
        await read_until(daemon.stderr, b"stories")
        desk.configure("sources:\n  - nonsense\n")
        refused = await read_until(daemon.stderr, b"configuration not applied")
        listen(desk, first, second)
        await read_until(daemon.stderr, b"configuration applied")
        await read_until(daemon.stderr, b"stories")
        daemon.terminate()
        await daemon.communicate()

    assert b"sources.yaml:2:5" in refused
    assert (0, 2) == (daemon.returncode, len(publisher.requests))


@pytest.mark.case("T-06", "C-19")
async def test_a_hundred_hangups_with_good_and_bad_files_end_with_the_last(
    desk: DeskFolder,
) -> None:
    """No poll is lost, none is done twice, and no file stays open."""
    async with Publisher() as publisher:
        urls = [publisher.serve(f"/{number}", Page(body=FEED)) for number in range(3)]
        listen(desk, *urls[:2])
        daemon = await desk.start("run")
        await read_until(daemon.stderr, b"stories")
        await read_until(daemon.stderr, b"stories")
        listen(desk, *urls[:2], settings="{concurrency: 3}")
        await read_until(daemon.stderr, b"configuration applied")
        before = count_files(daemon.pid)
        for number in range(100):
            if number % 2:
                desk.configure("sources: [")
            else:
                listen(desk, *urls[:2], settings=f"{{concurrency: {number + 1}}}")
            daemon.send_signal(signal.SIGHUP)
        listen(desk, *urls, settings="{concurrency: 3}")
        daemon.send_signal(signal.SIGHUP)
        await read_until(daemon.stderr, b"source=s2")
        after = count_files(daemon.pid)
        daemon.terminate()
        await daemon.communicate()

    assert 0 == daemon.returncode
    assert ["/0", "/1", "/2"] == sorted(received.target for received in publisher.requests)
    # Threads open the database when they first need it; a leak would be a hundred files.
    assert after <= before + 4
