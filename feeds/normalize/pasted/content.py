"""What a text is about, roughly: its longer words."""

import re
from collections.abc import Iterable
from typing import Final

from feeds.normalize.furniture.lines import PROSE_WORDS, Line, count_line_words, ends_sentence
from feeds.text.words import split_words

_LETTERS: Final = 4
_PAIR: Final = re.compile("(?=([\u30a0-\u30ff\u3400-\u9fff]{2}))")


def list_content(text: str) -> frozenset[str]:
    """Return the words that say what a text is about: those of four letters and more.

    Where words are not parted, pairs of Han or Katakana signs stand for them.
    """
    words = (word for word in split_words(text) if len(word) >= _LETTERS)
    return frozenset((*words, *_PAIR.findall(text)))


def list_report(lines: Iterable[Line]) -> frozenset[str]:
    """Return what the paragraphs among lines are about."""
    return list_content(" ".join(line.text for line in lines if line.kind == "prose"))


def tells_sentence(text: str) -> bool:
    """Tell whether a text is a sentence of more than a few words."""
    return count_line_words(text) >= PROSE_WORDS and ends_sentence(text)


def share_content(text: str, report: frozenset[str]) -> float:
    """Return how many of a text's words the report uses, from 0 to 1; 0 if it has none."""
    words = list_content(text)
    return len(words & report) / len(words) if words else 0.0
