"""Labels by which outlets mark what a story is: in its headline, above it, and where it stands."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from feeds.text.words import fold_text

_SHORT: Final = 200


def compile_labels(labels: Iterable[str], behind: str) -> re.Pattern[str]:
    """Return what finds such a label in a headline.

    ``Opinion: …``, ``… | Opinion``, ``【社説】…``; "Kommentar zur Wahl: …" says of what it is one.
    What stands behind a colon is who says so ("Half of rivers dirty: analysis"), and no label.

    Args:
        labels: In any case.
        behind: A pattern of the signs that part a label from the headline before it.
    """
    label = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return re.compile(
        rf"""^\W*(?:{label})(?:\s(?:zu[mr]?|über)\s[^:|]{{2,40}})?\s*(?:[:：|】」\]）)]|[.]\s|\s[–—-]\s)
        |(?:{behind})\s*(?:the\s)?(?:{label})\W*$
        |\s[(\[](?:{label})[)\]]\W*$""",
        re.IGNORECASE | re.VERBOSE,
    )


def compile_parts(names: Iterable[str]) -> frozenset[str]:
    """Return names of parts of a publication, as :func:`names_part` compares them."""
    return frozenset(map(fold_text, names))


def names_part(part: str, names: frozenset[str]) -> bool:
    """Tell whether a part of a publication, or one of its steps (``News/Opinion``), is so called.

    Args:
        part: A section, a category, or a folder of an address.
        names: Of :func:`compile_parts`.
    """
    steps = _recall_steps(part) if len(part) <= _SHORT else _list_steps(part)
    return not names.isdisjoint(steps)


def _list_steps(part: str) -> Sequence[str]:
    """Return the steps of a part of a publication, folded."""
    steps = re.split(r"[/>|·›»]", fold_text(part))
    return tuple(re.sub(r"[\s_-]+", " ", step).strip() for step in steps)


# A source has few parts, and each is asked for several times a story.
_recall_steps = lru_cache(maxsize=256)(_list_steps)


def list_folders(url: str) -> Sequence[str]:
    """Return the folders of an address.

    Args:
        url: Of a story; may be empty.
    """
    path = re.split(r"[?#]", url.partition("://")[2], maxsplit=1)[0]
    return [unquote(folder) for folder in path.split("/")[1:-1]]
