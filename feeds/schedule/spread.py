"""How many sources begin at one beat. Quiet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from feeds.model import Source, SourceState

# So many may always begin, and a backlog of any size has begun after so many beats: after a start,
# or a night in which the machine slept, every source is due at once.
_LEAST = 4
_BEATS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Who begins at this beat.

    Attributes:
        sources: Those who begin, the longest due first.
        quota: How many may begin at the next beat, while these were not all; else 0.
    """

    sources: tuple[Source, ...]
    quota: int


def choose_turn(due: Sequence[Source], states: Mapping[str, SourceState], quota: int) -> Turn:
    """Return who begins now, of those who are due and not being polled.

    The number is kept until all have begun: if it were worked out anew from what is left, the end
    would draw out.

    Args:
        due: In the order of the configuration, which decides between equals.
        states: What is remembered of them; one never polled goes first.
        quota: What the last turn said.
    """
    quota = max(_LEAST, quota, ceil(len(due) / _BEATS))
    waiting = sorted(due, key=lambda source: _due_since(states.get(source.id)))
    return Turn(sources=tuple(waiting[:quota]), quota=quota if len(due) > quota else 0)


def _due_since(state: SourceState | None) -> float:
    """Return since when a source is due, as a number to sort by."""
    return state.next_due.timestamp() if state and state.next_due else 0.0
