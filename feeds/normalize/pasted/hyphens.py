"""Words that were broken with a hyphen where a line ended, as in text copied from a PDF."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from feeds.normalize.pasted.word_rests import RESTS

# A hyphen that was put only where the word may be broken says that it is one word.
_SOFT: Final = re.compile(r"\u00ad[^\S\n]*\r?\n[^\S\n]*(?=\w)")
_BROKEN: Final = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*[-‐]$")
_FIRST: Final = re.compile(r"[^\W_]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
# "Nord- und Südmole", "short- and long-term": here a part of the word is left out.
_JOINING: Final = frozenset(
    {
        *("and", "or", "to", "und", "oder", "bis", "bzw", "sowie", "et", "ou", "y", "e", "o", "u"),
        *("en", "of", "och", "eller", "og", "i", "lub", "ja", "tai", "a", "nebo", "ve", "veya"),
        *("и", "или", "та", "або"),
    }
)
# Words that often stand before a hyphen of their own: "well-known", "Anti-Doping", "mi-temps".
_OWN: Final = frozenset(
    {
        *("all", "anti", "co", "cross", "eight", "ex", "far", "first", "five", "four", "full"),
        *("half", "hard", "high", "ill", "large", "last", "left", "long", "low", "mid", "multi"),
        *("near", "new", "nine", "non", "old", "one", "open", "part", "post", "pre", "pro", "re"),
        *("right", "second", "self", "semi", "seven", "short", "single", "six", "small", "so"),
        *("ten", "third", "three", "top", "two", "ultra", "well", "wide", "world", "year"),
        *("mi", "demi", "non", "vice", "contre", "sous", "arrière", "quasi", "auto", "inter"),
        *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        *("vingt", "trente", "quarante", "cinquante", "soixante", "quatre", "peut"),
    }
)
# And those that stand behind one: "dit-elle", "là-bas", "vingt-deux", "disse-lhe".
_OWN_BEHIND: Final = frozenset(
    {
        *("je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "moi", "toi"),
        *("lui", "leur", "ci", "là", "bas", "haut", "dire", "être", "même", "mêmes", "y"),
        *("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
        *("se", "me", "te", "lhe", "lhes", "vos", "lo", "los", "las"),
        *("law", "elect"),
    }
)
# So many broken words, one in so many lines: a program has broken them, and wrote no hyphens there.
_FEWEST: Final = 2
_SHORTEST: Final = 3
_OFTEN: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyphens:
    """What is known of the hyphens at the ends of a text's lines.

    Attributes:
        words: Of the whole text, in small letters, with the hyphens inside.
        added: Whether a program broke words and put the hyphens there.
    """

    words: frozenset[str]
    added: bool


def join_soft(text: str) -> str:
    """Return a text with the words joined that soft hyphens break at the ends of lines."""
    return _SOFT.sub("", text)


def find_hyphens(lines: Sequence[str]) -> Hyphens:
    """Return what is known of the hyphens at the ends of lines.

    Args:
        lines: Of the whole text, in order.
    """
    broken = [pair for above, below in pairwise(lines) if (pair := _read_break(above, below))]
    if not broken:
        return Hyphens(words=frozenset(), added=False)
    written = Counter(word for line in lines for word in _WORD.findall(line.lower()))
    written.subtract(part for pair in broken for part in pair)
    words = frozenset(word for word, count in written.items() if count > 0)
    known = any(begin + rest in words or _is_rest(begin, rest) for begin, rest in broken)
    often = len(broken) >= _FEWEST and _OFTEN * len(broken) >= len(lines)
    return Hyphens(words=words, added=known or often)


def join_lines(lines: Sequence[str], hyphens: Hyphens) -> str:
    """Return lines as one, the words joined that were broken between two of them.

    Without its hyphen, if the text has the word so elsewhere, the second part is no word, or a
    program has broken words; with it if the text has it so, if a capital follows ("Nord-Süd"), or
    nothing is known.

    Args:
        lines: Of one paragraph, without spaces around them.
        hyphens: Of the whole text.
    """
    joined = [lines[0]]
    for above, line in pairwise(lines):
        if breaks_word(above, line):
            if _adds_hyphen(above, line, hyphens):
                joined[-1] = joined[-1][:-1]
        else:
            joined.append(" ")
        joined.append(line)
    return "".join(joined)


def breaks_word(above: str, below: str) -> bool:
    """Tell whether a word goes on in the next line behind a hyphen."""
    first = _FIRST.match(below)
    broken = first is not None and _BROKEN.search(above[-60:]) is not None
    return first is not None and broken and first[0] not in _JOINING


def _read_break(above: str, below: str) -> tuple[str, str] | None:
    """Return both parts of a word that may have been broken, in small letters; None for others."""
    if not below[:1].islower() or not breaks_word(above, below):
        return None
    begin, rest = _BROKEN.search(above[-60:]), _FIRST.match(below)
    return (begin[0][:-1].lower(), rest[0].lower()) if begin and rest else None


def _adds_hyphen(above: str, below: str, hyphens: Hyphens) -> bool:
    """Tell whether the hyphen between two lines is none of the word's own."""
    parts = _read_break(above, below)
    if parts is None:
        return False
    begin, rest = parts
    if begin + rest in hyphens.words:
        return True
    if f"{begin}-{rest}" in hyphens.words:
        return False
    # One that has a hyphen already has others: "a-t-elle", "father-in-law".
    own = begin in _OWN or rest in _OWN_BEHIND or "-" in begin
    own = own or hyphens.words.issuperset((begin, rest))
    return _is_rest(begin, rest) or (hyphens.added and not own)


def _is_rest(begin: str, rest: str) -> bool:
    """Tell whether the second part is no word; behind two letters it may be one ("DJ-ing")."""
    return rest in RESTS and len(begin) >= _SHORTEST
