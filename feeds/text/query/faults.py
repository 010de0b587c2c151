"""Why the grammar stopped in a query, and the query without what stopped it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, final

from lark import Token

from feeds.errors import QueryError

_SOMETHING: Final = 'a word, a "phrase" or a parenthesis'
_WORD: Final = re.compile(r'-[\s-]*([^\s()"-][^\s()"]{0,40})')
_EXPECTING: Final = {"_AND", "_OR", "NOT", "MINUS", "FIELD"}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is wrong with the form of a query.

    Attributes:
        error: What people are told.
        word: What stands there.
        mended: The text without it; every column stays.
        open_end: Whether nobody can tell how the query goes on behind it.
    """

    error: QueryError
    word: str
    mended: str
    open_end: bool = False


def explain_character(text: str, query: str, column: int) -> Fault:
    """Say why the lexer stopped: an open quotation mark or a loose minus.

    Args:
        text: What was read.
        query: The query as it was written, to be shown.
        column: Where the lexer stopped, from 1.
    """
    sign = text[column - 1]
    if sign == '"':
        error = QueryError("This quotation mark is never closed", query=query, column=column)
        return Fault(error=error, word=sign, mended=text[: column - 1], open_end=True)
    behind = _WORD.match(text, column - 1)
    problem = (
        f"A minus stands right before what it excludes, as in -{behind[1] if behind else 'sport'}; "
        "leave it out if it excludes nothing"
    )
    error = QueryError(problem, query=query, column=column)
    return Fault(error=error, word=sign, mended=_blank(text, column - 1, 1))


def explain_token(text: str, query: str, tokens: Sequence[Token], token: Token) -> Fault:
    """Say why the parser stopped, pointing at the word to change.

    Args:
        text: What was read.
        query: The query as it was written, to be shown.
        tokens: All of the text.
        token: Where the parser stopped.
    """
    ended = token.type == "$END"
    count = len(tokens) if ended else next(i for i, t in enumerate(tokens) if _same(t, token))
    before = tokens[count - 1] if count else None
    if before is not None and before.type in _EXPECTING:
        problem = _explain_missing(before, tokens[count:])
        return _take_out(problem, text, query, before)
    if ended:
        return _close(text, query, _find_open(tokens), tokens[-1])
    if token.type == "_CLOSE" and before is not None and before.type == "_OPEN":
        fault = _take_out("There is nothing between the parentheses", text, query, token)
        return Fault(
            error=fault.error, word=")", mended=_blank(fault.mended, find_start(before), 1)
        )
    if token.type == "_CLOSE":
        return _take_out("No parenthesis is open", text, query, token)
    return _take_out(f"Before {token} something is missing: {_SOMETHING}", text, query, token)


def find_start(token: Token) -> int:
    """Return where a token begins, from 0."""
    return token.start_pos or 0


def fail(problem: str, query: str, token: Token) -> QueryError:
    """Return the error that points at a token."""
    return QueryError(problem, query=query, column=find_start(token) + 1)


def _explain_missing(before: Token, rest: Sequence[Token]) -> str:
    """Say that something is missing behind a token, or stands before it."""
    if before.type == "FIELD" and len(rest) > 1 and rest[0].type in ("MINUS", "NOT"):
        sign = "-" if rest[0].type == "MINUS" else "NOT "
        value = "(…)" if rest[1].type == "_OPEN" else str(rest[1])
        return f"What excludes stands before the field's name; write {sign}{before}{value}"
    return f"After {before} something is missing: {_SOMETHING}"


def _close(text: str, query: str, opening: Token, last: Token) -> Fault:
    """Say that a parenthesis is never closed; without anything in it, it is no more read."""
    problem = "This parenthesis is never closed"
    if _same(opening, last):
        return _take_out(problem, text, query, opening)
    return Fault(error=fail(problem, query, opening), word="(", mended=f"{text})")


def _take_out(problem: str, text: str, query: str, token: Token) -> Fault:
    mended = _blank(text, find_start(token), len(token))
    return Fault(error=fail(problem, query, token), word=str(token), mended=mended)


def _blank(text: str, start: int, length: int) -> str:
    return text[:start] + " " * length + text[start + length :]


def _same(token: Token, other: Token) -> bool:
    return token.start_pos == other.start_pos


def _find_open(tokens: Sequence[Token]) -> Token:
    """Return the innermost parenthesis that is never closed."""
    opened: list[Token] = []
    for token in tokens:
        if token.type == "_OPEN":
            opened.append(token)
        if token.type == "_CLOSE":
            opened.pop()
    return opened[-1]
