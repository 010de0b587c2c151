"""A disk that fills up, or can only be read, while the pulse beats; then it is well again."""

import asyncio
import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from harm.invariants import list_faults, list_torn_files, read_held
from harm.small import CONFIG
from polls import StandingClock, a_poll
from stories import NOON, a_story

from feeds.model import Source, SourceState
from feeds.pipeline.poll import Polled
from feeds.schedule.desk import Desk
from feeds.schedule.pulse import Pulse
from feeds.store import open_store


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one mebibyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
    if os.geteuid() or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no right to mount")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def fill(disk: Path) -> None:
    """Leave no space."""
    try:
        with (disk / "ballast").open("wb", buffering=0) as stream:
            while stream.write(bytes(4096)):
                pass
    except OSError:
        return


def free(disk: Path) -> None:
    """Give the space back."""
    (disk / "ballast").unlink()


def forbid(disk: Path) -> None:
    """Let it be read only."""
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)


def allow(disk: Path) -> None:
    """Let it be written again."""
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)


async def bring(source: Source, state: SourceState, *, now: datetime) -> Polled:
    """A poll that brings a story of its own, with a long text."""
    story = a_story(f"dam-{now:%H%M}", body_text=" ".join(f"word{n}" for n in range(900)))
    return a_poll(story, source=source, state=state, now=now)


async def beat(pulse: Pulse, clock: StandingClock) -> None:
    """Let some time go by, poll what is due, and edit it."""
    clock.time += 2 * CONFIG.sources[0].every
    await asyncio.gather(*await pulse.beat())
    await pulse.edit_waiting()


def shown(output: Path) -> int:
    """Return how many entries are published."""
    return (output / "all.json").read_text("utf-8").count('"date_published"') or (
        (output / "all.rss").read_text("utf-8").count("<item>")
    )


@pytest.mark.case("S-04", "S-06", "P-04")
@pytest.mark.parametrize(
    ("harmed", "harm", "mend"),
    # A database that is open for writing keeps a disk from being forbidden; the sweep has EROFS.
    [("data", fill, free), ("output", fill, free), ("output", forbid, allow)],
)
async def test_a_disk_that_fails_for_three_polls_costs_nothing(
    small_disk: Path,
    tmp_path: Path,
    harmed: str,
    harm: Callable[[Path], None],
    mend: Callable[[Path], None],
) -> None:
    """The memory is as before, no feed is torn, and the first beat after it makes all good."""
    folders = {"data": tmp_path / "data", "output": tmp_path / "output"}
    folders[harmed] = small_disk / harmed
    folders["data"].mkdir()
    clock = StandingClock(NOON)
    with open_store(folders["data"] / "wiredesk.db") as store:
        desk = Desk(config=CONFIG, store=store, output=folders["output"], clock=clock)
        pulse = Pulse(desk, bring)
        await pulse.begin()
        await beat(pulse, clock)
        harm(small_disk)
        for _ in range(3):
            await beat(pulse, clock)
        torn, kept = list_torn_files(folders["output"]), shown(folders["output"])
        mend(small_disk)
        await beat(pulse, clock)
        await beat(pulse, clock)
        expected = 3 if harmed == "data" else 6
        published = shown(folders["output"])
    held = read_held(folders["data"])

    assert ([], 1) == (torn, kept)
    assert (expected, expected) == (len(held.owners), published)
    assert [line for line in list_faults(held) if "outbox" not in line] == []
    assert list_torn_files(folders["output"]) == []
