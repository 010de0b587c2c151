"""Labels by which outlets mark what a story is: in its headline, above it, and where it stands."""

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import unquote

from feeds.text.words import fold_text

_NEVER: Final = r"(?!)"
# Behind an article, and before whoever wrote it: two names with capitals.
_ARTICLE: Final = r"(?:an?|eine?|une?|una|um|uma|een|en|ett|et)"
_BY: Final = r"(?:von|by|de|di|par|por|van|av|af)\s(?-i:[^\W\d_a-z]\S+(?:\s[^\W\d_a-z]\S+){1,2})"


def compile_labels(labels: Iterable[str], surest: Iterable[str], behind: str) -> re.Pattern[str]:
    """Return what finds such a label in a headline.

    ``Opinion: …``, ``… | Opinion``, ``【社説】…``; "Kommentar zur Wahl: …" says of what it is one.
    What stands behind a colon is who says so ("Half of rivers dirty: analysis"), and no label; but
    "… – ein Kommentar von Jana Weiss" is one.

    Args:
        labels: In any case.
        surest: Those that are labels with an article, too; "Found in the wall: a letter" is none.
            None where no label is.
        behind: A pattern of the signs that part a label from the headline before it.
    """
    label, sure = _join(labels), _join(surest)
    return re.compile(
        rf"""^\W*(?:{label})(?:\s(?:zu[mr]?|über)\s[^:|]{{2,40}})?\s*(?:[:：|】」\]）)]|[.]\s|\s[–—-]\s)
        |(?:{behind})\s*(?:the\s)?(?:{label})\W*$
        |(?:{behind}|[:–—])\s*{_ARTICLE}\s(?:{sure or _NEVER})(?:\s{_BY})?\W*$
        |\s[(\[](?:{label})[)\]]\W*$""",
        re.IGNORECASE | re.VERBOSE,
    )


def _join(labels: Iterable[str]) -> str:
    """Return a pattern of labels, the longest first."""
    return "|".join(sorted(map(re.escape, labels), key=len, reverse=True))


def compile_parts(names: Iterable[str]) -> frozenset[str]:
    """Return names of parts of a publication, as :func:`names_part` compares them."""
    return frozenset(map(fold_text, names))


def names_part(part: str, names: frozenset[str]) -> bool:
    """Tell whether a part of a publication, or one of its steps (``News/Opinion``), is so called.

    Args:
        part: A section, a category, or a folder of an address.
        names: Of :func:`compile_parts`.
    """
    steps = re.split(r"[/>|·›»]", fold_text(part))
    return any(re.sub(r"[\s_-]+", " ", step).strip() in names for step in steps)


def list_folders(url: str) -> Sequence[str]:
    """Return the folders of an address.

    Args:
        url: Of a story; may be empty.
    """
    path = re.split(r"[?#]", url.partition("://")[2], maxsplit=1)[0]
    return [unquote(folder) for folder in path.split("/")[1:-1]]
