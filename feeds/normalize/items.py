"""Short lines of pasted text that a sentence of the report announces: the items of its lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from feeds.normalize.furniture import Line
from feeds.normalize.phrases import OPENINGS, RELATED

_FEWEST: Final = 2
_MARK: Final = re.compile(r"[*•‣▪●◦·–—-](?=\s+\S)")
_COLONS: Final = (":", "\uff1a")
_POINTING: Final = (*OPENINGS, *RELATED)
# So a site announces other reports, and itself, in whole sentences.
_OTHERS: Final = re.compile(
    r"\b(?:stories|articles|most read|read more|you may|you might|follow us|our newsroom"
    r"|(?:our|this) (?:web)?site|lesen sie|artikel|beitrage|unserer? (?:redaktion|archiv|seite)"
    r"|folgen sie|lire|nos articles|(?:notre|ce) site|suivez|leer|lea|articulos|nuestro sitio"
    r"|siganos|siguenos|leggi|articoli|nostro sito|seguici|leia|artigos|nosso site|lees|onze site"
    r"|volg ons)\b"
)


def keep_announced(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines in which the items of announced lists are rows, as those of a table are.

    Two or more short lines with one mark before them stand below a sentence that ends with a colon,
    and a paragraph below them: so they are inside the report. None of them is known as the site's.

    Args:
        lines: With their kinds, in order.
    """
    items = frozenset(it for some in _find_items(lines) for it in some)
    return tuple(
        replace(line, kind="row") if place in items else line for place, line in enumerate(lines)
    )


def _find_items(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the places of the items of each list."""
    marks = [_read_mark(line.text) for line in lines]
    for place in range(1, len(lines)):
        if marks[place] and marks[place] != marks[place - 1] and _announces(lines[place - 1]):
            behind = (it for it in range(place, len(lines)) if marks[it] != marks[place])
            end = next(behind, len(lines))
            own = all(line.kind in {"title", "sentence"} for line in lines[place:end])
            inside = end < len(lines) and lines[end].kind == "prose"
            if own and inside and end - place >= _FEWEST:
                yield range(place, end)


def _announces(line: Line) -> bool:
    """Tell whether a line is a sentence of the report that announces something."""
    if line.kind != "prose" or not line.text.endswith(_COLONS):
        return False
    return not line.folded.startswith(_POINTING) and _OTHERS.search(line.folded) is None


def _read_mark(text: str) -> str:
    """Return the mark of an item of a list; empty if the line has none."""
    found = _MARK.match(text)
    return found[0] if found else ""
