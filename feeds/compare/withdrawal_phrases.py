"""Sentences in which a publisher says of the report they stand in that it is withdrawn."""

import re
from typing import Final

from feeds.compare.withdrawal_words import WITHDRAWAL_PHRASES
from feeds.model import Story
from feeds.text.words import count_words, fold_text

_PHRASE: Final = re.compile("|".join(WITHDRAWAL_PHRASES))
_DASHES: Final = re.compile("[‐‑‒–—―−]")
_QUOTES: Final = re.compile('["“”„«»]')
_MOST_WORDS: Final = 120
_LONGEST_READ: Final = 1_500


def says_withdrawn(sentence: str) -> bool:
    """Tell whether a sentence says of the report it stands in, unquoted, that it is withdrawn."""
    folded = fold_text(_DASHES.sub("-", sentence[:_LONGEST_READ]))
    return any(not is_quoted(folded, found.start()) for found in _PHRASE.finditer(folded))


def is_brief(story: Story) -> bool:
    """Tell whether a story is so short that it may be a notice."""
    return count_words(f"{story.standfirst}\n{story.body_text}") <= _MOST_WORDS


def is_quoted(sentence: str, place: int) -> bool:
    """Tell whether a place stands inside a quotation."""
    return len(_QUOTES.findall(sentence, 0, place)) % 2 == 1
