"""In which order polls are waited for, and what an interruption ends."""

import asyncio
from collections import deque

import pytest

from feeds.schedule.batch import wait_in_order


async def test_results_come_in_the_order_of_the_tasks_whichever_ends_first() -> None:
    """The order of the configuration decides, not the network."""
    first_may_end = asyncio.Event()

    async def first() -> str:
        await first_may_end.wait()
        return "first"

    async def second() -> str:
        first_may_end.set()
        return "second"

    tasks = deque(asyncio.create_task(one()) for one in (first, second))

    assert [it async for it in wait_in_order(tasks)] == ["first", "second"]
    assert not tasks


async def test_an_interruption_ends_the_wait_though_the_task_would_take_it_in() -> None:
    """A library that swallows a cancellation keeps nobody from ending the pass."""
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def take_in() -> None:
        begun.set()
        try:
            await may_end.wait()
        except asyncio.CancelledError:
            return

    task = asyncio.create_task(take_in())
    waiting = asyncio.ensure_future(anext(wait_in_order(deque([task]))))
    await begun.wait()
    waiting.cancel()

    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not task.cancelling()
    may_end.set()
    await task
