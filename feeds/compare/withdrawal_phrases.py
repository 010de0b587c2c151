"""Sentences in which a publisher says of the report they stand in that it is withdrawn."""

import re
from typing import Final

from feeds.compare.withdrawal_words import WITHDRAWAL_PHRASES
from feeds.model import Story
from feeds.text.notices import fold_notice, is_quoted
from feeds.text.words import count_words

_PHRASE: Final = re.compile("|".join(WITHDRAWAL_PHRASES))
_MOST_WORDS: Final = 120


def says_withdrawn(sentence: str) -> bool:
    """Tell whether a sentence says of the report it stands in, unquoted, that it is withdrawn."""
    folded = fold_notice(sentence)
    return any(not is_quoted(folded, found.start()) for found in _PHRASE.finditer(folded))


def is_brief(story: Story) -> bool:
    """Tell whether a story is so short that it may be a notice."""
    return count_words(f"{story.standfirst}\n{story.body_text}") <= _MOST_WORDS
