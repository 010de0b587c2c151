"""In which letters texts of a language are compared."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from feeds.dedupe.sketches.files import read_letters
from feeds.text.tags import find_language
from feeds.text.words import fold_text

# With the prepositions before it (Larkey, Ballesteros and Connell 2007, "light10").
_ARTICLE: Final = re.compile(r"\b(?:[وف]?[بك]?ال|[وف]?لل)(?=\w{3})")
_ARABIC: Final = re.compile("[\u0621-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_VOWELS: Final = re.compile("[\u0640\u064b-\u0652]")


def fold_letters(text: str, language: str | None) -> str:
    """Return a text folded, in the letters in which texts of its language are compared.

    Of languages with two scripts, that is one: Latin for Serbian, simplified for Chinese. Arabic
    words are without the article that is written in one with them.

    Args:
        text: As written.
        language: BCP 47 tag.
    """
    if text.isascii():
        return fold_text(text)
    # Most texts of unknown language with these letters are Arabic.
    if find_language(language) in {"ar", ""} and _ARABIC.search(text):
        # Before folding: the names of Germany and Albania begin as the article, but for a hamza.
        plain = _VOWELS.sub("", unicodedata.normalize("NFKC", text))
        return fold_text(_ARTICLE.sub("", plain))
    return replace_letters(fold_text(text), language)


def replace_letters(text: str, language: str | None) -> str:
    """Return a text in the letters in which texts of its language are compared, not folded."""
    letters = _load_letters(find_language(language))
    return text.translate(letters) if letters else text


@lru_cache(maxsize=64)
def _load_letters(language: str) -> Mapping[int, str]:
    """Read what stands for each letter of the other script; empty if a language has none."""
    pairs = [line.split(" ") for line in (read_letters(language) or "").splitlines()]
    return {ord(letter): letters for letter, letters in pairs}
