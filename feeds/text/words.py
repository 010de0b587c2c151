"""Words of a text, folded so that spelling habits do not matter."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


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
    return tuple(_WORD.findall(fold_text(text)))


def _fold_run(run: re.Match[str]) -> str:
    """Fold a run of characters beyond ASCII: most texts have few, and the same ones."""
    return _decompose(run[0])


@lru_cache(maxsize=8192)
def _decompose(characters: str) -> str:
    """Return the characters without marks, apostrophes straight."""
    decomposed = unicodedata.normalize("NFKD", characters)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return plain.replace("’", "'")
