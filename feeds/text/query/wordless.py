"""Why what stands where a word should is none, and what was probably meant."""

import re
import unicodedata
from typing import Final

from lark import Token, Tree

from feeds.text.query.faults import find_start
from feeds.text.query.fields import find_field

# Signs other query languages have for what is a word in ours.
_OTHER_SIGNS: Final = {
    "&": "AND, or nothing",
    "&&": "AND, or nothing",
    "|": "OR",
    "||": "OR",
    "!": "NOT",
    "+": "AND, or nothing",
    "/": "OR",
}
# Quotation marks of print, by those that open before them: parted from words, they are no part
# of one.
_OPENED: Final = {"»": "«", "«": "»", "›": "‹", "‹": "›", "」": "「", "』": "『"}
_PHRASE: Final = re.compile(r" +([^«»‹›「」『』\"()]{1,80}?) *[«»‹›」』]")
_JOINING: Final = re.compile(r"\|\|?")
_PREFIX: Final = re.compile(r"[^*]*[^\W_][^*]*\*?")
# A field's name, parted from what should be its colon, and a value behind that.
_LOOSE_SIGN: Final = re.compile(r'(?:=+|[:：]):? +("[^"]{1,80}"|\([^()]{1,80}\)|[^\s()"]{1,80})')
_NAME_BEFORE: Final = re.compile(r"(?<!\S)([^\W\d_]+) +$")
_LONGEST_NAME: Final = 20
# What joins words that are all asked for anyway, as in "Smith & Sons".
_JOINS: Final = frozenset("&+")
# Dashes, money and pictures with what holds them together: no query language has them for an
# operator.
_DECORATION: Final = frozenset({"Pd", "Sc", "So", "Mn", "Cf"})
_SKIN_TONES: Final = frozenset("🏻🏼🏽🏾🏿")


def explain_wordless(line: str, token: Token) -> str:
    """Say that there is no word in a token, and what was probably meant."""
    if token.type == "PHRASE":
        return "There is no word between these quotation marks"
    start = find_start(token)
    name = _NAME_BEFORE.search(line[max(start - _LONGEST_NAME, 0) : start])
    value = _LOOSE_SIGN.match(line, start)
    if name and value and (meant := find_field(name[1])):
        return f"A field's name is followed by its colon at once; write {meant}:{value[1]}"
    if token in _OPENED or token in _OPENED.values():
        phrase = _PHRASE.match(line, start + 1)
        example = phrase[1] if phrase else "flood warning"
        return f'{token} holds no words together; write straight marks, as in "{example}"'
    meant = f"; write {_OTHER_SIGNS[token]}" if token in _OTHER_SIGNS else ""
    return f"There is no letter or figure in {str(token)!r} to look for{meant}"


def is_harmless(part: Tree[Token] | Token) -> bool:
    """Tell whether what stands beside words is a sign that changes nothing when it is left out."""
    if not isinstance(part, Token) or part.type != "WORD":
        return False
    return part in _JOINS or all(
        sign in _SKIN_TONES or unicodedata.category(sign) in _DECORATION for sign in part
    )


def ends_phrase(line: str, token: Token) -> bool:
    """Tell whether a lone quotation mark ends what one told before has begun."""
    if token not in _OPENED:
        return False
    _, opening, within = line[: find_start(token)].rpartition(_OPENED[token])
    return bool(opening and within.strip()) and within[0] == " " and token not in within


def explain_star(body: str) -> str | None:
    """Say why the ``*`` in what stands for a term cannot stand there; None if it can."""
    rest = body.removesuffix("*")
    parts = _JOINING.split(body)
    if "*" in rest and len(parts) > 1 and all(_PREFIX.fullmatch(part) for part in parts):
        return f"A | is no OR; write ({' OR '.join(parts)})"
    if "*" in rest:
        return "A * stands only at the end, as in syria*"
    if not rest[-1:].strip():
        return "A * by itself is everything and stands alone; here it needs a word before it"
    return None
