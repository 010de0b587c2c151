"""The configuration, read again: real files, and a pulse that works on with what is good."""

import asyncio
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from feeds.model import Config
from feeds.schedule.reload import Reload
from feeds.sources import load_config

GOOD = "sources:\n  - https://post.example/rss\n"
BETTER = "sources:\n  - https://post.example/rss\n  - https://gate.example/rss\n"
BAD = "sources:\n  - {url: https://post.example/rss, evry: 1h}\n"


class Office:
    """A configuration file, a reload of it, and what came of that."""

    def __init__(self, folder: Path) -> None:
        """Begin with a good file."""
        self.path = folder / "sources.yaml"
        self.applied: list[Config] = []
        self.unapplied: str | None = None
        self.reads = 0
        self.path.write_text(GOOD)
        self.reload = Reload(
            load_config(self.path, {}), load=self.load, apply=self.apply, note=self.note
        )

    def load(self) -> Config:
        """Read the file."""
        self.reads += 1
        return load_config(self.path, {})

    async def apply(self, config: Config) -> None:
        """Keep what was applied."""
        self.applied.append(config)

    def note(self, reason: str | None) -> None:
        """Keep why it is not applied."""
        self.unapplied = reason

    async def look(self, times: int = 1) -> int:
        """Look so often, reading when asked to; return how often it was read."""
        before = self.reads
        for _ in range(times):
            await self.reload.look()
            if self.reload.is_asked():
                await self.reload.reload()
        return self.reads - before


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A folder with a good file."""
    return Office(tmp_path)


async def test_a_file_that_changed_is_read_when_it_is_settled(office: Office) -> None:
    """Not while nothing changes, not while it is being written, and then once."""
    still = await office.look(3)
    office.path.write_text("sources:\n")
    half = await office.look()
    office.path.write_text(BETTER)
    whole = await office.look()
    settled = await office.look(3)

    assert (0, 0, 0, 1) == (still, half, whole, settled)
    assert [2] == [len(config.sources) for config in office.applied]


async def test_a_file_that_is_put_in_place_of_another_is_read(office: Office) -> None:
    """The way editors save: its length and time may be the same, it is another file."""
    other = office.path.with_name("new")
    other.write_text(GOOD.replace("post", "gate"))
    await office.look()
    office.path.unlink()
    gone = await office.look()
    other.rename(office.path)
    back = await office.look(2)

    assert (0, 1) == (gone, back)
    assert ["https://gate.example/rss"] == [config.sources[0].url for config in office.applied]
    assert None is office.unapplied


@pytest.mark.case("C-19", "T-06")
async def test_a_bad_file_is_told_once_and_leaves_everything_as_it_is(office: Office) -> None:
    """With how many problems there are, where the first is, and again when it is mended."""
    with capture_logs() as log:
        office.path.write_text(BAD)
        await office.reload.reload()
        await office.reload.reload()
        told = office.unapplied
        office.path.write_text(GOOD)
        await office.reload.reload()

    assert [] == office.applied
    assert (True, None) == ("sources.yaml:2:" in (told or ""), office.unapplied)
    assert ["configuration not applied", "configuration mended"] == [line["event"] for line in log]
    assert 1 == log[0]["problems"]


@pytest.mark.case("C-19")
async def test_a_file_that_is_gone_is_a_bad_one(office: Office) -> None:
    """Asked by a signal it is told at once; looked at, when it stays away."""
    office.path.unlink()
    await office.reload.reload()
    told = office.unapplied
    office.path.write_text(BETTER)
    await office.look(2)

    assert "cannot be read" in (told or "")
    assert (1, None) == (len(office.applied), office.unapplied)


async def test_what_was_wrong_in_a_file_nobody_knew_yet_is_found_mended(office: Office) -> None:
    """A file that is included but not there: no part of what is in use, so no look sees it."""
    office.path.write_text("include: [more.yaml]\n")
    await office.reload.reload()
    office.path.with_name("more.yaml").write_text(BETTER)
    for _ in range(15):
        await office.look()

    assert [2] == [len(config.sources) for config in office.applied]


@pytest.mark.case("T-06")
async def test_asked_a_hundred_times_it_reads_as_often_as_it_can(office: Office) -> None:
    """Good and bad files by turns: what counts is the last, and no request is kept in a queue."""
    reloading = asyncio.create_task(office.reload.keep_reloading())
    for number in range(100):
        office.path.write_text(BAD if number % 2 else GOOD)
        office.reload.ask()
    office.path.write_text(BETTER)
    office.reload.ask()
    while not office.applied:
        await asyncio.wait((reloading,), timeout=0.01)
    reloading.cancel()

    assert office.reads <= 2
    assert (2, None) == (len(office.applied[-1].sources), office.unapplied)


async def test_the_same_again_changes_nothing(office: Office) -> None:
    """A comment, or a file that was only touched."""
    office.path.write_text(f"# our sources\n{GOOD}")
    await office.look(2)

    assert (1, []) == (office.reads, office.applied)


async def test_a_bug_in_reading_is_a_configuration_that_cannot_be_used(tmp_path: Path) -> None:
    """The desk works on with what it has."""

    def fail() -> Config:
        raise ValueError("no")

    noted: list[str | None] = []
    office = Office(tmp_path)
    reload = Reload(office.load(), load=fail, apply=office.apply, note=noted.append)
    await reload.reload()

    assert ["a fault in wiredesk itself: ValueError"] == noted
