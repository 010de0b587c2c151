"""The names of calendars that are shipped with the package."""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def read_calendars() -> Mapping[str, Any]:
    """Return what ``calendars.json`` says of each language; read once in a process."""
    text = resources.files(__package__).joinpath("calendars.json").read_text("utf-8")
    stored: Mapping[str, Any] = json.loads(text)
    return stored
