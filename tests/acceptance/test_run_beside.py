"""The daemon, and other programs beside it."""

import asyncio
from pathlib import Path

import pytest
from desk import DeskFolder, Ended

DESK = "sources:\n  - {id: inbox, path: inbox}\ntopics:\n  - {slug: all, match: '*'}\n"


def prepare(desk: DeskFolder) -> None:
    """An inbox with one report."""
    desk.drop("dam.txt", "The İstanbul dam holds\n\nThe dam at Größau holds.\n")
    desk.configure(DESK)


async def start(desk: DeskFolder, *args: str, **environment: str) -> asyncio.subprocess.Process:
    """Start the daemon on an inbox with one report, and wait until it is published."""
    prepare(desk)
    daemon = await desk.start("run", *args, **environment)
    await wait_for_report(desk, daemon)
    return daemon


async def wait_for_report(desk: DeskFolder, daemon: asyncio.subprocess.Process) -> None:
    """Wait until the report is published; a daemon that ended publishes nothing."""
    ended = asyncio.ensure_future(daemon.wait())
    while b"dam holds" not in read(desk.output / "all.json"):
        await asyncio.wait((ended,), timeout=0.1)
        assert not ended.done()


def read(path: Path) -> bytes:
    """Return what is in a file; nothing if it is not there."""
    return path.read_bytes() if path.exists() else b""


@pytest.mark.case("S-08", "S-09")
async def test_beside_a_daemon_commands_read_or_say_who_holds_the_folder(
    desk: DeskFolder,
) -> None:
    """Nobody waits, nobody sees a traceback, and the daemon lives on."""
    daemon = await start(desk)
    second, fetch = await desk.run("run"), await desk.run("fetch")
    status = await desk.run("status", "--json")
    daemon.terminate()
    _, log = await daemon.communicate()

    for refused in (second, fetch):
        assert (3, 1) == (refused.code, len(refused.err.splitlines())), refused.err
        assert f"process {daemon.pid}" in refused.err
    assert (0, 1, 0) == (status.code, status.json["stories"], daemon.returncode)
    assert b"Traceback" not in log


@pytest.mark.timeout(300)
@pytest.mark.case("S-08", "S-09")
async def test_of_ten_that_start_at_once_one_lives(desk: DeskFolder) -> None:
    """All others end with 3 and one line that names it; it goes on, and killed leaves no lock."""
    prepare(desk)
    started = [await desk.start("run") for _ in range(10)]
    ends = {asyncio.ensure_future(process.wait()) for process in started}
    living = ends
    while len(living) > 1:
        _, living = await asyncio.wait(living, return_when=asyncio.FIRST_COMPLETED)
    (holder,) = [process for process in started if process.returncode is None]
    await wait_for_report(desk, holder)
    holder.kill()
    logs = {process.pid: (await process.communicate())[1].decode() for process in started}
    after = await desk.run("fetch")

    codes = sorted(process.returncode or 0 for process in started)
    assert [-9, *[3] * 9] == codes
    assert "Traceback" not in logs.pop(holder.pid)
    assert all(f"process {holder.pid}" in log and 1 == log.count("\n") for log in logs.values())
    assert 0 == after.code


@pytest.mark.case("T-20")
@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "tr_TR.UTF-8"},
        {"TZ": "Pacific/Apia"},
        {"TZ": ":/nowhere", "PYTHONTZPATH": ""},
    ],
    ids=["C", "tr_TR", "Apia", "no-zones"],
)
async def test_a_machine_with_an_odd_locale_or_no_time_zones_publishes_the_same(
    desk: DeskFolder, environment: dict[str, str]
) -> None:
    """UTF-8, UTC, and words compared without a locale."""
    daemon = await start(desk, **environment)
    daemon.terminate()
    _, log = await daemon.communicate()
    (item,) = desk.feed("all")["items"]

    assert (0, "The İstanbul dam holds") == (daemon.returncode, item["title"])
    assert b"Traceback" not in log


@pytest.mark.case("T-18")
async def test_every_kind_of_end_has_its_exit_code(desk: DeskFolder) -> None:
    """And JSON is on standard output where it was asked for."""
    desk.configure("sources: [")
    bad = await desk.run("fetch")
    desk.configure("sources:\n  - {id: x, url: 'http://127.0.0.1:9/', allow_private: true}\n")
    failed: Ended = await desk.run("fetch", "--json")
    desk.drop("dam.txt", "The dam holds\n\nThe dam holds.\n")
    desk.configure(DESK)
    well = await desk.run("fetch", "--json")

    assert [2, 1, 0] == [bad.code, failed.code, well.code]
    assert "failed" == failed.json["sources"][0]["answer"]
    assert 1 == well.json["sources"][0]["new"]
