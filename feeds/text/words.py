"""Words of a text, folded so that spelling habits do not matter."""

import re
import unicodedata
from functools import lru_cache

from feeds.text.scripts import UNSPACED, WORD

_WORD = re.compile(rf"{WORD}(?:['’]{WORD})*")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
# A text without spaces is one run: whoever sends many would fill the memory.
_SHORT = 64
_UNSPACED = re.compile(f"[{UNSPACED}]")
# Joiners shape the letters of one word; only in Persian they stand between its parts.
_VIRAMAS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca"
_JOINER = re.compile(f"\u200d|(?<=[{_VIRAMAS}])\u200c")


def fold_text(text: str) -> str:
    """Return the text without case, accents and typographic variants.

    Compatibility decomposition (Unicode NFKD) with marks removed, then case folding: "Köln" and
    "KOLN" meet, so do "ﬁre" and "fire".
    """
    if text.isascii():
        return text.lower()
    plain = _NOT_ASCII.sub(_fold_run, text)
    return plain.casefold()


def split_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, in order; an apostrophe inside a word stays."""
    return split_folded(fold_text(text))


def count_words(text: str) -> int:
    """Return how many words a text has; where no spaces part them, two signs are taken for one."""
    signs = 0 if text.isascii() else len(_UNSPACED.findall(text))
    return len(split_words(_UNSPACED.sub(" ", text) if signs else text)) + (signs + 1) // 2


def split_folded(folded: str) -> tuple[str, ...]:
    """Return the words of a text that is folded already."""
    return tuple(_WORD.findall(folded))


def find_beginning(text: str, beginnings: tuple[str, ...]) -> str:
    """Return the longest of some words that a text begins with; empty if it begins with none.

    They end where a word of the text ends: "unsubscribe" is no beginning of "unsubscribed", nor
    "suivez" of "suivez-le".

    Args:
        text: A line.
        beginnings: Words, or signs behind which anything may stand.
    """
    if not text.startswith(beginnings):  # nearly always, and quick
        return ""
    whole = (it for it in beginnings if text.startswith(it) and _ends_word(text, len(it)))
    return max(whole, key=len, default="")


def _ends_word(text: str, end: int) -> bool:
    """Tell whether a word, or what is none, ends at a place."""
    behind = text[end : end + 2]
    goes_on = behind[:1].isalnum() or (behind[:1] == "-" and behind[1:].isalnum())
    return not (text[end - 1].isalnum() and goes_on)


def _fold_run(run: re.Match[str]) -> str:
    """Fold a run of characters beyond ASCII: most texts have few, and the same ones."""
    characters = run[0]
    if len(characters) <= _SHORT:
        return _recall_folded(characters)
    return _strip_marks(characters)


def _strip_marks(characters: str) -> str:
    """Return the characters without marks, apostrophes straight."""
    decomposed = unicodedata.normalize("NFKD", _JOINER.sub("", characters))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return plain.replace("’", "'")


_recall_folded = lru_cache(maxsize=8192)(_strip_marks)
