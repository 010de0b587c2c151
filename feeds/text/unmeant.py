"""What a query means and its writer probably did not.

A word in quotation marks is meant as it stands: nothing is said of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeGuard, final

from feeds.model import And, Genre, Not, Or, Query, Term
from feeds.text.clashes import Doubt, list_parts
from feeds.text.language_names import LANGUAGES
from feeds.text.query import OPERATORS, QUERY_FIELDS, quote_term

_GENRES: Final = frozenset(genre.value for genre in Genre)
_OPENING: Final = "'‘‚«»‹›「『《"
_CLOSING: Final = "'’‘»«›‹」』》"

_NO_MINUS: Final = "A dash is no minus; write NOT {field}{word} to exclude it"
_NO_EQUALS: Final = "A field's name is followed by a colon; did you mean {left}:{right}?"
# What a sign does in other query languages, and does not in ours.
_SIGNS: Final = (
    (
        re.compile(r"!(?P<word>[^\W\d].*)"),
        "A ! excludes nothing; write NOT {field}{word} to exclude it",
    ),
    (re.compile(r"[–—−](?P<word>\w.*)"), _NO_MINUS),
    (re.compile(r"(?P<left>.*\w)\|\|?(?P<right>\w.*)"), "A | is no OR; write ({left} OR {right})"),
    (re.compile(r"(?P<left>.*\w)&&(?P<right>\w.*)"), "A && is no AND; write ({left} AND {right})"),
    (re.compile(rf"(?P<left>{'|'.join(QUERY_FIELDS)})=+(?P<right>\w.*)"), _NO_EQUALS),
)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A query as written, to see how a term stands in it."""

    text: str

    def is_quoted(self, term: Term) -> bool:
        return self.text[term.column - 1 : term.column] == '"'

    def has_field(self, term: Term) -> bool:
        """Tell whether a field's name stands right before a term, not before a parenthesis."""
        return self.text[: term.column - 1].rstrip().endswith(":")

    def is_bare(self, term: Term) -> bool:
        """Tell a word without quotation marks and without a field of its own."""
        return not term.prefix and not self.is_quoted(term) and not self.has_field(term)


def find_unmeant(query: Query, text: str, sources: Sequence[str]) -> Iterator[Doubt]:
    """Find what is read otherwise than it is usually meant.

    Args:
        query: As read by :func:`feeds.text.query.parse_query`.
        text: The query on one line, as :func:`feeds.text.query.straighten_query` makes it.
        sources: The ids of all sources, as far as they are known.
    """
    line = _Line(text=text)
    match query:
        case Term():
            yield from _doubt_signs(query, line)
        case And(parts=parts):
            yield from _doubt_small_letters(parts, line)
            yield from _doubt_quotes(parts, line)
            yield from _doubt_loose_colons(parts, line)
            yield from _doubt_parted_genres(parts, line)
        case Or(parts=parts):
            yield from _doubt_fields_left(parts, line, sources)
        case _:
            pass
    for part in list_parts(query):
        yield from find_unmeant(part, text, sources)


def _doubt_signs(term: Term, line: _Line) -> Iterator[Doubt]:
    # An address has signs of its own.
    if line.is_quoted(term) or term.field == "url" or "/" in term.written:
        return
    for pattern, message in _SIGNS:
        if found := pattern.fullmatch(term.written):
            parts = {name: part + "*" * term.prefix for name, part in found.groupdict().items()}
            field = f"{term.field or 'text'}:" if line.has_field(term) else ""
            yield Doubt(column=term.column, message=message.format(field=field, **parts))


def _doubt_small_letters(parts: Sequence[Query], line: _Line) -> Iterator[Doubt]:
    """Doubt ``or`` between two parts, and ``not`` before one."""
    for at, part in enumerate(parts[:-1]):
        if not isinstance(part, Term) or not line.is_bare(part):
            continue
        word = part.written.upper()
        if word in OPERATORS and (at or word == "NOT"):
            message = (
                f"{part.written!r} is a word to look for; did you mean {word}, in capitals? "
                f'If you look for the word, write "{part.written}"'
            )
            yield Doubt(column=part.column, message=message)


def _doubt_quotes(parts: Sequence[Query], line: _Line) -> Iterator[Doubt]:
    """Doubt quotation marks that hold no words together."""
    begun: list[Term] = []
    for part in parts:
        if not isinstance(part, Term) or line.is_quoted(part):
            begun = []
            continue
        if part.written[0] in _OPENING:
            begun = []
        if begun or part.written[0] in _OPENING:
            begun.append(part)
        if part.written[-1] in _CLOSING:
            if len(begun) > 1:
                phrase = " ".join(term.written for term in begun)[1:-1]
                message = f'These quotation marks hold nothing together; write "{phrase}"'
                yield Doubt(column=begun[0].column, message=message)
            begun = []


def _doubt_loose_colons(parts: Sequence[Query], line: _Line) -> Iterator[Doubt]:
    """Doubt a field's name that is parted from its colon."""
    for name, value in pairwise(parts):
        if not isinstance(name, Term) or not isinstance(value, Term) or line.is_quoted(value):
            continue
        field = name.written.lower()
        if field in QUERY_FIELDS and value.written.startswith(":"):
            meant = f"{field}:{value.written.lstrip(':')}"
            message = f"A field's name is followed by its colon at once; did you mean {meant}?"
            yield Doubt(column=name.column, message=message)


def _doubt_parted_genres(parts: Sequence[Query], line: _Line) -> Iterator[Doubt]:
    """Doubt the second word of a genre: the field holds for the first one only."""
    for before, after in pairwise(parts):
        named = before.part if isinstance(before, Not) else before
        if not isinstance(named, Term) or named.field != "genre" or not _is_left(after, line):
            continue
        name = f"{' '.join(named.words)} {' '.join(after.words)}"
        if name in _GENRES:
            message = f'{_explain_left(after, "genre")}; did you mean genre:"{name}"?'
            yield Doubt(column=after.column, message=message)


def _doubt_fields_left(
    parts: Sequence[Query], line: _Line, sources: Sequence[str]
) -> Iterator[Doubt]:
    """Doubt values behind an OR: the field holds for the one before it only."""
    values = {"genre": _GENRES, "language": LANGUAGES, "source": sources}
    held: list[Term] = []
    for part in parts:
        field = held[0].field if held else None
        if field and _is_left(part, line) and part.written in values.get(field, ()):
            held.append(part)
            meant = f"{field}:({' OR '.join(quote_term(term) for term in held)})"
            message = f"{_explain_left(part, field)}; did you mean {meant}?"
            yield Doubt(column=part.column, message=message)
        else:
            held = [part] if isinstance(part, Term) and part.field else []


def _is_left(part: Query, line: _Line) -> TypeGuard[Term]:
    """Tell whether a part is a bare word for which no field holds."""
    return isinstance(part, Term) and part.field is None and line.is_bare(part)


def _explain_left(term: Term, field: str) -> str:
    return (
        f"{term.written!r} is looked for in the text, as {field}: holds for the one word behind it"
    )
