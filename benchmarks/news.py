"""News as dense as that of real newspapers, in words nobody reads.

Words are drawn as often as English uses them, from the desk's own tables; what stands in no table,
one word of ten, and names are invented: of a large vocabulary, each the rarer the later it comes
(Zipf), so that new words go on coming as they do in news. Seven of ten stories tell something new,
and seven of ten of these belong to a theme that many share; one of ten is a copy of one told of
late, cut to another length and often retitled; two of ten tell a happening of late in other words,
the more often the more have told it.

The same seed gives the same news for ever.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Final, final
from uuid import NAMESPACE_URL, uuid5

from feeds.dedupe.sketches.files import read_table
from feeds.model import Story

BEGIN: Final = datetime(2026, 1, 1, tzinfo=UTC)
A_DAY: Final = 10_000
_SOURCES: Final = 300
# What is told again was told so many stories ago, three hours, on average; a day ago at most.
_AGO: Final = 1_250
_ALONE, _COPIES = 0.7, 0.1
_RETITLED: Final = 0.5
_THEMES: Final = 300
_THEMED: Final = 0.7
_IN_NO_TABLE: Final = 0.1
_INVENTED: Final = 512_000
# Names are at once in everybody's mouth; words that stand in no table are rare.
_FLAT_NAMES, _FLAT_WORDS = 100, 7_000
_SYLLABLES: Final = tuple(one + other for one in "bcdfghklmnprstvz" for other in "aeiou")
_LONGEST, _SHORTEST = 56, 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What reports of one event have in common.

    Attributes:
        names: Of people and places.
        words: What it is about.
        number: A figure in it.
    """

    names: tuple[str, ...]
    words: tuple[str, ...]
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What many happenings have in common for months: a war, a sickness, a trial."""

    names: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text about a happening."""

    happening: Happening
    headline: str
    text: tuple[str, ...]


@final
class Newsroom:
    """Tells stories without end."""

    def __init__(self, seed: int) -> None:
        """Begin with nothing told."""
        self._rng = Random(seed)
        self._words, self._weights = _read_words()
        self._themes = [self._find_theme() for _ in range(_THEMES)]
        self._interest = list(accumulate(1 / (rank + 1) for rank in range(_THEMES)))
        self._told = deque[Report](maxlen=A_DAY)

    def tell_stories(self) -> Iterator[Story]:
        """Yield one story after the other."""
        number = 0
        while True:
            report = self._tell_report()
            self._told.append(report)
            yield _make_story(number, report)
            number += 1

    def _tell_report(self) -> Report:
        ago = int(self._rng.expovariate(1 / _AGO))
        chance = self._rng.random()
        if chance < _ALONE or ago >= len(self._told):
            return self._write_report(self._let_happen())
        before = self._told[-1 - ago]
        if chance < _ALONE + _COPIES:
            return self._copy_report(before)
        return self._write_report(before.happening)

    def _let_happen(self) -> Happening:
        rng = self._rng
        names = [self._invent_name() for _ in range(rng.randint(1, 3))]
        words = [self._draw_word() for _ in range(16)]
        if rng.random() < _THEMED:
            theme = rng.choices(self._themes, cum_weights=self._interest)[0]
            names.append(rng.choice(theme.names))
            words[0] = rng.choice(theme.words)
        return Happening(names=tuple(names), words=tuple(words), number=str(rng.randint(2, 900)))

    def _find_theme(self) -> Theme:
        return Theme(
            names=tuple(self._invent_name() for _ in range(2)),
            words=tuple(self._draw_telling() for _ in range(6)),
        )

    def _draw_telling(self) -> str:
        """Return a word that is not among the thousand most common ones."""
        return self._rng.choice(self._words[1_000:])

    def _invent_name(self) -> str:
        return self._invent_word(_FLAT_NAMES).capitalize()

    def _write_report(self, told: Happening) -> Report:
        """Return a headline of eight to eleven words, and a text of about forty."""
        rng = self._rng
        about = [*rng.sample(told.names, min(2, len(told.names))), *rng.sample(told.words, 6)]
        headline = [*about, *(self._draw_word() for _ in range(rng.randint(0, 3)))]
        rng.shuffle(headline)
        own = [self._draw_word() for _ in range(rng.randint(_SHORTEST, _LONGEST) - 14)]
        text = [*own, *told.names, *rng.sample(told.words, 9)]
        if rng.random() < 1 / 2:
            text.append(told.number)
        if rng.random() < 1 / 2:
            text.append(self._invent_name())
        rng.shuffle(text)
        return Report(happening=told, headline=f"The {' '.join(headline)}", text=("The", *text))

    def _copy_report(self, report: Report) -> Report:
        """Return the same text, cut to another length, often under another headline."""
        rng = self._rng
        length = rng.randint(_SHORTEST, _LONGEST)
        headline = report.headline
        if rng.random() < _RETITLED:
            headline = self._write_report(report.happening).headline
        return Report(happening=report.happening, headline=headline, text=report.text[:length])

    def _draw_word(self) -> str:
        """Return a word as likely as it is used."""
        if self._rng.random() < _IN_NO_TABLE:
            return self._invent_word(_FLAT_WORDS)
        return self._rng.choices(self._words, cum_weights=self._weights)[0]

    def _invent_word(self, flat: int) -> str:
        """Return a word of three syllables that may have been used before.

        Args:
            flat: The first so many are about equally common (Mandelbrot).
        """
        rank = int(flat * (_INVENTED / flat) ** self._rng.random()) - flat
        count = len(_SYLLABLES)
        first, second, third = rank % count, rank // count % count, rank // count**2 % count
        return _SYLLABLES[first] + _SYLLABLES[second] + _SYLLABLES[third]


def _read_words() -> tuple[list[str], list[float]]:
    """Return the words of the English table, and how often they are used, added up."""
    words: list[str] = []
    shares: list[float] = []
    for line in (read_table("en") or "").splitlines():
        value, *some = line.split(" ")
        words += some
        shares += [10 ** (int(value) / 10)] * len(some)
    return words, list(accumulate(shares))


def _make_story(number: int, report: Report) -> Story:
    """Return the story of a report, of one of three hundred sources."""
    story_id = str(uuid5(NAMESPACE_URL, str(number)))
    address = f"https://paper-{number % _SOURCES}.example/{number}"
    return Story(
        id=story_id,
        source_id=f"paper-{number % _SOURCES}",
        keys=(f"guid:{number}", f"url:{address}"),
        guid=str(number),
        url=address,
        headline=report.headline,
        standfirst=" ".join(report.text),
        language="en",
        first_seen=BEGIN + timedelta(days=number / A_DAY),
    )
