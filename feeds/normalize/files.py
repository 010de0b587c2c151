"""The weights and the names of calendars that are shipped with the package."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from feeds.normalize.features import FEATURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each feature of a line speaks for its being the report's.

    Attributes:
        features: In the order of :data:`feeds.normalize.features.FEATURES`; log odds for each unit.
        bias: Log odds of a line of which nothing is known.
        trust: Log odds that a line has for being kept by the rules, beside the weight of that.
        threshold: A line is kept from this chance on, between 0 and 1.
    """

    features: tuple[float, ...]
    bias: float
    trust: float
    threshold: float


@cache
def read_weights() -> Weights:
    """Return the weights of ``weights.json``; read once in a process."""
    stored = _read_json("weights.json")
    return Weights(
        features=tuple(stored["features"][name] for name in FEATURES),
        bias=stored["bias"],
        trust=stored["trust"],
        threshold=stored["threshold"],
    )


@cache
def read_calendars() -> Mapping[str, Any]:
    """Return what ``calendars.json`` says of each language; read once in a process."""
    return _read_json("calendars.json")


def _read_json(name: str) -> Mapping[str, Any]:
    """Return what a file of the package holds."""
    stored: Mapping[str, Any] = json.loads(
        resources.files(__package__).joinpath(name).read_text("utf-8")
    )
    return stored
