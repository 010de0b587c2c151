"""How the program ends when the disk is full, and when it has a bug."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import PROGRAM, DeskFolder

CONFIG = "sources:\n  - {id: inbox, path: inbox}\ntopics:\n  - {slug: dams, match: dam}\n"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one mebibyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    if (
        os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder],
            check=False,
            capture_output=True,
        ).returncode
    ):
        pytest.skip("no right to mount")
    yield folder
    subprocess.run(["umount", folder], check=True)


async def hold_nothing(desk: DeskFolder) -> None:
    """Make the memory of a desk whose inbox is empty."""
    desk.configure(CONFIG)
    desk.folder.joinpath("inbox").mkdir()
    assert 0 == (await desk.run("fetch")).code


def fill_inbox(desk: DeskFolder, reports: int) -> None:
    """Configure an inbox, each report of some hundred kilobytes."""
    desk.configure(CONFIG)
    for number in range(reports):
        words = " ".join(f"Word{number}x{place} of the dam." for place in range(4000))
        desk.drop(f"{number}.txt", f"Dam number {number} holds\n\n{words}\n")


def fetch_within(desk: DeskFolder, limit: str) -> subprocess.CompletedProcess[str]:
    """Poll under a limit of the shell."""
    return subprocess.run(
        ["sh", "-c", f'ulimit {limit}; exec "$0" fetch', PROGRAM],
        cwd=desk.folder,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("option", ["--data", "--output"])
async def test_a_full_disk_ends_with_5_and_one_line(
    desk: DeskFolder, small_disk: Path, option: str
) -> None:
    """Whether the memory or the feeds do not fit."""
    fill_inbox(desk, 10)
    ended = await desk.run("fetch", option, str(small_disk))

    assert 5 == ended.code
    assert 1 == len(ended.err.splitlines()), ended.err
    assert "small" in ended.err


async def test_a_batch_that_cannot_be_written_ends_with_5_and_one_line(desk: DeskFolder) -> None:
    """The database was opened well; then no file may grow over some 100 kilobytes."""
    await desk.begin_after(hold_nothing)
    fill_inbox(desk, 2)
    ended = fetch_within(desk, "-f 200")

    assert 5 == ended.returncode, ended.stderr
    assert ["wiredesk: data/wiredesk.db: disk I/O error"] == ended.stderr.splitlines()


async def test_a_fault_in_the_desk_ends_the_daemon_with_70_and_its_traceback(
    desk: DeskFolder,
) -> None:
    """It does not live on without its editor: whoever started it starts it again."""
    await desk.begin_after(hold_nothing)
    raw = sqlite3.connect(desk.folder / "data" / "wiredesk.db")
    raw.execute("UPDATE sources SET next_due = NULL")
    raw.execute(
        "CREATE TRIGGER fault BEFORE INSERT ON sources BEGIN SELECT RAISE(ABORT, 'a fault'); END"
    )
    raw.commit()
    raw.close()
    daemon = await desk.start("run")
    _, err = await daemon.communicate()

    assert 70 == daemon.returncode, err.decode()
    assert b"Traceback" in err
    assert b"IntegrityError" in err
    assert b"a fault in wiredesk itself" in err.splitlines()[-1]


def test_a_bug_of_the_program_ends_with_70_and_its_traceback() -> None:
    """A script can tell it from a source that failed."""
    code = "from feeds.cli.main import end_clearly; end_clearly(lambda: 1 / 0)"
    ended = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )

    assert 70 == ended.returncode
    assert "ZeroDivisionError" in ended.stdout + ended.stderr
    assert "a fault in wiredesk itself (ZeroDivisionError)" in ended.stderr


async def test_the_end_is_bounded_whatever_hangs() -> None:
    """A thread that waits for a disk for ever does not keep the daemon."""
    code = """
import asyncio, threading
from feeds.schedule.daemon import listen_for_signals

async def main():
    stop = asyncio.Event()
    listen_for_signals(stop, 0.2)
    print("ready", flush=True)
    await stop.wait()
    await asyncio.to_thread(threading.Event().wait)

asyncio.run(main())
"""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    await process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    out, _ = await process.communicate()

    assert 5 == process.returncode
    assert b"gave up" in out


@pytest.mark.parametrize("command", ["fetch", "fetch --json", "status", "status --json", "check"])
def test_what_is_printed_to_a_full_disk_ends_with_5_and_one_line(
    desk: DeskFolder, command: str
) -> None:
    """As a line of cron does that keeps the report of each run."""
    desk.configure(CONFIG)
    desk.drop("dam.txt", "The dam holds\n\nEngineers said it would.\n")
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - it is no file of ours
        ended = subprocess.run(
            [PROGRAM, *command.split()],
            cwd=desk.folder,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )

    assert (5, 1) == (ended.returncode, len(ended.stderr.splitlines())), ended.stderr
    assert "no space is left" in ended.stderr


async def test_an_old_locale_shows_what_it_can(desk: DeskFolder) -> None:
    """A sign the terminal lacks is no reason to fail."""
    desk.drop(
        "dam.txt", "Größere Talsperre hält – 大きなダム\n\nDie Talsperre über Aubeval hält.\n"
    )
    desk.configure("sources:\n  - {id: inbox, path: inbox}\ntopics:\n  - {slug: all, match: '*'}\n")
    old = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    fetched = await desk.run("fetch", **old)
    shown = await desk.run("show", desk.feed("all")["items"][0]["id"], **old)

    assert (0, 0) == (fetched.code, shown.code)
    assert "Gr\\xf6\\xdfere" in shown.out
