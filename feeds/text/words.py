"""Words of a text, folded so that spelling habits do not matter."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def fold_text(text: str) -> str:
    """Return the text without case, accents and typographic variants.

    Compatibility decomposition (Unicode NFKD) with marks removed, then case folding: "Köln" and
    "KOLN" meet, so do "ﬁre" and "fire".
    """
    if text.isascii():  # most text is, and this is ten times as quick
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return plain.casefold().replace("’", "'")


def split_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, in order; an apostrophe inside a word stays."""
    return tuple(_WORD.findall(fold_text(text)))
