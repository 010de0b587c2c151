"""Languages that a query names otherwise than by their tags."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Final

from feeds.model import And, Not, Query, Term
from feeds.text.query import split_terms
from feeds.text.query.genres import SEPARATORS
from feeds.text.review.countries import COUNTRIES
from feeds.text.review.doubt import Doubt, Line, list_asked, list_parts
from feeds.text.review.language_names import CODES, LANGUAGES, LANGUAGES_BY_NAME, REGIONS

_NEAR: Final = 0.8
# Tags have languages of two and three letters, regions of two and scripts of four.
_CODE, _LONGEST_PART = 2, 4
_HINT: Final = "languages are compared by their tags (BCP 47), as in en, pt or zh"


def find_wrong_languages(query: Query, line: Line) -> Iterator[Doubt]:
    """Find terms that name a language, or several, and are no tag of one."""
    for term in _list_alone(query):
        if message := _explain(term, line):
            yield Doubt(column=term.column, message=message)


def _list_alone(query: Query) -> Iterator[Term]:
    """Yield the terms that name a language; beside one, another names its region or script."""
    match query:
        case Term(field="language"):
            yield query
        case And():
            asked = list_asked(query)
            beside = any(
                isinstance(it, Term) and it.field == "language" and it.words[0] in LANGUAGES
                for it in asked
            )
            for part in asked:
                named = part.part if isinstance(part, Not) else part
                if not (beside and isinstance(named, Term)):
                    yield from _list_alone(part)
        case _:
            for part in list_parts(query):
                yield from _list_alone(part)


def _explain(term: Term, line: Line) -> str | None:
    """Return what is wrong with a term; None if nothing is."""
    name = "language:" * line.has_field(term)
    if len(tags := _find_several(term)) > 1:
        return (
            f"{term.written!r} is looked for as one tag; did you mean {name}({' OR '.join(tags)})?"
        )
    if meant := LANGUAGES_BY_NAME.get(" ".join(term.words)):
        return f"Languages are compared by their tags; did you mean {name}{meant}?"
    first, *others = term.words
    if not others and (meant := REGIONS.get(first)):
        return (
            f"{term.written!r} is a country, and finds only tags that name it, as in "
            f"{meant}-{first}; did you mean {name}{meant}?"
        )
    if _may_be_tag(first, others):
        return None
    close = get_close_matches(first[:32], LANGUAGES_BY_NAME, n=1, cutoff=_NEAR)
    meant = REGIONS.get(first) or (LANGUAGES_BY_NAME[close[0]] if close else None)
    hint = f"did you mean {name}{meant}?" if meant else _HINT
    return f"{term.written!r} is no tag of a language; {hint}"


def _may_be_tag(first: str, others: Sequence[str]) -> bool:
    """Tell whether words are a tag, or a region or script alone; few tags have more than that."""
    if len(first) > _LONGEST_PART or not first.isascii():
        return first.isdigit()
    if len(first) != _CODE or first in CODES:
        return True
    return not others and first in COUNTRIES


def _find_several(term: Term) -> tuple[str, ...]:
    """Return the languages that are put together by signs: ``fr,de``; none if they are not."""
    parts = [" ".join(split_terms(part)) for part in SEPARATORS.split(term.written)]
    tags = [LANGUAGES_BY_NAME.get(part, part) for part in parts if part]
    return tuple(tags) if all(tag in LANGUAGES for tag in tags) else ()
