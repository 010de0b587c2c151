"""How much is edited in one transaction, and in which order. Quiet."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import Final, TypeVar

from feeds.pipeline.poll import Polled

_Result = TypeVar("_Result")

MOST_AT_ONCE: Final = 5000
"""In one pass: the fewer transactions, the less is looked up twice."""
MOST_BESIDE: Final = 1000
"""In the daemon, that may be asked to stop: a batch is over long before its patience is."""


async def take_batch(coming: AsyncIterator[Polled], most: int) -> list[Polled]:
    """Take polls as they come, until they are enough work, or all have come.

    Args:
        coming: Those to take from; what is left stays there.
        most: With so many stories it is enough; each poll counts as one, too.
    """
    batch: list[Polled] = []
    work = 0
    while work < most and (polled := await anext(coming, None)):
        batch.append(polled)
        work += 1 + len(polled.reading.stories)
    return batch


async def wait_in_order(tasks: deque[asyncio.Task[_Result]]) -> AsyncIterator[_Result]:
    """Yield what tasks return in their order, each when it has come, and let go of it.

    Args:
        tasks: Those to wait for; each is taken out when its result is yielded.
    """
    while tasks:
        # To await the task itself would hand an interruption on to it, and it might take that in.
        await asyncio.wait([tasks[0]])
        yield tasks.popleft().result()
