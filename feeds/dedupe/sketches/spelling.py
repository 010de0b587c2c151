"""Which words are words of a language."""

from feeds.dedupe.sketches.frequencies import UNKNOWN, find_frequency
from feeds.dedupe.sketches.languages import fold_letters
from feeds.dedupe.sketches.terms import cut_word


def knows_word(word: str, language: str | None) -> bool:
    """Tell whether words of a language begin so.

    The tables hold the first six letters of words: a longer one is judged by these.

    Args:
        word: As written.
        language: BCP 47 tag; where it is unknown or has no table, English is asked.
    """
    return find_frequency(cut_word(fold_letters(word, language)), language) > UNKNOWN
