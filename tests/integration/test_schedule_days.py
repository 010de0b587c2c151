"""Three days of the pulse, in a clock that is moved: nothing may pile up."""

import asyncio
import gc
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from polls import StandingClock, a_desk, a_poll
from stories import a_source, a_story

from feeds.model import Failed, NotModified, Source, SourceState
from feeds.pipeline.poll import Polled
from feeds.schedule.pulse import Pulse
from feeds.store import Store

TWO_HOURS = timedelta(hours=2)
SOURCES = tuple(a_source(f"post{number}", every=TWO_HOURS) for number in range(20))


async def play_source(source: Source, state: SourceState, *, now: datetime) -> Polled:
    """Every tenth poll fails; of the others every second brings a story."""
    turn = int(now.timestamp()) // 7200 + int(source.id.removeprefix("post"))
    if turn % 10 == 0:
        failed = Failed(kind="timeout", reason="no complete answer came in time")
        return a_poll(source=source, state=state, now=now, outcome=failed)
    if turn % 2:
        unmodified = NotModified(status=304)
        return a_poll(source=source, state=state, now=now, outcome=unmodified)
    story = a_story(f"dam {turn} of {source.id}", source_id=source.id, first_seen=now)
    return a_poll(story, source=source, state=state, now=now)


async def let_pass(pulse: Pulse, clock: StandingClock, hours: int) -> int:
    """Let hours pass, and return how many polls there were."""
    polls = 0
    for _ in range(hours // 2):
        clock.time += TWO_HOURS * 1.1
        while begun := await pulse.beat():
            polls += len(await asyncio.gather(*begun))
        await pulse.edit_waiting()
    return polls


def count_held() -> tuple[int, int, int]:
    """Return how many tasks, open files and objects there are."""
    gc.collect()
    descriptors = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    return len(asyncio.all_tasks()), descriptors, len(gc.get_objects())


@pytest.mark.case("T-11")
async def test_three_days_leave_no_task_no_open_file_and_no_memory(
    store: Store, tmp_path: Path
) -> None:
    """After the first day, two more with failures in them add nothing but stories on the disk."""
    desk = a_desk(store, tmp_path / "output", *SOURCES)
    clock = desk.clock
    assert isinstance(clock, StandingClock)
    pulse = Pulse(desk, play_source)
    await pulse.begin()
    await let_pass(pulse, clock, 24)
    before = count_held()
    polls = await let_pass(pulse, clock, 48)
    tasks, files, objects = (now - then for now, then in zip(count_held(), before, strict=True))

    assert polls >= 20 * len(SOURCES)
    assert (0, 0) == (tasks, files)
    assert objects < 5000
