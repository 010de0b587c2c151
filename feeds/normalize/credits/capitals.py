"""Names that a byline prints in capitals."""

import re
from typing import Final

_CAPITAL: Final = r"[^\W\d_a-zà-ÿ]"
_JOINS: Final = re.compile(
    rf"(?<={_CAPITAL}{{2}}\s)(?:AND|UND|ET|EN|OG|OCH|VE|ΚΑΙ|ТА|WITH|MIT|AVEC|CON)(?=\s{_CAPITAL})"
    rf"|(?<={_CAPITAL}[.,]\s)(?:AND|UND|ET|EN|OG|OCH|VE|ΚΑΙ|ТА)(?=\s{_CAPITAL})"
)
# One letter joins two names of two words; in JOHN E SMITH and ORTEGA Y GASSET it is part of one.
_LETTER: Final = re.compile(
    rf"({_CAPITAL}{{2}}[^\s,]*\s[^\s,]+,?\s)([YEИІ])(?=\s{_CAPITAL}{{2}}[^\s,]*\s{_CAPITAL})"
)
_PARTICLES: Final = frozenset(
    {
        *("von", "van", "der", "den", "de", "la", "le", "du", "des", "da", "di", "dos", "del"),
        *("zu", "ten", "ter", "af", "al", "bin", "ibn", "und", "y", "e"),
    }
)
# So few letters in capitals may be initials.
_INITIALS: Final = 4
_SUFFIXES: Final = frozenset({"ii", "iii", "iv", "jr", "sr", "jr.", "sr.", "phd", "md"})
_WORD: Final = re.compile(r"[^\W\d_]+")


def lower_joins(names: str) -> str:
    """Return a list of names in capitals with small words between them, as in other lists."""
    lowered = _JOINS.sub(lambda match: match[0].lower(), names)
    return _LETTER.sub(lambda match: match[1] + match[2].lower(), lowered)


def case_name(name: str) -> str:
    """Return a name in capitals as names are written: JEAN-LUC O'NEILL is Jean-Luc O'Neill.

    So is a last name: "Jane DUPONT".
    """
    name = re.sub(r"\s*\([^()]*\)$", "", name)
    words = name.split()
    letters = [char for char in name if char.isalpha()]
    if len(letters) < _INITIALS or not all(char.isupper() for char in letters):
        last = words[-1] if words and len(words) > 1 else ""
        shouted = last.isupper() and sum(map(str.isalpha, last)) >= _INITIALS
        return " ".join((*words[:-1], _case_word(last, first=False))) if shouted else name
    return " ".join(_case_word(word, first=index == 0) for index, word in enumerate(words))


def _case_word(word: str, *, first: bool) -> str:
    """Return one word of a name in its usual case."""
    lower = word.lower()
    if "." in word or lower in _SUFFIXES:
        return word if "." in word and len(lower) <= 5 else word.upper()  # noqa: PLR2004 - "J.R."
    if lower in _PARTICLES and not first:
        return lower
    cased = _WORD.sub(lambda match: match[0].capitalize(), word)
    return re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), cased)
