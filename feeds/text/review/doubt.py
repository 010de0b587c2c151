"""A doubt about a query, and the query as those see it who doubt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, final

from feeds.model import And, Not, Or, Query, Term

_QUOTED: Final = re.compile(r'"[^"]*"')
_OPERATOR: Final = re.compile(r"(?<![^\s()])(?:AND|OR|NOT)(?![^\s()])")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something in a query that cannot be, or was probably not meant.

    Attributes:
        column: Where in the query, from 1.
        message: What is wrong and what to write, without a full stop at the end.
        sure: Whether the query can never be met because of it.
    """

    column: int
    message: str
    sure: bool = False


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A query as written, to see how a term stands in it.

    Attributes:
        text: As :func:`feeds.text.query.straighten_query` makes it.
        unquoted: The same with the phrases blanked.
        has_operators: Whether its writer knows how AND, OR and NOT are written.
    """

    text: str
    unquoted: str
    has_operators: bool

    def is_quoted(self, term: Term) -> bool:
        """Tell whether a term stands in quotation marks."""
        return self.text[term.column - 1 : term.column] == '"'

    def has_field(self, term: Term) -> bool:
        """Tell whether a field's name stands right before a term, not before a parenthesis."""
        return self.names(term.column)

    def names(self, column: int) -> bool:
        """Tell whether a field's name stands right before a column."""
        return self.text[: column - 1].rstrip().endswith(":")

    def is_bare(self, term: Term) -> bool:
        """Tell a word without quotation marks and without a field of its own."""
        return not term.prefix and not self.is_quoted(term) and not self.has_field(term)

    def has_operator_before(self, term: Term) -> bool:
        """Tell whether NOT, a minus or a field's name holds for what begins with a term."""
        before = self.unquoted[: term.column - 1].rstrip()
        return before.endswith(("NOT", "-", ":"))


def read_line(text: str) -> Line:
    """Return a query that stands on one line, as it is looked at."""
    unquoted = _QUOTED.sub(lambda found: " " * len(found[0]), text)
    return Line(text=text, unquoted=unquoted, has_operators=bool(_OPERATOR.search(unquoted)))


def list_parts(query: Query) -> tuple[Query, ...]:
    """Return the parts right below a node."""
    match query:
        case And(parts=parts) | Or(parts=parts):
            return parts
        case Not(part=part):
            return (part,)
        case _:
            return ()


def list_asked(query: And) -> tuple[Query, ...]:
    """Return what must be met together, through parentheses."""
    return tuple(
        it
        for part in query.parts
        for it in (list_asked(part) if isinstance(part, And) else (part,))
    )


def list_nodes(query: Query) -> Iterator[Query]:
    """Yield the nodes from the whole to its parts, in the order in which they are written."""
    yield query
    for part in list_parts(query):
        yield from list_nodes(part)


def list_asking(query: Query) -> Iterator[Query]:
    """Yield the nodes from the whole to its parts; what is asked together is one node."""
    yield query
    for part in list_asked(query) if isinstance(query, And) else list_parts(query):
        yield from list_asking(part)
