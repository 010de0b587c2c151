"""Which words a field holds for, where that is hardly what was meant."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeGuard

from feeds.model import And, Genre, Not, Query, Term
from feeds.text.query import QUERY_FIELDS, quote_term
from feeds.text.review.agencies import AGENCIES
from feeds.text.review.doubt import Doubt, Line
from feeds.text.review.language_names import LANGUAGES
from feeds.text.review.sources import Sources

_GENRES: Final = frozenset(genre.value for genre in Genre)


def find_loose_colons(parts: Sequence[Query], line: Line) -> Iterator[Doubt]:
    """Find a field's name that is parted from its colon."""
    for name, value in pairwise(parts):
        if not isinstance(name, Term) or not isinstance(value, Term) or line.is_quoted(value):
            continue
        field = name.written.lower()
        if field in QUERY_FIELDS and value.written.startswith(":"):
            meant = f"{field}:{value.written.lstrip(':')}"
            message = f"A field's name is followed by its colon at once; did you mean {meant}?"
            yield Doubt(column=name.column, message=message)


def find_parted_values(
    parts: Sequence[Query], line: Line, sources: Sources | None
) -> Iterator[Doubt]:
    """Find the second word of a genre, and values behind a comma: the field holds for the first."""
    held: list[Term] = []
    for before, after in pairwise(parts):
        named = before.part if isinstance(before, Not) else before
        held = held or [named] if isinstance(named, Term) and named.field else held
        if not held or not isinstance(named, Term) or not _is_left(after, line):
            held = []
            continue
        field = held[0].field or ""
        name = f"{' '.join(named.words)} {' '.join(after.words)}"
        value = after.written.strip(",;")
        if field == "genre" and name in _GENRES:
            yield _doubt_left(after, field, f'genre:"{name}"')
        if named.written[-1] in ",;" and _names_value(value, held[0], sources):
            held.append(after)
            values = " OR ".join(it.written.strip(",;") for it in held)
            yield _doubt_left(after, field, f"{field}:({values})")
        else:
            held = []


def find_values_left(
    parts: Sequence[Query], line: Line, sources: Sources | None
) -> Iterator[Doubt]:
    """Find values behind an OR: the field holds for the one before it only."""
    held: list[Term] = []
    for part in parts:
        first, last = _find_edge(part, 0), _find_edge(part, -1)
        field = held[0].field if held else None
        if field and _is_left(first, line) and _names_value(first.written, held[0], sources):
            held.append(first)
            meant = f"{field}:({' OR '.join(quote_term(term) for term in held)})"
            if not _stands_apart(first, line):
                yield _doubt_left(first, field, meant)
        if last is not first or first not in held:
            held = [last] if last and last.field and line.has_field(last) else []


def _names_value(word: str, named: Term, sources: Sources | None) -> bool:
    """Tell whether a word is a value of a field that has only some, like one named before."""
    # "EU" beside "de" is no Basque, "EN" beside "DE" is English.
    word = word.lower() if named.written[0].isupper() else word
    match named.field:
        case "genre":
            return word in _GENRES
        case "language":
            return word in LANGUAGES
        case "source":
            return sources is not None and word in sources.ids
        case "agency":
            # Whoever looks for one beside another means its copy, not what is told of it.
            return word.lower() in AGENCIES
        case _:
            return False


def _find_edge(part: Query, at: int) -> Term | None:
    """Return the first or the last term of what stands side by side."""
    edge = part.parts[at] if isinstance(part, And) else part
    return edge if isinstance(edge, Term) else None


def _stands_apart(term: Term, line: Line) -> bool:
    """Tell whether a parenthesis ends before the OR before a term, or begins behind it."""
    before = line.text[: term.column - 1].rstrip()
    return before.endswith("(") or before.removesuffix("OR").rstrip().endswith(")")


def _is_left(part: Query | None, line: Line) -> TypeGuard[Term]:
    """Tell whether a part is a bare word for which no field holds."""
    return isinstance(part, Term) and part.field is None and line.is_bare(part)


def _doubt_left(term: Term, field: str, meant: str) -> Doubt:
    message = (
        f"{term.written!r} is looked for in the text, as {field}: holds for the one word behind "
        f"it; did you mean {meant}?"
    )
    return Doubt(column=term.column, message=message)
