"""Words that are operators in capitals, in English, and words to look for otherwise."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from feeds.model import Not, Query, Term
from feeds.text.query import OPERATORS
from feeds.text.review.doubt import Doubt, Line
from feeds.text.words import split_words

# Left out are letters and words that stand in capitals for something else: "World War I", "TAI".
_OTHERS: Final = {
    **dict.fromkeys(("UND", "ET", "Y", "E", "EN", "OCH", "OG", "ORAZ", "ÉS", "VE"), "AND"),
    **dict.fromkeys(("И", "ΚΑΙ", "ТА", "ȘI", "ŞI", "DAN"), "AND"),
    **dict.fromkeys(("ODER", "OU", "O", "OF", "ELLER", "LUB", "ALBO", "NEBO", "VAGY"), "OR"),
    **dict.fromkeys(("VEYA", "ИЛИ", "АБО", "SAU", "ATAU", "ILI"), "OR"),
    **dict.fromkeys(("NICHT", "SAUF", "NIET", "NÃO", "NAO", "INTE", "IKKE", "НЕ"), "NOT"),
    **dict.fromkeys(("DEĞİL", "BUKAN", "EXCEPT", "WITHOUT", "ANDNOT"), "NOT"),
    **dict.fromkeys(("AND/OR", "UND/ODER", "ET/OU", "Y/O", "E/O", "EN/OF"), "OR"),
}
# What others have and we have not, with how it is said instead.
_UNKNOWN: Final = {"XOR": "(a OR b) NOT (a b)", "NOR": "NOT a NOT b"}
# Where a script has no capitals; between spaces such a word joins two terms.
_UNCASED: Final = {
    **dict.fromkeys(("或", "或者", "または", "又は", "또는", "أو", "או", "یا"), "OR"),
    **dict.fromkeys(("和", "与", "與", "以及", "および", "그리고"), "AND"),
}
# Those that are no other word in small letters.
_SMALL: Final = frozenset(
    {"and/or", "und/oder", "et/ou", "oder", "eller", "albo", "vagy", "veya", "atau", "или"}
)
# Words of German that stand behind a noun: "Not der Bauern", "große Not in Syrien". "Die" and
# "das" are left out, as what is excluded may begin with them.
_FOLLOWING_NOUNS: Final = frozenset(
    split_words(
        "der des dem den am im in an auf aus bei durch fur gegen mit nach ohne seit trotz um und"
        " unter vom von vor wegen zu zum zur ist sind war wird macht lindern leiden leidet oder"
        " sowie als wie ihrer seiner dieser vieler aller unserer eines einer"
    )
)
_SHORT: Final = 2
# What is counted by letters, as in "vitamin E" and "generación Y"; and "E coli".
_LETTERED: Final = (
    *("gen", "vitamin", "hepatit", "gr", "typ", "tip", "chromosom", "cromosom", "plan"),
    *("class", "klass", "clas", "seri", "categor", "kategor", "turm"),
)
_COLI: Final = "coli"
# Those that many people have between their names.
_INITIALS: Final = frozenset("EO")
_DISTANCE: Final = re.compile("(?:NEAR|AROUND|ADJ)/?[0-9]{1,2}|(?:[WNwn]|PRE)/[0-9]{1,2}")
_NO_DISTANCE: Final = (
    "{word!r} is looked for in the text; leave it out: side by side, words are found wherever they "
    "stand"
)


def find_loose_operators(parts: Sequence[Query], line: Line) -> Iterator[Doubt]:
    """Find words, among what stands side by side, that were meant to join or exclude."""
    for at, part in enumerate(parts[:-1]):
        if not isinstance(part, Term) or not line.is_bare(part):
            continue
        before = parts[at - 1] if at else None
        if operator := _read_small(part, before, parts[at + 1], line):
            how = f"{operator}, in capitals"
        elif operator := _read_other(part, before, parts[at + 1], line):
            how = operator
        elif before is not None and (instead := _read_unknown(part, before, parts[at + 1])):
            how = f"{instead}, for there is no operator {part.written.upper()}"
        elif before is not None and _is_distance(part, parts[at + 1], line):
            yield Doubt(column=part.column, message=_NO_DISTANCE.format(word=part.written))
            continue
        else:
            continue
        message = (
            f"{part.written!r} is a word to look for; did you mean {how}? "
            f'If you look for the word, write "{part.written}"'
        )
        yield Doubt(column=part.column, message=message)


def _read_small(term: Term, before: Query | None, after: Query, line: Line) -> str | None:
    """Return the operator that is written in small letters, or in some."""
    word = term.written.upper()
    if word not in OPERATORS or term.written == word:
        return None
    title = term.written.istitle()
    if word == "NOT":
        return None if title and _is_need(before, after) else word
    if before is None or (title and _is_title(before) and _is_title(after)):
        return None
    # "Black and white" is found in nearly every story in which both are; nobody writes "black And
    # white" in one.
    named = term.written.islower() or (title and (_is_title(before) or _is_title(after)))
    if word == "AND" and named and _is_plain(before, line) and _is_plain(after, line):
        return None
    return word


def _is_need(before: Query | None, after: Query) -> bool:
    """Tell whether "Not" may be the noun of German: beside another, or before a little word."""
    little = isinstance(after, Term) and not _FOLLOWING_NOUNS.isdisjoint(after.words[:1])
    return little or _is_title(before) or _is_title(after)


def _read_unknown(term: Term, before: Query, after: Query) -> str | None:
    """Return how it is said what an operator of other query languages would say."""
    word = term.written.upper()
    # Norway among other countries; and memory: "NOR" in small letters is a word of English.
    if word == "NOR" and (term.written != word or _is_capital(before) or _is_capital(after)):
        return None
    return _UNKNOWN.get(word)


def _read_other(term: Term, before: Query | None, after: Query, line: Line) -> str | None:
    """Return the operator that is written in another language, or in full-width letters."""
    narrow = unicodedata.normalize("NFKC", term.written)
    if narrow != term.written and narrow in OPERATORS:
        return narrow
    if narrow.upper() == "BUT":
        return "AND" if before is not None and isinstance(after, Not) else None
    operator = _OTHERS.get(narrow.upper() if narrow in _SMALL else narrow, _UNCASED.get(narrow))
    if operator is None or (before is None and operator != "NOT"):
        return None
    if len(narrow) > _SHORT:
        return operator
    if line.has_operators or (_is_capital(before) and _is_capital(after)):
        return None
    return None if len(narrow) == 1 and _is_named(narrow, before, after) else operator


def _is_named(letter: str, before: Query | None, after: Query) -> bool:
    """Tell whether a letter between two parts belongs to a name: ``Moira O Conlon``."""
    terms = [part for part in (before, after) if isinstance(part, Term)]
    if letter in _INITIALS and any(term.written[0].isupper() for term in terms):
        return True
    lettered = isinstance(before, Term) and before.words[-1].startswith(_LETTERED)
    return lettered or (isinstance(after, Term) and after.words[0] == _COLI)


def _is_distance(term: Term, after: Query, line: Line) -> bool:
    """Tell what asks for words near each other in other query languages."""
    if term.written == "NEAR":  # all may be in capitals: "FIRE NEAR LONDON"
        return not _is_capital(after)
    end = term.column - 1 + len(term.written)
    around = term.written == "AROUND" and line.text[end : end + 1] == "("
    return around or bool(_DISTANCE.fullmatch(term.written))


def _is_plain(part: Query, line: Line) -> bool:
    """Tell a word of an everyday phrase."""
    return isinstance(part, Term) and part.field is None and line.is_bare(part)


def _is_title(part: Query | None) -> bool:
    return isinstance(part, Term) and part.written[0].isupper()


def _is_capital(part: Query | None) -> bool:
    return isinstance(part, Term) and part.written.isupper()
