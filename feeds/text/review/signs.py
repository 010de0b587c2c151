"""What a sign does in other query languages or on other keyboards, and does not in ours."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from feeds.model import Query, Term
from feeds.text.query import OPERATORS, quote_term
from feeds.text.query.fields import find_field
from feeds.text.review.doubt import Doubt, Line, list_nodes

_WIDE: Final = str.maketrans({"：": ":", "（": "(", "）": ")", "＊": "*"})
_EXCLUDING: Final = re.compile(
    r"(?P<sign>[!！])(?P<word>[^\W\d].*)|(?P<dash>[–—−－])(?P<other>\w.*)"
)
_JOINING: Final = {"OR": re.compile(r"\|\|?"), "AND": re.compile("&&")}
_NAMING: Final = re.compile(r"(?P<name>[^\W\d_]{2,20})(?P<sign>=+|：)")
_VALUE: Final = re.compile(r' *("[^"]{1,80}"|[(（][^()（）]{1,80}[)）]|[^\s()"]{1,80})')
_WILDCARD: Final = re.compile(r"(?P<start>\w+)\?+\w.*")
_NEAR_WORD: Final = re.compile(r"(?P<word>.*[^\W\d])(?P<sign>~|\^)\d*(?:\.\d+)?")
_NEAR_PHRASE: Final = re.compile(r"(~|\^)\d+(?:\.\d+)?")
_BRACKETS: Final = (("（", "）"), ("[", "]"), ("{", "}"), ("【", "】"), ("［", "］"))
_WIDEST: Final = 500
_OPERATOR: Final = re.compile(r"(?<!\S)(?:AND|OR|NOT)(?!\S)")
_GLUED: Final = re.compile(r"(NOT)[-+!=]([^\W\d]\w*)")
_NO_NEAR: Final = {
    "~": "A ~ finds nothing that is like a word",
    "^": "A ^ weighs nothing: a story is found or it is not",
}
_LEAST: Final = 3


def find_signs(query: Query, line: Line) -> Iterator[Doubt]:
    """Find signs that mean nothing in a query, and something elsewhere."""
    for term in list_nodes(query):
        if isinstance(term, Term) and not line.is_quoted(term) and not _is_address(term):
            told = (explain(term, line) for explain in _EXPLAINING)
            if message := next(filter(None, told), None):
                yield Doubt(column=term.column, message=message)


def _is_address(term: Term) -> bool:
    """Tell an address: it has signs of its own."""
    return term.field == "url" or "//" in term.written


def _write_field(term: Term, line: Line) -> str:
    return f"{term.field or 'text'}:" if line.has_field(term) else ""


def _explain_excluding(term: Term, line: Line) -> str | None:
    found = _EXCLUDING.fullmatch(term.written)
    if not found:
        return None
    word = f"{_write_field(term, line)}{found['word'] or found['other']}{'*' * term.prefix}"
    what = f"A {found['sign']} excludes nothing" if found["sign"] else "A dash is no minus"
    return f"{what}; write NOT {word} to exclude it"


def _explain_joining(term: Term, line: Line) -> str | None:
    for operator, sign in _JOINING.items():
        parts = [*sign.split(term.written)[:-1], sign.split(term.written)[-1] + "*" * term.prefix]
        if len(parts) > 1 and all(re.search(r"\w", part) for part in parts):
            shown = sign.search(term.written)
            meant = f"{_write_field(term, line)}({f' {operator} '.join(parts)})"
            return f"A {shown[0] if shown else ''} is no {operator}; write {meant}"
    return None


def _explain_naming(term: Term, line: Line) -> str | None:
    """Doubt ``genre=opinion``, and the colon of Asian keyboards."""
    found = _NAMING.match(term.written)
    name = find_field(found["name"]) if found and not line.has_field(term) else None
    if not found or not name:
        return None
    value = _VALUE.match(line.text, term.column - 1 + found.end())
    if not value:
        return None
    what = "is followed by a colon" if found["sign"] != "：" else "is followed by a narrow colon"
    return f"A field's name {what}; did you mean {name}:{value[1].translate(_WIDE)}?"


def _explain_bracket(term: Term, line: Line) -> str | None:
    """Doubt brackets, also those of Asian keyboards, that were meant to hold terms together."""
    for opening, closing in _BRACKETS:
        before, found, behind = term.written.rpartition(opening)
        if not found or closing in behind:
            continue
        start = term.column + len(before)
        within, closed, _ = line.unquoted[start : start + _WIDEST].partition(closing)
        joins = _OPERATOR.search(within) or before in OPERATORS or line.has_operator_before(term)
        if closed and joins:
            return f"{opening} and {closing} are no parentheses; write ( and )"
    return None


def _explain_star(term: Term, _: Line) -> str | None:
    if len(term.written) > 1 and term.written.endswith("＊"):
        return f"A ＊ is no *; write {term.written.translate(_WIDE)}"
    return None


def _explain_glued(term: Term, _: Line) -> str | None:
    """Doubt an operator that is one word with what follows."""
    found = _GLUED.fullmatch(term.written)
    star = "*" * term.prefix
    return f"{found[1]} stands alone; write {found[1]} {found[2]}{star}" if found else None


def _explain_wildcard(term: Term, line: Line) -> str | None:
    found = _WILDCARD.fullmatch(term.written)
    if not found:
        return None
    spellings = "write its spellings, with OR between them"
    start = f"{_write_field(term, line)}{found['start']}*"
    meant = f"write {start}, or its" if len(found["start"]) >= _LEAST else "write its"
    return f"A ? stands for no letter; {spellings.replace('write its', meant)}"


def _explain_near(term: Term, line: Line) -> str | None:
    """Doubt what stands behind a word or phrase in the query language of Lucene."""
    if found := _NEAR_WORD.fullmatch(term.written):
        word = quote_term(Term(words=term.words, written=found["word"]))
        return f"{_NO_NEAR[found['sign']]}; write {_write_field(term, line)}{word}"
    behind_phrase = line.text[term.column - 2 : term.column - 1] == '"'
    if behind_phrase and (found := _NEAR_PHRASE.fullmatch(term.written)):
        what = f"{term.written!r} is looked for in the text"
        if found[1] == "^":
            return f"{what}; leave it out: a story is found or it is not"
        return f"{what}; leave it out; side by side, words are found wherever they stand"
    return None


_EXPLAINING: Final[tuple[Callable[[Term, Line], str | None], ...]] = (
    _explain_excluding,
    _explain_joining,
    _explain_naming,
    _explain_bracket,
    _explain_star,
    _explain_glued,
    _explain_wildcard,
    _explain_near,
)
