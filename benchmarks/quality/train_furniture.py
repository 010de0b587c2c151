"""Learns the weights of ``feeds/normalize/pasted/weights.json``, and says what they are worth.

    make furniture ARGS="FOLDER"           measures
    make furniture ARGS="FOLDER --write"   learns first

FOLDER holds pages.jsonl (or pages.jsonl.gz) and pages/ID.html (or .html.gz); see
docs/explanation/furniture.md. Publishers are put in order; from every other one is learnt, the
rest is held out.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt
from pathlib import Path
from typing import Final

from feeds.normalize.pasted.doubt import choose_lines
from feeds.normalize.pasted.features import describe_lines
from feeds.normalize.pasted.files import read_weights
from feeds.normalize.pasted.layout import Layout, lay_out
from feeds.normalize.pasted.paste import find_standfirst
from feeds.normalize.pasted.weights import FEATURES, Weights
from feeds.text.characters import clean_characters
from feeds.text.language import detect_language
from feeds.text.words import fold_text
from quality.marked import Page, read_pages, split_publishers
from quality.regression import Told, fit_weights
from quality.shown import Shown, list_tokens, show_page

_WEIGHTS: Final = Path(__file__).resolve().parents[2] / "feeds/normalize/pasted/weights.json"
# From which chance on a line is kept that the rules drop, and below which one that they keep goes.
_RESCUED_FROM: Final = 0.4
_DROPPED_BELOW: Final = 0.2
# What is selected by hand is what most people paste.
_SELECTED: Final = 2.0
_UNTOLD: Final = frozenset({"headline", "standfirst", "caption", "mixed"})
_STRAIGHT: Final = str.maketrans("“”„«»‘’", '"""""\'\'')


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A page as somebody copied it.

    Attributes:
        headline: As marked.
        selected: Whether only the report was selected.
        shown: The lines.
        layout: What the rules make of them.
    """

    headline: str
    selected: bool
    shown: tuple[Shown, ...]
    layout: Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What came out.

    Attributes:
        kept: Share of the report's words that are kept.
        gone: Share of the lines of furniture that are gone.
        headlines: Share of the headlines that are found to the letter.
        doubtful: Share of the lines of the body that are marked.
    """

    kept: float
    gone: float
    headlines: float
    doubtful: float


def copy_pages(pages: Iterable[Page]) -> list[Copied]:
    """Return pages as copied in both ways, but for those that show nothing of their report."""
    shown = [(page, show_page(page)) for page in pages]
    copied = (
        _copy(page, [it for it in lines if it.selected or not selected], selected=selected)
        for page, lines in shown
        for selected in (True, False)
    )
    return [copy for copy in copied if any(line.kind == "report" for line in copy.shown)]


def learn_weights(copies: Iterable[Copied]) -> Weights:
    """Return the weights that tell the report's lines from the furniture."""
    told = [
        Told(features=features, ours=line.kind == "report", weight=_count(line, copy))
        for copy in copies
        for features, line in zip(describe_lines(copy.layout), copy.shown, strict=True)
        if line.kind not in _UNTOLD
    ]
    bias, weights = fit_weights(told)
    return Weights(
        features=tuple(round(weight, 4) for weight in weights),
        bias=round(bias, 4),
        trust=round(_odds(_RESCUED_FROM) - _odds(_DROPPED_BELOW), 4),
        threshold=_RESCUED_FROM,
    )


def measure_copies(copies: Sequence[Copied], weights: Weights | None) -> Measure:
    """Return what becomes of pages; by the rules alone if there are no weights."""
    kept: list[tuple[int, int]] = []
    gone: list[bool] = []
    headlines: list[bool] = []
    body = marked = 0
    for copy in copies:
        layout = copy.layout
        choice = choose_lines(layout, weights) if weights else None
        places = frozenset(choice.places) if choice else layout.report
        body, marked = body + len(places), marked + (len(choice.doubtful) if choice else 0)
        standfirst = _list_standfirst(layout)
        # What stands there once more is not lost.
        held = places | layout.again | standfirst | {layout.place}
        for place, line in enumerate(copy.shown):
            if line.kind == "report":
                words = len(list_tokens(line.text))
                kept.append((words, words if place in held else 0))
            elif line.kind == "furniture":
                gone.append(place not in places | standfirst)
        headline = _fold(copy.headline)
        if headline and any(_fold(line.text) == headline for line in copy.shown):
            headlines.append(_fold(layout.headline) == headline)
    return Measure(
        kept=sum(held for _, held in kept) / sum(words for words, _ in kept),
        gone=sum(gone) / max(1, len(gone)),
        headlines=sum(headlines) / max(1, len(headlines)),
        doubtful=marked / max(1, body),
    )


def _copy(page: Page, shown: Sequence[Shown], *, selected: bool) -> Copied:
    """Return a page as copied."""
    lines = [clean_characters(line.text).strip() for line in shown]
    layout = lay_out([lines], language=detect_language("\n".join(lines)))
    return Copied(headline=page.headline, selected=selected, shown=tuple(shown), layout=layout)


def _count(line: Shown, copy: Copied) -> float:
    """Return how much a line counts: long ones of the report more, but less than by their words."""
    words = sqrt(len(list_tokens(line.text))) if line.kind == "report" else 1.0
    return words * (_SELECTED if copy.selected else 1.0)


def _list_standfirst(layout: Layout) -> frozenset[int]:
    """Return the places of the lines that become the standfirst."""
    head = 0 if layout.place is None else layout.place + 1
    standfirst = find_standfirst(layout.lines[head : layout.opening], layout.headline)
    above = range(head, layout.opening)
    return frozenset(place for place in above if layout.lines[place].text in standfirst)


def _fold(text: str) -> str:
    """Return a headline for comparing."""
    return " ".join(fold_text(text).translate(_STRAIGHT).split())


def _odds(chance: float) -> float:
    """Return log odds."""
    return log(chance / (1 - chance))


def _write_weights(weights: Weights) -> None:
    """Write the weights into the package."""
    stored = {
        "bias": weights.bias,
        "trust": weights.trust,
        "threshold": weights.threshold,
        "features": dict(zip(FEATURES, weights.features, strict=True)),
    }
    _WEIGHTS.write_text(json.dumps(stored, indent=2) + "\n", "utf-8")


def _print_measures(name: str, copies: Sequence[Copied], weights: Weights) -> None:
    """Print four lines on one half: both ways to copy, without and with weights."""
    for selected in (True, False):
        for by, used in (("rules", None), ("rules, weights", weights)):
            half = [copy for copy in copies if copy.selected == selected]
            it = measure_copies(half, used)
            way = "selected" if selected else "whole"
            print(
                f"{name:9} {way:9} {by:15} {it.kept:6.4f} {it.gone:6.4f}"
                f" {it.headlines:8.3f} {it.doubtful:9.3f}"
            )


def main() -> None:
    """Learn, if asked to, and print the measures of both halves."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="learn, and write the weights")
    parser.add_argument("--threshold", type=float, help="measure with another threshold")
    options = parser.parse_args()
    learnt, unseen = map(copy_pages, split_publishers(read_pages(options.folder)))
    weights = learn_weights(learnt) if options.write else read_weights()
    if options.write:
        _write_weights(weights)
    if options.threshold:
        weights = replace(weights, threshold=options.threshold)
    print(f"{'pages':9} {'copied':9} {'by':15} {'kept':6} {'gone':6} headline  doubtful")
    _print_measures("learnt", learnt, weights)
    _print_measures("unseen", unseen, weights)


if __name__ == "__main__":
    main()
