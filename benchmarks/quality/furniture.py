"""Pasted text: does every word of the report stay, and do the lines around it go?"""

from collections import Counter
from collections.abc import Iterable, Sequence

from feeds.text.words import split_words
from quality.documents import read_story
from quality.lines import Line, list_lines
from quality.rows import Row
from quality.scores import share

_AIMS = {
    "selection": {"words kept": 0.99, "lines removed": 0.8, "headline exact": 0.8},
    "page": {"words kept": 0.985, "lines removed": 0.95, "headline exact": 0.8},
}
# So many words in a row stand in a report by chance no more.
_TELLING_WORDS = 4

Words = tuple[str, ...]


def measure_furniture(name: str, rows: Sequence[Row]) -> tuple[Line, ...]:
    """Return, for each way to copy a page, how much of the report and of the rest was kept."""
    ways: dict[str, list[Row]] = {}
    for row in rows:
        ways.setdefault(row.get("copied", "selection"), []).append(row)
    return tuple(line for way, some in ways.items() for line in _measure_way(name, way, some))


def _measure_way(name: str, way: str, rows: Sequence[Row]) -> tuple[Line, ...]:
    """Return the measures of texts that were copied in one way."""
    kept: list[tuple[int, int]] = []
    removed: list[bool] = []
    headlines: list[bool] = []
    for number, row in enumerate(rows):
        story = read_story(row["text"].encode(), f"{number}.txt")
        headline, body = row.get("headline") or "", row["body"]
        lines = [] if story is None else [story.standfirst, *story.body_text.split("\n")]
        kept.append(count_kept(body, lines))
        found = Lines(["" if story is None else story.headline, *lines])
        removed += [line not in found for line in list_furniture(row["text"], headline, body)]
        if headline:
            headlines.append(story is not None and story.headline == headline)
    words, of_words = (sum(column) for column in zip(*kept, strict=True))
    values = {"words kept": words / of_words if of_words else 1.0, "lines removed": share(removed)}
    if headlines:
        values["headline exact"] = share(headlines)
    return list_lines(f"pasted {way}", name, len(rows), values, _AIMS[way])


def count_kept(body: str, lines: Iterable[str]) -> tuple[int, int]:
    """Return how many words of the report stand in the lines kept, and how many it has."""
    right = Counter(split_words(body))
    found = Counter(word for line in lines for word in split_words(line))
    return (right & found).total(), right.total()


def list_furniture(text: str, headline: str, body: str) -> list[str]:
    """Return the lines of a pasted text that are neither the headline nor of the report."""
    report = Lines([headline, *body.split("\n")])
    return [line for line in text.split("\n") if split_words(line) and line not in report]


class Lines:
    """Lines by their words, to find one or a part of one."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Hold the lines that have words."""
        self._whole = {words for line in lines if (words := split_words(line))}
        self._all = "\n".join(f" {' '.join(words)} " for words in self._whole)

    def __contains__(self, line: str) -> bool:
        """Tell whether a line stands here: whole, or as a part that is no chance."""
        words = split_words(line)
        return words in self._whole or (
            len(words) >= _TELLING_WORDS and f" {' '.join(words)} " in self._all
        )
