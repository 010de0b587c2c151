"""When what two texts share proves that one is a copy of the other.

A wrong fold hides a story. Outlets cut agency copy to different lengths, so containment decides;
but a description of a firm or a notice can fill most of a short text, and what one source prints
twice is more often two stories. The thresholds were chosen on labelled copies in six languages and
on texts of many outlets about one day.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import chain
from typing import Final

from feeds.dedupe.copies.tellers import is_own, may_be_own
from feeds.dedupe.sketches.parts import (
    count_own_figures,
    find_body,
    find_figures,
    find_headline,
    name_others,
)
from feeds.dedupe.sketches.shingles import FEWEST_SHINGLES, Overlap
from feeds.dedupe.sketches.vocabulary import GENERIC_WORDS
from feeds.model import Sketch

# How much of the shorter text must stand in the longer one: of a long text about half, of a short
# one most.
_LONG_CONTAINMENT: Final = 0.55
_LONG_SHINGLES: Final = 250
_CONTAINMENT: Final = 0.8
MEDIUM_SHINGLES: Final = 100
# Shorter texts may be nothing but a notice: then headlines must agree, or name what the text tells.
_SHORT_SHINGLES: Final = 60
_AGREED_TERMS: Final = 2
_RETITLED_CONTAINMENT: Final = 0.9
_RETITLED_SHINGLES: Final = 30
# Two equally long texts with figures of their own are two earthquakes; of longer texts not all
# figures are known.
_TEMPLATE_SHINGLES: Final = 220
_TEMPLATE_BALANCE: Final = 0.9
# One differs in two versions of a report, too.
_FEWEST_FIGURES: Final = 2
_OWN_CONTAINMENT: Final = 0.9
_OWN_BALANCE: Final = 0.8
OWN_COPY_SHINGLES: Final = 40
# Half a day later a source prints the next of a series: the weather, the markets, a programme.
OWN_WINDOW: Final = timedelta(hours=12)
# Behind the days of one event the next happening of its kind is told in the words of the last.
_COPY_WINDOW: Final = timedelta(days=3)
_LATE_CONTAINMENT: Final = 0.9
# What stands in so many stories of a source is a part of none; of more of them it costs too much
# to find out.
_NOTICE_STORIES: Final = 3
_MOST_NOTICED: Final = 8


def prove_copy(overlap: Overlap, new: Sketch, old: Sketch) -> bool:
    """Tell whether an overlap is proof: of one source, and of short texts, more is asked."""
    if overlap.shared < FEWEST_SHINGLES:
        return False
    if is_own(new, old):
        return _is_printed_again(overlap, new, old)
    if overlap.containment < find_least(overlap.shorter) or _fill_template(overlap, new, old):
        return False
    if may_be_own(new, old) and _fill_form(overlap, new, old):
        return False
    if _is_late(new, old) and not _is_told_anew(overlap, new, old):
        return False
    return overlap.shorter >= _SHORT_SHINGLES or (
        _agree_headlines(new, old) or _is_retitled(overlap, new, old)
    )


def find_notices(sketches: Iterable[Sketch]) -> frozenset[int]:
    """Return the shingles of what sources print under their stories, as far as these show it.

    They stand in three stories of one source whose headlines do not agree: a report that is
    printed again, or goes on, keeps words of its headline. Anonymous ones are no source's: three of
    them may be one text under three headlines.
    """
    by_source: dict[str, list[Sketch]] = {}
    for sketch in (it for it in sketches if not it.anonymous):
        apart = by_source.setdefault(sketch.source_id, [])
        if len(apart) < _MOST_NOTICED and not any(_agree_headlines(sketch, it) for it in apart):
            apart.append(sketch)
    counted = (_count_shingles(apart) for apart in by_source.values())
    return frozenset(it for some in counted for it, n in some.items() if n >= _NOTICE_STORIES)


def _fill_template(overlap: Overlap, new: Sketch, old: Sketch) -> bool:
    """Tell whether two texts are one template filled in twice: each with figures of its own.

    What is cut from a copy, or put into it, is on one side only.
    """
    short = max(len(new.shingles), len(old.shingles)) < _TEMPLATE_SHINGLES
    if not short or overlap.balance < _TEMPLATE_BALANCE:
        return False
    return count_own_figures(find_figures(new), find_figures(old)) >= _FEWEST_FIGURES


def _is_late(new: Sketch, old: Sketch) -> bool:
    """Tell whether one of two stories was told days behind the other."""
    return abs(new.told - old.told) > _COPY_WINDOW


def _is_told_anew(overlap: Overlap, new: Sketch, old: Sketch) -> bool:
    """Tell whether a text is an old one, rather than one of the next match or accident."""
    if overlap.shorter >= MEDIUM_SHINGLES:
        return True
    # A short text out of a long one may have figures that are not known of the long one.
    short = overlap.shorter < overlap.balance * _TEMPLATE_SHINGLES
    own = short and count_own_figures(find_figures(new), find_figures(old))
    return overlap.containment >= _LATE_CONTAINMENT and not own


def _fill_form(overlap: Overlap, new: Sketch, old: Sketch) -> bool:
    """Tell whether two short texts say the same of two things, each named in its headline only."""
    left, right = find_headline(new), find_headline(old)
    short = overlap.shorter < MEDIUM_SHINGLES
    return short and name_others(left, find_body(new), right, find_body(old))


def find_least(shorter: int) -> float:
    """Return which share of a text of so many shingles must stand in a longer one, 0 to 1."""
    gone = (shorter - MEDIUM_SHINGLES) / (_LONG_SHINGLES - MEDIUM_SHINGLES)
    return _CONTAINMENT + min(1.0, max(0.0, gone)) * (_LONG_CONTAINMENT - _CONTAINMENT)


def _is_printed_again(overlap: Overlap, new: Sketch, old: Sketch) -> bool:
    """Tell whether a source printed one report twice, rather than two of a kind."""
    left, right = find_headline(new), find_headline(old)
    titled = 2 * len(left & right) >= max(len(left), len(right))
    alike = overlap.balance >= _OWN_BALANCE and overlap.shorter >= OWN_COPY_SHINGLES
    near = abs(new.told - old.told) <= OWN_WINDOW
    return titled and alike and near and overlap.containment >= _OWN_CONTAINMENT


def _is_retitled(overlap: Overlap, new: Sketch, old: Sketch) -> bool:
    """Tell whether nearly all is shared and tells what one of the headlines names.

    A notice has no telling word of any headline.
    """
    whole = overlap.containment >= _RETITLED_CONTAINMENT and overlap.shorter >= _RETITLED_SHINGLES
    named = find_headline(new) & find_body(old) | find_headline(old) & find_body(new)
    return whole and bool(named - GENERIC_WORDS)


def _agree_headlines(new: Sketch, old: Sketch) -> bool:
    """Tell whether two telling words and half of the shorter headline are shared."""
    left, right = find_headline(new), find_headline(old)
    shared = left & right
    enough = 2 * len(shared) >= min(len(left), len(right))
    return enough and len(shared - GENERIC_WORDS) >= _AGREED_TERMS


def _count_shingles(sketches: Sequence[Sketch]) -> Counter[int]:
    """Count in how many stories each shingle stands; not at all if they are too few."""
    few = len(sketches) < _NOTICE_STORIES
    return Counter() if few else Counter(chain.from_iterable(it.shingles for it in sketches))
