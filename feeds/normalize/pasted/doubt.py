"""Which lines are the report's where the rules may err: a weighing of all that is seen of a line.

Logistic regression over ``features``, with weights learnt from pages that people marked
(``benchmarks/quality/train_furniture.py``). What the site says in so many words, what is held
apart and what stands around the report is not weighed: there the rules decide.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Final

from feeds.normalize.furniture.captions import is_caption
from feeds.normalize.furniture.lines import READ, Line, names_furniture
from feeds.normalize.pasted.features import describe_lines
from feeds.normalize.pasted.layout import Layout, fold_line
from feeds.normalize.pasted.stretch import is_shown_link
from feeds.normalize.pasted.weights import Weights

# Longer lines of furniture are known by how they begin, which is little.
_LONG: Final = 6
# So many words are no label, though no stop ends them: to lose a paragraph is worse than to keep a
# line of the site.
_SENTENCE: Final = 12
_UNSTOPPED: Final = frozenset({"title", "repeated"})
# "Day 1" is a count of days or the title of a section.
_NUMBERED: Final = re.compile(r"^[^\W\d_]+ \d{1,2}$")
_SITE: Final = frozenset({"furniture", "related"})
_SOLID: Final = frozenset({"prose", "row"})
_APART: Final = frozenset({"byline", "stamp", "related"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which lines are the report's.

    Attributes:
        places: Of its lines, in order.
        doubtful: Those of them that the rules would drop, or the weights without the rules.
    """

    places: tuple[int, ...]
    doubtful: frozenset[int]


def choose_lines(layout: Layout, weights: Weights) -> Choice:
    """Return the places of the report's lines.

    A line that the rules keep is dropped only if much speaks against it, and one that they drop is
    kept if more speaks for it than against, or if it is as long as sentences are.
    """
    if not any(line.kind == "prose" for line in layout.lines):
        return Choice(places=tuple(sorted(layout.report)), doubtful=frozenset())
    odds = _weigh_lines(layout, weights)
    likely = {
        place
        for place, chance in enumerate(_add_trust(odds, layout, weights))
        if chance >= weights.threshold
    }
    inside = range(layout.opening, _find_last(layout))
    rescued = {it for it in inside if it in likely or _is_long(layout.lines[it])}
    kept = (
        *(it for it in layout.report if it in likely or is_safe(layout.lines, it)),
        *(it for it in rescued - layout.report if _is_open(layout, it)),
    )
    doubtful = (
        it
        for it in kept
        if it not in layout.report
        or odds[it] < 0
        or layout.lines[it].guessed
        or _is_guessed(layout.lines, it)
    )
    return Choice(places=tuple(sorted(kept)), doubtful=frozenset(doubtful))


def rate_lines(layout: Layout, weights: Weights) -> list[float]:
    """Return the chance of every line that it is the report's, between 0 and 1."""
    return _add_trust(_weigh_lines(layout, weights), layout, weights)


def is_safe(lines: Sequence[Line], place: int) -> bool:
    """Tell whether rules alone may keep a line: paragraphs, sentences, titles between paragraphs.

    Between rows of a table, too; the rows, for a list is kept whole; days on which something
    happened.
    """
    line = lines[place]
    above = place - 1 if place > 1 and is_shown_link(lines[place - 1]) else place
    beside = (*lines[max(0, above - 1) : above], *lines[place + 1 : place + 2])
    between = [it.kind in _SOLID for it in beside] == [True, True]
    titled = line.kind == "title" and (line.day or (line.words > 1 and between))
    return line.kind in READ or line.kind == "row" or titled


def _heads_section(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is the head of a section that is built as others are."""
    below = lines[place + 1 : place + 2]
    return lines[place].kind == "row" and any(it.kind in READ for it in below)


def _is_guessed(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a section is known by the length of its head alone, as newsletters may be."""
    named = _heads_section(lines, place) and not any(map(str.isdigit, lines[place].text))
    return named and all(line.kind != "prose" for line in lines[place:])


def _is_long(line: Line) -> bool:
    """Tell whether a line without a stop at its end is as long as sentences are."""
    return line.kind in _UNSTOPPED and line.words >= _SENTENCE


def _is_open(layout: Layout, place: int) -> bool:
    """Tell whether a line that the rules drop may be the report's all the same."""
    line = layout.lines[place]
    if line.kind in _APART or place in layout.again or line.folded == fold_line(layout.headline):
        return False
    if line.kind == "furniture" and line.words < _LONG and not _NUMBERED.match(line.text):
        return False
    return not names_furniture(line.text) and not is_caption(line.text)


def _find_last(layout: Layout) -> int:
    """Return behind which place nothing is weighed: that of the site's first line below it."""
    end = layout.core[1]
    if layout.ending < end:  # its closing was cut off
        return layout.ending
    below = range(end, len(layout.lines))
    return next((it + 1 for it in below if layout.lines[it].kind in _SITE), len(layout.lines))


def _weigh_lines(layout: Layout, weights: Weights) -> list[float]:
    """Return the log odds of every line, without the trust in the rules."""
    return [
        weights.bias + sum(map(float.__mul__, weights.features, features))
        for features in describe_lines(layout)
    ]


def _add_trust(odds: Sequence[float], layout: Layout, weights: Weights) -> list[float]:
    """Return chances: lines that the rules keep have more."""
    return [
        1 / (1 + exp(-it - weights.trust * (place in layout.report)))
        for place, it in enumerate(odds)
    ]
