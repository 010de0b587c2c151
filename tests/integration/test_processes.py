"""Worker processes that are stopped at their limits."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from feeds.processes import NOT_STARTED, Limits, Stopped, Workers


def double(number: int) -> int:
    """Work that ends."""
    return 2 * number


def spin() -> None:
    """Work that uses the processor for ever."""
    while True:
        pass


def wait_for_ever() -> None:
    """Work that never comes back and uses nothing."""
    os.read(os.pipe()[0], 1)


def fill_memory() -> int:
    """Work that takes all memory."""
    return len(bytearray(4 << 30))


def take_memory() -> int:
    """Work that takes a hundred megabytes."""
    return len(bytearray(100 << 20))


def stop_walking() -> None:
    """Work that ends as a generator does."""
    next(iter(()))


def die() -> None:
    """Work that takes its process down."""
    os._exit(7)


def be_killed() -> None:
    """Work whose process the kernel kills when memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    """Work with a bug."""
    message = "a bug"
    raise KeyError(message)


async def test_work_comes_back() -> None:
    """A result is a result."""
    async with Workers(count=1) as workers:
        assert 42 == await workers.run(double, 21)


@pytest.mark.case("T-09")
@pytest.mark.parametrize(
    ("work", "limits", "reason"),
    [
        (spin, Limits(cpu=1), "processor time"),
        (wait_for_ever, Limits(wall=0.5), "more than 0.5 seconds"),
        (fill_memory, Limits(), "memory"),
        (die, Limits(), "worker process down"),
        (be_killed, Limits(), "worker process down"),
    ],
)
async def test_work_over_a_limit_is_stopped_and_the_next_goes_on(
    work: Callable[[], object], limits: Limits, reason: str
) -> None:
    """Each limit is told in words, and the pool is whole afterwards."""
    async with Workers(limits=limits, count=1) as workers:
        stopped = await workers.run(work)

        assert isinstance(stopped, Stopped)
        assert reason in stopped.reason
        assert 4 == await workers.run(double, 2)


async def test_work_that_ends_as_a_generator_does_keeps_nobody_waiting() -> None:
    """No future can hold such an end: it is a bug like any other."""
    async with Workers(count=1) as workers:
        with pytest.raises(RuntimeError, match="StopIteration"):
            await workers.run(stop_walking)
        assert 4 == await workers.run(double, 2)


async def test_a_bug_in_the_work_is_raised_here() -> None:
    """What is no limit is no value."""
    async with Workers(count=1) as workers:
        with pytest.raises(KeyError, match="a bug"):
            await workers.run(fail)


async def test_work_ends_where_no_worker_can_start() -> None:
    """However much of it is waiting: no process can be given such a limit."""
    async with asyncio.timeout(60), Workers(limits=Limits(memory=1 << 70), count=2) as workers:
        ended = await asyncio.gather(*(workers.run(double, number) for number in range(50)))

    assert [NOT_STARTED] * 50 == ended


async def test_work_that_no_worker_can_take_up_ends_and_the_next_goes_on() -> None:
    """A worker that dies while it is handed its work is replaced, with all the others."""
    limits = Limits(memory=160 << 20)
    async with asyncio.timeout(60), Workers(limits=limits, count=1) as workers:
        assert NOT_STARTED == await workers.run(len, bytes(100 << 20))
        assert 4 == await workers.run(double, 2)


async def test_work_ends_when_its_workers_are_closed() -> None:
    """Nobody waits for a pool that is gone."""
    async with asyncio.timeout(60):
        workers = Workers(count=1)
        assert 4 == await workers.run(double, 2)
        waiting = asyncio.create_task(workers.run(wait_for_ever))
        await asyncio.to_thread(workers.close)

        assert NOT_STARTED == await waiting
        assert NOT_STARTED == await workers.run(double, 2)


_OPEN_AND_CLOSE = """
import asyncio
from feeds.processes import Workers

async def main():
    for _ in range(10):
        async with Workers(count=8) as workers:
            assert 7 == await workers.run(int, "7")

asyncio.run(main())
"""


@pytest.mark.case("T-05")
def test_workers_that_are_just_starting_are_ended_without_a_word() -> None:
    """The first has done all the work while the others still begin: no traceback of theirs."""
    ended = subprocess.run(
        [sys.executable, "-c", _OPEN_AND_CLOSE], check=True, capture_output=True, text=True
    )

    assert "" == ended.stderr


@pytest.mark.case("T-09")
async def test_a_process_that_was_stopped_is_not_used_again() -> None:
    """Another takes its place, and the old one is gone."""
    async with Workers(count=1) as workers:
        first = await workers.run(os.getpid)
        stopped = await workers.run_aside(Limits(wall=0.3), spin)
        second = await workers.run(os.getpid)

        assert isinstance(stopped, Stopped)
        assert stopped.late
        assert isinstance(first, int)
        assert first != second
        with pytest.raises(ProcessLookupError):
            os.kill(first, 0)


async def test_work_aside_has_limits_of_its_own() -> None:
    """Of processor time and of memory; the next piece has those of all again."""
    async with Workers(limits=Limits(cpu=5), count=1) as workers:
        quick = await workers.run_aside(Limits(cpu=1), spin)
        small = await workers.run_aside(Limits(memory=64 << 20), take_memory)

        assert isinstance(quick, Stopped)
        assert "it took more than 1 seconds of processor time" == quick.reason
        assert isinstance(small, Stopped)
        assert "it needed more than 64 MiB of memory" == small.reason
        assert 100 << 20 == await workers.run(take_memory)


async def test_work_aside_leaves_half_of_the_processes_to_others() -> None:
    """However much of it is waiting, other work goes on."""
    async with Workers(count=2) as workers:
        aside = [asyncio.create_task(workers.run_aside(Limits(), wait_for_ever)) for _ in range(5)]
        await asyncio.wait(aside, timeout=0.1)

        assert 42 == await workers.run(double, 21)
        assert not any(task.done() for task in aside)
        for task in aside:
            task.cancel()
