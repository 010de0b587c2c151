"""What a query asks for and excludes beside it: a story cannot have both."""

from collections.abc import Iterator, Sequence

from feeds.model import Not, Or, Query, Term
from feeds.text.query import TEXT_FIELDS, spell_words, write_term
from feeds.text.review.doubt import Doubt


def find_contradictions(asked: Sequence[Query]) -> Iterator[Doubt]:
    """Find what is asked for and excluded beside it.

    Args:
        asked: What must be met together.
    """
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
