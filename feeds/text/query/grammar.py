"""The grammar of queries: from characters to the tree of lark, with every fault of the form.

The text is read with an LALR(1) grammar, so the time is linear in its length whatever is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, final

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from feeds.errors import QueryError
from feeds.text.query.faults import Fault, explain_character, explain_token

# Each is shown with its query, and each costs another reading.
_MOST: Final = 5

# FIELD spares "https://…", which is a word. The lexer is the basic one: a contextual lexer
# would take a misplaced AND for an ordinary word instead of reporting it.
_GRAMMAR: Final = r"""
    ?start: either
    ?either: both (_OR both)* -> either
    ?both: single (_AND? single)* -> both
    ?single: (NOT | MINUS) single -> excluded
        | FIELD value -> within
        | value
    ?value: _OPEN either _CLOSE -> group
        | WORD
        | PHRASE

    _AND: "AND"
    _OR: "OR"
    NOT: "NOT"
    MINUS: /-(?=[^\s-])/
    _OPEN: "("
    _CLOSE: ")"
    FIELD.2: /[^\W\d_][\w-]*:(?!\/\/)/
    PHRASE: /"[^"]*"/
    WORD: /[^\s()"-][^\s()"]*/
    %ignore /\s+/
"""

Node = Tree[Token] | Token


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What the grammar makes of a query.

    Attributes:
        tree: Lark's; one lone word or phrase is a token. None if nothing is left to be read.
        faults: What is wrong with the form, in the order it was met; the tree is that of the
            query without it.
    """

    tree: Node | None
    faults: tuple[QueryError, ...]


@cache
def _make_parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", lexer="basic", maybe_placeholders=False)


def parse_tree(query: str) -> Parsed:
    """Read a query that stands on one line; what is wrong is taken out, and reading goes on."""
    faults: list[Fault] = []
    text = query
    for _ in range(_MOST):
        tree, fault = _try_tree(text, query)
        if fault is None:
            return Parsed(tree=tree, faults=_list_errors(faults))
        if not (faults and _follows(fault, faults[-1])):
            faults.append(fault)
        text = fault.mended
        if not text.strip():
            break
    return Parsed(tree=None, faults=_list_errors(faults))


def _try_tree(text: str, query: str) -> tuple[Node | None, Fault | None]:
    """Return the tree of a text, or why there is none."""
    parser = _make_parser()
    tokens: Sequence[Token]
    try:
        tokens = tuple(parser.lex(text))
    except UnexpectedCharacters as error:
        return None, explain_character(text, query, error.column)
    try:
        return parser.parse(text), None
    except UnexpectedToken as error:
        return None, explain_token(text, query, tokens, error.token)


def _follows(fault: Fault, before: Fault) -> bool:
    """Tell whether a fault is there only since the one before it was taken out."""
    if before.open_end:
        return True
    if fault.word in ("(", ")"):
        return False
    start, end = sorted((fault.error.column, before.error.column))
    between = before.mended[start - 1 : end - 1]
    return start != end and not between.replace(fault.word, "", 1).strip()


def _list_errors(faults: Sequence[Fault]) -> tuple[QueryError, ...]:
    return tuple(fault.error for fault in faults)
