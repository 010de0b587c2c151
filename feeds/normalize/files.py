"""The weights and the names of calendars that are shipped with the package."""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from feeds.normalize.weights import FEATURES, Weights


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
