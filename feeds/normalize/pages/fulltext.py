"""The body of a story out of its page: several readers, and the one the others agree with.

Our own reader (:mod:`.page`) and trafilatura (an extra, ``wiredesk[fulltext]``) err in different
places: one takes a box of links for the report, the other loses its second half. Where they differ,
the reading that shares most with the others is taken.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from feeds.extras import has_trafilatura
from feeds.text.characters import clean_characters, join_line
from feeds.text.words import split_words

TRAFILATURA: Final = "trafilatura"
# As the usual benchmark of such readers does: four words in a row.
_SHINGLE: Final = 4
_DIGITS: Final = 9
_WHOLE: Final = 0.9
# How trafilatura is asked: for what surely belongs to the report, and for all that may.
_WAYS: Final = ({"favor_precision": True}, {"include_comments": False})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBody:
    """The body of a page.

    Attributes:
        text: Plain paragraphs; empty if there is none.
        reader: ``own`` or ``trafilatura``.
    """

    text: str
    reader: str


def choose_body(own: str, page: str, headline: str, stated: str = "") -> FoundBody:
    """Return the body of a page: our own reading, or the one of trafilatura that fits better.

    Args:
        own: What our own reader found.
        page: The page, decoded.
        headline: As the page states it; it is no part of the body.
        stated: What the page calls the text of its article; unless it is short,
            it has a say as another reading.
    """
    readings = [own]
    if has_trafilatura():
        readings += [_drop_headline(_ask_trafilatura(page, way), headline) for way in _WAYS]
    best = choose_reading(readings, stated)
    return FoundBody(text=readings[best], reader="own" if best == 0 else TRAFILATURA)


def choose_reading(readings: Sequence[str], stated: str = "") -> int:
    """Return the place of the reading that shares most with the others; the first of equals."""
    # A stated text may be cut; then it says nothing of the rest.
    others = (stated,) if len(stated) >= _WHOLE * max(map(len, readings)) else ()
    counted = [_count_shingles(text) for text in (*readings, *others)]
    shares = [
        # Equals are equal in whatever order they are added.
        round(sum(_share(one, other) for other in counted), _DIGITS)
        for one in counted[: len(readings)]
    ]
    return shares.index(max(shares))


def _count_shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return how often each four words in a row stand in a text; all its words if they are less."""
    words = split_words(text)
    count = max(len(words) - _SHINGLE + 1, 1) if words else 0
    return Counter(words[start : start + _SHINGLE] for start in range(count))


def _share(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> float:
    """Return how much two texts have in common, from 0 to 1 (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _drop_headline(text: str, headline: str) -> str:
    """Return a text without the headline that it may begin with."""
    first, _, rest = text.partition("\n\n")
    return rest if split_words(first) == split_words(headline) else text


def _ask_trafilatura(page: str, way: dict[str, bool]) -> str:
    """Return what trafilatura takes for the report, in paragraphs; nothing where it fails."""
    # Only where it is needed: it takes half a second to import.
    trafilatura = import_module(TRAFILATURA)
    try:
        found = trafilatura.extract(page, **way)
    except Exception:  # noqa: BLE001 - what it makes of hostile pages is not known
        return ""
    lines = (join_line(line) for line in clean_characters(found or "").splitlines())
    return "\n\n".join(line for line in lines if line)
