"""How much is edited in one transaction. Quiet."""

from collections.abc import AsyncIterator
from typing import Final

from feeds.pipeline.poll import Polled

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
