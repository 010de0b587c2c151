"""The query language: a topic's ``match:`` line read into a tree.

The language is described for users in ``docs/reference/query.md``. The text is read with an
LALR(1) grammar, so the time is linear in its length whatever is written.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from typing import Final

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from feeds.errors import QueryError
from feeds.model import Genre
from feeds.model.query import And, Everything, Not, Or, Query, Term
from feeds.text.scripts import MARKS, UNSPACED
from feeds.text.words import fold_text, split_folded

QUERY_FIELDS: Final = (
    "headline",
    "standfirst",
    "body",
    "text",
    "section",
    "category",
    "genre",
    "source",
    "agency",
    "byline",
    "place",
    "language",
    "url",
)
MAX_QUERY_LENGTH: Final = 10_000
MAX_QUERY_DEPTH: Final = 100

TEXT_FIELDS: Final = ("headline", "standfirst", "body")
"""Where a term without a field is looked for."""
# Words people bring along from feeds and other readers, and ours for the same thing.
_OTHER_WORDS: Final = {
    "title": "headline",
    "summary": "standfirst",
    "description": "standfirst",
    "content": "body",
    "author": "byline",
    "creator": "byline",
    "tag": "category",
    "dateline": "place",
    "location": "place",
    "lang": "language",
    "link": "url",
    "site": "url",
    "domain": "url",
    "inurl": "url",
    "intitle": "headline",
    "subject": "headline",
    "feed": "source",
}
# Signs other query languages have for what is a word in ours.
_OTHER_SIGNS: Final = {
    "&": "AND, or nothing",
    "&&": "AND, or nothing",
    "|": "OR",
    "||": "OR",
    "!": "NOT",
}

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

_CURLY_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "„": '"'})
# Every sign is taken for a word, with its vowel signs, so that a query finds its signs as a phrase.
_UNSPACED: Final = re.compile(f"([{UNSPACED}][{MARKS}]*)")
# Strokes and joined letters are no accents to Unicode; most keyboards lack them (as Lucene's
# ASCIIFoldingFilter writes them).
_LETTERS: Final = str.maketrans(
    {"æ": "ae", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "œ": "oe", "þ": "th"}
)
_ALL_FIELDS: Final = f"the fields are {', '.join(QUERY_FIELDS)}."
_SOMETHING: Final = 'a word, a "phrase" or a parenthesis'
# Outside of quotation marks these mean something else.
_TELLING: Final = ':()"'
OPERATORS: Final = frozenset({"AND", "OR", "NOT"})
_EXPECTING: Final = {"_AND", "_OR", "NOT", "MINUS", "FIELD"}


def split_terms(text: str) -> tuple[str, ...]:
    """Return the words of a text as queries see them, folded and in order.

    As :func:`feeds.text.words.split_words`, but an apostrophe parts words, so that ``syria``
    finds "Syria's" and ``armée`` finds "l'armée"; ``lodz`` finds "Łódź" and ``tromso`` "Tromsø";
    and every sign of Chinese, Japanese, Thai, Lao, Burmese and Khmer is a word of its own.
    """
    apart = text.replace("'", " ").replace("’", " ")
    # Folded before signs are parted: one long run costs a tenth of many short ones.
    folded = fold_text(apart)
    if not folded.isascii():
        folded = _UNSPACED.sub(r" \1 ", folded.translate(_LETTERS))
    return split_folded(folded)


def spell_words(words: Sequence[str], *, open_end: bool = False) -> str:
    """Return words as a text in which others are found: those of a term, if it goes on at the end.

    ``spell_words(term.words, open_end=term.prefix) in spell_words(words)`` is what a term asks.
    """
    return f" {' '.join(words)}" + ("" if open_end else " ")


def quote_term(term: Term) -> str:
    """Return the words of a term as they are written in a query, without its field."""
    written = term.written or " ".join(term.words)
    text = written + ("*" if term.prefix else "")
    telling = written.startswith("-") or written in OPERATORS
    telling = telling or any(it.isspace() or it in _TELLING for it in written)
    return f'"{text}"' if telling else text


def write_term(term: Term) -> str:
    """Return a term as it is written in a query, with its field."""
    return f"{term.field}:{quote_term(term)}" if term.field else quote_term(term)


def straighten_query(text: str) -> str:
    """Return a query on one line and with straight quotation marks; every column stays."""
    return re.sub(r"\s", " ", text).translate(_CURLY_QUOTES)


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
    if len(text) > MAX_QUERY_LENGTH:
        problem = f"The query has {len(text)} characters; at most {MAX_QUERY_LENGTH} are read"
        raise QueryError(problem, query=text[:60] + "…", column=61)
    query = straighten_query(text)
    if not query.strip():
        raise QueryError("The query is empty; write words, or * for everything", query="", column=1)
    if query.strip() == "*":
        return Everything()
    return _build_query(_parse_tree(query), None, 0, query)


@cache
def _make_parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", lexer="basic", maybe_placeholders=False)


def _parse_tree(query: str) -> Tree[Token] | Token:
    """Return lark's tree; one lone word or phrase is a token."""
    parser = _make_parser()
    try:
        tokens = tuple(parser.lex(query))
    except UnexpectedCharacters as error:
        raise _explain_character(query, error.column) from None
    try:
        return parser.parse(query)
    except UnexpectedToken as error:
        raise _explain_token(query, tokens, error.token) from None


