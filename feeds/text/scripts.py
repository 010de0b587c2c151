"""Which characters make up a word: ranges for character classes of regular expressions."""

import re
import unicodedata
from typing import Final

# Where the marks are that stand with letters, up to the scripts that hardly any newspaper uses.
_BLOCKS: Final = (range(0x300, 0x1E00), range(0x3099, 0x309B), range(0xA66F, 0xAC00))

MARKS: Final = "\u200d" + "".join(
    chr(code)
    for block in _BLOCKS
    for code in block
    if unicodedata.category(chr(code)).startswith("M")
)
"""Vowel signs, accents and the joiner: part of the word of their letter (UAX 29)."""


def write_word(without: str = "") -> str:
    """Return a pattern of a word: letters and digits with their marks.

    Args:
        without: What of these is in no word, as it stands in a character class.
    """
    return rf"[^\W_{without}]+(?:[{MARKS}]+[^\W_{without}]*)*"


WORD: Final = write_word()
"""A pattern: letters and digits with their marks."""

HAN: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\ufa0e-\ufa29\U00020000-\U0003ffff"
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
_LATIN: Final = re.compile("[A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ]+")


def is_latin(text: str) -> bool:
    """Tell whether half of the letters of a text or more are Latin; it may have none."""
    if text.isascii():
        return True
    latin = len(text) - len(_LATIN.sub("", text))
    # Most texts are decided without counting letter by letter.
    return 2 * latin >= len(text) or 2 * latin >= sum(map(str.isalpha, text))


def is_unspaced(text: str) -> bool:
    """Tell whether all of a text is written in scripts without spaces between words."""
    return _UNSPACED.fullmatch(text) is not None
