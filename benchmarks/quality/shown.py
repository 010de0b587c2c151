"""Pages as people copy them, each line with what it is.

Two ways to copy are told apart. *Whole*: everything the page shows. *Selected*: from the headline
to the end of the smallest element that holds 95 of 100 words of the report.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from lxml import etree

from feeds.normalize.furniture.lines import WITHOUT_SPACES
from feeds.text.characters import clean_characters
from feeds.text.markup import parse_html
from feeds.text.words import split_words
from quality.marked import Page, list_summaries, measure_likeness
from quality.rendering import Rendered, render_lines

Kind: TypeAlias = Literal["report", "headline", "standfirst", "caption", "mixed", "furniture"]

_SHINGLE: Final = 4
_LEAST: Final = 6
_OURS: Final = 0.7
_MIXED: Final = 0.25
_AROUND: Final = 3
_SUMMARY: Final = 0.7
_HELD: Final = 0.95
_CAPTION: Final = re.compile(r"\b(?:wp-)?caption\b|[-_]caption\b", re.IGNORECASE)
_OUTER: Final = frozenset({"article", "main", "section", "body"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A line a page shows.

    Attributes:
        text: Its words.
        apart: Whether a blank line stands above it.
        kind: What it is, by what people marked. ``mixed`` is a line of the report with something
            else in it; with headlines, standfirsts and captions it counts neither way.
        selected: Whether it is among what somebody would select.
    """

    text: str
    apart: bool
    kind: Kind
    selected: bool


def show_page(page: Page) -> tuple[Shown, ...]:
    """Return the lines of a page in their order."""
    root = parse_html(clean_characters(page.html))
    if root is None:
        return ()
    lines = render_lines(root)
    summaries = list_summaries(root)
    kinds = [
        _look_closer(line, kind, summaries)
        for line, kind in zip(lines, _compare(lines, page), strict=True)
    ]
    start, end = _select(lines, kinds)
    return tuple(
        Shown(text=line.text, apart=line.apart, kind=kind, selected=start <= place < end)
        for place, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    )


def list_tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text; where none are parted, every sign is one."""
    return split_words(WITHOUT_SPACES.sub(lambda it: f" {it[0]} ", text))


def _compare(lines: Sequence[Rendered], page: Page) -> list[Kind]:
    """Return what every line is, compared with the report that people marked.

    A line of six words or more is the report's if seven of ten of its runs of four words are in
    it, each counted once; a shorter one if it is a line of it, and stands among the longer ones.
    """
    left = _count_shingles(list_tokens(page.body))
    tokens = [list_tokens(line.text) for line in lines]
    kinds: list[Kind] = []
    for own in tokens:
        kinds.append(_compare_line(own, left))
        if kinds[-1] == "report":
            left -= _count_shingles(own)
    long = [place for place, kind in enumerate(kinds) if kind == "report"] or [len(lines)]
    short = Counter(list_tokens(line) for line in page.body.split("\n") if line.strip())
    for place in range(max(0, long[0] - _AROUND), min(len(lines), long[-1] + _AROUND + 1)):
        if kinds[place] != "report" and tokens[place] and short[tokens[place]] > 0:
            kinds[place] = "report"
            short[tokens[place]] -= 1
    headline = list_tokens(page.headline)
    return [
        "headline" if own and own == headline and kind != "report" else kind
        for own, kind in zip(tokens, kinds, strict=True)
    ]


def _compare_line(tokens: tuple[str, ...], left: "Counter[tuple[str, ...]]") -> Kind:
    """Return what a line is by how much of it is in the rest of the report."""
    if len(tokens) < _LEAST:
        return "furniture"
    own = _count_shingles(tokens)
    covered = (own & left).total() / own.total()
    if covered >= _OURS:
        return "report"
    return "mixed" if covered >= _MIXED and len(tokens) > 2 * _SHINGLE else "furniture"


def _count_shingles(tokens: tuple[str, ...]) -> "Counter[tuple[str, ...]]":
    """Return the runs of four words, each with how often it is there."""
    return Counter(tokens[it : it + _SHINGLE] for it in range(len(tokens) - _SHINGLE + 1))


def _look_closer(line: Rendered, kind: Kind, summaries: Sequence[str]) -> Kind:
    """Return what a line is that is none of the report: perhaps a standfirst or a caption."""
    if kind != "furniture":
        return kind
    alike = any(measure_likeness(line.text, it) > _SUMMARY for it in summaries)
    if alike and len(split_words(line.text)) >= _SHINGLE:
        return "standfirst"
    return "caption" if _is_under_picture(line.element) else "furniture"


def _is_under_picture(element: "etree._Element") -> bool:
    """Tell whether an element is marked as a caption, or part of a figure."""
    for it in (element, *element.iterancestors()):
        if it.tag in {"figcaption", "figure"} or _CAPTION.search(it.get("class", "")):
            return True
        if it.tag in _OUTER:
            return False
    return False


def _select(lines: Sequence[Rendered], kinds: Sequence[Kind]) -> tuple[int, int]:
    """Return from where to where somebody would select; all of it where there is no report."""
    words: Counter[etree._Element] = Counter()
    report = [place for place, kind in enumerate(kinds) if kind == "report"]
    for place in report:
        element = lines[place].element
        for it in (element, *element.iterancestors()):
            words[it] += len(list_tokens(lines[place].text))
    if not report:
        return 0, len(lines)
    least = _HELD * max(words.values())
    holding = [element for element, count in words.items() if count >= least]
    smallest = max(holding, key=lambda it: sum(1 for _ in it.iterancestors()))
    inside = [
        place
        for place, line in enumerate(lines)
        if line.element is smallest or smallest in line.element.iterancestors()
    ]
    heads = [place for place in range(report[0]) if kinds[place] == "headline"]
    start = heads[-1] if heads else min(inside[0], report[0])
    return start, max(inside[-1], report[-1]) + 1