def _build_query(node: Tree[Token] | Token, field: str | None, depth: int, query: str) -> Query:
    """Turn lark's tree into ours; ``field`` is the one written before a parenthesis."""
    if isinstance(node, Token):
        return _read_term(node, field, query)
    children = node.children
    match node.data:
        case "either" | "both":
            parts = tuple(_build_query(part, field, depth, query) for part in children)
            return _join_parts(node.data, parts)
        case "excluded":
            return Not(part=_build_query(children[1], field, _go_down(depth, node, query), query))
        case "within":
            return _build_query(children[1], _read_field(_find_first(node), query), depth, query)
        case _:
            return _build_query(children[0], field, _go_down(depth, node, query), query)


def _join_parts(rule: str, parts: tuple[Query, ...]) -> Query:
    if len(parts) == 1:
        return parts[0]
    return Or(parts=parts) if rule == "either" else And(parts=parts)


def _go_down(depth: int, node: Tree[Token], query: str) -> int:
    if depth < MAX_QUERY_DEPTH:
        return depth + 1
    problem = f"The query is nested more than {MAX_QUERY_DEPTH} deep"
    raise _fail(problem, query, _find_first(node))


def _find_first(node: Tree[Token] | Token) -> Token:
    """Return the first token; by a loop, for the tree may be deeper than Python's stack."""
    while isinstance(node, Tree):
        node = node.children[0]
    return node


def _read_field(token: Token, query: str) -> str | None:
    """Return the field's name, None for ``text``."""
    written = str(token).rstrip(":")
    name = written.lower()
    if name == "text":
        return None
    if name in QUERY_FIELDS:
        return name
    close = get_close_matches(name, (*QUERY_FIELDS, *_OTHER_WORDS), n=1)
    meant = f"did you mean {_OTHER_WORDS.get(close[0], close[0])}:?" if close else _ALL_FIELDS
    problem = f"There is no field {written!r}; {meant} Words with a colon need quotation marks"
    raise _fail(problem, query, token)


def _read_term(token: Token, field: str | None, query: str) -> Term:
    """Read a word, phrase or prefix."""
    quoted = token.type == "PHRASE"
    body = token[1:-1] if quoted else str(token)
    prefix = body.endswith("*")
    rest = body.removesuffix("*")
    if "*" in rest:
        offset = token.index("*")
        problem = "A * stands only at the end, as in syria*"
        raise QueryError(problem, query=query, column=_find_start(token) + offset + 1)
    if prefix and not rest[-1:].strip():
        problem = "A * by itself is everything and stands alone; here it needs a word before it"
        raise QueryError(problem, query=query, column=_find_start(token) + token.index("*") + 1)
    words = split_terms(rest)
    if words and field == "genre" and not _names_genre(words, prefix=prefix):
        raise _fail(_explain_genre(rest), query, token)
    if words:
        written = " ".join(rest.split())
        column = _find_start(token) + 1
        return Term(words=words, prefix=prefix, field=field, written=written, column=column)
    if quoted:
        raise _fail("There is no word between these quotation marks", query, token)
    meant = f"; write {_OTHER_SIGNS[body]}" if body in _OTHER_SIGNS else ""
    raise _fail(f"There is no letter or figure in {body!r} to look for{meant}", query, token)


def _names_genre(words: Sequence[str], *, prefix: bool) -> bool:
    """Tell whether a term can find a genre."""
    wanted = spell_words(words, open_end=prefix)
    return any(wanted in spell_words(genre.split()) for genre in Genre)


def _explain_genre(written: str) -> str:
    """Say that there is no such genre, and what was probably meant."""
    if written.upper() in OPERATORS:
        return f"There is no genre {written!r}; did you mean {written.upper()}, in capitals?"
    names = {str(genre): f'"{genre}"' if " " in genre else str(genre) for genre in Genre}
    close = get_close_matches(written.lower(), names, n=1)
    meant = f"did you mean {names[close[0]]}? The" if close else "the"
    return f"There is no genre {written!r}; {meant} genres are {', '.join(names.values())}"


def _explain_character(query: str, column: int) -> QueryError:
    """Say why the lexer stopped: an open quotation mark or a loose minus."""
    if query[column - 1] == '"':
        problem = "This quotation mark is never closed"
    else:
        problem = "A minus stands right before what it excludes, as in -sport"
    return QueryError(problem, query=query, column=column)


def _explain_token(query: str, tokens: Sequence[Token], token: Token) -> QueryError:
    """Say why the parser stopped, pointing at the word to change."""
    ended = token.type == "$END"
    count = len(tokens) if ended else next(i for i, t in enumerate(tokens) if _same(t, token))
    before = tokens[count - 1] if count else None
    if before is not None and before.type in _EXPECTING:
        return _fail(f"After {before} something is missing: {_SOMETHING}", query, before)
    if ended:
        return _fail("This parenthesis is never closed", query, _find_open(tokens))
    if token.type == "_CLOSE":
        empty = before is not None and before.type == "_OPEN"
        problem = "There is nothing between the parentheses" if empty else "No parenthesis is open"
        return _fail(problem, query, token)
    return _fail(f"Before {token} something is missing: {_SOMETHING}", query, token)


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


def _find_start(token: Token) -> int:
    return token.start_pos or 0


def _fail(problem: str, query: str, token: Token) -> QueryError:
    return QueryError(problem, query=query, column=_find_start(token) + 1)
