"""What is trivial in a text: how it is set, and not what it says."""

import re
import unicodedata
from typing import Final

from feeds.text.urls import canonicalize_url, clean_url

_QUOTES: Final = re.compile("[\"'`´‘’‚‛“”„‟‹›«»′″〝〞＂＇]+|,,")
_DASHES: Final = re.compile("[-‐‑‒–—―−﹘﹣－]+")
_SPACE: Final = re.compile(r"\s+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_AROUND_SIGNS: Final = re.compile(r" (?=[^\w\s])|(?<=[^\w\s]) ")
_URL: Final = re.compile(r"https?://[^\s<>\"]+")
_STOPS: Final = re.compile(r"[.!。]+(?=\D|$)|(?<=\D)[.!。]+")
_INITIAL: Final = re.compile(r"\b[^\W\d_]")
# Words so short have a small letter in many titles.
_SHORT: Final = 3


def fold_typography(text: str) -> str:
    """Return a text in one way of setting it: equal results read the same.

    Without soft hyphens and tracking in addresses, with one kind of quote, dash, ellipsis and
    space, Unicode NFKC, without stops but those in numbers. A question mark stays: it says
    something.
    """
    # An accent that stands alone is a quote; NFKC would make it part of the letter before it.
    plain = unicodedata.normalize("NFKC", _QUOTES.sub("'", _INVISIBLE.sub("", text)))
    plain = _URL.sub(_fold_address, plain)
    plain = _close_up(_STOPS.sub(" ", _close_up(plain)))
    return unicodedata.normalize("NFC", _DASHES.sub("-", _QUOTES.sub("'", plain)))


def _fold_address(found: re.Match[str]) -> str:
    """Return an address in its one spelling; ``http://localhost:PORT/`` is none, and stays."""
    url = clean_url(found[0])
    return canonicalize_url(url) if url else found[0]


def fold_headline(text: str, other: str) -> str:
    """Return a headline set in one way; without capitals if the other one has another style.

    "THE DAM HOLDS" and "The Dam Holds" are one headline, and so are "Talks In Paris" and "Talks in
    Paris"; but in one style, "us" and "US" are two words.
    """
    plain = fold_typography(text)
    if _find_style(text) != _find_style(other):
        return plain.casefold()
    return _INITIAL.sub(lambda found: found[0].lower(), plain)


def _close_up(text: str) -> str:
    """Return a text with single spaces, and none around signs."""
    return _AROUND_SIGNS.sub("", _SPACE.sub(" ", text)).strip()


def _find_style(headline: str) -> str:
    """Return how capitals are used: ``upper``, ``title`` or ``sentence``."""
    words = [word for word in re.findall(r"[^\W\d_]+", headline) if len(word) > _SHORT]
    if headline.isupper():
        return "upper"
    return "title" if all(word[0].isupper() for word in words) else "sentence"
