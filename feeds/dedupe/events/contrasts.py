"""What two groups of reports each have of their own: names and numbers that the other lacks."""

from collections.abc import Mapping
from typing import Final, final

from feeds.dedupe.sketches.vectors import Heard, weigh_heard

# Of the names and numbers most members of one group have, so many are looked at.
_CONTRASTS: Final = 3
_MOST_HAVE: Final = 0.3
_HIGHEST_WEIGHT: Final = 8.0


@final
class Contrasts:
    """Measures how two groups contrast; what each mark weighs is looked up once."""

    def __init__(self, language: str | None, heard: Heard) -> None:
        """Begin with nothing looked up.

        Args:
            language: BCP 47 tag of the reports.
            heard: How common terms are.
        """
        self._language = language
        self._heard = heard
        self._weights: dict[str, float] = {}

    def measure(
        self, left: Mapping[str, int], left_size: int, right: Mapping[str, int], right_size: int
    ) -> float:
        """Return how much each has of its own, 0 to 1; of a single story nothing can be said.

        Args:
            left: In how many of its members each name and number stands.
            left_size: How many members it has.
            right: The same of the other group.
            right_size: The same.
        """
        if left_size == 1 or right_size == 1:
            return 0.0
        return min(
            self._measure_own(left, left_size, right, right_size),
            self._measure_own(right, right_size, left, left_size),
        )

    def _measure_own(
        self, marks: Mapping[str, int], size: int, others: Mapping[str, int], rest: int
    ) -> float:
        """Return how much names and numbers of a group are missing in another."""
        size, rest = size + 1, rest + 1
        own = sorted(
            (
                self._weigh(mark) * max(0.0, count / size - (others.get(mark, 0) + 0.5) / rest)
                for mark, count in marks.items()
                if count >= _MOST_HAVE * size
            ),
            reverse=True,
        )
        return sum(own[:_CONTRASTS]) / _CONTRASTS

    def _weigh(self, mark: str) -> float:
        """Return what a name or number tells, 0 to 1."""
        if mark not in self._weights:
            weight = weigh_heard(mark, self._language, self._heard)
            self._weights[mark] = min(1.0, weight / _HIGHEST_WEIGHT)
        return self._weights[mark]
