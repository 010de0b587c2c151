"""The query language: a topic's ``match:`` line read into a tree.

In: what stands in ``match:``. Out: a tree of :mod:`feeds.model.query`, or what is wrong with it.
Touches: nothing. The language is described for users in ``docs/reference/query.md``.

``read`` turns the tree of the ``grammar`` into ours and collects ``faults``; ``fields`` and
``genres`` know the names a query may hold, ``terms`` how words are folded and written;
``wordless`` says what was meant where no word is.
"""

from feeds.text.query.fields import QUERY_FIELDS, TEXT_FIELDS
from feeds.text.query.genres import find_genres
from feeds.text.query.read import (
    MAX_QUERY_DEPTH,
    MAX_QUERY_LENGTH,
    Reading,
    parse_query,
    read_query,
)
from feeds.text.query.terms import (
    OPERATORS,
    quote_term,
    spell_words,
    split_terms,
    straighten_query,
    write_term,
)

__all__ = [
    "MAX_QUERY_DEPTH",
    "MAX_QUERY_LENGTH",
    "OPERATORS",
    "QUERY_FIELDS",
    "TEXT_FIELDS",
    "Reading",
    "find_genres",
    "parse_query",
    "quote_term",
    "read_query",
    "spell_words",
    "split_terms",
    "straighten_query",
    "write_term",
]
