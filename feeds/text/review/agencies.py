"""Agencies that a query names, and those that are mistyped."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from feeds.model import Query, Term
from feeds.text.review.doubt import Doubt, Line, list_nodes

AGENCIES: Final = frozenset(
    {
        *("ap", "afp", "reuters", "dpa", "efe", "ansa", "lusa", "anp", "belga", "upi", "tass"),
        *("xinhua", "kyodo", "yonhap", "ritzau", "ntb", "pti", "aap", "bloomberg"),
    }
)
"""The best known: others are agencies, too."""
# A short name that is alike is another agency's: Belta is not Belga, nor apa dpa.
_LONG: Final = tuple(sorted(name for name in AGENCIES if len(name) > 5))  # noqa: PLR2004 - see above
_NEAR: Final = 0.8
_LONGEST: Final = 32


def find_mistyped_agencies(query: Query, line: Line) -> Iterator[Doubt]:
    """Find terms that are nearly the name of an agency, and part of none that is known."""
    for term in list_nodes(query):
        if not isinstance(term, Term) or term.field != "agency" or term.prefix:
            continue
        if len(term.words) == 1 and (meant := _find_close(term.words[0])):
            name = "agency:" * line.has_field(term)
            message = f"No known agency is called {term.written!r}; did you mean {name}{meant}?"
            yield Doubt(column=term.column, message=message)


def _find_close(name: str) -> str | None:
    if name in AGENCIES:
        return None
    return next(iter(get_close_matches(name[:_LONGEST], _LONG, n=1, cutoff=_NEAR)), None)
