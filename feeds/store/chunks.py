"""Long lists in pieces, because a statement takes only so many values."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")

_MOST = 500


def chunked(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items in lists of at most 500."""
    iterator = iter(items)
    while chunk := list(islice(iterator, _MOST)):
        yield chunk
