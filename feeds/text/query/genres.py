"""The genres a query may name: another word would find nothing, and nobody would notice."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from feeds.model import Genre
from feeds.text.query.terms import OPERATORS, spell_words, split_terms

# What people put between two of which either will do.
SEPARATORS: Final = re.compile(r"[,;|/+&]+|\s+OR\s+")


def find_genres(words: Sequence[str], *, prefix: bool = False) -> tuple[Genre, ...]:
    """Return the genres that a term can find."""
    wanted = spell_words(words, open_end=prefix)
    return tuple(genre for genre in Genre if wanted in spell_words(genre.split()))


def names_genre(words: Sequence[str], *, prefix: bool = False) -> bool:
    """Tell whether a term can find a genre."""
    return bool(find_genres(words, prefix=prefix))


def explain_genre(written: str, field: str) -> str:
    """Say that there is no such genre, and what was probably meant.

    Args:
        written: What stands there instead.
        field: The field's name with its colon, if it stands right before; else empty.
    """
    if written.upper() in OPERATORS:
        return f"There is no genre {written!r}; did you mean {written.upper()}, in capitals?"
    parts = [part.strip() for part in SEPARATORS.split(written) if part.strip()]
    if len(parts) > 1 and all(names_genre(split_terms(part)) for part in parts):
        return f"There is no genre {written!r}; did you mean {field}({' OR '.join(parts)})?"
    names = {str(genre): f'"{genre}"' if " " in genre else str(genre) for genre in Genre}
    close = get_close_matches(written.lower(), names, n=1)
    meant = f"did you mean {names[close[0]]}? The" if close else "the"
    return f"There is no genre {written!r}; {meant} genres are {', '.join(names.values())}"
