"""What is to be said of a query that can be read: what it never finds, what it hardly means."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, final

from feeds.errors import QueryError
from feeds.model import Query
from feeds.text.clashes import find_clashes
from feeds.text.query import straighten_query
from feeds.text.unmeant import find_unmeant

# Each is shown with its query: of a long one that is wrong all over, no more are told.
_MOST: Final = 20


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What was found in a query, in its order.

    Attributes:
        never: What can never be met.
        unmeant: What is allowed but probably not meant.
    """

    never: tuple[QueryError, ...] = ()
    unmeant: tuple[QueryError, ...] = ()


def review_query(text: str, query: Query, sources: Sequence[str] | None = None) -> Review:
    """Return what is to be said of a query, one thing for each place in it, forty in all.

    Args:
        text: As written in ``match:``.
        query: The same, read by :func:`feeds.text.query.parse_query`.
        sources: The ids of all sources; None if they are not known.
    """
    line = straighten_query(text)
    clashes = islice(find_clashes(query, sources), _MOST)
    unmeant = islice(find_unmeant(query, line, sources or ()), _MOST)
    # Of two at one place the sure one is told, else the one about how it is written.
    found = sorted((*unmeant, *clashes), key=lambda doubt: not doubt.sure)
    first = {doubt.column: doubt for doubt in reversed(found)}
    ordered = [first[column] for column in sorted(first)]
    told = [(it.sure, QueryError(it.message, query=line, column=it.column)) for it in ordered]
    return Review(
        never=tuple(error for sure, error in told if sure),
        unmeant=tuple(error for sure, error in told if not sure),
    )
