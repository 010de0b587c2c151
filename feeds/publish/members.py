"""Members of JSON documents: what is unknown is left out."""

from collections.abc import Mapping
from typing import Any


def drop_blanks(members: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members that say something: neither null nor an empty text, list or object."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}
