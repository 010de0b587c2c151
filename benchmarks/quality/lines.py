"""Lines of the table: what was measured on what, and whether it is enough."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

# How far a value may fall before it is a fault: less than this is one story more or less.
SLACK = 0.005
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measure on one set.

    Attributes:
        what: Which part of the desk: ``copies``, ``events, full text``, ``dateline``.
        set: Name of the set.
        size: Stories, pages or texts in it.
        measure: ``precision``, ``recall``, ``F1``, ``exact``.
        value: 0 to 1, rounded to a thousandth.
        aim: What we want to reach; None where the measure only explains another.
    """

    what: str
    set: str
    size: int
    measure: str
    value: float
    aim: float | None = None

    @property
    def key(self) -> str:
        """Name of the line, for floors."""
        return f"{self.what}/{self.set}/{self.measure}"

    @property
    def met(self) -> bool:
        """Whether the aim is reached."""
        return self.aim is not None and self.value >= self.aim


def list_lines(
    what: str, name: str, size: int, values: Mapping[str, float], aims: Mapping[str, float]
) -> tuple[Line, ...]:
    """Return a line for each measure, in order."""
    return tuple(
        Line(
            what=what,
            set=name,
            size=size,
            measure=measure,
            value=round(value, _DIGITS),
            aim=aims.get(measure),
        )
        for measure, value in values.items()
    )


def find_fallen(lines: Iterable[Line], floors: Mapping[str, float]) -> tuple[Line, ...]:
    """Return the lines that miss their floor."""
    return tuple(line for line in lines if line.value < floors.get(line.key, 0.0))


def raise_floors(lines: Iterable[Line], floors: Mapping[str, float]) -> dict[str, float]:
    """Return the floors right under the values that have an aim; none is lower than before."""
    aimed = (line for line in lines if line.aim is not None)
    lifted = {line.key: round(max(line.value - SLACK, 0.0), _DIGITS) for line in aimed}
    return {key: max(floor, floors.get(key, 0.0)) for key, floor in sorted(lifted.items())}


def describe_lines(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Return the lines for machines."""
    return [asdict(line) for line in lines]
