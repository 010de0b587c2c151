"""A topic's question to a story, as a tree.

Grammar and meaning are in the reference "The query language"; the text is read by
:func:`feeds.text.query.parse_query` and answered by :func:`feeds.curate.match_story`.
"""

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """``*``: every story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word, a phrase or a prefix, in one field or in any text field.

    Attributes:
        words: The words, folded for comparing (case and accents off); several make a phrase.
        prefix: Whether the last word may go on (``syria*``).
        field: Field name as in ``section:sport``; None means headline, standfirst or body.
        written: As it is written in the query, without field, quotation marks and ``*``, for
            people; empty if it was not read from one.
        column: Where it begins in the query, from 1; 0 if it was not read from one.
    """

    words: tuple[str, ...]
    prefix: bool = False
    field: str | None = None
    written: str = dataclasses.field(default="", compare=False)
    column: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class And:
    """All of them."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Or:
    """At least one of them."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """Not this one."""

    part: "Query"


Query = Everything | Term | And | Or | Not
