"""How often words are used in general: what is rare there tells much where it is shared.

The tables are made of those of ``wordfreq`` (Speer 2022); ``tables/README.md`` says how. Stories
at hand cannot take their place: the words of a large event would look common.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from feeds.dedupe.sketches.files import read_table
from feeds.text.tags import find_language

# Words used more often than once in 700 (the, said, new) tell nothing.
COMMON: Final = 1.5e-3
# As for a word that stands in no table: about one in fifty million.
UNKNOWN: Final = 2e-8
_OTHERWISE: Final = "en"


def find_frequency(cut: str, language: str | None) -> float:
    """Return how often one of all words begins so, 0 to 1.

    Args:
        cut: Folded and cut.
        language: BCP 47 tag; where it is unknown or has no table, English is asked.
    """
    return find_table(language).get(cut, UNKNOWN)


@lru_cache(maxsize=64)
def find_table(language: str | None) -> Mapping[str, float]:
    """Return the table for a language: how often words that begin so are used."""
    return _load_table(find_language(language or _OTHERWISE)) or _load_table(_OTHERWISE)


@lru_cache(maxsize=64)
def _load_table(language: str) -> Mapping[str, float]:
    """Read a table; empty if there is none.

    A line holds ten times the Zipf value of its words, and the words.
    """
    frequencies: dict[str, float] = {}
    for line in (read_table(language) or "").splitlines():
        value, *words = line.split(" ")
        frequencies |= dict.fromkeys(words, 10 ** (int(value) / 10 - 9))
    return frequencies
