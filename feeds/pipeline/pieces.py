"""A feed that is too much at once, read piece by piece: a hostile entry costs only itself.

A piece is a few entries. With the first that has to be stopped it is known that single entries are
too much: from there on they are read one by one, the smallest first, so that harmless ones are read
before time is spent on heavy ones. An entry that has to be stopped is left out, whole, and told.
Other work has its turn between two pieces.
"""

import asyncio
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import itemgetter
from typing import Final

from feeds.model import Body, Source, Unreadable
from feeds.normalize import identify_stories
from feeds.parse import Pieces, join_pieces, split_document
from feeds.pipeline.read import Reading, read_piece
from feeds.processes import NOT_STARTED, Limits, Stopped, Workers

_FEW: Final = 16
# A piece may use this part of what a whole document may.
_PART: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What reading one document in pieces may cost.

    Attributes:
        stops: So many entries may be stopped.
        seconds: Until no other piece is begun.
    """

    stops: int = 12
    seconds: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """Some entries in a row: the number of the first, counted from 0, and the one behind them."""

    start: int
    end: int

    def tell(self, why: str) -> str:
        """Say that these entries are missing."""
        if self.end - self.start == 1:
            return f"entry {self.end} was left out: {why}"
        return f"entries {self.start + 1} to {self.end} were left out: {why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walked:
    """What reading the pieces brought.

    Attributes:
        readings: In the order of the document.
        left: What was left out, in words, in the same order.
        unfinished: Whether some of that might be read another time.
    """

    readings: tuple[Reading, ...]
    left: tuple[str, ...]
    unfinished: bool


async def read_in_pieces(
    body: Body,
    source: Source,
    workers: Workers,
    now: datetime,
    allowance: Allowance | None = None,
) -> Reading | Stopped | None:
    """Read a feed piece by piece.

    Args:
        body: What had to be stopped as a whole.
        source: Where it came from.
        workers: The processes; each piece may use a third of what they allow.
        now: When it came.
        allowance: What it may cost altogether.

    Returns:
        The stories of all entries that could be read, the others told first among the problems;
        why it could not be taken apart; None if it has no pieces or none of them could be read.
    """
    pieces = await workers.run_aside(workers.limits, split_document, body)
    if pieces is None or isinstance(pieces, Stopped):
        return pieces
    walked = await _walk(pieces, source, workers, now, allowance or Allowance())
    if isinstance(walked, Stopped) or not walked.readings:
        return walked if isinstance(walked, Stopped) else None
    told = (problem.what for problem in pieces.problems)
    joined = await asyncio.to_thread(_join, walked.readings, (*walked.left, *told))
    return replace(joined, unfinished=walked.unfinished)


async def _walk(
    pieces: Pieces, source: Source, workers: Workers, now: datetime, allowance: Allowance
) -> _Walked | Stopped:
    """Read one piece after the other, until all are read or the allowance is used up."""
    limits = _narrow(workers.limits)
    end = asyncio.get_running_loop().time() + allowance.seconds
    readings: dict[int, Reading] = {}
    left: dict[int, str] = {}
    stops, late = 0, False
    waiting = deque(_cut(len(pieces.entries)))
    while waiting and stops < allowance.stops:
        if asyncio.get_running_loop().time() > end:
            late = True
            break
        span = waiting.popleft()
        few = join_pieces(pieces, span.start, span.end)
        reading = await workers.run_aside(limits, read_piece, few, span.start + 1, source, now)
        if isinstance(reading, Reading) and reading.unreadable is None:
            readings[span.start] = reading
        elif reading == NOT_STARTED:
            return NOT_STARTED
        elif span.end - span.start > 1:
            waiting = deque(_order_by_size(pieces, (span, *waiting)))
        else:
            left[span.start] = span.tell(_explain(reading))
            stops += isinstance(reading, Stopped)
            late = late or (isinstance(reading, Stopped) and reading.late)
    for span in _join_spans(waiting):
        left[span.start] = span.tell("reading the document took too long altogether")
    return _Walked(
        readings=tuple(reading for _, reading in sorted(readings.items(), key=itemgetter(0))),
        left=tuple(line for _, line in sorted(left.items())),
        unfinished=late,
    )


def _cut(count: int) -> Iterable[_Span]:
    """Return all entries, few at a time."""
    return (_Span(start=n, end=min(n + _FEW, count)) for n in range(0, count, _FEW))


def _order_by_size(pieces: Pieces, spans: Iterable[_Span]) -> list[_Span]:
    """Return each of their entries as a span of its own, the smallest first."""
    numbers = (number for span in spans for number in range(span.start, span.end))
    by_size = sorted(numbers, key=lambda number: len(pieces.entries[number]))
    return [_Span(start=number, end=number + 1) for number in by_size]


def _join_spans(spans: Iterable[_Span]) -> list[_Span]:
    """Return them in order; those without a gap between them are one."""
    joined: list[_Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if joined and joined[-1].end == span.start:
            joined[-1] = replace(joined[-1], end=span.end)
        else:
            joined.append(span)
    return joined


def _narrow(limits: Limits) -> Limits:
    """Return what one piece may use."""
    return replace(limits, wall=limits.wall / _PART, cpu=max(1, limits.cpu // _PART))


def _explain(reading: Reading | Stopped) -> str:
    """Say why an entry could not be read."""
    match reading:
        case Stopped(reason=reason):
            return f"reading {reason}"
        case Reading(unreadable=Unreadable(reason=reason)):
            return reason
        case _:
            return "it could not be read"


def _join(readings: Sequence[Reading], told: Iterable[str]) -> Reading:
    """Return one reading: only all entries together show which guid is an entry's own."""
    stories = identify_stories([story for reading in readings for story in reading.stories])
    problems = (*told, *(line for reading in readings for line in reading.problems))
    whole = replace(readings[0], stories=stories, problems=tuple(dict.fromkeys(problems)))
    return replace(whole, damaged=True)
