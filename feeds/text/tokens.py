"""The words, numbers, signs and spaces that a text is made of, just as they stand there."""

import re
from typing import Final

from feeds.text.words import fold_text

# Thai, Lao, kana and Chinese characters: their words are not parted, so each stands for itself.
_UNPARTED: Final = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN: Final = re.compile(
    rf"[{_UNPARTED}]"
    r"|\d{4}-\d{2}-\d{2}(?![\d-])(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?"
    r"|\d{1,2}/\d{1,2}/\d{4}(?![\d/])"
    r"|\d+(?:[.,:]\d+)*"
    rf"|[^\W\d_{_UNPARTED}]+(?:['’][^\W\d_]+)*"
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
