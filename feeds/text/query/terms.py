"""The words of a query: how they are folded, compared and written."""

import re
from collections.abc import Sequence
from typing import Final

from feeds.model.query import Term
from feeds.text.scripts import MARKS, UNSPACED
from feeds.text.words import fold_text, split_folded

OPERATORS: Final = frozenset({"AND", "OR", "NOT"})

_CURLY_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "„": '"'})
# Every sign is taken for a word, with its vowel signs, so that a query finds its signs as a phrase.
_UNSPACED: Final = re.compile(f"([{UNSPACED}][{MARKS}]*)")
# Strokes and joined letters are no accents to Unicode; most keyboards lack them (as Lucene's
# ASCIIFoldingFilter writes them).
_LETTERS: Final = str.maketrans(
    {"æ": "ae", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "œ": "oe", "þ": "th"}
)
# Outside of quotation marks these mean something else.
_TELLING: Final = ':()"'


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
