"""How much is edited in one transaction, and how much may wait for it. Quiet."""

from collections.abc import AsyncIterator, Iterable
from typing import Final

from feeds.pipeline.poll import Polled

MOST_AT_ONCE: Final = 5000
"""In one pass: the fewer transactions, the less is looked up twice."""
MOST_BESIDE: Final = 1000
"""In the daemon, that may be asked to stop: a batch is over long before its patience is."""
MOST_HELD: Final = 5000
"""While so much waits nobody is asked: of hundreds of new sources the stories fill the memory."""


def measure_work(polls: Iterable[Polled]) -> int:
    """Return how much there is to edit: each story counts as one, and so does each poll."""
    return sum(1 + len(polled.reading.stories) for polled in polls)


async def take_batch(coming: AsyncIterator[Polled], most: int) -> list[Polled]:
    """Take polls as they come, until they are enough work, or all have come.

    Args:
        coming: Those to take from; what is left stays there.
        most: So much work is enough.
    """
    batch: list[Polled] = []
    work = 0
    while work < most and (polled := await anext(coming, None)):
        batch.append(polled)
        work += measure_work([polled])
    return batch
