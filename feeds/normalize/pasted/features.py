"""What a line looks like, in numbers that are the same in every language.

Its length, how it ends, its capitals and digits; what the rules hold it for; how many of the
words the report uses it has; and whether the lines around it are the report's.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p
from typing import Final

from feeds.normalize.furniture.lines import Kind, Line, ends_sentence
from feeds.normalize.pasted.content import list_content
from feeds.normalize.pasted.layout import Layout

_KINDS: Final[tuple[Kind, ...]] = (
    *("prose", "row", "repeated", "byline", "stamp", "related", "furniture"),
)
_OFTEN: Final = 3
_SMALL: Final = 3
_NEAR: Final = 3
_AROUND: Final = 12
_NUMBERED: Final = re.compile(r"\d+[.)]\s")
_QUOTES: Final = re.compile('["“”«»„「」]')


def describe_lines(layout: Layout) -> list[tuple[float, ...]]:
    """Return the features of every line, each in the order of ``weights.FEATURES``."""
    lines, (start, end) = layout.lines, layout.core
    core = [place for place in range(start, end) if lines[place].kind == "prose"] or [0]
    about = list_content(" ".join(lines[place].text for place in core))
    counts = Counter(line.folded for line in lines)
    kept = [place in layout.report for place in range(len(lines))]
    sums = [0, *accumulate(kept)]
    return [
        (
            *_describe_line(line),
            float(counts[line.folded] > _OFTEN),
            _share_words(line, about),
            float(line.kind == "title" and start <= place < end),
            *(float(line.kind == kind) for kind in _KINDS),
            *_describe_place(kept, sums, place),
            log1p(max(0, core[0] - place)),
            log1p(max(0, place - core[-1])),
        )
        for place, line in enumerate(lines)
    ]


def _describe_line(line: Line) -> tuple[float, ...]:
    """Return what can be said of a line by itself."""
    words = line.text.split()
    return (
        log1p(line.words),
        float(line.words <= 1),
        float(ends_sentence(line.text)),
        float(line.text.endswith(("…", "..."))),
        float("," in line.text),
        float(_QUOTES.search(line.text) is not None),
        float(_NUMBERED.match(line.text) is not None),
        sum(map(str.isdigit, line.text)) / len(line.text),
        sum(word[0].islower() for word in words) / len(words),
        float(all(word[0].isupper() for word in words if len(word) > _SMALL)),
    )


def _share_words(line: Line, about: frozenset[str]) -> float:
    """Return how many of a line's words the report uses; a half if it has none that count."""
    words = list_content(line.text)
    return len(words & about) / len(words) if words else 0.5


def _describe_place(kept: Sequence[bool], sums: Sequence[int], place: int) -> tuple[float, ...]:
    """Return what the rules make of a line and of those around it.

    Args:
        kept: Whether the rules keep a line.
        sums: How many lines before each they keep.
        place: Where the line stands.
    """

    def share(reach: int) -> float:
        first, last = max(0, place - reach), min(len(kept), place + reach + 1)
        return (sums[last] - sums[first] - kept[place]) / (last - first)

    return (
        float(kept[place]),
        float(place > 0 and kept[place - 1]),
        float(place + 1 < len(kept) and kept[place + 1]),
        share(_NEAR),
        share(_AROUND),
    )
