"""Quotation marks that hold no words together."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from feeds.model import Query, Term
from feeds.text.review.doubt import Doubt, Line

_OPENING: Final = "'‘‚«»‹›「『《〝＂`"
_CLOSING: Final = "'’‘»«›‹」』》〞〟＂`"
# What was left out before: "'90s", "'s avonds", "'n'".
_APOSTROPHE: Final = re.compile(r"['’‘](?:\d\d(?!\d)|[a-z](?![^\W\d_])).*")


def find_loose_quotes(parts: Sequence[Query], line: Line) -> Iterator[Doubt]:
    """Find quotation marks, among what stands side by side, that are none in a query."""
    begun: list[Term] = []
    for part in parts:
        if not isinstance(part, Term) or line.is_quoted(part):
            begun = []
            continue
        opens = part.written[0] in _OPENING and not _APOSTROPHE.fullmatch(part.written)
        if opens:
            begun = []
        if begun or opens:
            begun.append(part)
        if part.written[-1] in _CLOSING:
            if len(begun) > 1:
                phrase = " ".join(term.written for term in begun)[1:-1]
                message = f'These quotation marks hold nothing together; write "{phrase}"'
                yield Doubt(column=begun[0].column, message=message)
            begun = []
