"""Two stories beside each other."""

from dataclasses import dataclass
from enum import StrEnum


class Parting(StrEnum):
    """What keeps two reports apart, whatever words they share."""

    TIME = "time"
    LANGUAGE = "language"
    SERIES = "series"
    FIGURES = "figures"
    NAMES = "names"


class Vagueness(StrEnum):
    """Why what two reports share cannot make sure."""

    FEW = "few"
    SUBJECTS = "subjects"
    COMMON = "common"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """How near the reports are with which two stories are put together.

    Attributes:
        near: The mean between those of the one and those of the other, 0 to 1.
        farthest: Ids of the two that have least in common.
    """

    near: float
    farthest: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How near two stories are, as if there were no others.

    Attributes:
        own: Whether one source told both, as far as is known.
        copy: Whether what they share proves that one is a copy of the other.
        contained: Share of the shorter text that stands in the longer one, 0 to 1.
        needed: Share that a copy of its length needs at least, 0 to 1; None where it is too short
            to prove anything.
        parting: What keeps them from being reports of one event.
        alike: The cosine of what they are about, 0 to 1.
        near: What of that counts, 0 to 1.
        vagueness: Why what they share cannot make sure; None if it can.
        event_bar: From which on they are possibly the same, if others are as near.
        fold_bar: From which on they are folded, if others are as near.
        shared: What tells most of what they share, as one of them wrote it.
    """

    own: bool
    copy: bool
    contained: float
    needed: float | None
    parting: Parting | None
    alike: float
    near: float
    vagueness: Vagueness | None
    event_bar: float
    fold_bar: float
    shared: tuple[str, ...]
