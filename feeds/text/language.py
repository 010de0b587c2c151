"""Which language a text is in."""

import re
from itertools import islice
from typing import Final

import pycld2

_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,5}")
_OLD_CODES: Final = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv"}
_MIN_LETTERS: Final = 24
_MIN_PERCENT: Final = 60
_MAX_OTHER: Final = 20
_MAX_SAMPLE: Final = 4000


def read_language(tag: str | None) -> str | None:
    """Return a language tag (BCP 47, RFC 5646) in lower case, or None if it is none.

    ``en_GB`` is understood; ``English`` and ``und`` are not tags of a language.
    """
    plain = (tag or "").strip().replace("_", "-").lower()
    if not _TAG.fullmatch(plain) or plain.startswith("und"):
        return None
    first, dash, rest = plain.partition("-")
    return _OLD_CODES.get(first, first) + dash + rest


def detect_language(text: str) -> str | None:
    """Return the language of a plain text, or None where the detector is not sure.

    The detector (Compact Language Detector 2) looks at four letters at a time; headlines of a
    few words are too short for it. Names can make it doubt a whole text: then its paragraphs
    decide, if all it is sure of are in one language.
    """
    sample = text[:_MAX_SAMPLE]
    if found := _ask_detector(sample):
        return found
    found_in_parts = set(filter(None, map(_ask_detector, sample.split("\n"))))
    return found_in_parts.pop() if len(found_in_parts) == 1 else None


def _ask_detector(text: str) -> str | None:
    """Return the language the detector is sure of."""
    letters = islice(filter(str.isalpha, text), _MIN_LETTERS)  # no more than are asked for
    if len(tuple(letters)) < _MIN_LETTERS:
        return None
    try:
        reliable, _, guesses = pycld2.detect(text.encode("utf-8", "ignore"), isPlainText=True)
    except pycld2.error:  # bytes it takes for bad UTF-8, whatever we do
        return None
    (_, code, percent, _), (_, _, other, _) = guesses[:2]
    if not reliable or percent < _MIN_PERCENT or other > _MAX_OTHER:
        return None
    return read_language(code if code != "un" else None)
