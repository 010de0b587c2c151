"""Everything that is to be said of a query, in its order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, final

from feeds.errors import QueryError
from feeds.model import And, Or, Query
from feeds.text.query import Reading, read_query
from feeds.text.review.agencies import find_mistyped_agencies
from feeds.text.review.contradictions import find_contradictions
from feeds.text.review.doubt import Doubt, Line, list_asked, list_asking, list_nodes, read_line
from feeds.text.review.fields import find_loose_colons, find_parted_values, find_values_left
from feeds.text.review.languages import find_wrong_languages
from feeds.text.review.operators import find_loose_operators
from feeds.text.review.quotes import find_loose_quotes
from feeds.text.review.signs import find_signs
from feeds.text.review.single import find_excluding_nothing, find_two_at_once
from feeds.text.review.sources import Sources, find_unknown_sources, know_sources

# Each is shown with its query: of a long one that is wrong all over, no more are told.
_MOST: Final = 20
_NOWHERE: Final[Mapping[str, str]] = {}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What was found in a query, in its order.

    Attributes:
        query: The query, read; None if anything is wrong with it.
        never: What cannot be read, or never be met.
        unmeant: What is allowed but probably not meant.
    """

    query: Query | None = None
    never: tuple[QueryError, ...] = ()
    unmeant: tuple[QueryError, ...] = ()


def review_query(
    text: str, sources: Sequence[str] | None = None, hosts: Mapping[str, str] = _NOWHERE
) -> Review:
    """Return a query with what is to be said of it, one thing for each place.

    Args:
        text: As written in ``match:``.
        sources: The ids of all sources; None if they are not known.
        hosts: That of each source that has an address, by id.
    """
    reading = read_query(text)
    faults = [Doubt(column=it.column, message=str(it), sure=True) for it in reading.faults[:_MOST]]
    known = know_sources(tuple(sources)) if sources else None
    doubts = _find_doubts(reading, known, hosts) if reading.query else ()
    # Of two at one place the sure one is told, else the one about how it is written.
    found = sorted((*faults, *doubts), key=lambda doubt: not doubt.sure)
    first = {doubt.column: doubt for doubt in reversed(found)}
    ordered = [first[column] for column in sorted(first)]
    shown = {it.column: it.query for it in reading.faults}
    told = [(it.sure, _point(it, shown.get(it.column, reading.line))) for it in ordered]
    never = tuple(error for sure, error in told if sure)
    return Review(
        query=None if never else reading.query,
        never=never,
        unmeant=tuple(error for sure, error in told if not sure),
    )


def _point(doubt: Doubt, query: str) -> QueryError:
    return QueryError(doubt.message, query=query, column=doubt.column)


def _find_doubts(
    reading: Reading, sources: Sources | None, hosts: Mapping[str, str]
) -> Iterator[Doubt]:
    """Find how a query is hardly meant, then what no story can have."""
    query = reading.query
    if query is None:
        return
    line = read_line(reading.line)
    yield from islice(_find_unmeant(query, line, sources), _MOST)
    unknown = find_unknown_sources(query, line, sources, hosts) if sources else iter(())
    wrong = find_wrong_languages(query, line)
    mistyped = find_mistyped_agencies(query, line)
    for doubts in (unknown, wrong, mistyped):
        yield from islice((it for it in doubts if reading.sound or line.names(it.column)), _MOST)
    # Where a parenthesis is missing, nobody knows what was asked together.
    if reading.sound:
        yield from islice(_find_clashes(query, sources), _MOST)


def _find_unmeant(query: Query, line: Line, sources: Sources | None) -> Iterator[Doubt]:
    """Find what is read otherwise than it is usually meant.

    A word in quotation marks is meant as it stands: nothing is said of it.
    """
    yield from find_signs(query, line)
    for node in list_nodes(query):
        match node:
            case And(parts=parts):
                yield from find_loose_operators(parts, line)
                yield from find_loose_quotes(parts, line)
                yield from find_loose_colons(parts, line)
                yield from find_parted_values(parts, line, sources)
            case Or(parts=parts):
                yield from find_values_left(parts, line, sources)
            case _:
                pass


def _find_clashes(query: Query, sources: Sources | None) -> Iterator[Doubt]:
    """Find what no story can have, from the whole query to its parts.

    A query that contradicts itself by the language alone is surely never met; one of which a part
    does may be met by another part.
    """
    for node in list_asking(query):
        match node:
            case And():
                asked = list_asked(node)
                found = (*find_contradictions(asked), *find_two_at_once(asked, sources))
                yield from found if node is query else (replace(it, sure=False) for it in found)
            case Or(parts=parts):
                yield from find_excluding_nothing(parts, sources)
            case _:
                pass
