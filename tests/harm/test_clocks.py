"""The program under a clock that was set wrong: libfaketime gives it another time."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from desk import DeskFolder
from harm.invariants import CONFIG_TOPIC, list_faults, read_held
from loopback import Page, Publisher
from reading import read_until

from feeds.clock import SystemClock

_LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
_ITEM = "<item><title>{0}</title><link>https://post.example/{0}</link></item>"
_FEED = "<rss version='2.0'><channel><title>Post</title>{}</channel></rss>"

pytestmark = pytest.mark.skipif(not _LIBRARIES, reason="libfaketime is not installed")


def tell(*headlines: str) -> Page:
    """A feed with these items."""
    return Page(body=_FEED.format("".join(map(_ITEM.format, headlines))).encode())


def read_first_seen(desk: DeskFolder) -> dict[str, str]:
    """Return when each story was first seen."""
    with closing(sqlite3.connect(desk.folder / "data" / "wiredesk.db")) as raw:
        return dict(raw.execute("SELECT headline, first_seen FROM stories"))


@pytest.mark.timeout(300)
@pytest.mark.case("S-16", "S-17")
@pytest.mark.parametrize(
    ("jump", "zone"),
    [
        ("-3650d", "UTC"),
        ("+3650d", "Pacific/Apia"),
        ("-1h", "Europe/Berlin"),
    ],
)
async def test_a_clock_that_jumps_costs_one_poll_at_most(
    desk: DeskFolder, jump: str, zone: str
) -> None:
    """What is held stays as it was; each source is asked once at most; what is new comes in.

    When the clock is right again, every story seen by a clock that was right is published.
    """
    wrong = {"LD_PRELOAD": str(_LIBRARIES[0]), "FAKETIME": jump, "TZ": zone}
    async with Publisher() as publisher:
        sources = [publisher.serve(f"/{n}", tell(f"{n}-one", f"{n}-two")) for n in range(3)]
        rows = [f"  - {{url: '{url}', allow_private: true}}\n" for url in sources]
        desk.configure(f"sources:\n{''.join(rows)}{CONFIG_TOPIC}")
        await desk.run("fetch")
        before, seen = read_held(desk.folder / "data"), read_first_seen(desk)
        asked = len(publisher.requests)
        for _ in range(2):
            assert 0 == (await desk.run("fetch", **wrong)).code
        extra = len(publisher.requests) - asked
        publisher.serve("/0", tell("0-one", "0-two", "0-three"))
        assert 0 == (await desk.run("fetch", "--all", **wrong)).code
        assert 0 == (await desk.run("fetch", TZ=zone)).code
    held = read_held(desk.folder / "data")

    assert extra <= len(sources)
    assert [] == [line for line in list_faults(held, before) if "outbox" not in line]
    assert seen == {name: at for name, at in read_first_seen(desk).items() if name in seen}
    assert 7 == len(held.owners)
    feed = json.loads((desk.output / "all.json").read_text("utf-8"))
    assert set(seen) <= {item["title"] for item in feed["items"]}


# In Berlin the clock is put forward at the first, and back at the second.
_CHANGES = (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC))


@pytest.mark.timeout(120)
@pytest.mark.case("S-17")
@pytest.mark.parametrize("change", _CHANGES, ids=["forward", "back"])
async def test_a_daemon_that_lives_across_a_change_of_summer_time_asks_as_before(
    desk: DeskFolder, change: datetime
) -> None:
    """It starts 200 seconds before the change, and its time goes ten times as fast.

    A source that is polled each minute is polled about a minute later, neither at once nor an hour
    later; the log says when a poll was kept, which is some seconds after it was begun. The first
    poll waits for workers to start, tenfold: it is kept too late to measure from.
    """
    offset = round((change - timedelta(seconds=200) - SystemClock().now()).total_seconds())
    wrong = {
        "LD_PRELOAD": str(_LIBRARIES[0]),
        "FAKETIME": f"{offset:+d} x10",
        "TZ": "Europe/Berlin",
    }
    async with Publisher() as publisher:
        url = publisher.serve("/rss", tell("one"))
        row = f"{{url: '{url}', allow_private: true, every: 60s}}"
        desk.configure(f"sources:\n  - {row}\n{CONFIG_TOPIC}")
        daemon = await desk.start("run", "--verbose", "--log-json", **wrong)
        await read_until(daemon.stderr, b'"polled"')
        times = [read_time(await read_until(daemon.stderr, b'"polled"'))]
        while times[-1] < change:
            times.append(read_time(await read_until(daemon.stderr, b'"polled"')))
        daemon.terminate()
        await daemon.communicate()

    assert 0 == daemon.returncode
    assert times[0] < change
    for one, next_ in pairwise(times):
        assert timedelta(seconds=30) <= next_ - one < timedelta(minutes=30)


def read_time(log: bytes) -> datetime:
    """Return when the last of these lines was written."""
    return datetime.fromisoformat(json.loads(log.splitlines()[-1])["timestamp"])
