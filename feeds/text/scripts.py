"""Which characters make up a word: ranges for character classes of regular expressions."""

import re
import unicodedata
from typing import Final

# The scripts of India and South East Asia end here, and those with marks of Europe and Arabia.
_FIRST_MARK: Final = 0x300
_LAST_MARK: Final = 0x1DFF

MARKS: Final = "".join(
    chr(code)
    for code in range(_FIRST_MARK, _LAST_MARK + 1)
    if unicodedata.category(chr(code)).startswith("M")
)
"""Vowel signs and accents: part of the word of their letter (UAX 29, Extend and SpacingMark)."""

WORD: Final = rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*"
"""A pattern: letters and digits with their marks."""

HAN: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff"
"""Chinese characters: each is a word or a part of one."""

HIRAGANA: Final = "\u3041-\u3096"
"""Syllables of Japanese endings and particles, for the most part."""

KATAKANA: Final = "\u30a1-\u30fa\u30fc-\u30ff"
"""Syllables of Japanese words and names from abroad."""

SYLLABLES: Final = HAN + HIRAGANA + KATAKANA
"""Each is a word or a syllable, without spaces between words."""

CONTINUOUS: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u1780-\u17d3"
)
"""Letters and marks of Thai, Lao, Burmese and Khmer, without spaces between words."""

UNSPACED: Final = SYLLABLES + CONTINUOUS
"""All that is written without spaces between words."""

_UNSPACED: Final = re.compile(f"[{UNSPACED}]+")


def is_unspaced(text: str) -> bool:
    """Tell whether all of a text is written in scripts without spaces between words."""
    return _UNSPACED.fullmatch(text) is not None
