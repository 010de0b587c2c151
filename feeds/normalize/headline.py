"""Where in pasted lines the report stands, and which of them is its headline."""

from collections.abc import Sequence
from typing import Final

from feeds.normalize.agencies import split_agencies
from feeds.normalize.dateline import find_dateline
from feeds.normalize.furniture import Line
from feeds.text.words import split_words

_HEADLINE_WORDS: Final = range(3, 26)
_USUAL_WORDS: Final = range(5, 19)
_CONTENT_LETTERS: Final = 4
_NEAR: Final = 4
_PREAMBLE: Final = 3
_FOREIGN: Final = 0.25
_OWN: Final = 0.4

# How much a line speaks for or against standing inside the report. A paragraph outweighs a few
# lines nobody knows, so that only what stands behind a long list of links is cut off.
_LEAST_PROSE: Final = 12
_MOST_PROSE: Final = 60
_TITLE: Final = -6
# A longer list counts no more: results and dates of a tour may stand inside a report.
_MOST_TITLES: Final = 8


def find_core(lines: Sequence[Line]) -> tuple[int, int]:
    """Return from where to where the paragraphs of the report stand together.

    The stretch with the highest sum, paragraphs counting for it by their words and unknown lines
    without full stop against it (J. Kadane's algorithm for the maximum subarray).

    Returns:
        The first line and the one behind the last; the whole where there is no paragraph.
    """
    best, found = 0, (0, len(lines))
    total, start, titles = 0, 0, 0
    for place, line in enumerate(lines):
        if total <= 0:
            total, start = 0, place
        titles = titles + 1 if line.kind == "title" else 0
        total += _weigh(line) if titles <= _MOST_TITLES else 0
        if total >= best and line.kind == "prose":
            best, found = total, (start, place + 1)
    return _keep_closing(lines, found)


def find_headline(lines: Sequence[Line], start: int) -> int | None:
    """Return where the headline stands, or None if no line looks like one.

    It stands before the first paragraph of the core; of several lines the one most like a
    headline: long enough, with words the report uses, near a byline or date.

    Args:
        lines: As judged.
        start: Where the core begins.
    """
    prose = [i for i, line in enumerate(lines) if line.kind == "prose" and not _asks(line)]
    first = next((place for place in prose if place >= start), len(lines))
    best = _best_title(lines, 0, first)
    if best is not None:
        return best
    # Sentences of the site may stand on top of the headline.
    for below in prose[1 : _PREAMBLE + 1]:
        best = _best_title(lines, prose[0] + 1, below)
        if best is not None:
            dated = any(
                find_dateline(lines[it].text) for it in prose[1 : _PREAMBLE + 1] if it > best
            )
            return best if dated or _stands_alone(lines, prose[0], best) else None
    return None


def _weigh(line: Line) -> int:
    """Return what a line counts."""
    match line.kind:
        case "prose":
            return min(max(line.words, _LEAST_PROSE), _MOST_PROSE)
        case "title":
            return _TITLE
        case _:
            return 0


def _keep_closing(lines: Sequence[Line], core: tuple[int, int]) -> tuple[int, int]:
    """Return the core with the sentences and credits right behind it."""
    start, end = core
    while end < len(lines) and (lines[end].kind == "sentence" or _is_credit(lines[end])):
        end += 1
    return start, end


def _is_credit(line: Line) -> bool:
    """Tell whether a line is nothing but an agency's name."""
    return bool(split_agencies(line.text))


def _asks(line: Line) -> bool:
    """Tell whether a line ends with a question or a cry, as headlines may."""
    return line.words in _HEADLINE_WORDS and line.text.rstrip("\"'”’») ").endswith(("?", "!"))


def _best_title(lines: Sequence[Line], start: int, end: int) -> int | None:
    """Return the line between two places that is most like a headline; the first of equals."""
    report = _content_words(" ".join(line.text for line in lines[end:] if line.kind == "prose"))
    rated = [
        (_rate_title(lines, place, report), -place)
        for place in range(start, end)
        if lines[place].words in _HEADLINE_WORDS
        and (lines[place].kind == "title" or _asks(lines[place]))
    ]
    return -max(rated)[1] if rated else None


def _rate_title(lines: Sequence[Line], place: int, report: frozenset[str]) -> float:
    """Return how like a headline a line is."""
    line = lines[place]
    usual = line.words in _USUAL_WORDS
    near = any(it.kind in {"byline", "stamp"} for it in lines[place + 1 : place + 1 + _NEAR])
    return 2 * _share(line, report) + usual + near / 2


def _stands_alone(lines: Sequence[Line], above: int, title: int) -> bool:
    """Tell whether a sentence on top shares no words with the report, but the title below does.

    The first paragraph of a report without headline would share more than a subheading does.
    """
    report = _content_words(" ".join(line.text for line in lines[title + 1 :]))
    return _share(lines[above], report) < _FOREIGN and _share(lines[title], report) > _OWN


def _share(line: Line, report: frozenset[str]) -> float:
    """Return how many of a line's words the report uses, from 0 to 1."""
    words = _content_words(line.text)
    return len(words & report) / len(words) if words else 0.0


def _content_words(text: str) -> frozenset[str]:
    """Return the words that say what a text is about, roughly: the longer ones."""
    return frozenset(word for word in split_words(text) if len(word) >= _CONTENT_LETTERS)
