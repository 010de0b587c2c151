"""Queries read: lark's tree turned into ours, with everything that is wrong on the way."""

from dataclasses import dataclass, field
from typing import Final, final

from lark import Token, Tree

from feeds.errors import QueryError
from feeds.model.query import And, Everything, Not, Or, Query, Term
from feeds.text.query.faults import fail, find_start
from feeds.text.query.fields import QUERY_FIELDS, explain_field
from feeds.text.query.genres import explain_genre, names_genre
from feeds.text.query.grammar import Node, parse_tree
from feeds.text.query.terms import split_terms, straighten_query
from feeds.text.query.wordless import ends_phrase, explain_star, explain_wordless, is_harmless

MAX_QUERY_LENGTH: Final = 10_000
MAX_QUERY_DEPTH: Final = 100


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A query as it was read.

    Attributes:
        line: The query on one line, with straight quotation marks.
        query: The tree; without what is wrong, if anything is. None if nothing is left.
        faults: What is wrong: first with the form, then with what is named.
        sound: Whether the form is right, so that what stands together was meant to.
    """

    line: str
    query: Query | None
    faults: tuple[QueryError, ...] = ()
    sound: bool = True


def parse_query(text: str) -> Query:
    """Read a query.

    Args:
        text: As written in ``match:``; line breaks count as spaces.

    Returns:
        The tree; words are folded as by :func:`split_terms`, ``text:`` is no field (None).

    Raises:
        QueryError: The query is empty, longer than 10,000 characters, nested deeper than 100,
            or not of the language; the column points at the mistake.
    """
    reading = read_query(text)
    if reading.faults or reading.query is None:
        raise reading.faults[0]
    return reading.query


def read_query(text: str) -> Reading:
    """Read a query with everything that is wrong with it, as far as it can be read."""
    if len(text) > MAX_QUERY_LENGTH:
        problem = f"The query has {len(text)} characters; at most {MAX_QUERY_LENGTH} are read"
        error = QueryError(problem, query=text[:60] + "…", column=61)
        return Reading(line=error.query, query=None, faults=(error,))
    line = straighten_query(text)
    if not line.strip():
        problem = "The query is empty; write words, or * for everything"
        return Reading(line="", query=None, faults=(QueryError(problem, query="", column=1),))
    if line.strip() == "*":
        return Reading(line=line, query=Everything())
    parsed = parse_tree(line)
    builder = _Builder(line=line, faults=list(parsed.faults))
    try:
        query = None if parsed.tree is None else builder.build(parsed.tree, None, 0)
    except QueryError as error:  # nested too deep to go on
        builder.faults.append(error)
        query = None
    faults = tuple(builder.faults)
    return Reading(line=line, query=query, faults=faults, sound=not parsed.faults)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Builder:
    """Turns lark's tree into ours.

    Attributes:
        line: The query.
        faults: Takes what is wrong; such a part is left out.
    """

    line: str
    faults: list[QueryError] = field(default_factory=list)

    def build(self, node: Node, name: str | None, depth: int) -> Query | None:
        """Return the tree of a node; ``name`` is the field written before a parenthesis."""
        if isinstance(node, Token):
            return self._read_term(node, name)
        children = node.children
        match node.data:
            case "either" | "both":
                if node.data == "both":
                    children = [part for part in children if not is_harmless(part)] or children
                built = (self.build(part, name, depth) for part in children)
                return _join_parts(node.data, tuple(part for part in built if part))
            case "excluded":
                part = self.build(children[1], name, self._go_down(depth, node))
                return Not(part=part) if part else None
            case "within":
                return self.build(children[1], self._read_field(_find_first(node)), depth)
            case _:
                return self.build(children[0], name, self._go_down(depth, node))

    def _go_down(self, depth: int, node: Tree[Token]) -> int:
        if depth < MAX_QUERY_DEPTH:
            return depth + 1
        problem = f"The query is nested more than {MAX_QUERY_DEPTH} deep"
        raise fail(problem, self.line, _find_first(node))

    def _read_field(self, token: Token) -> str | None:
        """Return the field's name, None for ``text``."""
        written = str(token).rstrip(":")
        name = written.lower()
        if name not in QUERY_FIELDS:
            self._refuse(explain_field(written), token)
        return name if name in QUERY_FIELDS and name != "text" else None

    def _read_term(self, token: Token, name: str | None) -> Term | None:
        """Read a word, phrase or prefix; None if it is none."""
        body = token[1:-1] if token.type == "PHRASE" else str(token)
        prefix = body.endswith("*")
        rest = body.removesuffix("*")
        if "*" in body and (problem := explain_star(body)):
            self._refuse(problem, token, token.index("*"))
            return None
        words = split_terms(rest)
        if not words and ends_phrase(self.line, token):
            return None
        if not words:
            self._refuse(explain_wordless(self.line, token), token)
            return None
        if name == "genre" and not names_genre(words, prefix=prefix):
            before = self.line[: find_start(token)].rstrip()
            self._refuse(explain_genre(rest, "genre:" * before.endswith(":")), token)
            return None
        written = " ".join(rest.split())
        column = find_start(token) + 1
        return Term(words=words, prefix=prefix, field=name, written=written, column=column)

    def _refuse(self, problem: str, token: Token, offset: int = 0) -> None:
        column = find_start(token) + offset + 1
        self.faults.append(QueryError(problem, query=self.line, column=column))


def _join_parts(rule: str, parts: tuple[Query, ...]) -> Query | None:
    if len(parts) < 2:  # noqa: PLR2004 - one part needs no wrapper
        return parts[0] if parts else None
    return Or(parts=parts) if rule == "either" else And(parts=parts)


def _find_first(node: Node) -> Token:
    """Return the first token; by a loop, for the tree may be deeper than Python's stack."""
    while isinstance(node, Tree):
        node = node.children[0]
    return node
