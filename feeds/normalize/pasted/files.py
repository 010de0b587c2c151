"""The weights that are shipped with the package."""

import json
from functools import cache
from importlib import resources

from feeds.normalize.pasted.weights import FEATURES, Weights


@cache
def read_weights() -> Weights:
    """Return the weights of ``weights.json``; read once in a process."""
    stored = json.loads(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))
    return Weights(
        features=tuple(stored["features"][name] for name in FEATURES),
        bias=stored["bias"],
        trust=stored["trust"],
        threshold=stored["threshold"],
    )
