"""What a query asks for and no story can have.

A query that contradicts itself by the language alone is surely never met. One of which a part does
may be met by another part; and what hangs on the sources that are configured today is not sure
either: a story is held longer than its source may be.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from locale import locale_alias
from typing import Final

from feeds.model import And, Genre, Not, Or, Query, Term
from feeds.text.language_names import LANGUAGES, LANGUAGES_BY_NAME
from feeds.text.query import TEXT_FIELDS, quote_term, spell_words, split_terms, write_term

_SHOWN: Final = 8
_LEAST_LETTERS: Final = 3


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


def list_parts(query: Query) -> tuple[Query, ...]:
    """Return the parts right below a node."""
    match query:
        case And(parts=parts) | Or(parts=parts):
            return parts
        case Not(part=part):
            return (part,)
        case _:
            return ()


def find_clashes(query: Query, sources: Sequence[str] | None) -> Iterator[Doubt]:
    """Find what no story can have, from the whole query to its parts; what is sure first.

    Args:
        query: As read by :func:`feeds.text.query.parse_query`.
        sources: The ids of all sources; None if they are not known.
    """
    known = {"genre": tuple(spell_words(genre.split()) for genre in Genre)}
    if sources:
        known["source"] = _spell_sources(tuple(sources))
    for node in _list_nodes(query):
        match node:
            case And():
                asked = _list_asked(node)
                found = (*_find_contradictions(asked), *_find_two_at_once(asked, known))
                yield from found if node is query else (replace(it, sure=False) for it in found)
            case Or(parts=parts):
                yield from _find_excluding_nothing(parts, known)
            case Term(field="source") if sources and not _find_values(node, known["source"]):
                yield _doubt_source(node, sources)
            case Term(field="language") if name := LANGUAGES_BY_NAME.get(" ".join(node.words)):
                message = f"Languages are compared by their tags; did you mean language:{name}?"
                yield Doubt(column=node.column, message=message)
            case _:
                pass


@lru_cache(maxsize=1)
def _spell_sources(sources: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids as texts; all topics ask for the same."""
    return tuple(spell_words(split_terms(source)) for source in sources)


def _list_nodes(query: Query) -> Iterator[Query]:
    """Yield the nodes from the whole to its parts; what is asked together is one node."""
    yield query
    for part in _list_asked(query) if isinstance(query, And) else list_parts(query):
        yield from _list_nodes(part)


def _list_asked(query: And) -> tuple[Query, ...]:
    """Return what must be met together, through parentheses."""
    return tuple(
        it
        for part in query.parts
        for it in (_list_asked(part) if isinstance(part, And) else (part,))
    )


def _list_terms(query: Query) -> tuple[Term, ...] | None:
    """Return the terms of which one is enough; None if there are other parts."""
    match query:
        case Term():
            return (query,)
        case Or(parts=parts):
            found = [_list_terms(part) for part in parts]
            return None if None in found else tuple(it for terms in found for it in terms or ())
        case _:
            return None


def _find_contradictions(asked: Sequence[Query]) -> Iterator[Doubt]:
    """Find what is asked for and excluded beside it."""
    excluded = tuple(dict.fromkeys(term for part in asked for term in _list_excluded(part)))
    if not excluded:
        return
    for part in asked:
        wanted = _list_terms(part) or ()
        against = [next((it for it in excluded if _implies(term, it)), None) for term in wanted]
        met = [it for it in against if it]
        if not wanted or len(met) < len(wanted):
            continue
        nots = " ".join(f"NOT {write_term(it)}" for it in dict.fromkeys(met))
        wants = " OR ".join(write_term(term) for term in wanted)
        message = f"{nots} leaves nothing of {wants}, which is asked for too; leave one of them out"
        yield Doubt(column=met[0].column, message=message, sure=True)


def _list_excluded(query: Query) -> tuple[Term, ...]:
    """Return the terms of which none may be met."""
    match query:
        case Not(part=Term() as term):
            return (term,)
        case Not(part=Or(parts=parts)):
            return tuple(it for part in parts for it in _list_excluded(Not(part=part)))
        case _:
            return ()


def _implies(term: Term, other: Term) -> bool:
    """Tell whether whatever has one term has the other."""
    if other.field != term.field and (other.field or term.field not in TEXT_FIELDS):
        return False
    wanted = spell_words(other.words, open_end=other.prefix)
    return wanted in spell_words(term.words, open_end=term.prefix)


def _find_two_at_once(
    asked: Sequence[Query], known: Mapping[str, tuple[str, ...]]
) -> Iterator[Doubt]:
    """Find several values of a field that has one."""
    for field, terms in _list_clashes(asked, known):
        message = (
            f"A story has one {field}, and here it is asked for {_join(terms, ' and ')} at once; "
            f"did you mean {field}:({_join(terms, ' OR ')})?"
        )
        yield Doubt(column=terms[1].column, message=message, sure=field == "genre")


def _find_excluding_nothing(
    parts: Sequence[Query], known: Mapping[str, tuple[str, ...]]
) -> Iterator[Doubt]:
    """Find values of which any story lacks one, so that an OR of them finds everything."""
    lacking = [part.part for part in parts if isinstance(part, Not)]
    for field, terms in _list_clashes(lacking, known):
        message = (
            f"A story has one {field} and always lacks {_join(terms, ' or ')}, so that this finds "
            f"everything; did you mean NOT {field}:({_join(terms, ' OR ')})?"
        )
        yield Doubt(column=terms[1].column, message=message)


def _list_clashes(
    parts: Sequence[Query], known: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[Term, ...]]]:
    """List fields that have one value with terms that no value meets together."""
    terms = tuple(dict.fromkeys(part for part in parts if isinstance(part, Term)))
    for field, values in known.items():
        here = tuple(term for term in terms if term.field == field)
        found = [_find_values(term, values) for term in here]
        if all(found) and len(found) > 1 and not frozenset.intersection(*found):
            yield field, here
    spoken = tuple(
        term for term in terms if term.field == "language" and term.words[0] in LANGUAGES
    )
    if any(_speak_apart(one, other) for one in spoken[:1] for other in spoken[1:]):
        yield "language", spoken


def _find_values(term: Term, values: Sequence[str]) -> frozenset[str]:
    wanted = spell_words(term.words, open_end=term.prefix)
    return frozenset(value for value in values if wanted in value)


def _speak_apart(one: Term, other: Term) -> bool:
    """Tell whether two languages make no tag: ``fr ca`` is the French of Canada."""
    first, second = one.words[0], other.words[0]
    pairs = {f"{first}_{second}", f"{second}_{first}"}
    return first != second and pairs.isdisjoint(locale_alias)


@lru_cache(maxsize=1)
def _name_sources(sources: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids and the words in them; all topics ask for the same."""
    words = {word for source in sources for word in split_terms(source)}
    return (*sources, *sorted(word for word in words if len(word) >= _LEAST_LETTERS))


def _doubt_source(term: Term, sources: Sequence[str]) -> Doubt:
    """Say that no source is meant by a term, and which was probably."""
    names = _name_sources(tuple(sources))
    close = get_close_matches("-".join(term.words)[:64], names, n=1)
    shown = ", ".join(sources[:_SHOWN]) + (", …" if len(sources) > _SHOWN else "")
    meant = f"did you mean {close[0]}?" if close else f"the sources are {shown}"
    message = f"No source has {term.written!r} in its id; {meant}"
    return Doubt(column=term.column, message=message)


def _join(terms: Sequence[Term], word: str) -> str:
    return word.join(quote_term(term) for term in terms)
