"""How much what is seen of a line speaks for its being the report's."""

from dataclasses import dataclass
from typing import Final

FEATURES: Final = (
    *("words", "single word", "ends", "ends in dots", "comma", "quotes", "numbered", "digits"),
    *("small words", "capitals", "recurs", "shared words", "title in core"),
    *("prose", "row", "repeated", "byline", "stamp", "related", "furniture"),
    *("rules", "rules above", "rules below", "rules near", "rules around", "above", "below"),
)
"""What is seen of a line (``features``), by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each feature of a line speaks for its being the report's.

    Attributes:
        features: In the order of ``FEATURES``; log odds for each unit.
        bias: Log odds of a line of which nothing is known.
        trust: Log odds that a line has for being kept by the rules, beside the weight of that.
        threshold: A line is kept from this chance on, between 0 and 1.
    """

    features: tuple[float, ...]
    bias: float
    trust: float
    threshold: float
