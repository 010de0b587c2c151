"""What stands where in pasted lines, by rules: headline, head, and the lines of the report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from feeds.normalize.credits.agencies import split_agencies
from feeds.normalize.furniture.interviewers import mark_interviewers
from feeds.normalize.furniture.lines import Line, judge_lines, tells_happened
from feeds.normalize.pasted.answers import mark_answers
from feeds.normalize.pasted.chronology import mark_chronology, mark_days
from feeds.normalize.pasted.closing import cut_closing, list_copyrights
from feeds.normalize.pasted.headline import find_headline, find_report
from feeds.normalize.pasted.items import keep_items
from feeds.normalize.pasted.lasts import mark_last
from feeds.normalize.pasted.newsrooms import keep_inside
from feeds.normalize.pasted.notices import take_notices
from feeds.normalize.pasted.past_end import mark_past
from feeds.normalize.pasted.points import find_points
from feeds.normalize.pasted.quotations import mark_quotations
from feeds.normalize.pasted.sections import mark_sections
from feeds.normalize.pasted.signed import sign_lines
from feeds.normalize.pasted.stretch import find_core
from feeds.text.words import fold_text

# A report of so many lines that recur is one of sections built alike; fewer are the site's labels.
_LEAST_SECTIONS: Final = 4
_AGAIN: Final = 3
_READ: Final = frozenset({"prose", "sentence", "row"})
_BULLETS: Final = ("-", "–", "•", "*", "·", "▪")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where what stands.

    Attributes:
        lines: As judged.
        core: From where to where the paragraphs stand together.
        opening: Where the report begins.
        ending: Behind its last line, before its closing.
        report: Places of its lines, those of its points among them.
        points: Places of lines above the opening in which it is told in short.
        again: Places of paragraphs that stand there once more.
        place: Of the headline; None if no line is one.
        headline: Empty if none was found.
        bylines: Lines that name who wrote it, or the agencies whose copy it is.
        notices: Corrections and editor's notes above the headline, or right below it.
    """

    lines: tuple[Line, ...]
    core: tuple[int, int]
    opening: int
    ending: int
    report: frozenset[int]
    points: frozenset[int] = frozenset()
    again: frozenset[int] = frozenset()
    place: int | None = None
    headline: str = ""
    bylines: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def lay_out(
    blocks: Sequence[Sequence[str]], title: str = "", language: str | None = None
) -> Layout:
    """Return where the parts of a report stand.

    The headline is the first line before the first paragraph that looks like one. Behind it every
    paragraph is the report's; only short lines and sentences of the site about itself are not.

    Args:
        blocks: The lines, those together between which none was left empty.
        title: The headline, if it is known from elsewhere.
        language: BCP 47 tag.
    """
    texts = [text for block in blocks for text in block]
    ends = frozenset(it - 1 for it in accumulate(map(len, blocks)))
    told = mark_interviewers(judge_lines(texts, language))
    quoted = mark_quotations(keep_inside(mark_past(told)))
    judged, notices = take_notices(keep_items(quoted, ends), language)
    lines = mark_sections(mark_last(mark_chronology(mark_answers(judged))))
    core = find_core(lines)
    place = _find_line(lines, title) if title else find_headline(lines[: core[1]], core[0])
    headline = title or ("" if place is None else lines[place].text)
    head = 0 if place is None else place + 1
    opening = head + find_report(lines[head : core[1]])
    if opening > head and tells_happened(lines[opening - 1]) and lines[opening - 1].kind == "title":
        opening -= 1  # what happened first
    lines = mark_days(lines, opening)
    if place is not None:
        lines = (*sign_lines(lines[: core[1]], head, opening, language), *lines[core[1] :])
    points = find_points(lines, head, opening, headline)
    lines = tuple(
        replace(line, kind="row", guessed=points[it]) if it in points else line
        for it, line in enumerate(lines)
    )
    bylines = _list_bylines(lines[: core[1]], opening)
    report, signed = cut_closing(lines[opening : core[1]], bylines)
    kept, again = _list_report(report, headline)
    return Layout(
        lines=lines,
        core=core,
        place=place,
        headline=headline,
        opening=opening,
        ending=opening + len(report),
        report=frozenset((*points, *(opening + it for it in kept))),
        points=frozenset(points),
        again=frozenset(opening + it for it in again),
        bylines=(*bylines, *signed, *list_copyrights(lines)),
        notices=notices,
    )


def _list_bylines(lines: Sequence[Line], opening: int) -> tuple[str, ...]:
    """Return the lines that name who wrote the report.

    Where one stands above it, one between its paragraphs is that of a part, or of the next report.
    """
    last = max((it for it, line in enumerate(lines) if line.kind == "prose"), default=opening)
    named = [it for it, line in enumerate(lines) if line.kind == "byline"]
    signed = any(it < opening for it in named)
    own = (it for it in named if not (signed and opening < it < last))
    return tuple(lines[it].who or lines[it].text for it in own)


def fold_line(line: str) -> str:
    """Return a line without case, accents and spaces in a row."""
    return fold_text(" ".join(line.split()))


def _find_line(lines: Sequence[Line], title: str) -> int | None:
    """Return where a headline known from elsewhere stands."""
    folded = fold_line(title)
    return next((place for place, line in enumerate(lines) if line.folded == folded), None)


def _list_report(lines: Sequence[Line], headline: str) -> tuple[list[int], list[int]]:
    """Return where paragraphs, subheadings and credits stand; and paragraphs once more."""
    folded = fold_line(headline)
    kept: list[int] = []
    again: list[int] = []
    titles: list[int] = []
    known: set[str] = set()
    related = False
    sections = _count_repeated(lines) >= _LEAST_SECTIONS
    for place, line in enumerate(lines):
        if _is_read(line):
            (again if line.text in known else kept).append(place)
            kept += titles
            known.update((line.text,) if line.kind in {"prose", "sentence"} else ())
            titles, related = [], False
        elif line.kind == "related":
            related = True
        elif line.kind == "title" or (line.kind == "repeated" and sections):
            titles += () if related or line.folded == folded else (place,)
    # What stands under the last sentence without being one is no more of the report.
    return kept or titles, again


def _count_repeated(lines: Sequence[Line]) -> int:
    """Return how many different short lines stand there again and again."""
    counts = Counter(line.folded for line in lines if line.kind == "repeated")
    return sum(count >= _AGAIN for count in counts.values())


def _is_read(line: Line) -> bool:
    """Tell whether a line is the report's by itself: a sentence, a listed point, a credit."""
    listed = line.text.startswith(_BULLETS) and line.text[1:2].isspace()
    return line.kind in _READ or listed or bool(split_agencies(line.text))
