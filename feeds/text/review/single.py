"""Fields that have one value, asked for several at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, final

from feeds.model import Genre, Not, Query, Term
from feeds.text.query import quote_term, spell_words
from feeds.text.review.doubt import Doubt
from feeds.text.review.language_names import LANGUAGES, TAGS_OF_TWO
from feeds.text.review.sources import Sources

_GENRES: Final = tuple(spell_words(genre.split()) for genre in Genre)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Clash:
    """Terms of a field that no value meets together."""

    field: str
    terms: tuple[Term, ...]


def find_two_at_once(asked: Sequence[Query], sources: Sources | None) -> Iterator[Doubt]:
    """Find several values of a field that has one.

    Args:
        asked: What must be met together.
        sources: All of them; None if they are not known.
    """
    for clash in _list_clashes(asked, sources):
        field, terms = clash.field, clash.terms
        message = (
            f"A story has one {field}, and here it is asked for {_join(terms, ' and ')} at once; "
            f"did you mean {field}:({_join(terms, ' OR ')})?"
        )
        yield Doubt(column=terms[1].column, message=message, sure=field == "genre")


def find_excluding_nothing(parts: Sequence[Query], sources: Sources | None) -> Iterator[Doubt]:
    """Find values of which any story lacks one, so that an OR of them finds everything.

    Args:
        parts: What is joined by OR.
        sources: All of them; None if they are not known.
    """
    lacking = [part.part for part in parts if isinstance(part, Not)]
    for clash in _list_clashes(lacking, sources):
        field, terms = clash.field, clash.terms
        message = (
            f"A story has one {field} and always lacks {_join(terms, ' or ')}, so that this finds "
            f"everything; did you mean NOT {field}:({_join(terms, ' OR ')})?"
        )
        yield Doubt(column=terms[1].column, message=message)


def _list_clashes(parts: Sequence[Query], sources: Sources | None) -> Iterator[_Clash]:
    terms = tuple(dict.fromkeys(part for part in parts if isinstance(part, Term)))
    known = {"genre": _GENRES, "source": sources.spelled if sources else ()}
    for field, values in known.items():
        here = tuple(term for term in terms if term.field == field)
        found = [_find_values(term, values) for term in here] if len(here) > 1 else []
        if found and all(found) and not frozenset.intersection(*found):
            yield _Clash(field=field, terms=here)
    spoken = tuple(
        term for term in terms if term.field == "language" and term.words[0] in LANGUAGES
    )
    if any(_speak_apart(one, other) for one in spoken[:1] for other in spoken[1:]):
        yield _Clash(field="language", terms=spoken)


def _find_values(term: Term, values: Sequence[str]) -> frozenset[str]:
    wanted = spell_words(term.words, open_end=term.prefix)
    return frozenset(value for value in values if wanted in value)


def _speak_apart(one: Term, other: Term) -> bool:
    """Tell whether two languages make no tag: ``fr ca`` is the French of Canada."""
    first, second = one.words[0], other.words[0]
    return first != second and TAGS_OF_TWO.isdisjoint({f"{first}-{second}", f"{second}-{first}"})


def _join(terms: Sequence[Term], word: str) -> str:
    # A comma parts values in other languages, and no words in ours.
    return word.join(quote_term(replace(it, written=it.written.strip(",;"))) for it in terms)
