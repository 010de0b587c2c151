"""Sentences between two lines ``---`` that only begin as a key does: ``WASHINGTON: …``."""

import re

from feeds.parse.front_keys import DATES, KNOWN, WORDS, fold_key
from feeds.text.words import count_words

# A key and a value without quotes, which may go on below, further right.
_SAID = re.compile(
    r"^([^\s#\-:][^:\n]{0,60}):[ \t]+([^\s\"'|>\[{&*!].*(?:\n[ \t]+\S.*)*)", re.MULTILINE
)
_PROGRAMS_KEY = re.compile(r"[a-z][A-Za-z0-9_-]*")
_STOPPED = re.compile(r"[.!?…。।؟！？][\"'”’»)」』]{0,2}$")
# Words of a sentence: with a full stop; without one; behind a key whose value is a name.
_SENTENCE = 5
_LONG_SENTENCE = 12
_NAMED = 10


def list_sentences(block: str) -> list[tuple[str, str]]:
    """Return the lines that begin as a key does and are a sentence, each with that key.

    What programs write begins with a small letter, or is known. Where one is a sentence, others
    that end as sentences do are of the same text, however short: ``Q: Why?``

    Args:
        block: What stands between the lines.

    Returns:
        Keys in one spelling, and the lines as they stand there, in order.
    """
    found = [(fold_key(it[1]), it) for it in _SAID.finditer(block)]
    others = [(key, it) for key, it in found if not _PROGRAMS_KEY.fullmatch(it[1])]
    said = {key for key, it in others if _is_sentence(key, it[2])}
    return [
        (key, it[0])
        for key, it in others
        if key in said or (said and key not in KNOWN and _STOPPED.search(it[2]))
    ]


def _is_sentence(key: str, words: str) -> bool:
    """Tell whether the words behind a key are a sentence, and no value of it."""
    count = count_words(words)
    dated = key in DATES and any(map(str.isdigit, words))
    named = (dated or key in KNOWN - DATES) and count < _NAMED
    if key in WORDS or named:
        return False
    stopped = _STOPPED.search(words) is not None
    return count >= _LONG_SENTENCE or (stopped and count + count_words(key) >= _SENTENCE)
