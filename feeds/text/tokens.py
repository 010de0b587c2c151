"""The words, numbers, signs and spaces that a text is made of, just as they stand there."""

import re
from typing import Final

from feeds.text.scripts import MARKS, UNSPACED, write_word
from feeds.text.words import fold_text

_LETTERS: Final = write_word(without=rf"\d{UNSPACED}")
_TOKEN: Final = re.compile(
    # Words without spaces are not parted, so each character stands for itself, with its marks.
    rf"[{UNSPACED}][{MARKS}]*"
    r"|\d{4}-\d{2}-\d{2}(?![\d-])(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?"
    r"|\d{1,2}/\d{1,2}/\d{4}(?![\d/])"
    r"|\d+(?:[.,:]\d+)*"
    rf"|{_LETTERS}(?:['’]{_LETTERS})*"
    r"|\s+"
    r"|.",
    re.DOTALL,
)


def split_tokens(text: str) -> tuple[str, ...]:
    """Return the words, numbers, signs and stretches of space of a text: joined, they are it.

    A number keeps its points and commas, a word its apostrophes, a date written in digits is whole;
    any other sign is alone.
    """
    return tuple(_TOKEN.findall(text))


def fold_tokens(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text, in order, folded for comparing."""
    return tuple(fold_text(token) for token in split_tokens(text) if token[0].isalnum())
